#include "support/people_names.hpp"

namespace heed::support {

const std::array<NameStock, 14> name_stocks{{
    {"Olivia Emily Jessica Sophie Ruby Chloe Grace Lily Amelia Evie Mia Ella Charlotte Lucy Megan "
     "Ellie Isabella Hannah Katie Poppy Amy Holly Lauren Molly Abigail Bethany Leah Emma Daisy "
     "Freya "
     "Georgia Eleanor Phoebe Elizabeth Isabelle Alice Scarlett Lola Imogen Jasmine Caitlin Amber "
     "Rosie Erin Paige Eva Matilda Zara Sienna Summer Maisie Lacey Keira Victoria Alexandra Libby "
     "Madison Rebecca Harriet Rachel Sarah Laura Nicole Gemma Kayleigh Catherine Anne-Marie Mary",
     "Jack Oliver Thomas Harry Joshua Alfie Charlie Daniel William James George Samuel Joseph "
     "Benjamin Ethan Luke Max Jake Matthew Lewis Jayden Logan Callum Tyler Ryan Alexander Adam "
     "Nathan Archie Henry Dylan Leo Oscar Connor Liam Harvey Toby Isaac Edward Riley Cameron Owen "
     "Freddie Finley Mason Kieran Bradley Jamie Christopher Michael David Andrew Robert Richard "
     "Jonathan Sebastian Dominic Patrick Anthony Nicholas Stephen Philip Gareth Peter John Kyle",
     "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans "
     "Walker "
     "White Roberts Green Hall Wood Jackson Clarke Harris Clark Turner Hill Cooper Ward Moore "
     "Morris "
     "King Watson Harrison Baker Martin Morgan Allen James Scott Phillips Davis Lee Parker Bennett "
     "Price Griffiths Young Mitchell Cook Shaw Bailey Carter Richardson Marshall Collins Bell "
     "Webb Rogers Gray Mills Palmer Knight Barnes Lloyd Butler Barker Pearson Fletcher Howard "
     "Andrews Reynolds Ford Payne Fox Pearce Day Brooks West Lawrence Cole Atkinson Bradley "
     "Spencer "
     "Stephenson Whitehead Hutchinson Fairbrother Winterbottom Tansley Haddow Quarrie Pickersgill",
     "ton ham ley worth field wood by croft bridge shaw man well den stone wick land er son ard "
     "low",
     0.56, 0.34, 0.06},
    {"Eilidh Isla Ailsa Kirsty Catriona Mhairi Skye Iona Morag Fiona Lorna Aileen Rhona Shona",
     "Callum Ewan Fraser Finlay Hamish Angus Rory Lachlan Alasdair Duncan Gregor Craig Stuart Iain",
     "McDonald Campbell Stewart Robertson Thomson Anderson MacKenzie Reid Murray Ross Paterson "
     "Fraser Cameron MacLeod McMillan Sutherland Douglas Wallace Kerr Hamilton Sinclair McIntyre",
     "kirk burn muir lie ock art och ie an", 0.03, 0.2, 0.04},
    {"Seren Ffion Cerys Carys Megan Nia Rhiannon Bethan Angharad Gwen Lowri Sian Catrin Elin "
     "Heledd",
     "Rhys Dylan Owain Ioan Gethin Evan Osian Gareth Huw Iwan Rhodri Emyr Dafydd Bryn Aled Ieuan",
     "Jones Davies Williams Evans Thomas Lewis Morgan Griffiths Rees Hughes Pugh Prosser Howells "
     "Llewellyn Pritchard Parry Bowen Vaughan Meredith Gwilym Protheroe Beynon Probert Harries",
     "wyn en ydd ion og ell", 0.02, 0.1, 0.04},
    {"Niamh Aoife Saoirse Caoimhe Roisin Ciara Orla Sinead Siobhan Aisling Grainne Clodagh Eimear "
     "Maeve Bridget Mairead Nuala Deirdre Sadhbh Fionnuala",
     "Sean Conor Cian Oisin Patrick Liam Eoin Cillian Fionn Ciaran Declan Padraig Diarmuid Tadhg "
     "Cormac Ronan Donnacha Lorcan Seamus Eamon",
     "Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy "
     "Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin O'Carroll Connolly Daly Wilson "
     "Dunne Brennan Burke Collins Campbell Clarke O'Mahony McKenna O'Callaghan McDermott "
     "Ni-Dhonaill",
     "nessy gan ley rty nan an ghan ery ick", 0.05, 0.2, 0.05},
    {"Aisha Fatima Maryam Zainab Khadija Aaliyah Amina Hafsa Zara Iqra Sana Noor Inaya Ayesha "
     "Mariam "
     "Sumaya Safa Anisa Nadia Shazia Rukhsana Yasmin Samina Tahira Farzana Zahra Ruqayyah Javeria",
     "Mohammed Muhammad Mohammad Mohamed Ali Ahmed Ibrahim Yusuf Hamza Hassan Hussain Bilal "
     "Abdullah "
     "Usman Omar Imran Zain Haris Adam Ismail Zakariya Idris Umar Danyal Ayaan Faisal Tariq Asif "
     "Nadeem Shahid Waqas Zeeshan Junaid Haroon Yahya Sulaiman",
     "Khan Hussain Ahmed Ali Begum Akhtar Mahmood Iqbal Malik Shah Miah Uddin Rahman Chowdhury "
     "Islam "
     "Hussein Bibi Mohammed Aziz Qureshi Mirza Butt Aslam Rashid Hassan Khatun Sheikh Bhatti Ullah "
     "Saleem Choudhury Chaudhry Siddiqui Javed Yousaf Nawaz Parveen Kauser Haque Sultana",
     "an ullah eed oor ani im ad", 0.10, 0.06, 0.12},
    {"Priya Anjali Diya Riya Ananya Kavya Aarohi Nisha Pooja Meera Shreya Isha Neha Asha Anika "
     "Divya "
     "Lakshmi Radha Sita Gayathri Sangeetha Deepika",
     "Arjun Rohan Aarav Krishna Rahul Dev Nikhil Vivaan Aditya Rishi Karan Sanjay Vikram Ravi "
     "Suresh "
     "Anand Ashwin Karthik Pranav Dhruv",
     "Patel Shah Sharma Kumar Mistry Joshi Gupta Desai Mehta Nair Reddy Iyer Rao Parmar Solanki "
     "Chauhan Pillai Verma Agarwal Krishnan Sivakumar Subramaniam Balasubramaniam Trivedi Bhatt",
     "an kar ia wala am esh ani", 0.035, 0.15, 0.1},
    {"Simran Jasmine Harpreet Manpreet Gurpreet Jaspreet Kiran Navneet Amandeep Parminder Rajinder",
     "Gurpreet Harjit Jaspal Amrit Arjan Manveer Jagdeep Sukhdeep Balwinder Rajveer Harman Gurdeep",
     "Singh Kaur Gill Sandhu Dhillon Dhaliwal Grewal Sidhu Bains Johal Sohal Virdee Sangha Chahal "
     "Atwal Mann Rai Randhawa Dosanjh Bhogal",
     "wal ota hal ar uja", 0.02, 0.05, 0.06},
    {"Blessing Temitope Chioma Ngozi Adaeze Abena Akosua Ama Funmilayo Oluwaseun Ifeoma Yetunde "
     "Folake Titilayo Aminata Fatoumata Kemi Esther Deborah Precious Chiamaka Damilola Efua",
     "Emmanuel Oluwaseun Chinedu Emeka Kwame Kofi Kwabena Ayodele Babatunde Tobiloba Adebayo "
     "Ifeanyi Obinna Samuel Daniel Olamide Temitope Kelechi Chukwuemeka Ibrahima Yaw Kojo",
     "Adeyemi Okafor Mensah Owusu Boateng Okeke Adebayo Ogunleye Eze Osei Asante Appiah Okonkwo "
     "Balogun Oladipo Agyemang Nwosu Afolabi Kamara Sesay Bangura Conteh Jalloh Koroma Addo Danso "
     "Olawale Akinola Chukwu Adeleke",
     "ola emi unde wale ika ugo ama oye", 0.04, 0.22, 0.15},
    {"Hodan Ifrah Amina Fadumo Ayaan Hamdi Khadra Nasra Sagal Ubah Halimo Asha Faiza Ladan Rahma "
     "Zamzam Idil Shukri",
     "Abdi Abdirahman Mohamed Ahmed Abdullahi Yusuf Hassan Ali Abdikadir Liban Guled Mahad Ismail "
     "Zakaria Khadar Omar Mustafa Bashir",
     "Ali Mohamed Ahmed Hassan Abdi Yusuf Osman Farah Omar Warsame Jama Hussein Nur Ibrahim Adan "
     "Abdullahi Mohamud Aden Hersi Samatar Barre Egal Isse Dahir",
     "ale ow le ad", 0.02, 0.04, 0.08},
    {"Layla Nour Maryam Sara Zahra Huda Rania Yasmine Hana Salma Amal Dina Lina Reem Farah Aya",
     "Mohamed Ahmad Omar Yousef Khaled Hassan Ali Karim Tariq Samir Bilal Hamza Ayman Walid Ziad",
     "Hassan Ali Mohamed Ahmed Hussein Ibrahim Al-Hassan Mahmoud Saleh Haddad Khalil Nasser "
     "Mansour "
     "El-Sayed Al-Rashid Abdulrahman Hamdan Najjar Awad Saeed Karimi Ahmadi Rahimi Hosseini",
     "i an oud aoui eem", 0.03, 0.1, 0.1},
    {"Zuzanna Julia Maja Zofia Hanna Lena Oliwia Aleksandra Natalia Wiktoria Emilia Nikola Amelia "
     "Katarzyna Agnieszka Małgorzata Kinga Paulina Karolina Weronika",
     "Jakub Antoni Szymon Jan Filip Kacper Mateusz Michał Bartosz Wojciech Piotr Dawid Oskar Kamil "
     "Krzysztof Paweł Tomasz Łukasz Grzegorz Maciej Patryk Adrian",
     "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak "
     "Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski "
     "Grabowski Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Majewski Olszewski",
     "owski ewicz czyk ak ik iński", 0.035, 0.3, 0.05},
    {"Maria Andreea Ioana Elena Sofia Gabriela Viktoria Anastasia Kamilė Emilija Daria Bianca Iva",
     "Andrei Alexandru Stefan Mihai Ivan Georgi Matas Lukas David Nikola Bogdan Dimitar Tomas "
     "László",
     "Popescu Ionescu Popa Radu Dumitru Stan Ivanov Petrov Georgiev Dimitrov Kazlauskas Jankauskas "
     "Horvath Nagy Varga Lakatos Novák Shevchenko Bondarenko Marinescu Stoica Todorov Balaz",
     "escu ov enko aru auskas ová", 0.035, 0.3, 0.06},
    {"Zeynep Elif Defne Ayşe Fatma Merve Aylin Melis Ecrin Derya Selin Berfin Rojin",
     "Mehmet Mustafa Yusuf Emre Kerem Ömer Ali Hüseyin Baran Deniz Kaan Arda Azad Can",
     "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Arslan Doğan Kılıç Aslan Koç Polat Özdemir",
     "oğlu er men taş", 0.015, 0.12, 0.06},
    {"Mei Yan Xin Ying Emily Jessica Thi Linh Anh Hui Jia",
     "Wei Jun Ming Hao Jason Daniel Minh Tuan "
     "Feng Jie Kai",
     "Chen Wong Li Wang Zhang Liu Nguyen Chan Tran Lam Cheung Lau Ho Pham Le Huang Wu",
     "ang ung ing", 0.01, 0.03, 0.05},
}};

} // namespace heed::support
