#include "sync/hub/ranking/facts.h"

#include <stdexcept>

#include "core/domain/codec.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {
domain::Record recordOf(Connection& connection, const domain::RecordId& id)
{
    const auto bytes = recordBytes(connection, id);
    if (!bytes) throw std::runtime_error("the log has no record " + id.value);
    return stored(domain::recordFromJson(*bytes));
}

/// Of two adjustments of one item the later holds.
std::vector<domain::Adjustment> adjustmentsOf(Connection& connection,
                                              const domain::InspectionId& inspection, int revision)
{
    std::vector<domain::Adjustment> adjustments;
    for (const domain::RecordId& id : reviewRecords(connection, inspection, revision)) {
        const auto review = stored(domain::reviewFromJson(recordOf(connection, id).body));
        for (const domain::Adjustment& adjustment : review.adjustments) {
            std::erase_if(adjustments, [&](const domain::Adjustment& earlier) {
                return earlier.itemCode == adjustment.itemCode;
            });
            adjustments.push_back(adjustment);
        }
    }
    return adjustments;
}
}  // namespace

ranking::InspectionFacts approvedFacts(Connection& connection, const InspectionRow& row,
                                       const domain::Checklist& checklist)
{
    ranking::InspectionFacts facts;
    facts.checklist = checklist;
    facts.inspection = stored(domain::inspectionFromJson(recordOf(connection, row.record).body));
    facts.adjustments = adjustmentsOf(connection, row.id, row.revision);
    return facts;
}

std::optional<ranking::InspectionFacts> factsForExplaining(Connection& connection,
                                                           const domain::InspectionId& id,
                                                           int revision)
{
    const domain::RecordId record = revisionRecord(connection, id, revision);
    if (record.empty()) return std::nullopt;
    ranking::InspectionFacts facts;
    facts.inspection = stored(domain::inspectionFromJson(recordOf(connection, record).body));
    const domain::ChecklistRef& used = facts.inspection.checklist;
    const auto sheet = findChecklist(connection, used.kind, used.version);
    if (!sheet) return std::nullopt;
    facts.checklist = *sheet;
    facts.adjustments = adjustmentsOf(connection, id, revision);
    if (const auto inspector = findUser(connection, facts.inspection.inspector.value))
        facts.inspector = inspector->name;
    for (const domain::RecordId& review : reviewRecords(connection, id, revision)) {
        const domain::Record decision = recordOf(connection, review);
        const domain::Review made = stored(domain::reviewFromJson(decision.body));
        if (made.decision != domain::Decision::approve || !made.appeal.empty()) continue;
        const auto reviewer = findUser(connection, decision.author.value);
        facts.reviewer = reviewer ? reviewer->name : std::string();
        facts.approvedAtMs = decision.createdAtMs;
    }
    return facts;
}

}  // namespace hub
