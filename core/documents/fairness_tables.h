#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/documents/table.h"
#include "core/fairness/fairness.h"

namespace documents {

/// What is called by its code in fairness figures, in words.
struct FairnessNames {
    std::function<std::string(const domain::UserId&)> inspector;
    std::function<std::string(const domain::RegionCode&)> village;
    std::vector<domain::Checklist> checklists;  ///< of the campaign, for the rules' texts
    std::vector<ranking::Check> checks;
    std::string campaign;
};

/// Inspectors beside the others, the villages that hang on one of them, the use of each rule. For
/// those who answer for the ranking; not for publication.
std::vector<Table> fairnessTables(const fairness::Fairness& fairness, const FairnessNames& names);

/// The first two as a terminal shows them.
std::string fairnessText(const fairness::Fairness& fairness, const FairnessNames& names);

/// The villages that hang on one inspector, a line each; "没有" where there are none.
std::string hangsOnText(const fairness::Fairness& fairness, const FairnessNames& names);

}  // namespace documents
