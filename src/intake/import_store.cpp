#include "intake/import_store.hpp"

#include "feed/described.hpp"
#include "feed/file.hpp"
#include "index/proof_store.hpp"
#include "intake/intake_store.hpp"
#include "office/abreast.hpp"

#include <algorithm>

namespace heed::intake {

namespace {

using feed::Column;
using feed::Fields;
using permission::Right;

// One commit, and one ledger entry, for so many rows: a kill loses no more than these.
constexpr std::size_t chunk_rows = 5000;
constexpr std::size_t found_most = 8;

/// The rows of a file that are dealt with together.
struct Batch {
    std::size_t last_line = 0;
    std::vector<feed::Row> rows; ///< those that may be taken
    std::vector<HeldRow> held;
    std::vector<RowEnding> endings; ///< of `rows`
    std::vector<std::size_t> taken; ///< of `rows`, those that say something new, in order
};

/// One import at work.
class Importing {
public:
    Importing(const office::Office& office, permission::Desk& desk, family::People& people,
              const ImportOrder& order)
        : office_{office}, desk_{desk}, people_{people}, order_{order},
          file_{order.file, office.clock.today()}, head_{people.fence().index}
    {
    }

    Outcome<ImportReport> run()
    {
        TRY_VOID(file_.begin());
        TRY_VOID(begin());
        Batch batch;
        while (read(batch)) {
            compare_with_kept(batch);
            find_alike(batch);
            count(batch);
            if (!order_.dry_run) TRY_VOID(write(batch));
            tell(batch);
        }
        if (progress_.counts.rows == 0) return refuse(RefusalCode::no_rows);
        if (!order_.dry_run) TRY_VOID(finish());
        report_.counts = progress_.counts;
        report_.people = people_.finder().size();
        report_.dry_run = order_.dry_run;
        report_.windows_1252 = file_.met_windows_1252();
        report_.unknown_headings = file_.unknown_headings();
        return std::move(report_);
    }

private:
    Outcome<void> begin()
    {
        if (order_.dry_run) {
            TRY_VOID(desk_.look<Right::feed_children>("index.tried", order_.file_digest, ""));
            return {};
        }
        return office_.database.write([&](store::Transaction& records) -> Outcome<void> {
            const auto permit = TRY(desk_.act<Right::feed_children>(records));
            const auto before = progress_of(records, order_.file_digest);
            if (before && !before->finished) {
                progress_ = *before;
                report_.resumed_after = before->line;
            }
            save_progress(records, order_.file_digest, progress_, stamp(), permit.person().text());
            ledger::append(records, office_.pen(), permit.actor(),
                           {.action = "index.import_begun", .subject = order_.file_digest});
            return {};
        });
    }

    Outcome<void> finish()
    {
        progress_.finished = true;
        return office_.database.write([&](store::Transaction& records) -> Outcome<void> {
            const auto permit = TRY(desk_.act<Right::feed_children>(records));
            save_progress(records, order_.file_digest, progress_, stamp(), permit.person().text());
            ledger::append(records, office_.pen(), permit.actor(),
                           {.action = "index.import_finished",
                            .subject = order_.file_digest,
                            .details = to_json(progress_.counts)});
            return {};
        });
    }

    /// The next rows after those that an earlier import has dealt with.
    bool read(Batch& batch)
    {
        batch = {};
        feed::Row row;
        while (batch.rows.size() + batch.held.size() < chunk_rows && file_.next(row)) {
            if (row.line <= progress_.line) continue;
            batch.last_line = row.line;
            if (row.complaint)
                batch.held.push_back({row.line, std::move(row.text), *row.complaint});
            else
                batch.rows.push_back(std::move(row));
        }
        return batch.last_line != 0;
    }

    /// Which rows say something new, and which the feeder's own id proves to be known.
    void compare_with_kept(Batch& batch)
    {
        std::vector<std::string> ids;
        ids.reserve(batch.rows.size());
        for (const feed::Row& row : batch.rows) ids.push_back(row.fields[Column::id]);
        auto kept = office_.database.read(
            [&](store::Snapshot& records) { return index::current(records, ids); });
        batch.endings.resize(batch.rows.size());
        for (std::size_t i = 0; i < batch.rows.size(); ++i) {
            const feed::Row& row = batch.rows[i];
            RowEnding& ending = batch.endings[i];
            ending.line = row.line;
            ending.feed_id = row.fields[Column::id];
            ending.known = known(row.fields, kept);
            if (ending.known != Known::as_it_is) batch.taken.push_back(i);
            if (ending.known != Known::no) ending.ending = Ending::same;
        }
    }

    Known known(const Fields& fields,
                std::map<std::string, index::Version, std::less<>>& kept) const
    {
        const std::string& id = fields[Column::id];
        std::string packed = feed::packed(fields);
        const auto [before, is_new] = kept.try_emplace(id);
        if (!is_new && before->second.packed == packed) return Known::as_it_is;
        before->second.packed = std::move(packed);
        if (!is_new) return Known::otherwise;
        return people_.child_of(id) ? Known::as_record_child : Known::no;
    }

