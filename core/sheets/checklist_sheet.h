#pragma once

#include <string>
#include <tl/expected.hpp>

#include "core/base/error.h"
#include "core/domain/checklist.h"
#include "core/sheets/grid.h"

// Checklists as an office writes them: a few rows about the sheet, a row of headings, then one row
// an item. Further rules of an item stand in rows below it whose item columns are empty.
// docs/guide/checklists.md shows it.
namespace sheets {

using ChecklistOrErrors = tl::expected<domain::Checklist, base::Errors>;

/// The sheet as a table; checklistFromGrid gives the identical sheet back, whatever the order of
/// columns.
Grid gridFromChecklist(const domain::Checklist& checklist);

/// Reads a table written by gridFromChecklist or typed by hand with the headings that offices use.
/// Where the way of counting is not given it is taken from the words of the rule ("每处 0.5",
/// "未落实不得分"). Everything wrong is reported at once, in Chinese, with sheet, row and column
/// ("评分表!E7"), and what scoring::problemsOf finds too.
ChecklistOrErrors checklistFromGrid(const Grid& grid);

/// The same by file; .xlsx or .csv by its ending.
ChecklistOrErrors checklistFromFile(const std::string& path);
base::Result<void> checklistToFile(const domain::Checklist& checklist, const std::string& path,
                                   CsvEncoding encoding = CsvEncoding::utf8);

}  // namespace sheets
