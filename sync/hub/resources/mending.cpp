#include "sync/hub/resources/mending.h"

#include <algorithm>

#include "core/domain/codec.h"
#include "sync/hub/store/hub_records.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

std::vector<domain::RectificationNeed> rectificationNeeds(Connection& connection,
                                                          const InspectionRow& inspection)
{
    const auto sheet = findChecklist(connection, inspection.kind, inspection.version);
    const auto bytes = recordBytes(connection, inspection.record);
    if (!sheet || !bytes) return {};
    const auto made =
        stored(domain::inspectionFromJson(stored(domain::recordFromJson(*bytes)).body));
    std::vector<domain::Adjustment> adjustments;
    for (const domain::RecordId& id : reviewRecords(connection, inspection.id, inspection.revision))
        if (const auto review = recordBytes(connection, id))
            for (auto& adjustment :
                 stored(domain::reviewFromJson(stored(domain::recordFromJson(*review)).body))
                     .adjustments)
                adjustments.push_back(std::move(adjustment));
    return domain::rectificationNeeds(*sheet, made, adjustments);
}

void cancelNotNeeded(Connection& connection, const domain::Review& decision, std::int64_t nowMs,
                     base::UuidSource& ids)
{
    const std::vector<RectificationRow> tasks = rectificationsOf(connection, decision.inspection);
    const auto inspection = findInspection(connection, decision.inspection);
    if (tasks.empty() || !inspection) return;
    const auto needs = rectificationNeeds(connection, *inspection);
    for (const RectificationRow& task : tasks) {
        using domain::RectificationAction;
        if (std::ranges::find(needs, task.finding, &domain::RectificationNeed::finding) !=
                needs.end() ||
            !domain::after(task.state, RectificationAction::cancel))
            continue;
        domain::RectificationStep step;
        step.inspection = decision.inspection;
        step.finding = task.finding;
        step.action = RectificationAction::cancel;
        step.after = task.lastStep;
        step.by = decision.reviewer;
        step.comment = "扣分已撤回：" + decision.comment;
        const OwnRecord own = appendOwn(connection, domain::RecordKind::rectification,
                                        domain::canonicalJson(step), task.concerns, nowMs, ids);
        foldRectification(connection, own.record, task.concerns, step);
    }
}

}  // namespace hub
