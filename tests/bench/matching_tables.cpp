#include "matching_tables.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

namespace heed::bench {
namespace {

using support::Knows;
using Choose = std::function<bool(const Case&)>;

struct Share {
    std::size_t of = 0, one = 0, five = 0, ten = 0;

    void add(const Judged& judged)
    {
        ++of;
        one += judged.within(1) ? 1U : 0U;
        five += judged.within(5) ? 1U : 0U;
        ten += judged.within(10) ? 1U : 0U;
    }
    double percent(std::size_t part) const
    {
        return of == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(of);
    }
};

Share share(std::span<const Case> cases, const Results& finder, const Choose& choose)
{
    Share share;
    for (std::size_t at = 0; at < cases.size(); ++at)
        if (!cases[at].about_nobody() && choose(cases[at])) share.add(finder.judged[at]);
    return share;
}

std::string five_of(const Share& share)
{
    if (share.of == 0) return "    -";
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%5.1f", share.percent(share.five));
    return text.data();
}

bool known_abroad(const Case& one) { return support::slip_classes()[one.slip].known_abroad; }

void print_recall_row(std::string_view name, std::span<const Case> cases,
                      std::span<const Results> finders, const Choose& choose)
{
    const Share all = share(cases, finders[0], choose);
    if (all.of == 0) return;
    std::printf("%-20.*s %6zu  %5.1f / %5.1f / %5.1f   ", static_cast<int>(name.size()),
                name.data(), all.of, all.percent(all.one), all.percent(all.five),
                all.percent(all.ten));
    for (const Knows knows : {Knows::rich, Knows::desk, Knows::phone}) {
        const bool first = knows == Knows::rich;
        std::printf("%s%s", first ? "" : " / ",
                    five_of(share(cases, finders[0], [&](const Case& one) {
                        return one.knows == knows && choose(one);
                    })).c_str());
    }
    for (const Results& other : finders.subspan(1))
        std::printf("   %s", five_of(share(cases, other, choose)).c_str());
    std::puts("");
}

struct Alarms {
    std::size_t asked = 0, shown = 0, most = 0, any = 0, strong = 0, wrong = 0;

    void add(const Judged& judged)
    {
        ++asked;
        shown += judged.shown;
        most = std::max(most, judged.shown);
        any += judged.shown > 0 ? 1U : 0U;
        strong += judged.strong ? 1U : 0U;
        wrong += judged.strong_and_wrong ? 1U : 0U;
    }
    void print(std::string_view name) const
    {
        const auto percent = [&](std::size_t part) {
            return asked == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(asked);
        };
        std::printf("%-28.*s %6zu  shown mean %4.2f  most %2zu  somebody %5.1f %%  strong %5.1f %%"
                    "  strong and wrong %5.2f %% (%zu)\n",
                    static_cast<int>(name.size()), name.data(), asked,
                    asked == 0 ? 0 : static_cast<double>(shown) / static_cast<double>(asked), most,
                    percent(any), percent(strong), percent(wrong), wrong);
    }
};

} // namespace

void print_recall(std::span<const Case> cases, std::span<const Results> finders)
{
    std::printf("\nrecall by class, per cent of the children who are there: of %s within 1 / 5 / 10"
                ", within 5 when rich / desk / phone",
                finders[0].name.c_str());
    for (const Results& other : finders.subspan(1))
        std::printf("; within 5 of %s", other.name.c_str());
    std::puts("");
    const auto& classes = support::slip_classes();
    for (std::size_t slip = 0; slip < classes.size(); ++slip)
        print_recall_row(classes[slip].name, cases, finders,
                         [&](const Case& one) { return one.slip == slip; });
    print_recall_row("all 36 classes", cases, finders, known_abroad);
    print_recall_row("  answerable", cases, finders,
                     [](const Case& one) { return known_abroad(one) && !one.made.thin; });
    print_recall_row("  thin", cases, finders,
                     [](const Case& one) { return known_abroad(one) && one.made.thin; });
    print_recall_row("other classes", cases, finders,
                     [](const Case& one) { return !known_abroad(one); });
}

void print_totals(std::span<const Case> cases, const Results& finder)
{
    Alarms there, nobody;
    std::map<std::pair<std::size_t, Knows>, Alarms> of_nobody;
    for (std::size_t at = 0; at < cases.size(); ++at) {
        (cases[at].about_nobody() ? nobody : there).add(finder.judged[at]);
        if (cases[at].about_nobody())
            of_nobody[{cases[at].slip, cases[at].knows}].add(finder.judged[at]);
    }
    std::printf("\nlists and false alarms of %s\n", finder.name.c_str());
    there.print("the child is there");
    nobody.print("nobody like that is there");
    for (const auto& [cell, alarms] : of_nobody)
        alarms.print(std::string{"  "} + std::string{support::slip_classes()[cell.first].name} +
                     ' ' +
                     std::string{support::knows_names[static_cast<std::size_t>(cell.second)]});
}

void print_fairness(std::span<const Case> cases, std::span<const Results> finders)
{
    std::puts("\nwithin 5 by name community, answerable questions of the 36 classes");
    const auto row = [&](std::string_view name, const Choose& choose) {
        const Share ours = share(cases, finders[0], choose);
        if (ours.of == 0) return;
        std::printf("%-32.*s %6zu", static_cast<int>(name.size()), name.data(), ours.of);
        for (const Results& finder : finders)
            std::printf("   %s %s", finder.name.c_str(),
                        five_of(share(cases, finder, choose)).c_str());
        std::puts("");
    };
    const auto stocks = support::name_stocks();
    const auto counts = [](const Case& one) { return known_abroad(one) && !one.made.thin; };
    for (std::size_t at = 0; at < stocks.size(); ++at)
        row(stocks[at].community,
            [&](const Case& one) { return counts(one) && one.made.community == at; });
    row("all", counts);
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

void print_times(const Results& finder, const Results* ours)
{
    const auto of = [](const Results& one, double Judged::* time) {
        std::vector<double> values;
        for (const Judged& judged : one.judged) values.push_back(judged.*time);
        return values;
    };
    const auto line = [&](std::string_view what, double Judged::* time) {
        const auto values = of(finder, time);
        std::printf("%-11s %-16.*s", finder.name.c_str(), static_cast<int>(what.size()),
                    what.data());
        for (const double part : {0.5, 0.95, 0.99, 1.0})
            std::printf(" %10.3f", percentile(values, part) / 1'000);
        double sum = 0;
        for (const double value : values) sum += value;
        std::printf(" %10.3f",
                    sum / 1'000 / static_cast<double>(std::max<std::size_t>(1, values.size())));
        if (ours != nullptr)
            std::printf("   p50 %.1f and p99 %.1f times ours",
                        percentile(values, 0.5) / percentile(of(*ours, time), 0.5),
                        percentile(values, 0.99) / percentile(of(*ours, time), 0.99));
        std::puts("");
    };
    line("by the clock", &Judged::wall);
    line("of processor", &Judged::processor);
}

} // namespace heed::bench
