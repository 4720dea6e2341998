#include "sync/hub/admin/qr.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace hub {

namespace {
constexpr int quiet = 4;  ///< squares of light around it, as the standard wants

class Squares {
public:
    explicit Squares(const std::string& text)
        : m_code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free)
    {
    }
    bool there() const { return m_code != nullptr; }
    int width() const { return m_code->width + 2 * quiet; }
    bool dark(int x, int y) const
    {
        x -= quiet;
        y -= quiet;
        const int width = m_code->width;
        if (x < 0 || y < 0 || x >= width || y >= width) return false;
        return (m_code->data[y * width + x] & 1U) != 0;
    }

private:
    std::unique_ptr<QRcode, decltype(&QRcode_free)> m_code;
};

tl::unexpected<base::Error> tooLong()
{
    return base::fail("qr.too_long", "内容太长，放不进二维码");
}
}  // namespace

base::Result<std::string> qrForTerminal(const std::string& text)
{
    const Squares squares(text);
    if (!squares.there()) return tooLong();
    std::string out;
    for (int y = 0; y < squares.width(); y += 2) {
        out += "\x1b[30;107m";
        for (int x = 0; x < squares.width(); ++x) {
            const bool upper = squares.dark(x, y);
            const bool lower = squares.dark(x, y + 1);
            out += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        out += "\x1b[0m\n";
    }
    return out;
}

base::Result<std::string> qrAsSvg(const std::string& text)
{
    const Squares squares(text);
    if (!squares.there()) return tooLong();
    std::string path;
    for (int y = 0; y < squares.width(); ++y)
        for (int x = 0; x < squares.width(); ++x)
            if (squares.dark(x, y)) path += fmt::format("M{} {}h1v1h-1z", x, y);
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="{1}mm" height="{1}mm" viewBox="0 0 {0} {0}">)"
        R"(<rect width="{0}" height="{0}" fill="#fff"/><path d="{2}"/></svg>)"
        "\n",
        squares.width(), squares.width() * 2, path);
}

}  // namespace hub
