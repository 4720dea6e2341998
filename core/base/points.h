#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace base {

/// A score, a price or a weight in whole hundredths of a point: 4.5 points are 450. Never a float.
struct Points {
    std::int64_t hundredths = 0;

    static constexpr Points whole(std::int64_t points) { return {points * 100}; }
    auto operator<=>(const Points&) const = default;
    constexpr Points operator+(Points other) const { return {hundredths + other.hundredths}; }
    constexpr Points operator-(Points other) const { return {hundredths - other.hundredths}; }
    constexpr Points operator-() const { return {-hundredths}; }
    constexpr Points operator*(std::int64_t times) const { return {hundredths * times}; }
    constexpr Points& operator+=(Points other)
    {
        hundredths += other.hundredths;
        return *this;
    }
    constexpr Points& operator-=(Points other)
    {
        hundredths -= other.hundredths;
        return *this;
    }
};

/// value * numerator / denominator, rounded half up (away from zero for negatives is not: -0.5
/// becomes 0) to a hundredth. The one place where points are rounded. Requires denominator > 0;
/// exact in 128 bits.
Points scaled(Points value, std::int64_t numerator, std::int64_t denominator);

/// "4.5", "-1", "0.05": as few decimals as needed, at most two. The same on screen, in exports and
/// in hashes.
std::string toText(Points points);

/// Reads what toText writes, and "4.50", "+3". At most two decimals, magnitude under 10 million
/// points.
Result<Points> pointsFromText(std::string_view text);

}  // namespace base