    /// Makes the new rows findable, and holds each against everybody who was there before it.
    void find_alike(Batch& batch)
    {
        if (batch.taken.empty()) return;
        std::vector<Fields> fields;
        fields.reserve(batch.taken.size());
        std::map<std::string, std::size_t, std::less<>> places;
        for (const std::size_t i : batch.taken) {
            fields.push_back(batch.rows[i].fields);
            places[feed::key_of(batch.endings[i].feed_id)] = i;
        }
        office_.database.read([&](store::Snapshot& records) {
            people_.put_indexed(records, fields, head_ + static_cast<std::int64_t>(fields.size()));
        });
        std::vector<Incoming> incoming(batch.taken.size());
        // In order of birth: children born on one day are looked for among the same few.
        std::vector<std::size_t> order(batch.taken.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::sort(
            order, {}, [&](std::size_t i) -> const std::string& { return fields[i][Column::dob]; });
        office::abreast(order.size(), [&](std::size_t at) {
            const std::size_t i = order[at];
            incoming[i] = {&fields[i], found_before(fields[i], batch.taken[i], places)};
        });
        auto all = likenesses_together(incoming, people_.finder().size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            RowEnding& ending = batch.endings[batch.taken[i]];
            ending.likenesses = std::move(all[i]);
            if (ending.known == Known::no) ending.ending = ending_of(ending.likenesses);
        }
    }

    std::vector<matching::Candidate>
    found_before(const Fields& fields, std::size_t row,
                 const std::map<std::string, std::size_t, std::less<>>& places) const
    {
        auto found = people_.finder().alike(feed::question_for(fields), found_most,
                                            least_of_likenesses(people_.finder().size()));
        const std::string self = feed::key_of(fields[Column::id]);
        const auto child = people_.child_of(fields[Column::id]);
        std::erase_if(found, [&](const matching::Candidate& other) {
            if (other.id == self || (child && other.id == *child)) return true;
            const auto place = places.find(other.id);
            return place != places.end() && place->second > row;
        });
        return found;
    }

    Outcome<void> write(const Batch& batch)
    {
        if (batch.taken.empty() && batch.held.empty()) return {};
        std::vector<Fields> fields;
        fields.reserve(batch.taken.size());
        for (const std::size_t i : batch.taken) fields.push_back(batch.rows[i].fields);
        TRY_VOID(office_.database.write([&](store::Transaction& records) -> Outcome<void> {
            const auto permit = TRY(desk_.act<Right::feed_children>(records));
            return write_chunk(records, permit, batch, fields);
        }));
        head_ += static_cast<std::int64_t>(fields.size());
        office_.database.read([&](store::Snapshot& records) { people_.catch_up(records); });
        return {};
    }

    Outcome<void> write_chunk(store::Transaction& records,
                              const permission::Permit<Right::feed_children>& permit,
                              const Batch& batch, const std::vector<Fields>& fields)
    {
        if (index::locked_head(records) != head_) return refuse(RefusalCode::changed_meanwhile);
        for (const HeldRow& row : batch.held) hold(records, stamp(), order_.file_digest, row);
        ledger::Act act{.action = "index.rows_held", .subject = order_.file_digest};
        for (const RowEnding& row : batch.endings)
            for (const Likeness& likeness : row.likenesses) {
                propose(records, stamp(), row.feed_id, likeness);
                if (!feed::feed_id_of(likeness.other.id))
                    act.also_about.push_back(likeness.other.id);
            }
        if (!fields.empty()) {
            const index::Chunk chunk = index::append(records, fields);
            act.action = index::chunk_action;
            act.subject = index::chunk_subject(chunk.number);
            act.details = index::details_of(chunk);
        }
        save_progress(records, order_.file_digest, progress_, stamp(), permit.person().text());
        ledger::append(records, office_.pen(), permit.actor(), act);
        return {};
    }

    void count(const Batch& batch)
    {
        Counts& counts = progress_.counts;
        counts.rows += static_cast<std::int64_t>(batch.rows.size() + batch.held.size());
        counts.held += static_cast<std::int64_t>(batch.held.size());
        for (const RowEnding& row : batch.endings) {
            if (row.ending == Ending::fresh) ++counts.fresh;
            if (row.ending == Ending::possible) ++counts.possible;
            if (row.ending != Ending::same) continue;
            ++counts.same;
            if (row.known == Known::no) ++counts.proposed;
            if (row.known == Known::as_it_is) ++counts.already_there;
            if (row.known == Known::otherwise) ++counts.changed;
        }
        progress_.line = batch.last_line;
    }

    void tell(const Batch& batch)
    {
        for (const HeldRow& row : batch.held)
            if (report_.held.size() < held_shown) report_.held.push_back(row);
        if (order_.progress) order_.progress(progress_.counts, file_.bytes_read());
        if (!order_.tell) return;
        auto held = batch.held.begin();
        for (const RowEnding& row : batch.endings) {
            for (; held != batch.held.end() && held->line < row.line; ++held)
                order_.tell(to_json(*held));
            order_.tell(to_json(row));
        }
        for (; held != batch.held.end(); ++held) order_.tell(to_json(*held));
    }

    office::Stamp stamp() const { return {office_.clock.now(), office_.randomness}; }

    const office::Office& office_;
    permission::Desk& desk_;
    family::People& people_;
    const ImportOrder& order_;
    feed::File file_;
    Progress progress_;
    ImportReport report_;
    std::int64_t head_; ///< of the index, when all that is read is written
};

} // namespace

Outcome<ImportReport> import_children(const office::Office& office, permission::Desk& desk,
                                      family::People& people, const ImportOrder& order)
{
    return Importing{office, desk, people, order}.run();
}

} // namespace heed::intake
