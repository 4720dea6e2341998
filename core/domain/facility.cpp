#include "core/domain/facility.h"

#include <algorithm>

namespace domain {

bool isInspectedBy(const RegionCode& facility, const std::string& kind,
                   const std::vector<std::string>& kinds)
{
    const std::size_t dash = facility.value.find('-');
    const std::string own = dash == std::string::npos ? "" : facility.value.substr(dash + 1);
    const auto names = [&](const std::string& one) {
        return own.starts_with(one) &&
               own.find_first_not_of("0123456789", one.size()) == std::string::npos;
    };
    return names(kind) || std::none_of(kinds.begin(), kinds.end(), names);
}

}  // namespace domain
