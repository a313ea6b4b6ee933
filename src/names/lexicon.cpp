#include "names/lexicon.hpp"

#include "core/ensure.hpp"
#include "names/sounds.hpp"

namespace heed::names {
namespace {

using filing::key_of;

// How many people's worth the knowledge beforehand counts beside the people who are held.
constexpr double beforehand = 20'000;

std::size_t initial_slot(char letter)
{
    return letter >= 'a' ? static_cast<std::size_t>(letter - 'a')
                         : 26 + static_cast<std::size_t>(letter - '0');
}

float people_beforehand(std::string_view word, Part part)
{
    return static_cast<float>(beforehand * per_million(word, part) / 1e6);
}

} // namespace

Lexicon::Lexicon() : counts_(1), shapes_(1), histories_(1), heard_(1) {}

WordId Lexicon::add(std::string_view word)
{
    const std::size_t before = size();
    ensure(before < 1U << word_bits || find(word) != no_word, "every word has a number");
    const WordId id = words_.add(word);
    if (size() == before) return id;
    counts_.push_back(
        {0, 0, 0, people_beforehand(word, Part::forename), people_beforehand(word, Part::surname)});
    file(id, word);
    return id;
}

void Lexicon::file(WordId word, std::string_view written)
{
    const std::string sound = sound_of(written);
    const std::uint64_t heard = key_of(sound);
    const std::uint64_t consonants = key_of(skeleton_of(sound));
    sounds_.add(heard, word);
    skeletons_.add(consonants, word);
    heard_.emplace_back(static_cast<std::uint32_t>(heard), static_cast<std::uint32_t>(consonants));
    histories_.push_back((histories_.back() ^ key_of(written)) * 0x9E37'79B9'7F4A'7C15ULL);
    shapes_.push_back(shape_of(written));
    if (written.size() > 4) beginnings_.add(key_of(written.substr(0, 4)), word);
    initials_[initial_slot(written[0])].push_back(word);
    slips_.add(word, written);
    if (slips_.wants_packing()) slips_.pack(word, [this](WordId one) { return text(one); });
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

double Lexicon::people_of(Part part) const
{
    return static_cast<double>(part == Part::forename ? forenames_ : surnames_) + beforehand;
}

double Lexicon::bearers(const Counts& counts, Part part) const
{
    const bool forename = part == Part::forename;
    const double borne = forename ? counts.forename : counts.surname;
    return borne +
           static_cast<double>(forename ? counts.forename_beforehand : counts.surname_beforehand);
}

double Lexicon::share(WordId word, Part part) const
{
    return bearers(counts_[word], part) / people_of(part);
}

double Lexicon::share(std::string_view word, Part part) const
{
    if (const WordId held = find(word); held != no_word) return share(held, part);
    return people_beforehand(word, part) / people_of(part);
}

const std::vector<WordId>& Lexicon::beginning_with(char letter) const
{
    return initials_[initial_slot(letter)];
}

} // namespace heed::names
