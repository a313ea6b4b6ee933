#include "app/commands.hpp"

#include "core/json.hpp"
#include "index/proof_store.hpp"
#include "ledger/verify.hpp"
#include "pack/library.hpp"
#include "store/backup.hpp"
#include "store/migrate.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace heed::app {

Outcome<std::optional<ledger::Head>> kept_head(const std::string& path)
{
    if (path.empty()) return std::nullopt;
    std::ifstream file{path};
    std::stringstream text;
    text << file.rdbuf();
    auto head = ledger::head_from_json(text.str());
    if (!file || !head) return refuse(RefusalCode::not_a_head, "head");
    return head;
}

namespace {

struct InitOptions {
    std::string pack = "eng-wt2006-medway", authority, admin = "admin", duty_telephone;
};

Outcome<int> make_record(const Call& call, const InitOptions& options)
{
    TRY_VOID(pack::find(options.pack));
    const auto database = open_database(call);
    if (store::schema_of(*database).version != 0) return refuse(RefusalCode::already_a_record);
    SystemClock clock;
    SystemRandomness randomness;
    const ledger::Pen pen{clock, randomness};
    TRY_VOID(store::migrate(*database, store::migrations(), clock.now()));
    const office::Authority authority{.name = options.authority,
                                      .pack_id = options.pack,
                                      .duty_telephone = options.duty_telephone.empty()
                                                            ? "your duty team"
                                                            : options.duty_telephone};
    TRY_VOID(database->write([&](store::Transaction& records) -> Outcome<void> {
        TRY_VOID(office::found(records, authority, clock.now()));
        ledger::append(records, pen, {"console", "console"}, {.action = "record.founded"});
        return {};
    }));
    account::Accounts accounts{*database, pen};
    const auto admin = TRY(accounts.first_administrator(options.admin, "First administrator"));
    JsonWriter json;
    json.object().key("database").value(call.database).key("authority").value(options.authority);
    json.key("pack").value(options.pack).key("user").value(options.admin);
    json.key("password").value(admin.password).end();
    print(call, json.text(),
          "An empty record for " + options.authority + " was made.\nAdministrator: " +
              options.admin + "\nOne-time password: " + admin.password +
              "\nSign in with it once and choose your own.");
    return exit_code::done;
}

Outcome<int> add_user(const Call& call, const account::NewUser& wanted)
{
    const auto record = TRY(open_record(call));
    account::Accounts accounts{*record->database, record->pen()};
    const auto add = [&]() -> Outcome<account::AddedUser> {
        // Whoever holds the database can do this anyway; the ledger says that the console did it.
        if (call.as.empty() && call.key.empty())
            return accounts.add_user({"console", "console"}, wanted);
        permission::Desk desk = TRY(desk_of(call, *record));
        auto added = accounts.add_user(desk, wanted);
        desk.settle();
        return added;
    };
    const auto added = add();
    if (!added) return std::unexpected{accounts.with_all(wanted, added.error())};
    JsonWriter json;
    json.object().key("user").value(wanted.user_name).key("password").value(added->password);
    json.key("token");
    if (wanted.with_token)
        json.value(added->token);
    else
        json.null();
    print(call, json.end().text(),
          "User: " + wanted.user_name + "\nOne-time password: " + added->password +
              (wanted.with_token ? "\nAPI token: " + added->token : ""));
    return exit_code::done;
}

struct VerifyOptions {
    std::string head, write_head;
};

/// The children's index has a proof of its own, which the ledger holds.
void prove_index(store::Database& database, ledger::Report& report)
{
    auto proof = index::prove(database, [told = std::int64_t{0}](std::int64_t rows) mutable {
        if (rows < told + 500'000) return;
        told = rows;
        std::fprintf(stderr, "%lld rows of the index\n", static_cast<long long>(rows));
    });
    report.rows += proof.rows;
    for (auto& finding : proof.findings) report.findings.push_back(std::move(finding));
}

Outcome<int> verify(const Call& call, const VerifyOptions& options)
{
    const auto kept = TRY(kept_head(options.head));
    const auto record = TRY(open_record(call));
    auto report =
        ledger::verify(*record->database, store::record_tables(store::migrations()), kept,
                       [](std::int64_t entries) {
                           std::fprintf(stderr, "%lld entries\n", static_cast<long long>(entries));
                       });
    prove_index(*record->database, report);
    if (report.good() && !options.write_head.empty() &&
        !(std::ofstream{options.write_head} << ledger::head_json(report.head) << '\n'
                                            << std::flush))
        throw Fault{"the head could not be written to its file"};
    JsonWriter json;
    json.object().key("verifies").value(report.good()).key("entries").value(report.entries);
    json.key("rows").value(report.rows).key("head").raw(ledger::head_json(report.head));
    json.key("findings").array();
    std::string words;
    for (const ledger::Finding& finding : report.findings) {
        json.object().key("entry").value(finding.seq).key("sentence").value(finding.sentence());
        json.end();
        words += finding.sentence() + '\n';
    }
    json.end().end();
    words += report.good() ? "The ledger verifies: " : "The ledger does NOT verify: ";
    words += std::to_string(report.entries) + " entries, " + std::to_string(report.rows) +
             " rows.\nHead: " + std::to_string(report.head.seq) + " " + report.head.hash;
    print(call, json.text(), words);
    return report.good() ? exit_code::done : exit_code::does_not_verify;
}

void tell_copied(const std::string& table, std::int64_t rows)
{
    std::fprintf(stderr, "%s: %lld\n", table.c_str(), static_cast<long long>(rows));
}

std::string done_json(const std::string& key, const std::string& file)
{
    JsonWriter json;
    return json.object().key(key).value(file).end().text();
}

Outcome<int> back_up(const Call& call, const std::string& file)
{
    const auto record = TRY(open_record(call));
    if (!call.as.empty()) {
        permission::Desk desk = TRY(desk_of(call, *record));
        TRY_VOID(desk.look<permission::Right::back_up>("record.backed_up", "", "a backup"));
    } else {
        record->database->write([&](store::Transaction& records) {
            ledger::append(records, record->pen(), {"console", "console"},
                           {.action = "record.backed_up"});
        });
    }
    TRY_VOID(store::backup(*record->database, file, key_from_environment(), tell_copied));
    print(call, done_json("backup", file), "The record was copied to " + file + ".");
    return exit_code::done;
}

/// A database file that was not there before, and goes again unless it is kept.
class NewFile {
public:
    explicit NewFile(std::string path) : path_{std::move(path)}
    {
        fresh_ = !path_.starts_with("postgres") && !std::filesystem::exists(path_);
    }
    ~NewFile()
    {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm"})
            if (fresh_) std::filesystem::remove(path_ + ending, ignored);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    void keep() { fresh_ = false; }
    bool goes_again() const { return fresh_; }

private:
    std::string path_;
    bool fresh_ = false;
};

Outcome<int> restore(const Call& call, const std::string& file)
{
    if (!std::filesystem::exists(file)) return refuse(RefusalCode::no_such_file, "file");
    NewFile target{call.database};
    const auto database = open_database(call);
    SystemClock clock;
    TRY_VOID(store::restore(file, key_from_environment(), *database, clock.now(), tell_copied));
    auto report =
        ledger::verify(*database, store::record_tables(store::migrations()), std::nullopt);
    prove_index(*database, report);
    if (report.good()) {
        target.keep();
        print(call, done_json("restored", file),
              "The record was restored from " + file + " and verifies.");
        return exit_code::done;
    }
    print(call, done_json(target.goes_again() ? "not_restored" : "restored", file),
          target.goes_again() ? "Nothing was restored: " + file + " does not verify."
                              : "The record was restored from " + file + ", and does not verify.");
    return exit_code::does_not_verify;
}

} // namespace

void add_record_commands(CLI::App& program, const Call& call, Command& chosen)
{
    auto init = std::make_shared<InitOptions>();
    auto* make = program.add_subcommand("init", "makes an empty record");
    make->add_option("--pack", init->pack, "the procedure pack")->capture_default_str();
    make->add_option("--authority", init->authority, "the council's name")->required();
    make->add_option("--admin", init->admin, "the first administrator")->capture_default_str();
    make->add_option("--duty-telephone", init->duty_telephone,
                     "to ring when the record cannot be read");
    make->callback([&, init] { chosen = [&call, init] { return make_record(call, *init); }; });

    auto wanted = std::make_shared<account::NewUser>();
    auto* users = program.add_subcommand("user", "who may sign in");
    users->require_subcommand(1);
    auto* add = users->add_subcommand("add", "adds a user");
    add->add_option("USER", wanted->user_name)->required();
    add->add_option("--name", wanted->name)->required();
    add->add_option("--role", wanted->role, "for instance duty_worker")->required();
    add->add_option("--email", wanted->email, "where notices are sent");
    add->add_flag("--token", wanted->with_token, "also makes an API token");
    add->callback([&, wanted] { chosen = [&call, wanted] { return add_user(call, *wanted); }; });

    auto heads = std::make_shared<VerifyOptions>();
    auto* check = program.add_subcommand("verify", "checks the ledger and the tables");
    check->add_option("--head", heads->head, "a head kept from before");
    check->add_option("--write-head", heads->write_head, "keeps the head there when all is well");
    check->callback([&, heads] { chosen = [&call, heads] { return verify(call, *heads); }; });

    auto file = std::make_shared<std::string>();
    auto* copy = program.add_subcommand("backup", "a consistent copy while running");
    copy->add_option("FILE", *file)->required();
    copy->callback([&, file] { chosen = [&call, file] { return back_up(call, *file); }; });
    auto* back = program.add_subcommand("restore", "puts a backup into an empty database");
    back->add_option("FILE", *file)->required();
    back->callback([&, file] { chosen = [&call, file] { return restore(call, *file); }; });
}

} // namespace heed::app
