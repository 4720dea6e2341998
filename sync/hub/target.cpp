#include "sync/hub/target.h"

#include <algorithm>

namespace hub {
namespace {

constexpr std::size_t targetCharacters = 2000;

int hexValue(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

std::optional<std::string> decode(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && plusIsSpace) {
            c = ' ';
        } else if (c == '%') {
            if (i + 2 >= text.size() || hexValue(text[i + 1]) < 0 || hexValue(text[i + 2]) < 0)
                return std::nullopt;
            c = static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        }
        if (isControl(c)) return std::nullopt;
        out += c;
    }
    return out;
}

bool hasDotSegment(std::string_view path)
{
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::string_view segment = path.substr(0, path.find('/'));
        if (segment == "." || segment == "..") return true;
        path.remove_prefix(segment.size());
    }
    return false;
}

bool hasEncodedSlash(std::string_view path)
{
    const auto at = path.find("%2");
    return at != std::string_view::npos && (path.find("%2f") != std::string_view::npos ||
                                            path.find("%2F") != std::string_view::npos);
}

}  // namespace

std::optional<Target> parseTarget(std::string_view text)
{
    if (text.empty() || text.front() != '/' || text.size() > targetCharacters) return std::nullopt;
    const auto question = text.find('?');
    const std::string_view rawPath = text.substr(0, question);
    const auto path = decode(rawPath, false);
    if (!path || hasEncodedSlash(rawPath) || hasDotSegment(*path)) return std::nullopt;
    Target target{*path, {}};
    std::string_view rest =
        question == std::string_view::npos ? std::string_view{} : text.substr(question + 1);
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const auto name = decode(pair.substr(0, equals), true);
        const auto value = decode(
            equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
        if (!name || !value) return std::nullopt;
        target.query[*name] = *value;
    }
    return target;
}

std::string lowerCase(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace hub
