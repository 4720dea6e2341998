#include "core/domain/region.h"

#include <algorithm>

namespace domain {

bool isRegionCode(const std::string& code)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (code.size() < 12 || !std::all_of(code.begin(), code.begin() + 12, digit)) return false;
    if (code.size() == 12) return true;
    const auto tail = [&](char c) {
        return digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    return code[12] == '-' && code.size() > 13 && code.size() <= 21 &&
           std::all_of(code.begin() + 13, code.end(), tail);
}

RegionCode townOf(const RegionCode& code)
{
    return {code.value.substr(0, 9) + "000"};
}

}  // namespace domain
