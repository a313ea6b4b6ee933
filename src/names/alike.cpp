#include "names/lexicon.hpp"

#include "names/chances.hpp"
#include "names/similarity.hpp"
#include "names/sounds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace heed::names {
namespace {

using filing::key_of;

double chance_that(float Chances::* which) { return static_cast<double>(chances().*which); }

double slip_chance(std::string_view left, std::string_view right, int slips)
{
    const double places = static_cast<double>(std::min(left.size(), right.size()));
    const double one = 1 / (places * chance_that(&Chances::letters_to_choose));
    double chance = slips == 1 ? chance_that(&Chances::slips_once) * one
                               : chance_that(&Chances::slips_twice) * one * one;
    // People seldom get the first letter wrong, and seldom slip in a word of three letters.
    if (left[0] != right[0]) chance *= 0.25;
    if (places < 4) chance *= 0.3;
    return chance;
}

double sound_chance_of(double like, double usual)
{
    return chance_that(&Chances::writes_what_it_sounds) /
           chance_that(&Chances::ways_to_write_a_sound) * usual * std::exp2(-12 * (1 - like));
}

double sound_chance(std::string_view left, std::string_view right, double usual)
{
    return sound_chance_of(likeness(left, right), usual);
}

/// What was compared lately. People ask for the same names again and again, and how a word looks
/// and sounds does not change; only words that were added since could be missing.
struct Remembered {
    std::uint64_t lexicon = 0;
    std::size_t size = 0;
    unsigned chosen = 0;
    std::string word;
    std::vector<Near> found;
};

Remembered& remembered(std::string_view word)
{
    static thread_local std::array<Remembered, 4096> all;
    return all[key_of(word) % all.size()];
}

/// Each word once, by number: of the ways in which one word may be meant, the likeliest counts.
void keep_likeliest(std::vector<Near>& found)
{
    std::ranges::sort(found, [](const Near& left, const Near& right) {
        return left.word != right.word ? left.word < right.word : left.chance > right.chance;
    });
    const auto twice = std::ranges::unique(found, {}, &Near::word);
    found.erase(twice.begin(), twice.end());
}

/// Visits what is alike and what is a relative, by number: of a word that is both, the likelier.
template <class Visit>
void each_of_both(const std::vector<Near>& alike, const std::vector<Near>& relatives, Visit visit)
{
    auto relative = relatives.begin();
    for (const Near& one : alike) {
        for (; relative != relatives.end() && relative->word < one.word; ++relative)
            visit(*relative);
        const bool both = relative != relatives.end() && relative->word == one.word;
        visit(both && relative->chance > one.chance ? *relative : one);
        if (both) ++relative;
    }
    for (; relative != relatives.end(); ++relative) visit(*relative);
}

} // namespace

std::vector<Near> Lexicon::near(std::string_view word, Part part) const
{
    MeantBoth both = meant_by(word);
    std::vector<Near>& found = (part == Part::forename ? both.as_forename : both.as_surname).near;
    std::ranges::sort(found, [](const Near& left, const Near& right) {
        return left.chance != right.chance ? left.chance > right.chance : left.word < right.word;
    });
    return std::move(found);
}

Lexicon::MeantBoth Lexicon::meant_by(std::string_view word) const
{
    const std::vector<Near>& found = alike(word);
    const bool is_new = !is_held(find(word));
    const auto meant = [&](Part part) {
        const std::vector<Near> relatives = relatives_of(word, part);
        Meant made;
        made.near.reserve(found.size() + relatives.size());
        double bearers_of_all = 0;
        each_of_both(found, relatives, [&](const Near& one) {
            const Counts& counts = counts_[one.word];
            if (counts.held == 0) return;
            made.near.push_back(one);
            bearers_of_all += static_cast<double>(one.chance) * bearers(counts, part);
        });
        made.share = bearers_of_all / people_of(part) + (is_new ? share(word, part) : 0);
        return made;
    };
    return {meant(Part::forename), meant(Part::surname)};
}

const std::vector<Near>& Lexicon::alike(std::string_view word) const
{
    Remembered& held = remembered(word);
    const unsigned chosen = chances_chosen();
    if (held.lexicon != number_.value || held.size != size() || held.chosen != chosen ||
        held.word != word)
        held = {number_.value, size(), chosen, std::string{word}, compared(word)};
    return held.found;
}

std::vector<Near> Lexicon::compared(std::string_view word) const
{
    std::vector<Near> found;
    if (word.empty()) return found;
    if (const WordId self = find(word); self != no_word)
        found.push_back(
            {self, Alike::same, static_cast<float>(chance_that(&Chances::writes_it_right))});
    add_sounding(word, found);
    add_slips(word, found);
    add_scanned(word, found);
    add_beginnings(word, found);
    add_prefixed(word, found);
    keep_likeliest(found);
    found.shrink_to_fit();
    for (Near& one : found) one.bits = std::log2(one.chance);
    return found;
}

