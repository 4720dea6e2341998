#include "sync/protocol/enrol_link.h"

#define ZX_USE_UTF8  // texts are UTF-8, not wide
#include <ZXing/ReadBarcode.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "sync/hub/admin/qr.h"
#include "tests/hub/admin/desk.h"
#include "tests/support/file_text.h"

using namespace hubtest;

namespace {
constexpr int scale = 4;

/// The picture in grey, a square of ours as 4 by 4 pixels.
struct Picture {
    int width = 0;
    std::vector<std::uint8_t> grey;

    explicit Picture(int squares)
        : width(squares * scale),
          grey(static_cast<std::size_t>(width) * static_cast<std::size_t>(width), 255)
    {
    }
    void darken(int x, int y)
    {
        for (int i = 0; i < scale * scale; ++i)
            grey[static_cast<std::size_t>((y * scale + i / scale) * width + x * scale +
                                          i % scale)] = 0;
    }
    std::string text() const
    {
        const auto found =
            ZXing::ReadBarcode(ZXing::ImageView(grey.data(), width, width, ZXing::ImageFormat::Lum),
                               ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
        return found.isValid() ? found.text() : "";
    }
};

std::string decodedSvg(const std::string& svg)
{
    std::smatch box;
    REQUIRE(std::regex_search(svg, box, std::regex("viewBox=\"0 0 ([0-9]+)")));
    Picture picture(std::stoi(box[1]));
    const std::regex square("M([0-9]+) ([0-9]+)h1");
    for (std::sregex_iterator at(svg.begin(), svg.end(), square), end; at != end; ++at)
        picture.darken(std::stoi((*at)[1]), std::stoi((*at)[2]));
    return picture.text();
}

std::string decodedTerminal(const std::string& shown)
{
    std::istringstream lines(shown);
    std::vector<std::string> rows;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("\x1b[30")) rows.push_back(line.substr(line.find('m') + 1));
    Picture picture(static_cast<int>(rows.size()) * 2);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        int x = 0;
        for (std::size_t at = 0; at < rows[row].size() && rows[row][at] != '\x1b'; ++x) {
            const bool light = rows[row][at] == ' ';
            const std::string square = rows[row].substr(at, light ? 1 : 3);
            const int y = static_cast<int>(row) * 2;
            if (square == "█" || square == "▀") picture.darken(x, y);
            if (square == "█" || square == "▄") picture.darken(x, y + 1);
            at += square.size();
        }
    }
    return picture.text();
}
}  // namespace

TEST_CASE("The QR code that enrol-code shows and writes is the link, and the link is the code")
{
    CountyDesk office;
    const std::string file = office.path("code.svg");
    const std::string said =
        office.run({"enrol-code", "zhang", "--hub", "https://xuncun.example.org:8470/a b", "--qr",
                    "--svg", file});
    const std::string code = said.substr(0, said.find('\n'));
    const std::string link = decodedSvg(support::fileText(file));
    CHECK(has(said, link));
    CHECK(decodedTerminal(said) == link);
    const auto read = protocol::enrolLinkFrom(link);
    REQUIRE(read);
    CHECK(read->hubUrl == "https://xuncun.example.org:8470/a b");
    CHECK(read->code == code);
    CHECK_FALSE(has(office.run({"list", "audit"}), code));
}

TEST_CASE("A QR code wants the hub's address, and one that a tablet can use")
{
    CountyDesk office;
    CHECK(has(office.run({"enrol-code", "zhang", "--qr"}, 1), "enrol.hub"));
    CHECK(has(office.run({"enrol-code", "zhang", "--hub", "xuncun.example.org"}, 1), "enrol.hub"));
    CHECK(has(office.run({"list", "audit"}), "enrol.code") == false);
}
