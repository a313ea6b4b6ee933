#include "names/lexicon.hpp"

#include "core/ensure.hpp"
#include "names/similarity.hpp"
#include "names/sounds.hpp"

#include <bit>
#include <cmath>
#include <ranges>

namespace heed::names {
namespace {

// How many people's worth the knowledge beforehand counts beside the people who are held.
constexpr double beforehand = 20'000;

// What an asker does to a name, as chances. Set from the error rates that are published for
// linked health and justice records, and from counts of how many slips a word allows.
constexpr double writes_it_right = 0.86;
constexpr double writes_another_spelling = 0.25;
constexpr double says_the_short_form = 0.14;
constexpr double says_the_full_form = 0.22;
constexpr double says_it_in_another_language = 0.01;
constexpr double slips_once = 0.06;
constexpr double slips_twice = 0.012;
constexpr double letters_to_choose = 9; // the wrong letter is a near one on the keys or to the ear
constexpr double writes_what_it_sounds = 0.06;
constexpr double ways_to_write_a_sound = 24;
constexpr double says_the_beginning = 0.01;

std::uint32_t hash_of(std::string_view text)
{
    std::uint32_t hash = 2'166'136'261U;
    for (const char letter : text) hash = (hash ^ static_cast<std::uint8_t>(letter)) * 16'777'619U;
    return hash ^ (hash >> 15);
}

std::size_t initial_slot(char letter)
{
    return letter >= 'a' ? static_cast<std::size_t>(letter - 'a')
                         : 26 + static_cast<std::size_t>(letter - '0');
}

std::uint32_t letters_in(std::string_view word)
{
    std::uint32_t letters = 0;
    for (const char letter : word) letters |= 1U << (static_cast<unsigned char>(letter) & 31U);
    return letters;
}

int slips_allowed(std::size_t length) { return length >= 5 ? 2 : length >= 3 ? 1 : 0; }

double slip_chance(std::string_view left, std::string_view right, int slips)
{
    const double places = static_cast<double>(std::min(left.size(), right.size()));
    const double one = 1 / (places * letters_to_choose);
    double chance = slips == 1 ? slips_once * one : slips_twice * one * one;
    // People seldom get the first letter wrong, and seldom slip in a word of three letters.
    if (left[0] != right[0]) chance *= 0.25;
    if (places < 4) chance *= 0.3;
    return chance;
}

double sound_chance(std::string_view left, std::string_view right, double usual)
{
    const double unlike = 1 - likeness(left, right);
    return writes_what_it_sounds / ways_to_write_a_sound * usual * std::exp2(-12 * unlike);
}

float people_beforehand(std::string_view word, Part part)
{
    return static_cast<float>(beforehand * per_million(word, part) / 1e6);
}

/// Two words are one slip apart only if one of these is the same for both.
template <class Visit> void each_key_of_one_out(std::string_view word, Visit visit)
{
    visit(key_of(word));
    std::string left;
    for (std::size_t out = 0; out < word.size() && word.size() > 2; ++out) {
        if (out > 0 && word[out] == word[out - 1]) continue;
        left = word;
        left.erase(out, 1);
        visit(key_of(left));
    }
}

} // namespace

Lexicon::Lexicon() : begin_{0, 0}, slots_(1U << 12), counts_(1) {}

WordId Lexicon::find(std::string_view word) const
{
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash_of(word) & mask;; at = (at + 1) & mask) {
        if (slots_[at] == no_word || text(slots_[at]) == word) return slots_[at];
    }
}

std::string_view Lexicon::text(WordId word) const
{
    return std::string_view{letters_}.substr(begin_[word], begin_[word + 1] - begin_[word]);
}

