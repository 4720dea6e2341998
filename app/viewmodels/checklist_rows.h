#pragma once

#include <vector>

#include "app/viewmodels/item_list_model.h"
#include "app/viewmodels/open_inspection.h"

namespace viewmodels {

/// Every item of the open inspection's sheet and profile, as its line shows it now.
std::vector<ItemRow> itemRowsOf(const OpenInspection& open);
std::vector<SectionRow> sectionRowsOf(const OpenInspection& open,
                                      const std::vector<ItemRow>& items);

}  // namespace viewmodels
