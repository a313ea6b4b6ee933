#include "names/variants.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"
#include "names/data.hpp"

#include <charconv>
#include <ranges>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace heed::names {
namespace {

using Words = std::vector<std::string_view>;

Words words_in(std::string_view text)
{
    Words words;
    for (const std::string_view word : split(text, ' ')) {
        if (!word.empty()) words.push_back(word);
    }
    return words;
}

/// One line of the data: "jan yan ~ john: janek" has spellings, what other languages have for
/// them after ~ and short forms after the colon.
struct Family {
    Words spellings;
    Words counterparts;
    Words shorts;

    enum class Standing { spelling, counterpart, short_form };

    Standing standing(std::string_view word) const
    {
        if (std::ranges::find(spellings, word) != spellings.end()) return Standing::spelling;
        if (std::ranges::find(counterparts, word) != counterparts.end())
            return Standing::counterpart;
        return Standing::short_form;
    }
};

Kin kin_of(Family::Standing left, Family::Standing right)
{
    using enum Family::Standing;
    if (left == short_form && right == short_form) return Kin::cousin;
    if (left == short_form || right == short_form)
        return left == counterpart || right == counterpart ? Kin::cousin : Kin::short_of;
    return left == spelling && right == spelling ? Kin::spelling : Kin::counterpart;
}

class Families {
public:
    explicit Families(std::span<const std::string_view> files)
    {
        for (const std::string_view file : files)
            for_each_line(file, [this](std::string_view line) { add(line); });
    }

    std::vector<Variant> of(std::string_view word) const
    {
        std::vector<Variant> found;
        const auto place = where_.find(word);
        if (place == where_.end()) return found;
        for (const std::uint32_t which : place->second) collect(families_[which], word, found);
        std::ranges::sort(found, [](const Variant& left, const Variant& right) {
            return left.kin != right.kin ? left.kin < right.kin : left.word < right.word;
        });
        std::unordered_set<std::string_view> seen{word};
        std::erase_if(found, [&](const Variant& one) { return !seen.insert(one.word).second; });
        return found;
    }

private:
    void add(std::string_view line)
    {
        const auto colon = std::min(line.find(':'), line.size());
        const auto wave = std::min(line.find('~'), colon);
        const auto after = [](std::string_view text, std::size_t sign) {
            return sign < text.size() ? text.substr(sign + 1) : std::string_view{};
        };
        Family family{words_in(line.substr(0, wave)), words_in(after(line.substr(0, colon), wave)),
                      words_in(after(line, colon))};
        const auto which = static_cast<std::uint32_t>(families_.size());
        for (const Words* words : {&family.spellings, &family.counterparts, &family.shorts})
            for (const std::string_view word : *words) where_[word].push_back(which);
        families_.push_back(std::move(family));
    }

    static void collect(const Family& family, std::string_view word, std::vector<Variant>& found)
    {
        const auto own = family.standing(word);
        for (const Words* words : {&family.spellings, &family.counterparts, &family.shorts})
            for (const std::string_view other : *words)
                found.push_back({other, kin_of(own, family.standing(other))});
    }

    std::vector<Family> families_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> where_;
};

class Frequencies {
public:
    explicit Frequencies(std::string_view file)
    {
        // "900: smith jones": each of these is borne by about so many of a million.
        for_each_line(file, [this](std::string_view line) {
            const auto colon = line.find(':');
            ensure(colon != std::string_view::npos, "a line of name frequencies has no colon");
            double rate = 0;
            const auto figures = line.substr(0, colon);
            std::from_chars(figures.begin(), figures.end(), rate);
            for (const std::string_view word : words_in(line.substr(colon + 1)))
                rate_.try_emplace(word, rate);
        });
    }
    double of(std::string_view word) const
    {
        const auto found = rate_.find(word);
        return found == rate_.end() ? rare : found->second;
    }

private:
    static constexpr double rare = 1;
    std::unordered_map<std::string_view, double> rate_;
};

} // namespace

std::vector<Variant> variants_of(std::string_view word, Part part)
{
    static constexpr std::array<std::string_view, 3> forename_files{
        "forenames-isles.txt", "forenames-world.txt", "short-forms.txt"};
    static constexpr std::array<std::string_view, 1> surname_files{"surnames.txt"};
    static const Families forenames{forename_files};
    static const Families surnames{surname_files};
    return part == Part::forename ? forenames.of(word) : surnames.of(word);
}

double per_million(std::string_view word, Part part)
{
    static const Frequencies forenames{"frequent-forenames.txt"};
    static const Frequencies surnames{"frequent-surnames.txt"};
    return (part == Part::forename ? forenames : surnames).of(word);
}

} // namespace heed::names
