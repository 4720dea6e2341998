#include "app/viewmodels/inspection_facts.h"

#include <algorithm>

namespace viewmodels {

std::vector<ranking::Decided> decisionsOn(const store::InspectionHistory& history, int revision,
                                          const store::Reference& reference)
{
    std::vector<ranking::Decided> decisions;
    for (const store::ReviewRow& row : history.reviews)
        if (!row.refused && row.review.revision == revision)
            decisions.push_back({row.review, reference.personName(row.review.reviewer)});
    return decisions;
}

std::optional<ranking::InspectionFacts> inspectionFacts(SQLite::Database& db,
                                                        const domain::InspectionId& id,
                                                        int revision)
{
    const auto history = store::Records(db).history(id);
    if (!history) return std::nullopt;
    const auto found = std::ranges::find_if(history->revisions, [&](const store::RevisionRow& row) {
        return row.inspection.revision == revision;
    });
    if (found == history->revisions.end()) return std::nullopt;
    const store::Reference reference(db);
    const domain::ChecklistRef& used = found->inspection.checklist;
    const auto sheet = reference.checklist(used.kind, used.version);
    if (!sheet) return std::nullopt;
    return ranking::factsFrom(*sheet, found->inspection,
                              reference.personName(found->inspection.inspector),
                              decisionsOn(*history, revision, reference));
}

}  // namespace viewmodels
