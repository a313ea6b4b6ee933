#include "questions.hpp"

#include "core/json.hpp"

namespace heed::bench {

namespace {

struct About {
    std::string name, born;
};

std::string body(const Town& town, const About& about)
{
    JsonWriter json;
    json.object().key("caller").object().key("name").value("Sister Dale");
    json.key("job").value("ward sister").key("agency").value("General Hospital");
    json.key("called_back").value(town.switchboard).end();
    json.key("reason").value("bruising to both arms, attending now with an aunt");
    json.key("about").object().key("name").value(about.name).key("born").value(about.born).end();
    return json.end().text();
}

/// One letter of it misheard, never the first.
std::string misheard(std::string name, Dice& dice)
{
    static constexpr std::string_view vowels = "aeiou";
    name[1 + dice.below(name.size() - 1)] = dice.any(vowels);
    return name;
}

About ask(const Town& town, Dice& dice)
{
    const Resident& one = dice.any(town.children);
    const std::size_t kind = dice.below(20);
    if (kind < 7) return {one.forename + " " + one.surname, to_iso(one.born)};
    if (kind < 13)
        return {one.forename + " " + misheard(one.surname, dice), to_iso(one.born).substr(0, 4)};
    if (kind < 16) return {one.surname, to_iso(one.born)};
    return {"Xanthe Zwol" + misheard("enko", dice), "2011-02-03"};
}

} // namespace

std::vector<std::string> questions(const Town& town, std::size_t many)
{
    Dice dice{1899};
    std::vector<std::string> bodies;
    bodies.reserve(many);
    while (bodies.size() < many) bodies.push_back(body(town, ask(town, dice)));
    return bodies;
}

} // namespace heed::bench
