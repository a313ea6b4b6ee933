#include "extract/names_as_typed.hpp"

#include <rapidcheck/gtest.h>

namespace heed::extract {
namespace {

struct Case {
    const char* name;
    const char* typed;
    const char* proper;
    NamePart part = NamePart::surname;
};
std::string name_of(const testing::TestParamInfo<Case>& test) { return test.param.name; }

class NameInOneCase : public testing::TestWithParam<Case> {};

TEST_P(NameInOneCase, IsWrittenAsItsOwnerWould)
{
    EXPECT_EQ(proper_case(GetParam().typed, GetParam().part), GetParam().proper);
}

INSTANTIATE_TEST_SUITE_P(
    Surname, NameInOneCase,
    testing::Values(
        Case{"Plain", "BUCKLEY", "Buckley"}, Case{"Small", "buckley", "Buckley"},
        Case{"Mc", "MCDONNELL", "McDonnell"}, Case{"McSmall", "mckenna", "McKenna"},
        Case{"McWithASpace", "MC KENNA", "Mc Kenna"}, Case{"MacOfAClan", "MACDONALD", "MacDonald"},
        Case{"MacMahon", "MACMAHON", "MacMahon"}, Case{"Mackie", "MACKIE", "Mackie"},
        Case{"Macey", "MACEY", "Macey"}, Case{"Mac", "MAC", "Mac"},
        Case{"Maciejewski", "MACIEJEWSKI", "Maciejewski"}, Case{"O", "O'NEILL", "O'Neill"},
        Case{"OSmall", "o'neill", "O'Neill"}, Case{"OCurly", "O’BRIEN", "O’Brien"},
        Case{"D", "D'ARCY", "D'Arcy"}, Case{"Possessive", "JAMES'S", "James's"},
        Case{"Double", "OSTROWSKI-MARCINIAK", "Ostrowski-Marciniak"},
        Case{"DoubleMc", "BYRNE-MCCARTHY", "Byrne-McCarthy"}, Case{"De", "DE SOUZA", "de Souza"},
        Case{"DeLa", "DE LA CRUZ", "de la Cruz"}, Case{"VanDer", "VAN DER BERG", "van der Berg"},
        Case{"VanAlone", "VAN", "Van"}, Case{"La", "LA ROCHE", "La Roche"},
        Case{"Le", "LE BLANC", "Le Blanc"}, Case{"St", "ST JOHN", "St John"},
        Case{"Polish", "JABŁOŃSKI", "Jabłoński"}, Case{"Irish", "Ó CONAILL", "Ó Conaill"},
        Case{"Spaces", "  SMITH   JONES ", "Smith Jones"}, Case{"Roman", "SMITH III", "Smith III"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Forename, NameInOneCase,
    testing::Values(Case{"Accents", "SIÂN", "Siân", NamePart::forename},
                    Case{"Mackenzie", "MACKENZIE", "Mackenzie", NamePart::forename},
                    Case{"McKenzie", "MCKENZIE", "McKenzie", NamePart::forename},
                    Case{"Hyphen", "MARY-JANE", "Mary-Jane", NamePart::forename},
                    Case{"Initials", "J.P.", "J.P.", NamePart::forename},
                    Case{"Van", "VAN ANH", "Van Anh", NamePart::forename}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Whole, NameInOneCase,
    testing::Values(Case{"Plain", "CLAIRE MACDONALD", "Claire MacDonald", NamePart::whole},
                    Case{"Particle", "ROSIE DE SOUZA", "Rosie de Souza", NamePart::whole},
                    Case{"Initials", "JJ Smith", "JJ Smith", NamePart::whole}),
    name_of);

INSTANTIATE_TEST_SUITE_P(InBothCases, NameInOneCase,
                         testing::Values(Case{"McDonnell", "McDonnell", "McDonnell"},
                                         Case{"Macdonald", "Macdonald", "Macdonald"},
                                         Case{"OddButTheirs", "deSouza", "deSouza"},
                                         Case{"ParticleKept", "van der Berg", "van der Berg"},
                                         Case{"OneShouted", "Smith JONES", "Smith Jones"},
                                         Case{"ParticleCapital", "De Souza", "De Souza"}),
                         name_of);

RC_GTEST_PROP(ProperCase, IsSettledAfterOnce, (const std::string& typed))
{
    const auto once = proper_case(typed, NamePart::surname);
    RC_ASSERT(folded(proper_case(once, NamePart::surname)) == folded(once));
}

TEST(ProperCase, SurvivesWhatIsNoName)
{
    for (const char* typed : {"", "-", "'", "O'", "MC", "MAC-", "''", "1234", "\xFF\xFE", "- -"})
        EXPECT_NO_THROW((void)proper_case(typed, NamePart::surname)) << typed;
}

TEST(Folded, MakesOneNameOfItsSpellings)
{
    EXPECT_EQ(folded("O'Neill"), folded("ONEILL"));
    EXPECT_EQ(folded("Róisín"), folded("roisin"));
    EXPECT_EQ(folded("Jabłoński"), folded("JABLONSKI"));
    EXPECT_EQ(folded("Ostrowski-Marciniak"), folded("ostrowski marciniak"));
    EXPECT_NE(folded("Ann"), folded("Anna"));
}

TEST(Forenames, AreOneAndTheOthers)
{
    EXPECT_EQ(forenames_as_typed("Casey Grace"), (TypedForenames{"Casey", "Grace", {}, false}));
    EXPECT_EQ(forenames_as_typed("MARY-JANE ANNE ROSE"),
              (TypedForenames{"Mary-Jane", "Anne Rose", {}, false}));
    EXPECT_EQ(forenames_as_typed(" Billy "), (TypedForenames{"Billy", "", {}, false}));
    EXPECT_EQ(forenames_as_typed(""), TypedForenames{});
}

TEST(Forenames, GiveUpTheNameInBrackets)
{
    EXPECT_EQ(forenames_as_typed("Katherine (Kate) Ann"),
              (TypedForenames{"Katherine", "Ann", {{"Kate", ""}}, false}));
    EXPECT_EQ(forenames_as_typed("Katherine \"KIT\""),
              (TypedForenames{"Katherine", "", {{"Kit", ""}}, false}));
}

TEST(Forenames, SayWhenAChildIsNotYetBorn)
{
    for (const char* typed : {"Unborn", "UNBORN", "unborn baby", "Unborn Child", "UB", "Bump"})
        EXPECT_EQ(forenames_as_typed(typed), (TypedForenames{"Unborn", "", {}, true})) << typed;
    EXPECT_EQ(forenames_as_typed("Unborn (twin 2)"),
              (TypedForenames{"Unborn", "twin 2", {}, true}));
    EXPECT_FALSE(forenames_as_typed("Baby").unborn) << "a newborn is called so";
}

using Aliases = std::vector<Alias>;

TEST(AliasesTyped, AreTakenApart)
{
    EXPECT_EQ(aliases_as_typed("Kimie", "Fowler"), (Aliases{{"Kimie", ""}}));
    EXPECT_EQ(aliases_as_typed("KIM FOWLER", "Fowler"), (Aliases{{"Kim", "Fowler"}}));
    EXPECT_EQ(aliases_as_typed("Kim; Kimmy Reid", "Fowler"),
              (Aliases{{"Kim", ""}, {"Kimmy", "Reid"}}));
    EXPECT_EQ(aliases_as_typed("Kim / Kimmy and Leanne", "Fowler"),
              (Aliases{{"Kim", ""}, {"Kimmy", ""}, {"Leanne", ""}}));
    EXPECT_EQ(aliases_as_typed("Fowler, Kim", "FOWLER"), (Aliases{{"Kim", "Fowler"}}));
    EXPECT_EQ(aliases_as_typed("Kim, Kimmy", "Fowler"), (Aliases{{"Kim", ""}, {"Kimmy", ""}}));
    EXPECT_EQ(aliases_as_typed("aka Sandy", "Fowler"), (Aliases{{"Sandy", ""}}))
        << "the 'and' inside Sandy is hers";
    EXPECT_EQ(aliases_as_typed("N/K", "Fowler"), Aliases{});
    EXPECT_EQ(aliases_as_typed("", "Fowler"), Aliases{});
}

TEST(WholeName, IsTakenApart)
{
    EXPECT_EQ(whole_name_as_typed("HARWOOD, Mary Ellen"), (TypedName{"HARWOOD", "Mary Ellen"}));
    EXPECT_EQ(whole_name_as_typed("Mary Ellen HARWOOD"), (TypedName{"HARWOOD", "Mary Ellen"}));
    EXPECT_EQ(whole_name_as_typed("DE SOUZA Mary"), (TypedName{"DE SOUZA", "Mary"}));
    EXPECT_EQ(whole_name_as_typed("Mary Ellen Harwood"), (TypedName{"Harwood", "Mary Ellen"}));
    EXPECT_EQ(whole_name_as_typed("MARY HARWOOD"), (TypedName{"HARWOOD", "MARY"}));
    EXPECT_EQ(whole_name_as_typed("Harwood"), (TypedName{"Harwood", ""}));
    EXPECT_EQ(whole_name_as_typed(""), TypedName{});
}

TEST(CarerTyped, MayHaveTheirRelationBesideThem)
{
    EXPECT_EQ(carer_as_typed("Kerry Tansley (Mother)"), (Carer{"Kerry Tansley", "mother"}));
    EXPECT_EQ(carer_as_typed("KERRY TANSLEY - mother"), (Carer{"Kerry Tansley", "mother"}));
    EXPECT_EQ(carer_as_typed("Ewa Kamiński"), (Carer{"Ewa Kamiński", ""}));
    EXPECT_EQ(carer_as_typed("not known"), Carer{});
    EXPECT_EQ(carer_as_typed(" "), Carer{});
}

} // namespace
} // namespace heed::extract
