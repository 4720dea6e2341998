#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

/// A measured value with as few decimals as needed: "95", "0.5".
std::string thousandthsText(std::int64_t thousandths);

/// Reads what thousandthsText writes; nothing for what is no number, has more than three decimals
/// or more than 15 digits.
std::optional<std::int64_t> thousandthsOf(std::string_view text);

}  // namespace domain
