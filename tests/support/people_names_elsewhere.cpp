#include "support/people_names.hpp"

#include <cstdint>

namespace heed::support {

const std::array<NameStock, 13> stocks_from_elsewhere{{
    {"south asian muslim", 0.095, Custom::mohammed, 26'600, 9'600,
     "Aisha Fatima Maryam Zainab Khadija Aaliyah Amina Hafsa Zara Iqra Sana Noor Inaya Ayesha "
     "Mariam Sumaya Safa Anisa Nadia Shazia Rukhsana Yasmin Samina Tahira Farzana Zahra Ruqayyah "
     "Javeria Alishba Hira Maha Mehreen Kiran Bushra Sadia Saima Uzma Nasreen Parveen Shabana "
     "Tasnim Sultana Nusrat Farhana Jannat Umm-e-Habiba Eshal Anaya Aleena Minahil Laiba Zoya",
     "Ali Ahmed Ibrahim Yusuf Hamza Hassan Hussain Bilal Abdullah Usman Omar Imran Zain Haris Adam "
     "Ismail Zakariya Idris Umar Danyal Ayaan Faisal Tariq Asif Nadeem Shahid Waqas Zeeshan Junaid "
     "Haroon Yahya Sulaiman Musa Isa Rayyan Saad Talha Zubair Kashif Khalid Shoaib Rizwan Adnan "
     "Sajid Tanvir Shafiq Mahbub Rafiq Sohail Kamran Azaan Musab Abdul-Rahman Saif-ullah",
     "Khan Hussain Ahmed Ali Begum Akhtar Mahmood Iqbal Malik Shah Miah Uddin Rahman Chowdhury "
     "Islam Hussein Bibi Mohammed Aziz Qureshi Mirza Butt Aslam Rashid Hassan Khatun Sheikh Bhatti "
     "Ullah Saleem Choudhury Chaudhry Siddiqui Javed Yousaf Nawaz Parveen Kauser Haque Sultana "
     "Raja Kazmi Abbasi Bukhari Zaman Anwar Rehman Shafi Hanif Younis Alam Hoque Khanom Ahmad "
     "Mahmud Kabir Talukdar Sarkar Mollah Bhuiyan Nasir Ashraf Latif Jamil Zafar Yaqoob",
     "ab ad ak am an ar as ay ba bi da fa far fi ga ha hu im ja ka kha la ma mu na no ra ri sa sha "
     "su ta wa ya za zu",
     "a i u aa an ar im ee", "an ullah eed oor ani im ad uddin iq ari awi ain az"},
    {"hindu", 0.033, Custom::plain, 20'900, 4'800,
     "Priya Anjali Diya Riya Ananya Kavya Aarohi Nisha Pooja Meera Shreya Isha Neha Asha Anika "
     "Divya Lakshmi Radha Sita Gayathri Sangeetha Deepika Aadhya Saanvi Myra Kiara Hetal Jaya "
     "Bhavika Vaishnavi Tanvi Swati",
     "Arjun Rohan Aarav Krishna Rahul Dev Nikhil Vivaan Aditya Rishi Karan Sanjay Vikram Ravi "
     "Suresh Anand Ashwin Karthik Pranav Dhruv Vihaan Reyansh Shaurya Jay Hitesh Bhavesh Mukesh "
     "Senthil Vignesh Siddharth Om",
     "Patel Shah Sharma Kumar Mistry Joshi Gupta Desai Mehta Nair Reddy Iyer Rao Parmar Solanki "
     "Chauhan Pillai Verma Agarwal Krishnan Sivakumar Subramaniam Balasubramaniam Trivedi Bhatt "
     "Lad Chavda Thakkar Gandhi Amin Dave Pandya Vaghela Thapa Gurung Rai Shrestha Nadarajah",
     "ag am an ar ba bha cha da dha ga ha ja ka kri la ma mu na pa pra ra sa sha si su ta tha va "
     "vi",
     "a i u e aa an sh", "an kar ia wala am esh ani apan araj ula vedi dar mani"},
    {"sikh", 0.02, Custom::singh, 4'750, 2'560,
     "Simran Jasmine Harpreet Manpreet Gurpreet Jaspreet Kiran Navneet Amandeep Parminder Rajinder "
     "Jasleen Harleen Avneet Ravneet Sukhpreet Baljit Kulwinder Kirandeep Prabhjot",
     "Gurpreet Harjit Jaspal Amrit Arjan Manveer Jagdeep Sukhdeep Balwinder Rajveer Harman Gurdeep "
     "Jasdeep Karamjit Tejinder Fateh Zorawar Angad Himmat Jovan",
     "Gill Sandhu Dhillon Dhaliwal Grewal Sidhu Bains Johal Sohal Virdee Sangha Chahal Atwal Mann "
     "Rai Randhawa Dosanjh Bhogal Singh Kaur Purewal Kang Sahota Uppal Nijjar Randhawa Matharu",
     "am bal dal dev gur har jag jas kar kul man nav par prab raj sat sukh tej", "a in ee jot vir",
     "wal ota hal ar uja deep preet jit inder want dhu"},
    {"west african", 0.04, Custom::plain, 30'400, 8'000,
     "Blessing Temitope Chioma Ngozi Adaeze Abena Akosua Ama Funmilayo Oluwaseun Ifeoma Yetunde "
     "Folake Titilayo Aminata Fatoumata Kemi Esther Deborah Precious Chiamaka Damilola Efua "
     "Oluwadamilola Adenike Abimbola Modupe Nana-Ama Mariama Isatu Kadiatu Favour Treasure Joy",
     "Emmanuel Oluwaseun Chinedu Emeka Kwame Kofi Kwabena Ayodele Babatunde Tobiloba Adebayo "
     "Ifeanyi Obinna Samuel Daniel Olamide Temitope Kelechi Chukwuemeka Ibrahima Yaw Kojo "
     "Oluwatobi Adekunle Adewale Olumide Chibuzo Nnamdi Kwaku Nana-Kofi Mamadou Alhaji Godwin "
     "Ayomide David Joshua",
     "Adeyemi Okafor Mensah Owusu Boateng Okeke Adebayo Ogunleye Eze Osei Asante Appiah Okonkwo "
     "Balogun Oladipo Agyemang Nwosu Afolabi Kamara Sesay Bangura Conteh Jalloh Koroma Addo Danso "
     "Olawale Akinola Chukwu Adeleke Oyelaran Ogunbanjo Ajayi Bello Williams Johnson Cole Davies "
     "Amoah Antwi Frimpong Gyamfi Opoku Sarpong Nwachukwu Onyekachi Uzor Diallo Barry Sow Jallow",
     "ab ade ag aki am an asa ayo ba bo chi da di eke emi fo gya if ike ka ko kwa ma nke nwa oba "
     "odu ogu oko ola olu ony osa owu oye sa se ta to uche ugo yaw",
     "a e i o u an un wa",
     "ola emi unde wale ika ugo ama oye ande eji bayo luwa okwu ankah ponsah"},
    {"somali", 0.022, Custom::fathers, 1'710, 1'920,
     "Hodan Ifrah Amina Fadumo Ayaan Hamdi Khadra Nasra Sagal Ubah Halimo Asha Faiza Ladan Rahma "
     "Zamzam Idil Shukri Maryan Sahra Hibaq Ikran Sumaya Deqa Naima",
     "Mohamed Abdi Abdirahman Ahmed Abdullahi Yusuf Hassan Ali Abdikadir Liban Guled Mahad Ismail "
     "Zakaria Khadar Omar Mustafa Bashir Abdirizak Mohamud Abdifatah Hussein Osman Farah Sharmarke "
     "Mukhtar Warsame Jama Nur Ibrahim Adan Hersi Samatar Barre Egal Isse Dahir",
     "Ali Mohamed Ahmed Hassan Abdi Yusuf Osman Farah Omar Warsame Jama Hussein Nur Ibrahim Adan "
     "Abdullahi Mohamud Aden Hersi Samatar Barre Egal Isse Dahir Abukar Haji Sheikh Guled",
     "ab ad ba bi da de fa gu ha hi ib id ja ji ka li ma mu na ra ro sa sha wa wi yu",
     "a i u aa ee", "ale ow le ad san rah me ne ir"},
    {"arabic", 0.03, Custom::mohammed, 20'900, 4'800,
     "Layla Nour Maryam Sara Zahra Huda Rania Yasmine Hana Salma Amal Dina Lina Reem Farah Aya "
     "Fatima Nada Hiba Shahad Ghazal Malak Jana Tala Zeinab Sumayya Doaa",
     "Ahmad Omar Yousef Khaled Hassan Ali Karim Tariq Samir Bilal Hamza Ayman Walid Ziad Mahmoud "
     "Mustafa Abdelrahman Abdulaziz Fadi Rami Anas Younes Haidar Sajjad Murtada Saif Ilyas",
     "Hassan Ali Mohamed Ahmed Hussein Ibrahim Al-Hassan Mahmoud Saleh Haddad Khalil Nasser "
     "Mansour El-Sayed Al-Rashid Abdulrahman Hamdan Najjar Awad Saeed Al-Tamimi Al-Jubouri "
     "El-Khoury Ben-Ali Bouazza Benali El-Amrani Khoury Suleiman Qasim Al-Masri Shaheen Darwish",
     "ab al am ba ben bou da fa ha ja ka kha la ma mu na qa ra sa sha su ta wa ya za",
     "a i u aa ou ai", "i an oud aoui eem ani awi iri ssan lah oum"},
    {"afghan and iranian", 0.012, Custom::mohammed, 9'500, 2'400,
     "Zahra Maryam Fereshta Shabnam Parisa Nilofar Mina Soraya Laila Roya Setareh Yalda Hosna "
     "Tahmina Sahar Ghazal Bahar Narges Arezo Shirin",
     "Reza Mehdi Navid Omid Farhad Ahmad Hamid Jawad Zabihullah Najibullah Rahmatullah Mirwais "
     "Ehsan Amir Arash Kian Sina Wahid Esmatullah Parsa",
     "Karimi Ahmadi Rahimi Hosseini Mohammadi Rezaei Noori Amiri Sharifi Haidari Stanikzai "
     "Ahmadzai Safi Zadran Popal Wardak Rahmani Jafari Moradi Ebrahimi Tajik Qaderi Yousufzai",
     "ah am ar ba da ezat fa gha ha ja ka kho ma mi na ra sa sha ta ya za", "a i o e aa",
     "zai zada ullah pour nejad yar i ani khel wal"},
    {"polish", 0.033, Custom::feminine, 53'200, 2'400,
     "Zuzanna Julia Maja Zofia Hanna Lena Oliwia Aleksandra Natalia Wiktoria Emilia Nikola Amelia "
     "Katarzyna Agnieszka Małgorzata Kinga Paulina Karolina Weronika Alicja Gabriela Antonina Pola "
     "Barbara Joanna Magdalena Jagoda Łucja",
     "Jakub Antoni Szymon Jan Filip Kacper Mateusz Michał Bartosz Wojciech Piotr Dawid Oskar Kamil "
     "Krzysztof Paweł Tomasz Łukasz Grzegorz Maciej Patryk Adrian Franciszek Stanisław Igor Hubert "
     "Sebastian Marcel Tymoteusz Jędrzej",
     "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak "
     "Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski "
     "Grabowski Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Majewski Olszewski Stępień "
     "Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora Baran "
     "Rutkowski Szewczyk Ostrowski Pietrzak Marciniak Szczepański Gąsior Błaszczyk Cieślak",
     "ba bła bo bro chm chrz cie do dra dzi ga gli go gra ja jar ka kac ko kra ku la li ma mi ni "
     "ol "
     "pa pie po ra ro ry sie sko sta sza szcze ta to tra tu wa wie wo za zie żu",
     "a e i o u y er an or un al", "owski ewski czyk ak ik iński ewicz owicz aszek ek uch arz ała"},
    {"romanian and roma", 0.022, Custom::plain, 20'900, 2'880,
     "Maria Andreea Ioana Elena Sofia Gabriela Alexandra Daria Bianca Ana-Maria Larisa Denisa "
     "Florentina Esmeralda Rebeca Narcisa Antonia Ștefania Mihaela Crina",
     "Andrei Alexandru Ștefan Mihai David Gabriel Luca Matei Darius Rareș Ionuț Cristian Florin "
     "Marius Bogdan Vasile Gheorghe Nicolae Samuel Răzvan Cătălin Armando",
     "Popescu Ionescu Popa Radu Dumitru Stan Marinescu Stoica Gheorghe Constantin Rusu Munteanu "
     "Matei Ciobanu Lăcătuș Căldăraru Ștefănescu Dobre Barbu Nistor Lungu Dinu Tudor Moldoveanu",
     "al an ba bo bra ca ce chi cio co cra da di do dra fi flo ga gri ho io la lu ma mi mo mun ne "
     "ni pa pe po ra ro ru sa sto ta to tu va vla",
     "a e i o u an ar er", "escu eanu aru an oiu ea ache ila uș iuc aș ă"},
    {"other east european", 0.025, Custom::feminine, 41'800, 3'520,
     "Viktoria Anastasia Kamilė Emilija Iva Daryna Sofiia Mariia Solomiia Veronika Kristina Eliška "
     "Gabija Ugnė Liepa Elīna Zlatka Tsvetelina Petra Dorottya Zsófia Réka Olha Yuliia Kateryna",
     "Ivan Georgi Matas Lukas Nikola Dimitar Tomas László Jonas Dominykas Artem Maksym Bohdan "
     "Danylo Oleksandr Vladyslav Jakub Matěj Marek Bence Levente Ádám Zoltán Kristiyan Todor Jānis",
     "Ivanov Petrov Georgiev Dimitrov Kazlauskas Jankauskas Horvath Nagy Varga Lakatos Novák "
     "Shevchenko Bondarenko Todorov Balaz Kovács Szabó Tóth Bērziņš Ozoliņš Stankevičius "
     "Petrauskas "
     "Kovalenko Tkachenko Melnyk Kravchuk Angelov Stoyanov Dvořák Svoboda Hudak Gunar Jakubovič",
     "an ba be bo bra cher da di do dvo ga gri ha hor ju ka kir ko kra kri la li lu ma mi mu na ni "
     "pa pe po ra re ro sa she ska ste sto ta ti to va ve vla vo za zhu",
     "a e i o u ar er ol an en", "ov ev enko auskas ius ák ek ik chuk iņš ovič yan in al"},
    {"turkish and kurdish", 0.013, Custom::plain, 11'400, 2'080,
     "Zeynep Elif Defne Ayşe Fatma Merve Aylin Melis Ecrin Derya Selin Berfin Rojin Rojda Zilan "
     "Asya Azra Büşra Hatice Emine Şeyma Özlem Gülşen Ceren",
     "Mehmet Mustafa Yusuf Emre Kerem Ömer Ali Hüseyin Baran Deniz Kaan Arda Azad Can Ahmet "
     "İbrahim "
     "Mert Berat Yiğit Hasan Serhat Rojhat Eren Çınar",
     "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Arslan Doğan Kılıç Aslan Koç Polat Özdemir "
     "Kurt Özkan Şimşek Güneş Bozkurt Karaca Erdoğan Taş Güler Yavuz Bulut Kaplan",
     "ak al ar ay ba bay bo ca da de do er ge gü ka kar kı ko me oz öz sa se ta te tu uç ya yal ye",
     "a e i ı o u ü al er", "oğlu er men taş kan türk demir kaya soy maz ci"},
    {"chinese and vietnamese", 0.012, Custom::two_words, 2'280, 4'000,
     "Mei Yan Xin Ying Hui Jia Ling Wen Yu Xiao Thi Linh Anh Lan Hoa Emily Jessica Chloe Grace Yi "
     "Na Fang Juan Qing Trang",
     "Wei Jun Ming Hao Minh Tuan Feng Jie Kai Zhi Yong Cheng Long Hung Duc Jason Daniel Ryan Bo "
     "Tao Peng Quan Nam Dat",
     "Chen Wong Li Wang Zhang Liu Nguyen Chan Tran Lam Cheung Lau Ho Pham Le Huang Wu Ng Leung "
     "Yang Lin Zhao Zhou Xu Tang Hoang Vu Dang Bui Do Kwok Yip Tsang Chow Mak",
     "ba bi cha che da di fa fe ga gu ha ji ka ko la li lu ma mi na pe qi ra sha shu ta ti wa xi "
     "ya "
     "yu za zhe zho",
     "a e i o u ao ei", "ng n an ong ang iu ao"},
    {"portuguese and south american", 0.013, Custom::plain, 13'300, 2'400,
     "Maria Beatriz Mariana Ana Leonor Matilde Carolina Inês Sofia Valentina Camila Isabela "
     "Gabriela Luísa Fernanda Daniela Lucía Conceição",
     "João Miguel Tiago Diogo Rafael Pedro Afonso Martim Gabriel Santiago Mateo Diego Lucas "
     "Gonçalo José Luís Nuno Thiago Joaquim Ângelo",
     "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves "
     "Gomes Lopes Marques Almeida Ribeiro Pinto Carvalho Teixeira Moreira Garcia Rodriguez "
     "Martinez "
     "Gonzalez Lopez Hernandez Perez Sanchez Ramirez Castro Da-Silva Dos-Santos De-Souza",
     "al am ba ber bra ca car co cor da es fa fe fi gar gi go la le lo ma me mo na no pa pe pi ra "
     "ri ro sa se ta to va ve vi",
     "a e i o an ar en", "ez es eira inho ado ares inho al os eiro ão"},
}};

} // namespace heed::support
