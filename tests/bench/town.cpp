#include "town.hpp"

#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "plan/plan_store.hpp"

namespace heed::bench {

namespace {

using office::Stamp;

constexpr std::size_t households_in_a_transaction = 100;
constexpr const char* switchboard = "01632 960400";

constexpr std::array girls{"Mary",   "Aisha",    "Chloe",     "Grace", "Niamh",  "Sofia",
                           "Zainab", "Ellie",    "Hannah",    "Ivy",   "Jade",   "Keira",
                           "Lauren", "Megan",    "Orla",      "Poppy", "Ruby",   "Sara",
                           "Tia",    "Wiktoria", "Katherine", "Anya",  "Bethan", "Destiny"};
constexpr std::array boys{"Thomas",  "Yusuf",   "Callum",      "Daniel", "Ethan", "Finlay",
                          "George",  "Harry",   "Isaac",       "Jakub",  "Kyle",  "Liam",
                          "Mohamed", "Noah",    "Oliver",      "Patryk", "Reece", "Samuel",
                          "Tyler",   "William", "Christopher", "Aaron",  "Ben",   "Declan"};
constexpr std::array grown{"Kerry", "Dawn", "Amina", "Lisa", "Joanne", "Marta", "Paula", "Rachel"};
constexpr std::array stems{"Ash",  "Brad", "Cob",   "Dun",  "Ever", "Fair", "Gar",  "Har",
                           "Ing",  "Kel",  "Lang",  "Mar",  "Nor",  "Oak",  "Pem",  "Quar",
                           "Ros",  "Sel",  "Tans",  "Ud",   "Ver",  "Wal",  "Yar",  "Thorn",
                           "Crow", "Hol",  "Black", "Whit", "Ren",  "Stan", "Birk", "Lin"};
constexpr std::array endings{"ley",  "ton",   "wood", "field", "by",   "worth", "man",    "son",
                             "well", "croft", "more", "shaw",  "ford", "ham",   "bridge", "combe"};
constexpr std::array ways{"Road", "Street", "Row", "Close", "Lane", "Avenue"};

std::string surname(Dice& dice)
{
    const std::size_t which = dice.mostly_small(stems.size() * endings.size());
    return std::string{stems[which % stems.size()]} + endings[which / stems.size()];
}

std::string street(Dice& dice)
{
    return std::to_string(1 + dice.below(140)) + " " + dice.any(stems) + dice.any(endings) + " " +
           dice.any(ways);
}

/// Of an area that the post does not have.
std::string postcode(Dice& dice)
{
    static constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";
    std::string text = "QN" + std::to_string(1 + dice.below(9)) + " ";
    text += std::to_string(1 + dice.below(9));
    text += dice.any(letters);
    return text + dice.any(letters);
}

/// Families of one transaction are written together, with one entry in the ledger.
class Settling {
public:
    Settling(store::Transaction& records, const Stamp& stamp, const pack::Pack& pack)
        : records_{records}, stamp_{stamp}, pack_{pack}, today_{day_in_england(stamp.now)}
    {
    }

    std::vector<directory::ProfessionalId> professionals()
    {
        const auto agency =
            directory::add(records_, stamp_,
                           directory::AgencyDetails{.name = "General Hospital",
                                                    .numbers = {{.telephone = switchboard}}});
        std::vector<directory::ProfessionalId> added;
        for (int i = 0; i < 60; ++i) {
            const std::string number = std::to_string(100 + i);
            added.push_back(*directory::add(
                records_, stamp_,
                directory::ProfessionalDetails{.name = "Key Worker " + number,
                                               .job = "social worker",
                                               .agency = *agency,
                                               .telephone = "01632 960" + number,
                                               .is_qualified_social_worker = true}));
        }
        return added;
    }

