// Writes the specimen pages into a folder: gallery FOLDER
#include "conformance/gallery/gallery.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

using namespace heed::gallery;

int main(int count, char** arguments)
{
    if (count != 2) {
        std::cerr << "gallery FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder{arguments[1]};
    std::filesystem::create_directories(folder);
    const std::vector<Specimen> pages{{"desk-before", desk_before()},
                                      {"desk-yes", desk_yes()},
                                      {"desk-no", desk_no()},
                                      {"desk-other", desk_other_answers()},
                                      {"record", record()},
                                      {"list", list()},
                                      {"fields", fields()}};
    for (const Specimen& page : pages)
        std::ofstream{folder / (page.name + ".html")} << page.html.view();
}
