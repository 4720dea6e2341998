#include "app/viewmodels/check_subjects.h"

#include <algorithm>

#include "core/domain/facility.h"

namespace viewmodels {

CheckSubjects::CheckSubjects(const store::Reference& reference, const domain::Campaign& campaign)
    : m_reference(reference)
{
    for (const domain::WeightedChecklist& weighted : campaign.checklists) {
        const auto sheet = reference.checklist(weighted.checklist.kind, weighted.checklist.version);
        if (sheet && sheet->subject == domain::SubjectKind::facility)
            m_kinds.push_back(sheet->kind);
    }
}

std::vector<domain::Region> CheckSubjects::of(const domain::RegionCode& village,
                                              const std::string& kind) const
{
    std::vector<domain::Region> subjects;
    if (std::ranges::find(m_kinds, kind) != m_kinds.end()) {
        subjects = m_reference.children(village);
        std::erase_if(subjects, [&](const domain::Region& region) {
            return region.kind != domain::RegionKind::facility || region.retired ||
                   !domain::isInspectedBy(region.code, kind, m_kinds);
        });
    }
    if (subjects.empty()) subjects.emplace_back().code = village;
    return subjects;
}

}  // namespace viewmodels
