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

/// Oldest first, without names.
std::vector<ranking::Decided> decisionsOn(Connection& connection,
                                          const domain::InspectionId& inspection, int revision)
{
    std::vector<ranking::Decided> decisions;
    for (const domain::RecordId& id : reviewRecords(connection, inspection, revision))
        decisions.push_back(
            {stored(domain::reviewFromJson(recordOf(connection, id).body)), std::string()});
    return decisions;
}

std::string nameOf(Connection& connection, const domain::UserId& user)
{
    const auto known = findUser(connection, user.value);
    return known ? known->name : std::string();
}
}  // namespace

ranking::InspectionFacts approvedFacts(Connection& connection, const InspectionRow& row,
                                       const domain::Checklist& checklist)
{
    ranking::InspectionFacts facts;
    facts.checklist = checklist;
    facts.inspection = stored(domain::inspectionFromJson(recordOf(connection, row.record).body));
    facts.adjustments = ranking::adjustmentsOf(decisionsOn(connection, row.id, row.revision));
    return facts;
}

std::optional<ranking::InspectionFacts> factsForExplaining(Connection& connection,
                                                           const domain::InspectionId& id,
                                                           int revision)
{
    const domain::RecordId record = revisionRecord(connection, id, revision);
    if (record.empty()) return std::nullopt;
    auto inspection = stored(domain::inspectionFromJson(recordOf(connection, record).body));
    const auto sheet =
        findChecklist(connection, inspection.checklist.kind, inspection.checklist.version);
    if (!sheet) return std::nullopt;
    std::vector<ranking::Decided> decisions = decisionsOn(connection, id, revision);
    for (ranking::Decided& one : decisions) one.reviewer = nameOf(connection, one.review.reviewer);
    std::string inspector = nameOf(connection, inspection.inspector);
    return ranking::factsFrom(*sheet, std::move(inspection), std::move(inspector), decisions);
}

}  // namespace hub
