#include "names/lexicon.hpp"

#include "filing/once.hpp"
#include "names/chances.hpp"
#include "names/remembered.hpp"
#include "names/similarity.hpp"
#include "names/sounds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace heed::names {
namespace {

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

/// A word made ready to be compared by how it sounds.
struct Spoken {
    explicit Spoken(std::string_view word) : word{word}
    {
        const std::string sound = sound_of(word);
        const std::string consonants = skeleton_of(sound);
        heard = Heard{sound, consonants};
        // Names of one or two consonants have hundreds of others with the same.
        if (consonants.size() > 2) least_like = 0.68;
    }

    /// Of a word that sounds the same.
    void add_sound(WordId id, std::string_view other, std::vector<Near>& found) const
    {
        if (other != word)
            found.push_back({id, Alike::sounds, static_cast<float>(sound_chance(word, other, 1))});
    }
    /// Of one that has the same consonants.
    void add_skeleton(WordId id, std::string_view other, std::vector<Near>& found) const
    {
        if (other == word) return;
        const double like = likeness(word, other);
        if (like >= least_like)
            found.push_back({id, Alike::sounds, static_cast<float>(sound_chance_of(like, 0.3))});
    }

    std::string_view word;
    Heard heard;
    double least_like = 0.8;
};

/// The same by how it is written.
struct Written {
    explicit Written(std::string_view text)
        : word{text}, allowed{slips_allowed(text.size())}, pattern{text}, shape{shape_of(text)}
    {
    }

    void add(WordId id, std::string_view other, std::vector<Near>& found) const
    {
        const int most = std::min(allowed, slips_allowed(other.size()));
        const int slips = pattern.slips_to(other, most);
        if (slips > 0 && slips <= most)
            found.push_back(
                {id, Alike::misspelt, static_cast<float>(slip_chance(word, other, slips))});
    }

    std::string_view word;
    int allowed;
    Pattern pattern;
    std::uint32_t shape;
};

/// One is the beginning of the other: chris, christopher.
void add_beginning(WordId id, std::string_view other, std::string_view word,
                   std::vector<Near>& found)
{
    const auto& [shorter, longer] =
        std::minmax(word, other, [](auto left, auto right) { return left.size() < right.size(); });
    // A fourth letter more than three that were written is a slip, and found as one.
    const bool by_a_letter = word.size() == 3 && other.size() == 4;
    if (shorter.size() >= 3 && shorter.size() < longer.size() && !by_a_letter &&
        longer.starts_with(shorter))
        found.push_back(
            {id, Alike::begins, static_cast<float>(chance_that(&Chances::says_the_beginning) / 2)});
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
    const Alikes held = alike(word);
    const std::vector<Near>& found = *held;
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

Lexicon::Alikes Lexicon::alike(std::string_view word) const
{
    const Remembered::UpTo now{static_cast<WordId>(size()), histories_.back(), chances_chosen()};
    const auto held = Remembered::of(word);
    const bool of_these = held && held->up_to.chances == now.chances &&
                          held->up_to.words <= now.words &&
                          histories_[held->up_to.words - 1] == held->up_to.history;
    if (of_these && held->up_to.words == now.words) return held->near;
    // Many words more are compared as quickly from the beginning.
    constexpr WordId many = 500;
    auto near = std::make_shared<const std::vector<Near>>(
        of_these && now.words - held->up_to.words < many
            ? compared_from(held->up_to.words, word, *held->near)
            : compared(word));
    Remembered::keep(word, {now, near});
    return near;
}

namespace {

void complete(std::vector<Near>& found)
{
    keep_likeliest(found);
    found.shrink_to_fit();
    for (Near& one : found) one.bits = std::log2(one.chance);
}

} // namespace

std::vector<Near> Lexicon::compared(std::string_view word) const
{
    std::vector<Near> found;
    if (word.empty()) return found;
    if (const WordId self = find(word); self != no_word)
        found.push_back(
            {self, Alike::same, static_cast<float>(chance_that(&Chances::writes_it_right))});
    add_sounding(word, found);
    add_slips(word, found);
    add_beginnings(word, found);
    add_respelt(word, found);
    complete(found);
    return found;
}

std::vector<Near> Lexicon::compared_from(WordId first, std::string_view word,
                                         std::vector<Near> known) const
{
    if (word.empty()) return known;
    std::vector<Near> found;
    if (const WordId self = find(word); self >= first)
        found.push_back(
            {self, Alike::same, static_cast<float>(chance_that(&Chances::writes_it_right))});
    const Spoken spoken{word};
    const Written written{word};
    for (WordId id = first; id < size(); ++id) {
        const Heard& heard = heard_[id];
        if (heard.sound == spoken.heard.sound) spoken.add_sound(id, text(id), found);
        if (heard.skeleton == spoken.heard.skeleton) spoken.add_skeleton(id, text(id), found);
        if (!too_unlike(written.shape, shapes_[id])) written.add(id, text(id), found);
        add_beginning(id, text(id), word, found);
    }
    add_respelt(word, found);
    std::erase_if(found, [first](const Near& one) { return one.word < first; });
    complete(found);
    known.insert(known.end(), found.begin(), found.end());
    return known;
}

/// What spelling alone makes likely.
void Lexicon::add_respelt(std::string_view word, std::vector<Near>& found) const
{
    add_scanned(word, found);
    add_prefixed(word, found);
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
    const Written written{word};
    if (written.allowed == 0) return;
    filing::Once& once = filing::once_of_thread(size());
    slips_.each(word, [&](WordId id) { once.add(id); });
    std::vector<WordId>& filed = once.taken();
    constexpr std::size_t ahead = 16;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < filed.size(); ++at) {
        if (at + ahead < filed.size()) __builtin_prefetch(shapes_.data() + filed[at + ahead]);
        if (!too_unlike(written.shape, shapes_[filed[at]])) filed[kept++] = filed[at];
    }
    filed.resize(kept);
    each_text(filed, [&](WordId id, std::string_view other) { written.add(id, other, found); });
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

void Lexicon::add_beginnings(std::string_view word, std::vector<Near>& found) const
{
    for (std::size_t length = 3; length < word.size(); ++length)
        if (const WordId id = find(word.substr(0, length)); id != no_word)
            add_beginning(id, text(id), word, found);
    if (word.size() < 3) return;
    std::vector<std::uint32_t> keys;
    if (word.size() > 3) {
        keys.push_back(beginning_of(word));
    } else {
        for (const char last : std::string_view{"abcdefghijklmnopqrstuvwxyz0123456789"})
            keys.push_back(beginning_of(std::string{word} + last));
    }
    filing::Once& once = filing::once_of_thread(size());
    beginnings_.each(keys, [&](WordId id) { once.add(id); });
    each_text(once.taken(),
              [&](WordId id, std::string_view other) { add_beginning(id, other, word, found); });
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
    const Spoken spoken{word};
    filing::Once& once = filing::once_of_thread(size());
    sounds_.each(spoken.heard.sound, [&](WordId id) { once.add(id); });
    skeletons_.each(spoken.heard.skeleton, [&](WordId id) { once.add(id); });
    each_text(once.taken(), [&](WordId id, std::string_view other) {
        const Heard& heard = heard_[id];
        if (heard.sound == spoken.heard.sound) spoken.add_sound(id, other, found);
        if (heard.skeleton == spoken.heard.skeleton) spoken.add_skeleton(id, other, found);
    });
}

} // namespace heed::names
