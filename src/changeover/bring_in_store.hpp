#pragma once

#include "changeover/report.hpp"
#include "office/as_of.hpp"
#include "pack/pack.hpp"
#include "plan/plan.hpp"
#include "store/records.hpp"

namespace heed::changeover {

/// How the record stands to a registration, before anything is written of it.
struct Meeting {
    std::optional<ChildId> child; ///< the record has them already
    /// Why nothing is to be written: the record holds this plan already (the outcome is then
    /// already_there), or another over the same days (held).
    std::optional<Finding> obstacle;
    RowOutcome outcome_of_obstacle = RowOutcome::held;
};

/// Finds the child in the record: by register number, else by name and birth date at the same
/// household or address, as extract::same_child has it. `known` is who it is when that is known
/// already, from another row of the same file.
Meeting meet(store::Records& records, const extract::Registration& registration,
             const std::optional<ChildId>& known);

/// What was written of a registration, and what it left to settle beside what the row itself did.
struct BroughtIn {
    ChildId child;
    plan::PlanId plan;
    std::vector<Finding> questions;
};

/// Writes a registration that met no obstacle: child, family, household, key worker and plan. What
/// the record had of a child before stands; where the row says otherwise is a question. Refuses
/// what the rooms of the record refuse; the transaction must then be given up.
Outcome<BroughtIn> bring_in(store::Transaction& records, const office::Stamp& stamp,
                            const extract::Registration& registration,
                            const std::optional<ChildId>& child, const pack::Pack& pack);

} // namespace heed::changeover
