#include "core/base/points.h"

#include <fmt/format.h>

namespace base {

namespace {
__extension__ using Wide = __int128;
constexpr std::int64_t maxWholePoints = 10'000'000;
}  // namespace

Points scaled(Points value, std::int64_t numerator, std::int64_t denominator)
{
    const Wide product = Wide{value.hundredths} * numerator * 2 + denominator;
    const Wide divisor = Wide{denominator} * 2;
    Wide quotient = product / divisor;
    if (product % divisor < 0) --quotient;
    return {static_cast<std::int64_t>(quotient)};
}

std::string toText(Points points)
{
    const bool negative = points.hundredths < 0;
    const std::int64_t size = negative ? -points.hundredths : points.hundredths;
    const std::int64_t rest = size % 100;
    std::string text = fmt::format("{}{}", negative ? "-" : "", size / 100);
    if (rest % 10 != 0)
        text += fmt::format(".{:02}", rest);
    else if (rest != 0)
        text += fmt::format(".{}", rest / 10);
    return text;
}

Result<Points> pointsFromText(std::string_view text)
{
    const auto refused = [&] {
        return fail("points.malformed",
                    fmt::format("“{}”不是有效的分值，请填最多两位小数的数字，如 4.5", text));
    };
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    std::int64_t whole = 0;
    std::size_t digits = 0;
    for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
         rest.remove_prefix(1), ++digits) {
        whole = whole * 10 + (rest.front() - '0');
        if (whole > maxWholePoints) return refused();
    }
    std::int64_t hundredths = whole * 100;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        if (rest.empty() || rest.size() > 2) return refused();
        for (std::int64_t place = 10; !rest.empty(); rest.remove_prefix(1), place /= 10, ++digits) {
            if (rest.front() < '0' || rest.front() > '9') return refused();
            hundredths += (rest.front() - '0') * place;
        }
    }
    if (digits == 0 || !rest.empty()) return refused();
    return Points{negative ? -hundredths : hundredths};
}

}  // namespace base