std::vector<Near> Lexicon::relatives_of(std::string_view word, Part part) const
{
    const auto variants = variants_of(word, part);
    double spellings = share(word, part);
    for (const Variant& one : variants)
        if (one.kin == Kin::spelling) spellings += share(one.word, part);
    // A name that is written many ways is written this way as often as others write it so.
    const double another = chance_that(&Chances::writes_another_spelling) *
                           std::max(share(word, part) / spellings, 0.02);
    std::vector<Near> found;
    for (const Variant& one : variants) {
        const WordId id = find(one.word);
        if (id == no_word) continue;
        double chance = another;
        Alike how = Alike::spelling;
        if (one.kin == Kin::short_of) {
            how = Alike::short_form;
            chance = word.size() < one.word.size() ? chance_that(&Chances::says_the_short_form) / 3
                                                   : chance_that(&Chances::says_the_full_form);
        } else if (one.kin == Kin::cousin) {
            how = Alike::short_form;
            chance = chance_that(&Chances::says_the_short_form) / 10;
        } else if (one.kin == Kin::counterpart) {
            chance = chance_that(&Chances::says_it_in_another_language);
        }
        const auto rounded = static_cast<float>(chance);
        found.push_back({id, how, rounded, std::log2(rounded)});
    }
    keep_likeliest(found);
    return found;
}

void Lexicon::add_slips(std::string_view word, std::vector<Near>& found) const
{
    const int allowed = slips_allowed(word.size());
    if (allowed == 0) return;
    const Pattern pattern{word};
    const std::uint32_t shape = shape_of(word);
    // Many are filed under several of the keys.
    static thread_local std::vector<WordId> filed;
    filed.clear();
    slips_.each(word, [&](WordId id) {
        if (!too_unlike(shape, shapes_[id])) filed.push_back(id);
    });
    std::ranges::sort(filed);
    const auto twice = std::ranges::unique(filed);
    filed.erase(twice.begin(), twice.end());
    for (const WordId id : filed) {
        const auto other = text(id);
        const int most = std::min(allowed, slips_allowed(other.size()));
        const int slips = pattern.slips_to(other, most);
        if (slips > 0 && slips <= most)
            found.push_back(
                {id, Alike::misspelt, static_cast<float>(slip_chance(word, other, slips))});
    }
}

/// Letters that look like others in handwriting and to a scanner, where that is more than a slip.
void Lexicon::add_scanned(std::string_view word, std::vector<Near>& found) const
{
    static constexpr std::string_view looks = "rn m cl d vv w ri n li h lc k ii u nn m in m ";
    if (word.size() < 3) return;
    const auto chance = static_cast<float>(chance_that(&Chances::scans_it_otherwise));
    const auto read_as = [&](std::string_view written, std::string_view meant) {
        for (auto at = word.find(written); at != word.npos; at = word.find(written, at + 1)) {
            const std::string other = std::string{word}.replace(at, written.size(), meant);
            if (const WordId id = find(other); id != no_word)
                found.push_back({id, Alike::misspelt, chance});
        }
    };
    for (std::size_t at = 0; at < looks.size(); at += 5) {
        read_as(looks.substr(at, 2), looks.substr(at + 3, 1));
        read_as(looks.substr(at + 3, 1), looks.substr(at, 2));
    }
}

/// One is the beginning of the other: chris, christopher.
void Lexicon::add_beginnings(std::string_view word, std::vector<Near>& found) const
{
    const auto chance = static_cast<float>(chance_that(&Chances::says_the_beginning) / 2);
    for (std::size_t length = 3; length < word.size(); ++length)
        if (const WordId id = find(word.substr(0, length)); id != no_word)
            found.push_back({id, Alike::begins, chance});
    if (word.size() < 3) return;
    const auto add = [&](WordId id) {
        if (text(id).size() > word.size() && text(id).starts_with(word))
            found.push_back({id, Alike::begins, chance});
    };
    if (word.size() > 3) return beginnings_.each(key_of(word.substr(0, 4)), add);
    std::string four{word};
    four += 'a';
    for (char& last = four.back(); last <= 'z'; ++last) beginnings_.each(key_of(four), add);
}

/// Many names of West Africa and of Muslims begin with a word that daily use leaves off:
/// Oluwaseun and Seun, Abdulrahman and Rahman.
void Lexicon::add_prefixed(std::string_view word, std::vector<Near>& found) const
{
    static constexpr std::array<std::string_view, 9> prefixes{
        "oluwa", "olu", "chukwu", "abdul", "abdel", "abdi", "abd", "nana", "ogun"};
    const auto add = [&](std::string_view other) {
        if (const WordId id = find(other); id != no_word)
            found.push_back({id, Alike::short_form,
                             static_cast<float>(chance_that(&Chances::leaves_off_the_prefix))});
    };
    if (word.size() < 3) return;
    for (const std::string_view prefix : prefixes) {
        add(std::string{prefix} + std::string{word});
        if (word.starts_with(prefix) && word.size() >= prefix.size() + 3)
            add(word.substr(prefix.size()));
    }
}

void Lexicon::add_sounding(std::string_view word, std::vector<Near>& found) const
{
    const std::string sound = sound_of(word);
    const std::string skeleton = skeleton_of(sound);
    sounds_.each(key_of(sound), [&](WordId id) {
        if (text(id) != word)
            found.push_back(
                {id, Alike::sounds, static_cast<float>(sound_chance(word, text(id), 1))});
    });
    // Names of one or two consonants have hundreds of others with the same.
    const double least = skeleton.size() > 2 ? 0.68 : 0.8;
    skeletons_.each(key_of(skeleton), [&](WordId id) {
        const auto other = text(id);
        if (other == word) return;
        const double like = likeness(word, other);
        if (like >= least)
            found.push_back({id, Alike::sounds, static_cast<float>(sound_chance_of(like, 0.3))});
    });
}

} // namespace heed::names
