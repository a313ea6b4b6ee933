#include "asking/asked.hpp"

#include "asking/weights.hpp"
#include "names/fold.hpp"
#include "spoken/places.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <ranges>

namespace heed::asking {
namespace {

using names::Alike;
using names::Lexicon;
using names::no_word;
using names::Part;
using people::plain_identifier;
using places::Gazetteer;

constexpr std::size_t words_max = 8;
constexpr float initial_bits = 3.3F; // about one name in ten begins with a given letter
constexpr float least_bits = -3.5F;  // less than that would be worse than a name that differs

/// Tables are large and are wanted by every search, so a thread keeps them.
std::vector<std::unique_ptr<WorthTable>>& tables_of_thread()
{
    static thread_local std::vector<std::unique_ptr<WorthTable>> tables;
    return tables;
}

void add_initial(char letter, const Lexicon& lexicon, WorthTable& table)
{
    for (const WordId word : lexicon.beginning_with(letter))
        table.add(
            {word, lexicon.text(word).size() == 1 ? Alike::same : Alike::initial, initial_bits});
}

/// One word typed where two are held: "annemarie" for Anne Marie.
void add_halves(std::string_view text, Part part, const Lexicon& lexicon, WorthTable& table)
{
    for (std::size_t cut = 3; cut + 3 <= text.size(); ++cut) {
        const WordId left = lexicon.find(text.substr(0, cut));
        const WordId right = lexicon.find(text.substr(cut));
        if (!lexicon.is_held(left) || !lexicon.is_held(right)) continue;
        for (const WordId half : {left, right}) {
            const auto own = static_cast<float>(-std::log2(lexicon.share(half, part)));
            table.add({half, Alike::spelling, std::min(own, 10.0F) - 1.0F});
        }
    }
}

void fill(WorthTable& table, const std::string& text, Part part, const Lexicon::Meant& meant,
          const Lexicon& lexicon)
{
    if (text.size() == 1) {
        table.begin(initial_bits, lexicon.size());
        return add_initial(text[0], lexicon, table);
    }
    const auto exact = static_cast<float>(-std::log2(1e-7 + meant.share));
    table.begin(exact, lexicon.size());
    for (const names::Near& one : meant.near)
        table.add({one.word, one.how, std::max(one.bits + exact, least_bits)});
    const WordId initial = lexicon.find(text.substr(0, 1));
    if (lexicon.is_held(initial)) table.add({initial, Alike::initial, initial_bits});
    if (text.size() >= 6) add_halves(text, part, lexicon, table);
}

std::vector<std::string> name_words(std::string_view text, bool& placeholder)
{
    std::vector<std::string> words;
    for (std::string& word : names::words_of(text)) {
        if (names::is_placeholder(word))
            placeholder = true;
        else
            words.push_back(std::move(word));
    }
    return words;
}

} // namespace

float share_bits(const Gazetteer& places, std::uint16_t place, std::size_t people)
{
    const double share = (places.counted(place) + 3.0) / (static_cast<double>(people) + 60.0);
    return std::min(static_cast<float>(-std::log2(share)), weights.place_most);
}

void WorthTable::begin(float exact, std::size_t lexicon_size)
{
    exact_ = exact;
    nearest_ = 0;
    if (bytes_.size() < lexicon_size) bytes_.resize(lexicon_size + lexicon_size / 4);
}

void WorthTable::add(const Worth& worth)
{
    const long eighths = std::lrint((worth.bits + 8.0F) * 8.0F);
    const auto byte = static_cast<std::uint8_t>(std::clamp(eighths, 1L, 255L));
    bytes_[worth.word] = std::max(bytes_[worth.word], byte);
    nearest_ = std::max(nearest_, worth.bits);
    if (by_word_ == worths_.size() && (by_word_ == 0 || worths_.back().word < worth.word))
        ++by_word_;
    worths_.push_back(worth);
}

void WorthTable::clear()
{
    for (const Worth& worth : worths_) bytes_[worth.word] = 0;
    worths_.clear();
    by_word_ = 0;
    in_order_.clear();
}

std::span<const Worth> WorthTable::nearest_first(float least)
{
    if (!in_order_.empty() && in_order_least_ <= least) return in_order_;
    const auto before = [](const Worth& left, const Worth& right) {
        return left.bits != right.bits ? left.bits > right.bits : left.word < right.word;
    };
    in_order_ = worths_;
    in_order_least_ = least;
    const auto rest =
        std::ranges::partition(in_order_, [&](const Worth& one) { return one.bits >= least; });
    std::sort(in_order_.begin(), rest.begin(), before);
    if (rest.empty()) return in_order_;
    std::iter_swap(rest.begin(), std::ranges::min_element(rest, before));
    in_order_.erase(rest.begin() + 1, in_order_.end());
    return in_order_;
}

Alike WorthTable::how(WordId word) const
{
    const auto others = worths_.begin() + static_cast<std::ptrdiff_t>(by_word_);
    auto found = std::ranges::lower_bound(worths_.begin(), others, word, {}, &Worth::word);
    if (found == others || found->word != word)
        found = std::ranges::find(others, worths_.end(), word, &Worth::word);
    return found == worths_.end() ? Alike::misspelt : found->how;
}

Asked::Asked(const Question& question, const People& people)
    : question_{question}, people_{people}, identifier_{plain_identifier(question.identifier)}
{
    read_parts();
    read_one_box();
    bool placeholder = false;
    for (const std::string& text : name_words(question.carer, placeholder)) {
        if (carer_.size() == 4) break;
        // Mostly the carer has the child's surname.
        const auto same = std::ranges::find(words_, text, &AskedWord::text);
        carer_.push_back(same != words_.end() ? *same : asked_word(text));
    }
    read_place();
}

Asked::~Asked()
{
    auto& tables = tables_of_thread();
    for (std::size_t used = 0; used < tables_used_; ++used) tables[used]->clear();
}

WorthTable* Asked::next_table()
{
    auto& tables = tables_of_thread();
    if (tables_used_ == tables.size()) tables.push_back(std::make_unique<WorthTable>());
    return tables[tables_used_++].get();
}

AskedWord Asked::asked_word(const std::string& text)
{
    const Lexicon& lexicon = people_.words();
    const auto meant = text.size() > 1 ? lexicon.meant_by(text) : Lexicon::MeantBoth{};
    AskedWord word{text, next_table(), next_table()};
    fill(*word.as_forename, text, Part::forename, meant.as_forename, lexicon);
    fill(*word.as_surname, text, Part::surname, meant.as_surname, lexicon);
    return word;
}

std::uint8_t Asked::word(const std::string& text)
{
    const auto held = std::ranges::find(words_, text, &AskedWord::text);
    if (held != words_.end()) return static_cast<std::uint8_t>(held - words_.begin());
    words_.push_back(asked_word(text));
    return static_cast<std::uint8_t>(words_.size() - 1);
}

std::vector<std::uint8_t> Asked::words_in(std::string_view text)
{
    std::vector<std::uint8_t> numbers;
    for (const std::string& one : name_words(text, unborn_))
        if (words_.size() < words_max) numbers.push_back(word(one));
    return numbers;
}

/// "Anne Marie" may be held as Annemarie, "Abd al Rahman" as Abdulrahman.
void Asked::add_joined(std::vector<std::uint8_t>& numbers)
{
    if (numbers.size() < 2 || words_.size() >= words_max) return;
    numbers.push_back(word(words_[numbers[0]].text + words_[numbers[1]].text));
    words_[numbers.back()].joined = true;
}

void Asked::read_parts()
{
    Reading straight;
    straight.forenames = words_in(question_.forename);
    straight.middles = words_in(question_.middle);
    straight.surnames = words_in(question_.surname);
    if (straight.forenames.empty() && straight.middles.empty() && straight.surnames.empty()) return;
    const std::vector<std::uint8_t> surnames_said = straight.surnames;
    add_joined(straight.forenames);
    add_joined(straight.surnames);
    // A particle may have been left off where it is held, and the other way round.
    for (const std::uint8_t number : surnames_said) {
        const std::string bare{names::without_particle(words_[number].text)};
        if (!bare.empty() && words_.size() < words_max) straight.surnames.push_back(word(bare));
    }
    readings_.push_back(straight);
    if (straight.forenames.empty() || straight.surnames.empty()) return;
    Reading turned{straight.surnames, straight.middles, straight.forenames, weights.turned_round,
                   true};
    readings_.push_back(std::move(turned));
}

void Asked::read_one_box()
{
    const auto all = words_in(question_.name);
    if (all.empty()) return;
    read_box_words(all, {});
    // A word may be a town, and so may two or three: "mary chatham", "mary milton keynes". Which it
    // is, only each person can tell.
    for (std::size_t at = 0; at < all.size() && all.size() > 1; ++at) {
        std::string name;
        for (std::size_t count = 1; count <= 3 && at + count <= all.size(); ++count) {
            name += (count > 1 ? " " : "") + words_[all[at + count - 1]].text;
            const TownWord town = town_word(name);
            if (town.number == 0 || count == all.size()) continue;
            auto others = all;
            const auto first = others.begin() + static_cast<std::ptrdiff_t>(at);
            others.erase(first, first + static_cast<std::ptrdiff_t>(count));
            read_box_words(others, town);
        }
    }
}

Asked::TownWord Asked::town_word(std::string_view name) const
{
    if (const std::uint16_t same = people_.towns().find(spoken::plain_town(name)); same != 0)
        return {same, weights.word_is_a_town};
    // A name of the family that looks like a town is a name.
    if (name.size() < 6 || people_.words().find(name) != no_word) return {};
    TownWord best;
    for (const auto& [number, slips] : people_.towns().near(name))
        if (best.number == 0 ||
            weights.word_is_a_town - 1.5F * static_cast<float>(slips) > best.cost)
            best = {number, weights.word_is_a_town - 1.5F * static_cast<float>(slips)};
    return best;
}

void Asked::read_box_words(const std::vector<std::uint8_t>& all, const TownWord& said)
{
    using Numbers = std::vector<std::uint8_t>;
    const auto& [town, cost] = said;
    if (all.size() == 1) {
        readings_.push_back({all, {}, {}, cost + weights.one_word, false, town});
        readings_.push_back({{}, {}, all, cost + weights.one_word, false, town});
        return;
    }
    const Numbers first{all.front()};
    const Numbers last{all.back()};
    const Numbers between(all.begin() + 1, all.end() - 1);
    const Numbers after(all.begin() + 1, all.end());
    readings_.push_back({first, between, last, cost, false, town});
    Numbers rest = after;
    add_joined(rest);
    if (!between.empty()) readings_.push_back({first, {}, rest, cost, false, town});
    readings_.push_back({after, {}, first, cost + weights.surname_first, true, town});
    readings_.push_back({all, {}, {}, cost + weights.all_forenames, false, town});
}

void Asked::read_place()
{
    read_postcode();
    const auto apart = spoken::house_and_street(question_.house, question_.street);
    place_.house = people_.streets().find(apart.house);
    for (const auto& [street, slips] : people_.streets().near(apart.street))
        place_.streets.emplace_back(street, weights.street_most - 1.5F * static_cast<float>(slips));
    const std::string town = spoken::plain_town(question_.town);
    for (const auto& [near, slips] : people_.towns().near(town)) {
        place_.towns.emplace_back(near, share_bits(people_.towns(), near, people_.size()) -
                                            1.5F * static_cast<float>(slips));
        for (const std::uint16_t area : people_.areas_of(near))
            place_.areas.emplace_back(
                area, std::min(share_bits(people_.areas(), area, people_.size()) - 0.5F,
                               weights.area_most));
    }
    if (const std::uint16_t area = people_.areas().find(town); area != 0)
        place_.areas.emplace_back(area, share_bits(people_.areas(), area, people_.size()));
    place_.said =
        place_.postcode_said || !apart.street.empty() || !town.empty() || !apart.house.empty();
}

void Asked::read_postcode()
{
    const auto written = spoken::postcode_written(question_.postcode);
    if (!written) return;
    place_.postcode_said = true;
    place_.postcode = people_.find_postcode(question_.postcode);
    place_.whole_postcode = !written->inward.empty();
    for (const auto& [outward, slips] : people_.outcodes().within(written->outward, 1))
        if (slips == 1) place_.outwards_near.push_back(outward);
}

float Asked::best_name() const
{
    float best = 0;
    for (const Reading& reading : readings_) {
        float sum = reading.cost;
        if (!reading.forenames.empty()) sum += words_[reading.forenames[0]].as_forename->exact();
        if (!reading.surnames.empty()) sum += words_[reading.surnames[0]].as_surname->exact();
        best = std::max(best, sum);
    }
    return best;
}

float Asked::best_surname() const
{
    float best = 0;
    for (const Reading& reading : readings_)
        for (const std::uint8_t number : reading.surnames)
            best = std::max(best, words_[number].as_surname->exact());
    return best;
}

float Asked::best_held() const
{
    float best = 0;
    for (const Reading& reading : readings_) {
        float sum = reading.cost;
        if (!reading.forenames.empty()) sum += words_[reading.forenames[0]].as_forename->nearest();
        if (!reading.surnames.empty()) sum += words_[reading.surnames[0]].as_surname->nearest();
        best = std::max(best, sum);
    }
    return best + beside_names();
}

float Asked::beside_names() const
{
    float best = 0;
    if (question_.born) best += question_.born->exact() ? weights.born_same : 4.0F;
    if (place_.postcode_said) best += weights.place_most;
    if (!carer_.empty()) best += weights.carer_most / 2;
    if (!identifier_.empty()) best += weights.identifier_short;
    return best;
}

float Asked::best_possible() const { return best_name() + beside_names(); }

std::vector<std::string> Asked::spellings(const Lexicon& words) const
{
    using Tried = std::pair<float, WordId>;
    std::vector<Tried> tried;
    for (const AskedWord& one : words_) {
        const WordId itself = words.find(one.text);
        const bool as_surname = std::ranges::any_of(readings_, [&](const Reading& reading) {
            return !reading.turned_round && !reading.surnames.empty() &&
                   &words_[reading.surnames[0]] == &one;
        });
        for (const Worth& worth : (as_surname ? one.as_surname : one.as_forename)->worths())
            if (worth.word != itself && worth.how != Alike::initial)
                tried.emplace_back(worth.bits, worth.word);
    }
    constexpr std::size_t most = 20;
    const std::size_t some = std::min(tried.size(), 3 * most);
    // Few texts are compared: those of words that are worth enough.
    if (some < tried.size()) {
        const auto last = tried.begin() + static_cast<std::ptrdiff_t>(some);
        std::ranges::nth_element(tried, last, std::ranges::greater{}, &Tried::first);
        std::erase_if(tried, [least = last->first](const Tried& one) { return one.first < least; });
    }
    std::ranges::sort(tried, [&](const Tried& left, const Tried& right) {
        if (left.first != right.first) return left.first > right.first;
        return words.text(left.second) > words.text(right.second);
    });
    std::vector<std::string> spellings;
    for (const auto& [bits, word] : std::span{tried}.first(some)) {
        if (spellings.size() == most) break;
        std::string spelling = names::capitalised(words.text(word));
        if (std::ranges::find(spellings, spelling) == spellings.end())
            spellings.push_back(std::move(spelling));
    }
    return spellings;
}

} // namespace heed::asking
