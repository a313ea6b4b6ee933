#pragma once

#include "casefile/case.hpp"
#include "office/office.hpp"
#include "office/sheet_page.hpp"
#include "permission/visitor.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

#include <functional>

namespace heed::casefile {

/// How a child's record is entered: somebody says why, once for a working day's length; every page
/// they then open is written down with that reason before anything of the child is read.
class ChildVisit {
public:
    explicit ChildVisit(const office::Office& office) : office_{office} {}

    /// Takes the reason and goes to where they were going; without one the question is put again.
    web::Response open(const web::Request& request, permission::Visitor& visitor) const;

    using Show = std::function<web::Response(const Case&)>;
    /// Shows the child of the route's `id`, or asks why, or says that there is no such child.
    web::Response with_case(const web::Request& request, permission::Visitor& visitor,
                            const Show& show) const;

private:
    web::Response restricted(const web::Request& request, permission::Visitor& visitor,
                             const ChildId& id) const;
    std::string reason_given(const permission::Visitor& visitor, const ChildId& id) const;
    web::Response ask_why(const web::Request& request, permission::Visitor& visitor,
                          const office::Sheet& sheet, const std::string& then) const;

    const office::Office& office_;
};

/// Who looked at the child or changed something, newest first. Nothing of the child is on it, so
/// those who audit may see it without seeing the child.
web::Response looks_page(const office::Office& office, const web::Request& request,
                         permission::Visitor& visitor);

} // namespace heed::casefile
