#include <exception>
#include <iostream>
#include <string>

#include "tests/e2e/tablet_day.h"

/// e2e_tablet inspect FOLDER HUB CODE CHECKS PHOTOS [PHOTO-FOLDER]
/// e2e_tablet review FOLDER HUB CODE INSPECTIONS
int main(int argc, char** argv)
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() < 5) return 2;
    try {
        e2e::TabletDay tablet(words[1], words[2], words[3]);
        if (words[0] == "inspect")
            tablet.inspect(std::stoi(words[4]), std::stoi(words.at(5)),
                           words.size() > 6 ? words[6] : "");
        else
            tablet.review(std::stoi(words[4]));
        return 0;
    } catch (const std::exception& failure) {
        std::cout << "failed: " << failure.what() << std::endl;
        return 1;
    }
}
