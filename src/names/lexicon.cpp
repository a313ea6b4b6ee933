#include "names/lexicon.hpp"

#include "core/ensure.hpp"

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

std::uint32_t Lexicon::beginning_of(std::string_view word)
{
    return static_cast<std::uint32_t>(key_of(word.substr(0, 4)));
}

Lexicon::Lexicon() : counts_(1), shapes_(1), histories_(1), heard_(1) {}

WordId Lexicon::add(std::string_view word)
{
    const std::size_t before = size();
    const WordId id = add_unfiled(word);
    if (size() > before) file(id, word);
    return id;
}

WordId Lexicon::add_unfiled(std::string_view word)
{
    const std::size_t before = size();
    ensure(before < 1U << word_bits || find(word) != no_word, "every word has a number");
    const WordId id = words_.add(word);
    if (size() == before) return id;
    counts_.push_back(
        {0, 0, 0, people_beforehand(word, Part::forename), people_beforehand(word, Part::surname)});
    const std::string sound = sound_of(word);
    heard_.emplace_back(sound, skeleton_of(sound));
    histories_.push_back((histories_.back() ^ key_of(word)) * 0x9E37'79B9'7F4A'7C15ULL);
    shapes_.push_back(shape_of(word));
    initials_[initial_slot(word[0])].push_back(id);
    return id;
}

void Lexicon::file(WordId word, std::string_view written)
{
    sounds_.add(heard_[word].sound, word);
    skeletons_.add(heard_[word].skeleton, word);
    if (written.size() > 4) beginnings_.add(beginning_of(written), word);
    slips_.add(word, written);
    if (word - packed_ > 4096 && word - packed_ > packed_ / 8) pack();
}

void Lexicon::pack()
{
    const auto count = static_cast<WordId>(size() - 1);
    const auto pack_by = [count](Shelves& shelves, auto visit_word) {
        shelves.pack(count, [&](auto visit) {
            for (WordId word = 1; word <= count; ++word) visit_word(word, visit);
        });
    };
    pack_by(sounds_, [&](WordId word, auto visit) { visit(heard_[word].sound, word); });
    pack_by(skeletons_, [&](WordId word, auto visit) { visit(heard_[word].skeleton, word); });
    pack_by(beginnings_, [&](WordId word, auto visit) {
        if (text(word).size() > 4) visit(beginning_of(text(word)), word);
    });
    slips_.pack(count, [this](WordId word) { return text(word); });
    packed_ = count;
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
