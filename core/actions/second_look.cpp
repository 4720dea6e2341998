#include "core/actions/second_look.h"

#include "core/flags/flags.h"
#include "core/store/lists.h"
#include "core/store/reference.h"

namespace actions {

base::Result<void> SecondLook::isUnflagged(const store::InspectionHead& head)
{
    if (flagsOf(head) == 0 && !isInspectorFarOff(head)) return {};
    return base::fail("review.flagged", "这份检查有疑点，不能批量通过，请打开看过再决定");
}

int SecondLook::flagsOf(const store::InspectionHead& head)
{
    const store::Records records(m_context.db);
    const store::Reference reference(m_context.db);
    const auto inspection = records.newest(head.id);
    const auto sheet = reference.checklist(head.kind, head.version);
    if (!inspection || !sheet) return flags::missingEvidence;
    const auto campaign = reference.campaign(head.campaign);
    const domain::CaptureSettings capture =
        campaign ? campaign->capture : domain::CaptureSettings();
    const auto last = records.before(*inspection);
    return flags::flagsOf(*inspection, *sheet, capture.accuracyLimitM) |
           (last && flags::isFarFromLast(*sheet, *inspection, *last) ? flags::farFromLast : 0);
}

bool SecondLook::isInspectorFarOff(const store::InspectionHead& head)
{
    const auto [entry, isNew] = m_farOff.try_emplace({head.inspector.value, head.kind}, false);
    if (isNew) {
        const auto [own, all] = store::scoreSums(m_context.db, head.kind, head.inspector);
        entry->second =
            flags::isInspectorFarOff({own.hundredths, own.count}, {all.hundredths, all.count});
    }
    return entry->second;
}

}  // namespace actions
