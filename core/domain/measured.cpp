#include "core/domain/measured.h"

#include <algorithm>

namespace domain {

std::string thousandthsText(std::int64_t thousandths)
{
    const std::int64_t magnitude = thousandths < 0 ? -thousandths : thousandths;
    std::string text = (thousandths < 0 ? "-" : "") + std::to_string(magnitude / 1000);
    if (magnitude % 1000 == 0) return text;
    std::string decimals = std::to_string(magnitude % 1000);
    decimals.insert(0, 3 - decimals.size(), '0');
    decimals.erase(decimals.find_last_not_of('0') + 1);
    return text + "." + decimals;
}

std::optional<std::int64_t> thousandthsOf(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::int64_t value = 0;
    int decimals = -1;
    int digits = 0;
    for (const char c : text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || ++digits > 15 || (decimals >= 0 && ++decimals > 3))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (digits == 0) return std::nullopt;
    for (int i = std::max(decimals, 0); i < 3; ++i) value *= 10;
    return negative ? -value : value;
}

}  // namespace domain
