#pragma once

#include "listing/list.hpp"
#include "pack/pack.hpp"
#include "store/records.hpp"

namespace heed::listing {

/// Whether the families are read too: for files that leave the house, not for a page.
enum class Details { without_families, with_families };

/// Every child subject to a plan on that day. About eight small queries for each 200 children.
List list(store::Records& records, const office::AsOf& as_of, const pack::Pack& pack,
          Details details = Details::without_families);

} // namespace heed::listing
