#include "sync/hub/store/enrol_code.h"

#include <array>
#include <string_view>

#include "core/crypto/hash.h"

namespace hub {

namespace {
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t length = 12;

/// What somebody meant who typed a letter that the alphabet leaves out.
char meant(char c)
{
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return c;
}
}  // namespace

std::string newEnrolCode(const base::RandomBytes& random)
{
    std::array<std::uint8_t, length> bytes{};
    random(bytes);
    std::string code;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0 && i % 4 == 0) code += '-';
        code += letters[bytes[i] % letters.size()];
    }
    return code;
}

std::optional<std::string> enrolCodeHash(const std::string& typed)
{
    std::string plain;
    for (const char raw : typed) {
        if (raw == '-' || raw == ' ') continue;
        const char c = meant(raw);
        if (letters.find(c) == std::string_view::npos || plain.size() == length)
            return std::nullopt;
        plain += c;
    }
    if (plain.size() != length) return std::nullopt;
    return crypto::tokenHash(plain);
}

}  // namespace hub
