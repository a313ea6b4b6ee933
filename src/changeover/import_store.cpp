#include "changeover/import_store.hpp"

#include "changeover/bring_in_store.hpp"
#include "changeover/changeover_store.hpp"
#include "core/json.hpp"
#include "extract/same_child.hpp"

#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace heed::changeover {

namespace {

using extract::finding;
using extract::Judged;
using extract::RowCode;
using office::Stamp;
using permission::Right;
using store::Records;
using store::Transaction;

// One commit for so many rows: a kill loses no more than these, and they come again.
constexpr std::size_t batch_rows = 40;

/// One import at work.
class Importing {
public:
    Importing(const office::Office& office, permission::Desk& desk, const ImportOrder& order,
              const extract::File& file)
        : office_{office}, desk_{desk}, order_{order}, file_{file},
          judged_{extract::judge_together(file.rows, order.as_at, office.pack)},
          done_(file.rows.size())
    {
    }

    Outcome<ImportReport> run()
    {
        report_.as_at = order_.as_at;
        report_.unknown_headings = file_.unknown_headings;
        report_.windows_1252 = file_.windows_1252;
        report_.counts.rows = file_.rows.size();
        if (!order_.dry_run) TRY_VOID(begin());
        const auto order = in_order_of_children();
        for (std::size_t at = 0; at < order.size(); at += batch_rows) {
            const auto batch =
                std::span{order}.subspan(at, std::min(batch_rows, order.size() - at));
            TRY_VOID(order_.dry_run ? look_at(batch) : take(batch));
            if (order_.progress) order_.progress(at + batch.size(), order.size());
        }
        report_.rows = std::move(done_);
        count_children();
        if (!order_.dry_run) TRY_VOID(finish());
        return std::move(report_);
    }

private:
    /// Children one after another, the latest registration of each first: it says how the child is
    /// now, and the earlier ones add to it.
    std::vector<std::size_t> in_order_of_children() const
    {
        std::vector<std::size_t> order(judged_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::sort(order, {}, [&](std::size_t i) {
            const auto& registration = judged_[i].registration;
            const long age = registration ? -registration->first_day.time_since_epoch().count()
                                          : std::numeric_limits<long>::max();
            return std::tuple{judged_[i].child_line, age, i};
        });
        return order;
    }

    Outcome<void> begin()
    {
        report_.import = ImportId::make(office_.clock, office_.randomness);
        return office_.database.write([&](Transaction& records) -> Outcome<void> {
            const auto permit = TRY(desk_.act<Right::import_register>(records));
            save(records, Import{.id = *report_.import,
                                 .as_at = order_.as_at,
                                 .begun_at = office_.clock.now(),
                                 .begun_by = permit.signed_in().name,
                                 .counts = report_.counts});
            ledger::append(records, office_.pen(), permit.actor(),
                           {.action = "changeover.begun", .subject = report_.import->text()});
            return {};
        });
    }

    Outcome<void> finish()
    {
        return office_.database.write([&](Transaction& records) -> Outcome<void> {
            const auto permit = TRY(desk_.act<Right::import_register>(records));
            changeover::finish(records, *report_.import, report_.counts, office_.clock.now());
            ledger::append(records, office_.pen(), permit.actor(),
                           {.action = "changeover.finished", .subject = report_.import->text()});
            return {};
        });
    }

    /// What the record says of rows, and writes nothing.
    Outcome<void> look_at(std::span<const std::size_t> batch)
    {
        office_.database.read([&](store::Snapshot& records) {
            for (const std::size_t index : batch) done(index, looked_at(records, index));
        });
        return {};
    }

    RowReport looked_at(Records& records, std::size_t index) const
    {
        if (auto before = came_before(records, index)) return *std::move(before);
        const Judged& row = judged_[index];
        RowReport report = as_judged(row);
        if (!row.registration) return report;
        const Meeting meeting = meet(records, *row.registration, child_of(row));
        report.child = meeting.child;
        if (meeting.obstacle) return stopped(row, meeting);
        return report;
    }

    /// Writes the rows that are new: all of them in one transaction, or, when the record refuses
    /// one, each in its own, so that only that one is held.
    Outcome<void> take(std::span<const std::size_t> batch)
    {
        std::vector<std::size_t> fresh;
        office_.database.read([&](store::Snapshot& records) {
            for (const std::size_t index : batch)
                if (auto before = came_before(records, index))
                    done(index, *std::move(before));
                else
                    fresh.push_back(index);
        });
        if (fresh.empty()) return {};
        if (const auto written = write(fresh); written)
            return {};
        else if (written.error().code == RefusalCode::not_allowed)
            return written;
        for (const std::size_t index : fresh) {
            const auto alone = write(std::span{&index, 1});
            if (alone) continue;
            TRY_VOID(hold(index, alone.error()));
        }
        return {};
    }

    Outcome<void> write(std::span<const std::size_t> batch)
    {
        // The engine may ask for the work to be done again: what it learns waits for the commit.
        std::map<std::size_t, RowReport> learnt;
        std::map<std::size_t, ChildId> children;
        const auto written = office_.database.write([&](Transaction& records) -> Outcome<void> {
            learnt.clear();
            children = children_;
            const auto permit = TRY(desk_.act<Right::import_register>(records));
            for (const std::size_t index : batch)
                learnt[index] = TRY(take_row(records, permit.actor(), index, children));
            return {};
        });
        if (!written) return written;
        children_ = std::move(children);
        for (auto& [index, report] : learnt) done(index, std::move(report));
        return {};
    }

    Outcome<RowReport> take_row(Transaction& records, const ledger::Actor& actor, std::size_t index,
                                std::map<std::size_t, ChildId>& children)
    {
        const Stamp stamp{office_.clock.now(), office_.randomness};
        const Judged& row = judged_[index];
        if (auto before = came_before(records, index)) {
            note(records, actor, "changeover.row_came_again", report_.import->text());
            return *std::move(before);
        }
        const auto same = children.find(row.child_line);
        const auto known = same == children.end() ? std::nullopt : std::optional{same->second};
        KeptRow kept = kept_row(index, stamp);
        RowReport report = as_judged(row);
        if (row.registration) {
            const Meeting meeting = meet(records, *row.registration, known);
            if (meeting.obstacle) {
                report = stopped(row, meeting);
                kept.child = meeting.child;
            } else {
                auto brought =
                    TRY(bring_in(records, stamp, *row.registration, meeting.child, office_.pack));
                report.child = kept.child = brought.child;
                kept.plan = brought.plan;
                for (auto& one : brought.questions) report.findings.push_back(std::move(one));
                if (!report.findings.empty()) report.outcome = RowOutcome::accepted_with_questions;
            }
            if (kept.child) children.insert_or_assign(row.child_line, *kept.child);
        } else if (row.outcome == RowOutcome::already_there) {
            report.child = kept.child = known;
        }
        save_row(records, stamp, actor, std::move(kept), report);
        return report;
    }

    void save_row(Transaction& records, const Stamp& stamp, const ledger::Actor& actor,
                  KeptRow kept, const RowReport& report) const
    {
        kept.state = kept.plan                                     ? RowState::in_record
                     : report.outcome == RowOutcome::already_there ? RowState::already_there
                                                                   : RowState::held;
        if (kept.state != RowState::already_there)
            for (const Finding& one : report.findings)
                kept.findings.push_back({stamp.fresh<FindingId>(), one});
        save(records, stamp, kept, actor.who);
        const char* action = kept.state == RowState::in_record ? "changeover.row_accepted"
                             : kept.state == RowState::held    ? "changeover.row_held"
                                                               : "changeover.row_already_there";
        note(records, actor, action, kept.child ? kept.child->text() : kept.id.text());
    }

    /// The record refused what the row says, for instance a name that is too long.
    Outcome<void> hold(std::size_t index, const Refusal& why)
    {
        RowReport report{.line = judged_[index].line,
                         .outcome = RowOutcome::held,
                         .findings = {finding(RowCode::not_taken, in_words(why))}};
        TRY_VOID(office_.database.write([&](Transaction& records) -> Outcome<void> {
            const Stamp stamp{office_.clock.now(), office_.randomness};
            const auto permit = TRY(desk_.act<Right::import_register>(records));
            save_row(records, stamp, permit.actor(), kept_row(index, stamp), report);
            return {};
        }));
        done(index, std::move(report));
        return {};
    }

    void note(Transaction& records, const ledger::Actor& actor, const char* action,
              std::string subject) const
    {
        ledger::append(records, office_.pen(), actor,
                       {.action = action, .subject = std::move(subject)});
    }

    KeptRow kept_row(std::size_t index, const Stamp& stamp) const
    {
        return {.id = stamp.fresh<RowId>(),
                .import = *report_.import,
                .as_at = order_.as_at,
                .row = file_.rows[index]};
    }

    static RowReport as_judged(const Judged& row)
    {
        return {.line = row.line, .outcome = row.outcome, .findings = row.findings};
    }

    RowReport stopped(const Judged& row, const Meeting& meeting) const
    {
        RowReport report{.line = row.line,
                         .outcome = meeting.outcome_of_obstacle,
                         .findings = {*meeting.obstacle}};
        if (report.outcome == RowOutcome::already_there) report.child = meeting.child;
        return report;
    }

    /// A row that came in an earlier import, or earlier in this one.
    std::optional<RowReport> came_before(Records& records, std::size_t index) const
    {
        const auto before = known(records, row_key(file_.rows[index]));
        if (!before) return std::nullopt;
        const Judged& row = judged_[index];
        RowReport report{.line = row.line,
                         .outcome = RowOutcome::already_there,
                         .child = before->child,
                         .findings = row.findings};
        if (row.outcome != RowOutcome::already_there)
            report.findings = {finding(RowCode::repeated_row, "in an earlier import")};
        return report;
    }

    std::optional<ChildId> child_of(const Judged& row) const
    {
        const auto found = children_.find(row.child_line);
        return found == children_.end() ? std::nullopt : std::optional{found->second};
    }

    void done(std::size_t index, RowReport report)
    {
        const Judged& row = judged_[index];
        Counts& counts = report_.counts;
        if (report.child) children_.insert_or_assign(row.child_line, *report.child);
        switch (report.outcome) {
        case RowOutcome::accepted: ++counts.accepted; break;
        case RowOutcome::accepted_with_questions: ++counts.questions; break;
        case RowOutcome::held: ++counts.held; break;
        case RowOutcome::already_there: ++counts.already_there; break;
        }
        if (report.outcome == RowOutcome::accepted ||
            report.outcome == RowOutcome::accepted_with_questions) {
            ++(row.registration->covers(order_.as_at) ? counts.plans_open : counts.plans_ended);
            with_plans_.insert(row.child_line);
        }
        done_[index] = std::move(report);
    }

    /// Rows that the file alone did not show to be of one child may be of one in the record.
    void count_children()
    {
        std::set<std::string> distinct;
        for (const std::size_t line : with_plans_) {
            const auto child = children_.find(line);
            distinct.insert(child == children_.end() ? std::to_string(line) : child->second.text());
        }
        report_.counts.children = distinct.size();
    }

    const office::Office& office_;
    permission::Desk& desk_;
    const ImportOrder& order_;
    const extract::File& file_;
    std::vector<Judged> judged_;
    std::vector<RowReport> done_;
    std::map<std::size_t, ChildId> children_; ///< by the line of their first row
    std::set<std::size_t> with_plans_;        ///< the same lines
    ImportReport report_;
};

} // namespace

Outcome<ImportReport> import_register(const office::Office& office, permission::Desk& desk,
                                      const ImportOrder& order)
{
    // Seen before anything is read, so that a refusal of the file is no way to look unseen.
    TRY(desk.look<Right::import_register>(order.dry_run ? "changeover.tried"
                                                        : "changeover.file_read",
                                          "", "a register extract as at " + to_iso(order.as_at)));
    const auto file = TRY(extract::read_file(order.file, order.map));
    return Importing{office, desk, order, file}.run();
}

} // namespace heed::changeover
