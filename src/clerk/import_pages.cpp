#include "clerk/clerk_pages.hpp"

#include "clerk/import_page.hpp"
#include "markup/components_page.hpp"

#include <sstream>

namespace heed::clerk {

namespace {

using changeover::changeover_day;
using changeover::ImportId;
using changeover::Upload;
using office::Sheet;
using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

constexpr std::size_t file_bytes_max = std::size_t{64} << 20U;

class Pages {
public:
    Pages(const office::Office& office, Running& running) : office_{office}, running_{running} {}

    Response home(const Request& request, Visitor& visitor)
    {
        web::Fields fields;
        office::put_day(fields, "as_at", changeover_day);
        return home_with(request, visitor, Sheet{std::move(fields)});
    }

    /// Looks at a file, keeps it for a day, and shows what it would come to.
    Response look_at_file(const Request& request, Visitor& visitor)
    {
        const auto tried = try_file(request, visitor);
        if (!tried) return home_with(request, visitor, Sheet{request.form, tried.error()});
        return show(request, visitor,
                    {.title = "What a file would come to", .main = tried_page(*tried)});
    }

    Response import(const Request& request, Visitor& visitor)
    {
        const std::string id{request.form.text("upload")};
        const auto kept = upload_of(id, visitor);
        if (!kept)
            return home_with(request, visitor,
                             Sheet{request.form, Refusal{RefusalCode::file_gone, "file", {}}});
        auto map = extract::heading_map_from_toml(kept->map);
        ensure(map.has_value(), "a mapping file that was read can be read again");
        running_.begin(id, visitor.person, {kept->file, *std::move(map), kept->as_at});
        return web::see_other("/changeover/running/" + id);
    }

    Response running(const Request& request, Visitor& visitor)
    {
        const std::string id{request.parameter("upload")};
        const auto kept = upload_of(id, visitor);
        if (!kept) return web::see_other("/changeover");
        const auto progress = running_.progress(id);
        if (progress && progress->ended) {
            if (!*progress->ended)
                return home_with(request, visitor, Sheet{{}, progress->ended->error()});
            office_.database.write(
                [&](store::Transaction& records) { changeover::forget_upload(records, id); });
            return web::see_other("/changeover/imports/" + (*progress->ended)->text());
        }
        RunningPage page{.stopped = !progress, .upload = id, .csrf = visitor.csrf};
        if (progress) {
            page.done = progress->done;
            page.all = progress->all;
        }
        Response response =
            show(request, visitor, {.title = "An import", .main = running_page(page)});
        if (progress) response.headers.set("Refresh", "2");
        return response;
    }

    Response report(const Request& request, Visitor& visitor)
    {
        const auto id = request.id_parameter<ImportId>("import");
        if (!id) return web::html(404, {});
        const auto permit =
            visitor.desk.look<Right::import_register>("changeover.report_seen", id->text(), "");
        if (!permit) return web::html(403, {});
        const auto page =
            office_.database.read([&](store::Snapshot& records) -> std::optional<ReportPage> {
                auto import = changeover::find(records, *id);
                if (!import) return std::nullopt;
                return ReportPage{*std::move(import), changeover::rows_of(records, *id)};
            });
        if (!page) return web::html(404, {});
        return show(request, visitor, {.title = "What was imported", .main = report_page(*page)});
    }

private:
    Outcome<TriedPage> try_file(const Request& request, Visitor& visitor)
    {
        const Day as_at = TRY(Sheet{request.form}.day("as_at"));
        const auto* const file = request.form.file("file");
        if (file == nullptr) return refuse(RefusalCode::needed, "file");
        const auto* const map = request.form.file("map");
        const std::string map_text = map != nullptr ? map->bytes : std::string{};
        const auto at = [](const char* field) {
            return [field](Refusal why) {
                if (why.field.empty()) why.field = field;
                return why;
            };
        };
        auto heading_map = extract::heading_map_from_toml(map_text);
        if (!heading_map) return std::unexpected{at("map")(heading_map.error())};
        std::istringstream in{file->bytes};
        auto report = changeover::import_register(
            office_, visitor.desk,
            {.file = in, .map = *std::move(heading_map), .as_at = as_at, .dry_run = true});
        if (!report) return std::unexpected{at("file")(report.error())};
        TriedPage page{.report = *std::move(report),
                       .upload = new_uuid(office_.clock.now(), office_.randomness),
                       .csrf = visitor.csrf};
        const Upload kept{page.upload, visitor.person.user.text(), as_at, file->bytes, map_text};
        office_.database.write([&](store::Transaction& records) {
            changeover::keep_upload(records, kept, office_.clock.now());
        });
        return page;
    }

    /// The file of that id, when it is this visitor's own.
    std::optional<Upload> upload_of(const std::string& id, const Visitor& visitor) const
    {
        auto kept = office_.database.read([&](store::Snapshot& records) {
            return changeover::upload(records, id, office_.clock.now());
        });
        if (!kept || kept->who != visitor.person.user.text()) return std::nullopt;
        return kept;
    }

    Response home_with(const Request& request, Visitor& visitor, const Sheet& sheet)
    {
        HomePage page{.waiting = {}, .imports = {}, .sheet = sheet, .csrf = visitor.csrf};
        office_.database.read([&](store::Snapshot& records) {
            page.waiting = changeover::waiting(records);
            page.imports = changeover::imports(records);
        });
        return show(
            request, visitor,
            {.title = "The change-over", .main = home_page(page), .status = sheet.status()});
    }

    Response show(const Request& request, Visitor& visitor, permission::PageContent content) const
    {
        content.active_navigation = "/changeover";
        if (request.path != "/changeover")
            content.before_main =
                markup::back_link({.text = "The change-over", .href = markup::Url{"/changeover"}});
        return office_.page(request, &visitor, std::move(content));
    }

    const office::Office& office_;
    Running& running_;
};

} // namespace

void routes(web::Router& router, const permission::Guard& guard, const office::Office& office,
            Running& running)
{
    const auto pages = std::make_shared<Pages>(office, running);
    const auto asking = [&](Response (Pages::*handler)(const Request&, Visitor&)) {
        return [pages, handler](const Request& request, Visitor& visitor) {
            return ((*pages).*handler)(request, visitor);
        };
    };
    const auto to = [&](Response (Pages::*handler)(const Request&, Visitor&)) {
        return guard.signed_in<Right::import_register>(asking(handler));
    };
    const auto again = [&](Response (Pages::*handler)(const Request&, Visitor&), web::Again why) {
        return guard.signed_in<Right::import_register>(asking(handler), why);
    };
    router.add(Method::get, "/changeover", "What came over from old registers, and what it left.",
               to(&Pages::home));
    router.add(Method::post, "/changeover/files", "Looks at an extract and writes nothing of it.",
               again(&Pages::look_at_file, "Nothing of the extract is in the record yet."),
               {.body_max = file_bytes_max});
    router.add(Method::post, "/changeover/imports", "Brings in an extract that was looked at.",
               again(&Pages::import, "What is in the record already does not go in again."));
    router.add(Method::get, "/changeover/running/{upload}", "How far an import is.",
               to(&Pages::running));
    router.add(Method::get, "/changeover/imports/{import}", "What an import came to.",
               to(&Pages::report));
    queue_routes(router, guard, office);
}

} // namespace heed::clerk
