#pragma once

#include <cstdint>
#include <string>

namespace domain {

/// A measured value with as few decimals as needed: "95", "0.5".
std::string thousandthsText(std::int64_t thousandths);

}  // namespace domain
