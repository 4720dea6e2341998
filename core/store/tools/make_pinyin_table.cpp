// Writes the pinyin table that core/store/pinyin.cpp includes, from the readings that Debian's
// package golang-github-mozillazg-go-pinyin-dev ships (MIT licence): lines of `0x77F3: "shí,dàn",`.
//
// usage: make_pinyin_table pinyin_dict.go pinyin_table.inc
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {
struct Accent {
    const char* accented;
    const char* plain;
};
constexpr Accent accents[] = {
    {"ā", "a"}, {"á", "a"}, {"ǎ", "a"}, {"à", "a"}, {"ē", "e"}, {"é", "e"}, {"ě", "e"}, {"è", "e"},
    {"ī", "i"}, {"í", "i"}, {"ǐ", "i"}, {"ì", "i"}, {"ō", "o"}, {"ó", "o"}, {"ǒ", "o"}, {"ò", "o"},
    {"ū", "u"}, {"ú", "u"}, {"ǔ", "u"}, {"ù", "u"}, {"ǖ", "v"}, {"ǘ", "v"}, {"ǚ", "v"}, {"ǜ", "v"},
    {"ü", "v"}, {"ń", "n"}, {"ň", "n"}, {"ǹ", "n"}, {"ḿ", "m"}, {"ế", "e"}, {"ề", "e"}, {"ê", "e"}};

std::string withoutTones(std::string reading)
{
    for (const Accent& accent : accents)
        for (std::size_t at; (at = reading.find(accent.accented)) != std::string::npos;)
            reading.replace(at, std::string(accent.accented).size(), accent.plain);
    std::erase_if(reading, [](char c) { return c < 'a' || c > 'z'; });
    return reading;
}

// "shí,dàn" -> "shi dan"; ü is typed as v or as u, so both are readings.
std::string readingsOf(const std::string& listed)
{
    std::vector<std::string> readings;
    const auto add = [&](const std::string& reading) {
        if (!reading.empty() && std::ranges::find(readings, reading) == readings.end())
            readings.push_back(reading);
    };
    for (std::size_t start = 0; start < listed.size();) {
        const std::size_t end = std::min(listed.find(',', start), listed.size());
        const std::string reading = withoutTones(listed.substr(start, end - start));
        add(reading);
        std::string asU = reading;
        std::ranges::replace(asU, 'v', 'u');
        add(asU);
        start = end + 1;
    }
    std::string joined;
    for (const std::string& reading : readings) joined += (joined.empty() ? "" : " ") + reading;
    return joined;
}
}  // namespace

int main(int count, char** arguments)
{
    if (count != 3) return EXIT_FAILURE;
    std::ifstream in(arguments[1]);
    std::map<unsigned long, std::string> table;
    for (std::string line; std::getline(in, line);) {
        const std::size_t code = line.find("0x");
        const std::size_t open = line.find('"');
        const std::size_t close = line.rfind('"');
        if (code == std::string::npos || open == std::string::npos || close <= open) continue;
        const std::string readings = readingsOf(line.substr(open + 1, close - open - 1));
        if (!readings.empty()) table[std::stoul(line.substr(code), nullptr, 16)] = readings;
    }
    if (table.size() < 20'000) {
        std::cerr << "make_pinyin_table: no readings in " << arguments[1] << "\n";
        return EXIT_FAILURE;
    }
    std::map<std::string, std::size_t> numbers;
    for (const auto& [code, readings] : table) numbers.emplace(readings, 0);
    std::ofstream out(arguments[2]);
    out << "constexpr std::string_view readings[] = {\n";
    std::size_t next = 0;
    for (auto& [readings, number] : numbers) {
        number = next++;
        out << "    \"" << readings << "\",\n";
    }
    out << "};\nconstexpr Row rows[] = {\n";
    for (const auto& [code, readings] : table)
        out << "    {" << code << ", " << numbers[readings] << "},\n";
    out << "};\n";
    return out.good() ? EXIT_SUCCESS : EXIT_FAILURE;
}
