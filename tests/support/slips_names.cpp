#include "support/slips.hpp"

#include "support/people.hpp"
#include "support/people_words.hpp"

#include <algorithm>
#include <unordered_map>

namespace heed::support {
namespace {

// The name, and what people say.
constexpr std::string_view called_names =
    "Abigail Abi Abbie Gail|Alexander Alex Al Xander Sandy|Alexandra Lexi Alex Sandra Sasha|"
    "Amelia Millie Mia|Anthony Tony Ant|Andrew Andy Drew|Annabelle Annie Bella Belle|"
    "Arabella Bella|Archie Arch|Beatrice Bea Trixie|Benjamin Ben Benji Benny|Bethany Beth|"
    "Bradley Brad|Bridget Bridie Biddy|Cameron Cam|Catherine Cath Cathy Kate Kitty|"
    "Catriona Trina Cat|Charlotte Lottie Charlie Char|Charlie Chaz Chas|Christopher Chris Kit "
    "Topher|"
    "Connor Con|Daniel Dan Danny|Danielle Dani Elle|David Dave Davey|Deborah Debs Debbie|"
    "Dominic Dom|Edward Ed Eddie Ted Ned|Eleanor Ellie Nell Nora|Elizabeth Liz Beth Libby Betsy "
    "Lizzie|"
    "Ella-Rose Ella|Ellie-Mae Ellie|Emily Em Emmie Millie|Emmanuel Manny Emma|Ethan Eth|"
    "Finley Fin|Florence Flo Florrie Flossie|Francesca Fran Frankie Chess|Frederick Fred Freddie|"
    "Gabriel Gabe|Gabriella Gabby Ella|Georgia Georgie Gee|Gracie-Mae Gracie|Gregor Greg|"
    "Harriet Hattie Harri|Henry Harry Hal|Henrietta Hettie Etta|Isabella Bella Izzy Issy|"
    "Isabelle Izzy Belle|Jacob Jake Jakey Cobie|James Jim Jimmy Jamie|Jasmine Jas Jazz|"
    "Jemima Jem Mima|Jessica Jess Jessie|Jonathan Jon Jonny Nathan|Joseph Joe Joey|"
    "Josephine Josie Jo|Joshua Josh|Kayleigh Kay|Katie Kate|Kieran Kier|Lauren Loz Laurie|"
    "Laura Lol Lolly|Lily Lil|Lewis Lew|Louis Lou|Madison Maddie|Margaret Maggie Meg Peggy Greta|"
    "Martha Marty|Mary Molly May Polly|Matilda Tilly Mattie|Matthew Matt Matty|Maisie Mais|"
    "Megan Meg Meggy|Michael Mike Mick Mikey|Natalie Nat|Natasha Tash Tasha|Nathan Nate Nath|"
    "Nathaniel Nate Nat|Nicholas Nick Nicky|Nicole Nic Nikki|Olivia Liv Livvy Ollie|Oliver Ollie "
    "Noll|"
    "Oscar Oz|Patrick Paddy Pat Rick|Penelope Penny Nell|Peter Pete|Philip Phil Pip|Philippa Pip "
    "Pippa|"
    "Phoebe Phoebs|Rebecca Becky Becca Bex|Rachel Rach|Reuben Ruby Ben|Richard Rick Dick Richie|"
    "Robert Rob Bob Bobby Bert|Rosalind Ros Roz|Samantha Sam Sammy|Samuel Sam Sammy|Sarah Sal "
    "Sally|"
    "Scarlett Scar Lettie|Sebastian Seb Bastian|Sophie Soph|Stephanie Steph|Stephen Steve|"
    "Tabitha Tabby|Theodore Theo Teddy|Thomas Tom Tommy|Timothy Tim|Tobias Toby|Victoria Vicky "
    "Tori|"
    "Vincent Vince|William Will Bill Billy Liam|Wilfred Wilf|Zachary Zac Zak|Zoe Zo|Harry Haz|"
    "Mohammed Mo|Muhammad Mo|Mohamed Mo|Abdirahman Abdi Rahman|Abdullahi Abdi|Abdikadir Abdi Qadir|"
    "Abdullah Abdul Abdi|Ibrahim Ibby Ibra|Zakariya Zak|Sulaiman Suli|Usman Ozzy|Yusuf Yus Yousi|"
    "Khadija Khadi Dija|Fatima Fati|Maryam Mary|Zainab Zee|Aaliyah Ali Liyah|Ayesha Esha|"
    "Oluwaseun Seun|Oluwatobi Tobi|Oluwadamilola Dami|Temitope Temi Tope|Tobiloba Tobi|"
    "Damilola Dami|Funmilayo Funmi|Babatunde Tunde Baba|Adebayo Bayo Ade|Adekunle Kunle|"
    "Adewale Wale|Ayodele Ayo Dele|Ayomide Ayo|Chukwuemeka Emeka|Ifeanyi Ify|Ifeoma Ify|"
    "Chiamaka Amaka|Chioma Chi|Kelechi Kele|Kwabena Kobby|Emeka Mex|Yetunde Yeti Tunde|Titilayo "
    "Titi|"
    "Abimbola Bimbo Bola|Modupe Dupe|Olamide Ola Lami|Gurpreet Guri Preet|Harpreet Harry Preeti|"
    "Manpreet Mani|Jaspreet Jas|Sukhpreet Sukhi|Balwinder Bali|Parminder Pammi|Amandeep Aman|"
    "Krishna Kris|Rahul Rah|Aditya Adi|Siddharth Sid|Lakshmi Lucky|Karthik Kar|"
    "Aleksandra Ola|Katarzyna Kasia Kaska|Małgorzata Gosia Gocha|Agnieszka Aga|Zuzanna Zuzia Zuza|"
    "Zofia Zosia|Julia Jula Julka|Joanna Asia|Barbara Basia|Magdalena Magda|Natalia Nati|Wiktoria "
    "Wika|"
    "Jakub Kuba|Antoni Antek Tosiek|Wojciech Wojtek|Stanisław Staszek|Grzegorz Grzesiek Greg|"
    "Krzysztof Krzysiek Kris|Tomasz Tomek|Michał Misiek|Piotr Piotrek Peter|Franciszek Franek|"
    "Łukasz Lucas|Paweł Paul|Jan Janek|Aleksander Olek|Oleksandr Sasha|Anastasia Nastya|"
    "Kateryna Katya|Yuliia Yulia|Sofiia Sonya|Vladyslav Vlad|Volodymyr Vova|Dimitar Mitko|"
    "Georgi Gosho|László Laci|Zoltán Zoli|Veronika Nika|Andreea Deea|Alexandru Alex Sandu|"
    "Gheorghe Gigi|Nicolae Nicu|Ștefan Fane|Gabriela Gabi|Florentina Flori|Mihaela Miha|"
    "Mehmet Memo|Mustafa Musti|İbrahim Ibo|Hüseyin Huso|Zeynep Zeyno|Hatice Hatun|"
    "João Jo|Francisco Chico|José Zé Pepe|Beatriz Bia|Mariana Mari|Isabela Bela|Tiago Ti|"
    "Siobhan Shiv|Caoimhe Keeva|Padraig Paudie|Fionnuala Nuala|Diarmuid Dermot|Seamus Shay|"
    "Rhiannon Rhi|Angharad Harri|Dafydd Dai|Gwen Gwenny|Tyrone Ty|Jermaine Jay|Malachi Mal|"
    "Shanice Shan|Chantelle Chan|Nathaniel Nat|Isaiah Zay";

// Every way to write one name, as registrars of many countries have.
constexpr std::string_view one_name =
    "Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad Muhamad Mohamud Maxamed Mahomed|"
    "Ahmed Ahmad Ahmet Achmed Axmed|Hussain Hussein Husain Husayn Hossain Hossein Xuseen Hüseyin|"
    "Hassan Hasan Hassaan Xasan|Ali Aly Alli Cali|Yusuf Yousef Yousuf Yusef Yousaf Youssef Yuusuf|"
    "Ibrahim Ebrahim Ibraheem Ibrahima|Usman Uthman Osman Othman Cusmaan|Omar Umar Omer Cumar|"
    "Fatima Fatimah Fathima Fatma Faduma Fadumo|Aisha Ayesha Aysha Aisyah Caasha Asha Ayşe Aicha|"
    "Khadija Khadijah Khadeeja Hatice Qadija Khadiga|Zainab Zaynab Zeinab Zeynep Zaineb|"
    "Maryam Mariam Miriam Meryem Maryan Maryem|Sulaiman Suleiman Sulayman Suleyman Saleban Soliman|"
    "Abdullah Abdulla Abdallah Abdoulaye Cabdullaahi|Abdirahman Abdulrahman Abdurrahman "
    "Abdelrahman|"
    "Abdullahi Cabdulahi Abdulahi|Ismail Ismaeel Esmail Ismael İsmail|Zakariya Zakaria Zakariyya "
    "Zachariah|"
    "Bilal Belal Bilaal|Khalid Khaled Haled|Tariq Tarek Tarik Tareq|Idris Idrees Edris|"
    "Mahmood Mahmoud Mahmud Mehmood|Rahman Rehman Rahmaan|Chowdhury Choudhury Chaudhry Chaudhary "
    "Chowdhary|"
    "Qureshi Quraishi Koreshi Qurashi|Siddiqui Siddiqi Sidiqi Siddique|Sheikh Shaikh Sheik Shaykh|"
    "Uddin Udin Ud-Din Eddin|Akhtar Akther Akter Akhter|Begum Begom Begam|Khatun Khatoon Khatoun|"
    "Miah Mia Miya Meah|Iqbal Eqbal Ikbal|Bibi Beebi|Yasmin Yasmeen Jasmin Yasmine|"
    "Layla Leila Laila Leyla|Noor Nour Nur Noora|Huda Hoda Houda|Saeed Said Sayeed Saïd|"
    "Haroon Harun Haroun|Junaid Juned Junayd|Zubair Zubayr Zoubir|Musa Moosa Moussa|Isa Eesa Issa|"
    "Saleem Salim Selim|Aziz Azeez|Nasser Nasir Naser|Mustafa Mustapha Moustafa|Karim Kareem Kerim|"
    "Jama Jaamac Jamac|Warsame Warsama|Hersi Hirsi|Adan Aden Aadan|Barre Bare Barreh|Abdi Cabdi|"
    "Guled Guuleed|Hodan Hodhan|Jalloh Jallow Diallo Jallo|Bangura Bangoura|Sesay Sesey Cissé|"
    "Kamara Camara|Conteh Konteh|Mensah Mensa|Boateng Boaten|Owusu Owusuh|Adeyemi Adeyemy|"
    "Sow So|Okafor Okafo|Chukwu Chuku|Kowalski Kowalsky|Wójcik Wojcik Voytsik|Jakub Yakub Iacub|"
    "Aleksandra Alexandra Oleksandra|Wiktoria Viktoria Victoria|Michał Mihal Mihail Mykhailo|"
    "Katarzyna Kateryna Katerina Ekaterina|Anastasia Anastasiya Anastasiia|Sofia Sofiia Sofiya "
    "Zofia|"
    "Mariia Maria Mariya|Yuliia Julia Yulia Iuliia|Daryna Darina|Oleksandr Aleksandr Alexandr|"
    "Georgi Georgy Gheorghe Heorhii|Shevchenko Chevtchenko Shevcenko|Kovalenko Kowalenko|"
    "Tkachenko Tkacenko|Dimitrov Dimitroff Dymytrov|Ivanov Iwanow Ivanoff|Todorov Theodorov|"
    "Popescu Popesku|Ionescu Jonescu|Ștefan Stephan Shtefan Stefan|Nagy Nady|Szabó Sabo|Kovács "
    "Kovach|"
    "Horvath Horvat|Novák Nowak|Nguyen Nguyễn Nguen|Tran Trần Tranh|Chen Chan Chin Tan|Wong Wang "
    "Huang|"
    "Zhang Chang Cheung Teo|Liu Lau Liew|Lee Li Lei|Xu Hsu Tsui|Zhou Chow Chou|Cai Choi Tsai|"
    "Singh Sing Sinh|Kaur Kour Cor|Gurpreet Gurprit|Harpreet Harprit|Jaspreet Jasprit|"
    "Patel Pattel|Sharma Sharmah|Krishnan Krisnan|Lakshmi Laxmi|Krishna Krushna|Vikram Bikram|"
    "Shah Sha Shaha|Chauhan Chohan Chavan|Gurung Gurong|Thapa Tapa|Subramaniam Subramanian "
    "Subramanyam|"
    "Yılmaz Yilmas|Çelik Celik Chelik|Şahin Sahin Shahin|Öztürk Ozturk Oeztuerk|Kılıç Kilic Kilich|"
    "Mehmet Mehmed Muhammet|Emine Amina|Rojin Rozhin|Karimi Kareemi|Ahmadi Ahmedi|Hosseini "
    "Husseini|"
    "Mohammadi Mohamadi Muhammadi|Rezaei Rezai Rezayi|Zahra Zehra Zara|Sousa Souza|Gonçalves "
    "Goncalvez|"
    "Santos Sanctos|Rodrigues Rodriguez|Martins Martinez|Fernandes Fernandez|Lopes Lopez|Gomes "
    "Gomez";

// Names in their own letters, of whom the asker copied from a passport.
constexpr std::string_view own_letters =
    "Maria Мария|Anastasia Анастасия|Viktoria Виктория|Ivan Иван|Georgi Георги|Dimitar Димитър|"
    "Olha Ольга|Yuliia Юлія|Kateryna Катерина|Sofiia Софія|Daryna Дарина|Artem Артем|Maksym Максим|"
    "Bohdan Богдан|Danylo Данило|Oleksandr Олександр|Vladyslav Владислав|Ivanov Иванов|Petrov "
    "Петров|"
    "Georgiev Георгиев|Dimitrov Димитров|Shevchenko Шевченко|Bondarenko Бондаренко|Kovalenko "
    "Коваленко|"
    "Tkachenko Ткаченко|Melnyk Мельник|Kravchuk Кравчук|Todorov Тодоров|Mohamed محمد|Mohammed محمد|"
    "Ahmed أحمد|Ahmad أحمد|Ali علي|Hassan حسن|Hussein حسين|Omar عمر|Yousef يوسف|Khaled "
    "خالد|Ibrahim ابراهيم|"
    "Layla ليلى|Maryam مريم|Fatima فاطمة|Nour نور|Sara سارة|Zahra زهراء|Mahmoud محمود|Mustafa "
    "مصطفى|"
    "Haddad حداد|Khalil خليل|Nasser ناصر|Mansour منصور|Saleh صالح|Karimi کریمی|Ahmadi احمدی|"
    "Reza رضا|Mehdi مهدی|Wang 王|Li 李|Zhang 张|Liu 刘|Chen 陈|Yang 杨";

using Others = std::unordered_map<std::string, std::vector<std::string_view>>;

Others listed(std::string_view text, bool both_ways)
{
    Others all;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('|', at), text.size());
        const auto names = words_of_text(text.substr(at, end - at));
        for (std::size_t one = 0; one < (both_ways ? names.size() : 1); ++one)
            for (std::size_t other = 0; other < names.size(); ++other)
                if (other != one) all[without_marks(names[one])].push_back(names[other]);
        at = end + 1;
    }
    return all;
}

std::optional<std::string> other(const Others& all, std::string_view name, Chance& chance)
{
    const auto found = all.find(without_marks(name));
    if (found == all.end()) return std::nullopt;
    return std::string{found->second[chance.below(found->second.size())]};
}

} // namespace

std::optional<std::string> called(std::string_view forename, Chance& chance)
{
    static const Others all = listed(called_names, false);
    return other(all, forename, chance);
}

std::optional<std::string> written_elsewhere(std::string_view name, Chance& chance)
{
    static const Others all = listed(one_name, true);
    return other(all, name, chance);
}

std::optional<std::string> in_own_letters(std::string_view name)
{
    static const Others all = listed(own_letters, false);
    Chance none{0, 0, 0};
    return other(all, name, none);
}

} // namespace heed::support
