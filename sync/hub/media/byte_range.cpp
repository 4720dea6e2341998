#include "sync/hub/media/byte_range.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace hub::media {
namespace {

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<ByteRange> parseRange(const std::string& text, std::uint64_t bytes)
{
    constexpr std::string_view unit = "bytes=";
    std::string_view rest = text;
    if (!rest.starts_with(unit)) return std::nullopt;
    rest.remove_prefix(unit.size());
    const std::size_t dash = rest.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const std::string_view from = rest.substr(0, dash);
    const std::string_view to = rest.substr(dash + 1);
    const auto first = number(from);
    const auto last = number(to);
    if ((!first && !from.empty()) || (!last && !to.empty()) || (!first && !last))
        return std::nullopt;
    if (!first) {
        const std::uint64_t length = std::min(*last, bytes);
        return ByteRange{bytes - length, length};
    }
    if (last && *last < *first) return std::nullopt;
    if (*first >= bytes) return ByteRange{0, 0};
    return ByteRange{*first, std::min(last.value_or(bytes - 1), bytes - 1) - *first + 1};
}

}  // namespace hub::media
