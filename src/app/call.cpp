#include "app/call.hpp"

#include "app/findable.hpp"
#include "core/text.hpp"
#include "extract/dates_as_typed.hpp"
#include "pack/library.hpp"
#include "store/migrate.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace heed::app {

std::string key_from_environment()
{
    const char* path = std::getenv("HEED_KEY_FILE");
    if (path == nullptr || *path == '\0') return {};
    std::ifstream file{path};
    std::string key;
    file >> key;
    if (key.size() != 64 || key.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
        throw Fault{"the file that HEED_KEY_FILE names does not hold a key of 64 hex digits"};
    return key;
}

std::unique_ptr<store::Database> open_database(const Call& call, store::Options options)
{
    options.key_hex = key_from_environment();
    return store::Database::open(call.database, options);
}

Outcome<std::unique_ptr<OpenRecord>> open_record(const Call& call, store::Options options)
{
    if (!store::names_postgres(call.database) && !std::ifstream{call.database})
        return refuse(RefusalCode::not_a_record, "database");
    auto record = std::make_unique<OpenRecord>();
    record->database = open_database(call, std::move(options));
    record->saved_people = saved_people(call);
    const store::Schema schema = store::schema_of(*record->database);
    if (schema.version == 0) return refuse(RefusalCode::not_a_record, "database");
    TRY_VOID(store::migrate(*record->database, store::migrations(), record->clock.now()));
    record->authority = TRY(record->database->read(
        [](store::Snapshot& records) { return office::authority_of(records); }));
    record->pack = TRY(pack::find(record->authority.pack_id));
    return record;
}

namespace {

/// Keeps what is typed off the screen.
class Silent {
public:
    Silent()
    {
        if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    Silent(const Silent&) = delete;
    Silent& operator=(const Silent&) = delete;
    ~Silent()
    {
        if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }

private:
    termios before_{};
    bool changed_ = false;
};

std::string asked_on_terminal(const char* what)
{
    std::fprintf(stderr, "%s: ", what);
    std::string answer;
    {
        const Silent silent;
        std::getline(std::cin, answer);
    }
    std::fputc('\n', stderr);
    return std::string{trimmed(answer)};
}

} // namespace

Outcome<permission::SignedIn> who_acts(const Call& call, OpenRecord& record)
{
    if (call.as.empty()) return refuse(RefusalCode::sign_in_first, "as");
    account::Accounts accounts{*record.database, record.pen(), {}, key_from_environment()};
    if (const char* token = std::getenv("HEED_TOKEN"); token != nullptr && *token != '\0') {
        auto person = TRY(accounts.authenticate_token(token));
        if (person.user_name != call.as) return refuse(RefusalCode::wrong_sign_in, "as");
        return person;
    }
    const std::string password = asked_on_terminal("Password");
    auto person = accounts.authenticate_password(call.as, password, "");
    if (!person && person.error().field == "code")
        return accounts.authenticate_password(call.as, password, asked_on_terminal("Code"));
    return person;
}

Outcome<permission::Desk> desk_of(const Call& call, OpenRecord& record)
{
    permission::Desk desk{*record.database, record.pen(), TRY(who_acts(call, record))};
    desk.begin({call.key, call.command});
    return desk;
}

Outcome<Day> day_of_option(const std::string& typed, const std::string& option, Day today)
{
    // What is still to come may be asked about too, as reviews may lie ahead.
    const auto date = extract::date_as_typed(typed, today, extract::DateOf::review);
    if (date.kind != extract::TypedDate::Kind::day)
        return refuse(RefusalCode::not_a_date, option, "Also 14/03/2019 and 2019-03-14 are read.");
    return date.day;
}

void print(const Call& call, const std::string& json, const std::string& words)
{
    const std::string& text = call.json ? json : words;
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (!text.ends_with('\n')) std::fputc('\n', stdout);
}

} // namespace heed::app
