#include "sync/hub/media/tus_headers.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "core/crypto/transfer_checksum.h"

namespace hub::media {
namespace {

constexpr std::size_t metadataCharacters = 2000;

std::string_view cutPart(std::string_view& rest, char separator)
{
    const std::size_t at = rest.find(separator);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return part;
}

bool isKey(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

}  // namespace

std::optional<std::map<std::string, std::string>> parseMetadata(const std::string& text)
{
    std::map<std::string, std::string> values;
    if (text.size() > metadataCharacters) return std::nullopt;
    std::string_view rest = text;
    while (!rest.empty()) {
        std::string_view pair = cutPart(rest, ',');
        while (pair.starts_with(' ')) pair.remove_prefix(1);
        const std::string_view key = cutPart(pair, ' ');
        const auto value = crypto::fromBase64(pair);
        if (!isKey(key) || !value || !values.emplace(key, *value).second) return std::nullopt;
    }
    return values;
}

std::optional<std::int64_t> parseBytes(const std::string& text)
{
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || value < 0 || text.front() == '-')
        return std::nullopt;
    return value;
}

bool isSha256(const std::string& text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}  // namespace hub::media
