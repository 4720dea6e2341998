#include "sync/hub/admin/particulars.h"

#include "core/documents/figures.h"
#include "core/domain/codec.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {

std::string stateText(domain::RectificationState state)
{
    switch (state) {
        case domain::RectificationState::waiting:
            return "待下发";
        case domain::RectificationState::issued:
            return "已下发";
        case domain::RectificationState::working:
            return "整改中";
        case domain::RectificationState::reported:
            return "已反馈";
        case domain::RectificationState::returned:
            return "退回";
        case domain::RectificationState::checked:
            return "已复查";
        case domain::RectificationState::closed:
            return "已销号";
        case domain::RectificationState::cancelled:
            return "已撤销";
    }
    return {};
}

documents::FindingWords wordsOf(Connection& connection, const domain::Finding& finding,
                                std::int64_t nowMs)
{
    documents::FindingWords words{finding.place, finding.note, {}, {}};
    const auto task = findRectification(connection, finding.id);
    if (!task) return words;
    words.rectification = stateText(task->state);
    if (task->dueMs > 0) words.dueDay = documents::dayOf(task->dueMs);
    if (domain::isOverdue(task->state, task->dueMs, nowMs)) words.rectification += "（逾期）";
    return words;
}

}  // namespace

std::optional<documents::Particulars> particularsOf(Connection& connection,
                                                    const domain::InspectionId& id, int revision,
                                                    std::int64_t nowMs)
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
            known.findings[finding.id] = wordsOf(connection, finding, nowMs);
    return known;
}

}  // namespace hub
