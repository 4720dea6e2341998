#include "sync/hub/admin/particulars.h"

#include "core/domain/codec.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

std::optional<documents::Particulars> particularsOf(Connection& connection,
                                                    const domain::InspectionId& id, int revision)
{
    const domain::RecordId record = revisionRecord(connection, id, revision);
    const auto bytes = record.empty() ? std::nullopt : recordBytes(connection, record);
    if (!bytes) return std::nullopt;
    const auto inspection =
        stored(domain::inspectionFromJson(stored(domain::recordFromJson(*bytes)).body));
    documents::Particulars known;
    if (const auto inspector = findUser(connection, inspection.inspector.value))
        known.inspector = inspector->name;
    if (inspection.subject != inspection.village)
        if (const auto facility = findRegion(connection, inspection.subject))
            known.subject = facility->name;
    for (const domain::Signature& signature : inspection.signatures)
        if (signature.role != "inspector" && !signature.name.empty())
            known.names.push_back(signature.name);
    for (const domain::Answer& answer : inspection.answers)
        for (const domain::Finding& finding : answer.findings)
            known.findings[finding.id] = {finding.place, finding.note, {}};
    return known;
}

}  // namespace hub