WordId Lexicon::add(std::string_view word)
{
    if (word.empty()) return no_word;
    if (const WordId held = find(word); held != no_word) return held;
    const auto id = static_cast<WordId>(size());
    letters_ += word;
    begin_.push_back(static_cast<std::uint32_t>(letters_.size()));
    counts_.push_back(
        {0, 0, 0, people_beforehand(word, Part::forename), people_beforehand(word, Part::surname)});
    if (size() * 2 > slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of(word) & mask;
    while (slots_[at] != no_word && slots_[at] != id) at = (at + 1) & mask;
    slots_[at] = id;
    add_sounds(id, word);
    initials_[initial_slot(word[0])].push_back(
        {id,
         {letters_in(word), static_cast<std::uint8_t>(std::min<std::size_t>(word.size(), 255))}});
    each_key_of_one_out(word, [&](std::uint64_t key) { one_out_.add(key, id); });
    return id;
}

void Lexicon::grow()
{
    slots_.assign(slots_.size() * 4, no_word);
    const std::size_t mask = slots_.size() - 1;
    for (WordId id = 1; id < size(); ++id) {
        std::size_t at = hash_of(text(id)) & mask;
        while (slots_[at] != no_word) at = (at + 1) & mask;
        slots_[at] = id;
    }
}

void Lexicon::add_sounds(WordId word, std::string_view written)
{
    const std::string sound = sound_of(written);
    sounds_.add(key_of(sound), word);
    skeletons_.add(key_of(skeleton_of(sound)), word);
}

void Lexicon::hold(WordId word, int by)
{
    if (word != no_word) counts_[word].held += static_cast<std::uint32_t>(by);
}

void Lexicon::count(WordId word, Part part, int by)
{
    if (word == no_word) return;
    std::uint32_t& held = part == Part::forename ? counts_[word].forename : counts_[word].surname;
    std::uint64_t& all = part == Part::forename ? forenames_ : surnames_;
    held += static_cast<std::uint32_t>(by);
    all += static_cast<std::uint64_t>(static_cast<std::int64_t>(by));
}

double Lexicon::share(WordId word, Part part) const
{
    const Counts& held = counts_[word];
    const bool forename = part == Part::forename;
    const double borne = forename ? held.forename : held.surname;
    const float more = forename ? held.forename_beforehand : held.surname_beforehand;
    const auto all = static_cast<double>(forename ? forenames_ : surnames_);
    return (borne + static_cast<double>(more)) / (all + beforehand);
}

double Lexicon::share(std::string_view word, Part part) const
{
    if (const WordId held = find(word); held != no_word) return share(held, part);
    const std::uint64_t all = part == Part::forename ? forenames_ : surnames_;
    return people_beforehand(word, part) / (static_cast<double>(all) + beforehand);
}

std::vector<Near> Lexicon::near(std::string_view word, Part part) const
{
    return with_relatives(alike(word), word, part);
}

Lexicon::NearBoth Lexicon::near_both(std::string_view word) const
{
    const auto found = alike(word);
    return {with_relatives(found, word, Part::forename),
            with_relatives(found, word, Part::surname)};
}

std::vector<Near> Lexicon::alike(std::string_view word) const
{
    std::vector<Near> found;
    if (word.empty()) return found;
    if (const WordId self = find(word); self != no_word)
        found.push_back({self, Alike::same, static_cast<float>(writes_it_right)});
    add_sounding(word, found);
    add_one_slip(word, found);
    add_begun_alike(word, found);
    return found;
}

std::vector<Near> Lexicon::with_relatives(std::vector<Near> found, std::string_view word,
                                          Part part) const
{
    add_relatives(word, part, found);
    // Of the ways in which one word may be meant, the likeliest counts.
    std::ranges::sort(found, [](const Near& left, const Near& right) {
        return left.word != right.word ? left.word < right.word : left.chance > right.chance;
    });
    const auto twice = std::ranges::unique(found, {}, &Near::word);
    found.erase(twice.begin(), twice.end());
    std::erase_if(found, [this](const Near& one) { return !is_held(one.word); });
    std::ranges::sort(found, [](const Near& left, const Near& right) {
        return left.chance != right.chance ? left.chance > right.chance : left.word < right.word;
    });
    return found;
}

void Lexicon::add_relatives(std::string_view word, Part part, std::vector<Near>& found) const
{
    const auto variants = variants_of(word, part);
    double spellings = share(word, part);
    for (const Variant& one : variants)
        if (one.kin == Kin::spelling) spellings += share(one.word, part);
    // A name that is written many ways is written this way as often as others write it so.
    const double another = writes_another_spelling * std::max(share(word, part) / spellings, 0.02);
    for (const Variant& one : variants) {
        const WordId id = find(one.word);
        if (id == no_word) continue;
        double chance = another;
        Alike how = Alike::spelling;
        if (one.kin == Kin::short_of) {
            how = Alike::short_form;
            chance = word.size() < one.word.size() ? says_the_short_form / 3 : says_the_full_form;
        } else if (one.kin == Kin::cousin) {
            how = Alike::short_form;
            chance = says_the_short_form / 10;
        } else if (one.kin == Kin::counterpart) {
            chance = says_it_in_another_language;
        }
        found.push_back({id, how, static_cast<float>(chance)});
    }
}

void Lexicon::add_one_slip(std::string_view word, std::vector<Near>& found) const
{
    if (slips_allowed(word.size()) == 0) return;
    each_key_of_one_out(word, [&](std::uint64_t key) {
        one_out_.each(key, [&](WordId id) {
            const auto other = text(id);
            if (slips_allowed(other.size()) > 0 && slips_between(word, other, 1) == 1)
                found.push_back(
                    {id, Alike::misspelt, static_cast<float>(slip_chance(word, other, 1))});
        });
    });
}

void Lexicon::add_begun_alike(std::string_view word, std::vector<Near>& found) const
{
    const int most = slips_allowed(word.size());
    if (most == 0) return;
    const std::uint32_t letters = letters_in(word);
    const int length = static_cast<int>(word.size());
    for (const auto& [id, shape] : initials_[initial_slot(word[0])]) {
        const int longer = static_cast<int>(shape.length) - length;
        if (longer >= 2 || longer <= -2) {
            // Only a beginning: chr, christ, christopher.
            if ((shape.letters & letters) != (longer > 0 ? letters : shape.letters)) continue;
            const auto other = text(id);
            const bool begins = longer > 0 ? other.starts_with(word) : word.starts_with(other);
            if (begins && std::min(word.size(), other.size()) >= 3)
                found.push_back({id, Alike::begins, static_cast<float>(says_the_beginning / 2)});
            if (longer > 2 || longer < -2) continue;
        }
        if (most < 2 || std::popcount(shape.letters ^ letters) > 4) continue;
        const auto other = text(id);
        if (slips_allowed(other.size()) < 2 || slips_between(word, other, 2) != 2) continue;
        found.push_back({id, Alike::misspelt, static_cast<float>(slip_chance(word, other, 2))});
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
    skeletons_.each(key_of(skeleton), [&](WordId id) {
        const auto other = text(id);
        if (other != word && likeness(word, other) >= (skeleton.size() > 2 ? 0.68 : 0.8))
            found.push_back(
                {id, Alike::sounds, static_cast<float>(sound_chance(word, other, 0.3))});
    });
}

std::vector<WordId> Lexicon::beginning_with(char letter) const
{
    std::vector<WordId> words;
    for (const Begun& one : initials_[initial_slot(letter)]) words.push_back(one.word);
    return words;
}

} // namespace heed::names
