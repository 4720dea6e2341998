#include "sync/protocol/enrol_link.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

namespace protocol {

namespace {
constexpr std::string_view start = "xuncun://enrol?";
constexpr std::size_t longestLink = 1000;
constexpr std::string_view upperHexDigits = "0123456789ABCDEF";

std::string_view withoutSpace(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::string encoded(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '~') {
            out += c;
        } else {
            out += '%';
            out += upperHexDigits[byte >> 4U];
            out += upperHexDigits[byte & 15U];
        }
    }
    return out;
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        unsigned byte = 0;
        for (std::size_t k = i + 1; k < i + 3; ++k) {
            const auto digit = k < text.size() ? upperHexDigits.find(static_cast<char>(std::toupper(
                                                     static_cast<unsigned char>(text[k]))))
                                               : std::string_view::npos;
            if (digit == std::string_view::npos) return std::nullopt;
            byte = byte << 4U | static_cast<unsigned>(digit);
        }
        if (byte < 0x20) return std::nullopt;
        out += static_cast<char>(byte);
        i += 2;
    }
    return out;
}
}  // namespace

std::string enrolLink(const EnrolLink& link)
{
    return std::string(start) + "hub=" + encoded(link.hubUrl) + "&code=" + encoded(link.code);
}

bool isEnrolLink(std::string_view text)
{
    return withoutSpace(text).starts_with("xuncun:");
}

base::Result<EnrolLink> enrolLinkFrom(std::string_view text)
{
    const auto refused = [] {
        return base::fail("enrol.link", "这不是登记链接，请重新扫描或复制");
    };
    text = withoutSpace(text);
    if (!text.starts_with(start) || text.size() > longestLink) return refused();
    std::map<std::string, std::string, std::less<>> values;
    for (std::string_view rest = text.substr(start.size()); !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        const std::size_t equals = part.find('=');
        const auto value =
            equals == std::string_view::npos ? std::nullopt : decoded(part.substr(equals + 1));
        if (!value || !values.emplace(part.substr(0, equals), *value).second) return refused();
    }
    EnrolLink link{values["hub"], values["code"]};
    const bool url = link.hubUrl.starts_with("https://") || link.hubUrl.starts_with("http://");
    if (!url || link.code.empty()) return refused();
    return link;
}

}  // namespace protocol