    /// Gives those who live there.
    std::vector<Resident> household(Dice& dice, bool on_plan,
                                    const std::vector<directory::ProfessionalId>& key_workers)
    {
        const std::string name = surname(dice), home = street(dice), code = postcode(dice);
        const auto household = family::household_numbered(records_, stamp_, "");
        const auto adult = *family::add_adult(records_, stamp_,
                                              {.name = std::string{dice.any(grown)} + " " + name});
        family::joins(records_, stamp_, {.household = household, .adult = adult}).value();
        std::vector<Resident> residents;
        const std::size_t many = 1 + dice.below(4);
        for (std::size_t i = 0; i < many; ++i) {
            const bool twin = i > 0 && dice.one_in(20);
            residents.push_back(child(dice, {.surname = name, .street = home, .postcode = code},
                                      twin ? residents.back().born : birthday(dice)));
            if (twin) residents.back().is_twin = residents[i - 1].is_twin = true;
            Resident& one = residents.back();
            family::joins(records_, stamp_, {.household = household, .child = one.id}).value();
            family::relate(records_, stamp_,
                           {.child = one.id, .adult = adult, .tie = family::Tie::mother})
                .value();
            if (on_plan) begin_plan(one, dice.any(key_workers));
        }
        return residents;
    }

private:
    struct Home {
        std::string surname, street, postcode;
    };

    Day birthday(Dice& dice) const
    {
        return today_ - std::chrono::days{30 + static_cast<int>(dice.below(16 * 365))};
    }

    Resident child(Dice& dice, const Home& home, Day born)
    {
        const bool is_girl = dice.one_in(2);
        const std::string forename = is_girl ? dice.any(girls) : dice.any(boys);
        const auto postcode = *child::Postcode::from(home.postcode);
        const auto id =
            child::add(records_, stamp_,
                       {.particulars = {.birth = child::Birth::known(born),
                                        .sex = is_girl ? child::Sex::female : child::Sex::male},
                        .names = {{.name = *child::Name::of(forename, "", home.surname)}},
                        .addresses = {{.address = child::address_from(home.street, postcode)}}});
        return {id.value(), forename, home.surname, home.street, home.postcode, born};
    }

    void begin_plan(Resident& resident, const directory::ProfessionalId& key_worker)
    {
        plan::begin(records_, stamp_,
                    {.child = resident.id,
                     .period = plan::Period::open(today_ - std::chrono::days{20}),
                     .pack = pack_.id(),
                     .categories = {"neglect"},
                     .key_worker = key_worker,
                     .next_review_due = today_ + std::chrono::days{70}},
                    pack_)
            .value();
        resident.is_on_plan = true;
    }

    store::Transaction& records_;
    const Stamp& stamp_;
    const pack::Pack& pack_;
    Day today_;
};

/// Gives what `work` gives, done in one transaction with its entry in the ledger.
template <class Work> auto in_one_transaction(app::OpenRecord& record, Work&& work)
{
    return record.database->write([&](store::Transaction& records) {
        const Stamp stamp{record.clock.now(), record.randomness};
        auto done = work(Settling{records, stamp, *record.pack});
        ledger::append(records, record.pen(), {"console", "console"}, {.action = "town.settled"});
        return done;
    });
}

} // namespace

Town settle(app::OpenRecord& record, TownSize size)
{
    const ledger::Actor console{"console", "console"};
    account::Accounts accounts{*record.database, record.pen()};
    accounts.add_user(console, {"dora", "Dora Reed", "designated_manager"}).value();
    const auto worker = accounts.add_user(
        console,
        {.user_name = "sam", .name = "Sam Okoro", .role = "duty_worker", .with_token = true});
    Town town{.token = worker.value().token, .switchboard = switchboard};
    const auto key_workers =
        in_one_transaction(record, [](Settling settling) { return settling.professionals(); });
    Dice dice{2008};
    std::size_t on_plan = 0;
    while (town.children.size() < size.children) {
        const auto settled = in_one_transaction(record, [&](Settling settling) {
            std::vector<Resident> all;
            for (std::size_t i = 0; i < households_in_a_transaction; ++i) {
                const bool has_plan =
                    on_plan < size.on_plan && dice.below(size.children) < size.on_plan;
                const auto household = settling.household(dice, has_plan, key_workers);
                if (has_plan) on_plan += household.size();
                all.insert(all.end(), household.begin(), household.end());
            }
            return all;
        });
        town.children.insert(town.children.end(), settled.begin(), settled.end());
    }
    return town;
}

} // namespace heed::bench
