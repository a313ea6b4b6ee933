#include "support/people_names.hpp"

#include <cstdint>

namespace heed::support {

const std::array<NameStock, 5> stocks_of_these_islands{{
    {"english", 0.505, Custom::plain, 224'200, 17'600,
     "Olivia Emily Jessica Sophie Ruby Chloe Grace Lily Amelia Evie Mia Ella Charlotte Lucy Megan "
     "Ellie Isabella Hannah Katie Poppy Amy Holly Lauren Molly Abigail Bethany Leah Emma Daisy "
     "Freya Georgia Eleanor Phoebe Elizabeth Isabelle Alice Scarlett Lola Imogen Jasmine Caitlin "
     "Amber Rosie Erin Paige Eva Matilda Zara Sienna Summer Maisie Lacey Keira Victoria Alexandra "
     "Libby Madison Rebecca Harriet Rachel Sarah Laura Nicole Gemma Kayleigh Catherine Anne-Marie "
     "Mary Esme Florence Lexi Isla Ava Darcy Tilly Martha Willow Elsie Heidi Niamh Maya Francesca "
     "Annabelle Beatrice Faith Skye Lydia Aimee Tia Naomi Courtney Shannon Eliza Gabriella Ivy "
     "Harper Penelope Robyn Bonnie Clara Thea Violet Hollie Zoe Hope Eve Nancy Ellen Julia Kelly "
     "Stephanie Natasha Danielle Natalie Samantha Charlie Alexis Kayla Demi-Leigh Lilly-May "
     "Ella-Rose Ellie-Mae Gracie-Mae Amelia-Rose Tegan Morgan Jodie Louise Helen Claire Josephine "
     "Margaret Rosalind Philippa Henrietta Arabella Ottilie Cordelia Jemima Tabitha Verity",
     "Jack Oliver Thomas Harry Joshua Alfie Charlie Daniel William James George Samuel Joseph "
     "Benjamin Ethan Luke Max Jake Matthew Lewis Jayden Logan Callum Tyler Ryan Alexander Adam "
     "Nathan Archie Henry Dylan Leo Oscar Connor Liam Harvey Toby Isaac Edward Riley Cameron Owen "
     "Freddie Finley Mason Kieran Bradley Jamie Christopher Michael David Andrew Robert Richard "
     "Jonathan Sebastian Dominic Patrick Anthony Nicholas Stephen Philip Gareth Peter John Kyle "
     "Noah Jacob Lucas Aaron Theo Arthur Zachary Louis Elliot Stanley Reuben Jude Bobby Tommy "
     "Frankie Reece Corey Brandon Ellis Ashton Kai Blake Jenson Billy Louie Hugo Gabriel Rory "
     "Ben Sam Joe Alex Dan Marcus Vincent Timothy Simon Craig Darren Lee Scott Mark Paul Ian Kevin "
     "Jeremy Rupert Barnaby Monty Wilfred Ralph Rowan Jasper Felix Xavier Ezra Caleb Jordan "
     "Tyler-Jay Alfie-Jay Tobias Montgomery Ignatius Crispin Piers Giles Dexter Ronnie Reggie "
     "Albert Ernest Frederick Leonard Sidney Douglas Graham Trevor Malcolm",
     "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans "
     "Walker White Roberts Green Hall Wood Jackson Clarke Harris Clark Turner Hill Cooper Ward "
     "Moore Morris King Watson Harrison Baker Martin Morgan Allen James Scott Phillips Davis Lee "
     "Parker Bennett Price Griffiths Young Mitchell Cook Shaw Bailey Carter Richardson Marshall "
     "Collins Bell Webb Rogers Gray Mills Palmer Knight Barnes Lloyd Butler Barker Pearson "
     "Fletcher Howard Andrews Reynolds Ford Payne Fox Pearce Day Brooks West Lawrence Cole "
     "Atkinson Bradley Spencer Holmes Hunt Russell Chapman Mason Stevens Adams Hughes Edwards "
     "Lewis Thomas Gibson Matthews Ellis Foster Wilkinson Powell Kelly Owen Rose Simpson Dixon "
     "Harvey Graham Fisher Stevenson Jenkins Perry Saunders Wells Hart Woods Francis Bird Oliver "
     "Newman Fuller Hawkins Grant Dean Johnston Carr Nicholson Stone Hudson Burns Freeman Hayes "
     "Bishop Cunningham Austin Hopkins Potter Gardner Lane Marsh Rice Booth Lowe Warren Hardy Gill "
     "Sutton Barrett Gordon Jordan Perkins Stephens Nelson Armstrong Riley Black Long Bates Arnold "
     "Hutchinson Newton Parsons Harper Porter Cross Curtis Berry Hunter Gregory Page Bryant "
     "Alexander Peters Kemp Ball Rowe Carpenter Simmons Frost Goodwin Lucas Barton Reed Coleman "
     "Wheeler Cooke Todd Hewitt Humphreys Stephenson Whitehead Fairbrother Winterbottom Tansley "
     "Haddow Quarrie Pickersgill Entwistle Ramsbottom Higginbottom Sidebotham Ogden Clegg Ashworth "
     "Greenhalgh Crabtree Sutcliffe Hargreaves Pilkington Arkwright Rigby Unsworth Tattersall "
     "Trelawney Penrose Tregenza Pascoe Polglase Chenoweth Featherstone Thackeray Braithwaite "
     "Postlethwaite Satterthwaite Micklethwaite Cholmondeley Beauchamp Marjoribanks Leigh Wyatt "
     "Skinner Thatcher Wainwright Cartwright Plummer Sawyer Tanner Weaver Fowler Shepherd Bowman",
     "ash bar black brad bran brock buck burn car chap clay cob cold cran crow dal dar den dray "
     "dun east eld fair farn fen flax gar gold gran great green hag hal hard hart hay hazel heath "
     "hol horn hurst kel ken kirk lang lin lock long low lud mal mar mel mid mil mor moss nor oak "
     "old over pad pen pick pol rad red rid rock row rush sal sand shel sher sil stan stir sto sun "
     "swan tal thorn tim tor trow wad wal war wat way wel wen whit wil win wold wood wor yar yel",
     "a e i o er en el in ing le les ler",
     "ton ham ley worth field wood by croft bridge shaw man well den stone wick land er son ard "
     "low burn bury combe cote dale ett ford gate grave hurst ick kin lock more nall over ridge "
     "sall some stead thwaite tree vale ward win with yer s y"},
    {"scottish", 0.03, Custom::plain, 17'100, 2'400,
     "Eilidh Isla Ailsa Kirsty Catriona Mhairi Skye Iona Morag Fiona Lorna Aileen Rhona Shona "
     "Emily Olivia Sophie Lucy Erin Amy Rebecca Megan Mirren Orla Heather Jean Elspeth Senga",
     "Callum Ewan Fraser Finlay Hamish Angus Rory Lachlan Alasdair Duncan Gregor Craig Stuart Iain "
     "Jack James Lewis Cameron Euan Murray Struan Magnus Ruaridh Fergus Blair Gordon Ross",
     "McDonald Campbell Stewart Robertson Thomson Anderson MacKenzie Reid Murray Ross Paterson "
     "Fraser Cameron MacLeod McMillan Sutherland Douglas Wallace Kerr Hamilton Sinclair McIntyre "
     "Ferguson MacDonald Johnstone Henderson Morrison Duncan Buchanan Drummond MacGregor McKay "
     "McLean Munro Forbes Urquhart Colquhoun Menzies Dalziel Farquharson McAllister McPherson",
     "abern auch bal bar blan bren cal carn cran cul dal dal drum dun fin gar gil glen in kin kil "
     "loch mac mel mon muir pit stra tor",
     "a e i o an in ar", "kirk burn muir lie ock art och ie an more nie gie house gray head"},
    {"welsh", 0.02, Custom::plain, 5'700, 1'920,
     "Seren Ffion Cerys Carys Megan Nia Rhiannon Bethan Angharad Gwen Lowri Sian Catrin Elin "
     "Heledd Olivia Emily Mali Efa Eira Non Tegwen Myfanwy Eleri Llinos Branwen",
     "Rhys Dylan Owain Ioan Gethin Evan Osian Gareth Huw Iwan Rhodri Emyr Dafydd Bryn Aled Ieuan "
     "Jac Harri Tomos Gruffydd Llewelyn Macsen Steffan Geraint Idwal",
     "Jones Davies Williams Evans Thomas Lewis Morgan Griffiths Rees Hughes Pugh Prosser Howells "
     "Llewellyn Pritchard Parry Bowen Vaughan Meredith Gwilym Protheroe Beynon Probert Harries "
     "Roberts Edwards Phillips Jenkins Price Owen Powell Humphreys Gwynne Bevan Cadwallader",
     "aber ap bryn cad car cel cyn dol gwen gwil hen llan mad mor pen pryd rhod tre ty",
     "a e i o w y an en", "wyn en ydd ion og ell an as is mor fan"},
    {"irish", 0.045, Custom::plain, 17'100, 2'880,
     "Niamh Aoife Saoirse Caoimhe Roisin Ciara Orla Sinead Siobhan Aisling Grainne Clodagh Eimear "
     "Maeve Bridget Mairead Nuala Deirdre Sadhbh Fionnuala Emily Grace Katie Erin Shannon Kathleen "
     "Margaret Bernadette Tara Oonagh Assumpta",
     "Sean Conor Cian Oisin Patrick Liam Eoin Cillian Fionn Ciaran Declan Padraig Diarmuid Tadhg "
     "Cormac Ronan Donnacha Lorcan Seamus Eamon Jack James Michael Daniel Kevin Brendan Malachy "
     "Aidan Rory Shane Dermot Turlough",
     "Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy "
     "Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin O'Carroll Connolly Daly Wilson "
     "Dunne Brennan Burke Collins Campbell Clarke O'Mahony McKenna O'Callaghan McDermott Ward "
     "Ni-Dhonaill O'Hara O'Shea O'Dowd O'Leary O'Rourke Fitzgerald Fitzpatrick McDonagh Maughan "
     "Joyce Cash Connors Stokes Flanagan Geoghegan Mulligan Nolan Keogh Duffy Maguire Cassidy",
     "bal bran cal car cas con cor cul dal don dor duf fal fin flan gal ger hal ken kil lal lon "
     "mag mal mul nag nol ro scan shan sul tier to tul",
     "a e i o la li la an in", "nessy gan ley rty nan an ghan ery ick ahan igan oran gher nity"},
    {"caribbean", 0.03, Custom::plain, 7'600, 4'000,
     "Aaliyah Kayla Shanice Tiana Jada Keisha Latoya Destiny Kiara Shaniqua Naomi Renee Chantelle "
     "Imani Nevaeh Kenya Shakira Tanisha Simone Monique Alicia Leah Ebony Tanya Sade Rochelle",
     "Tyrese Kymani Jermaine Tyrone Malachi Kofi Marcus Leroy Dwayne Rashad Jaheim Kieron Isaiah "
     "Malik Nathaniel Elijah Deshawn Tafari Omari Andre Curtis Delroy Winston Jevon Romario",
     "Campbell Brown Williams Johnson Francis Clarke Thompson Lewis Grant Gordon Reid Bailey "
     "Henry Joseph Charles Pierre Morrison Bennett Edwards Palmer Robinson Walters Blake Facey "
     "Dacosta Lindo Mcintosh Bogle Samuels Dixon Baptiste St-Louis Augustin Hyacinthe Alleyne",
     "ja jer ka ke ky la le ma na qua ra re ro sha ta ti ty de da che mar ter za",
     "ai ay e ee i ia o on an el ar", "ton son ard ville ier elle ane y iste worth ers combe"},
}};

} // namespace heed::support
