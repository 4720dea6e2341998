#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/checklist.h"

namespace sheets {

/// What the words of a rule say: "每处 0.5；每少 1 种 1" is two rules. Codes a, b, c …; nothing
/// where a part cannot be understood.
std::optional<std::vector<domain::Rule>> rulesFromText(std::string_view text);

/// "（抽 10 户）", "问 5 人": how many households or people are sampled; 0 where nothing is said.
int householdsInText(std::string_view text);

/// "公共区域 18" -> "公共区域" and 18 points.
std::pair<std::string, std::optional<base::Points>> withoutSubtotal(std::string_view title);

}  // namespace sheets
