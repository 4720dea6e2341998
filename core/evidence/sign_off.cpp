#include "core/evidence/sign_off.h"

#include <algorithm>

namespace evidence {

bool isPoor(const std::optional<base::Fix>& fix, double accuracyLimitM)
{
    return !fix || fix->accuracyM > accuracyLimitM || fix->ageMs > fixStaleAfterMs;
}

bool wantsPositionReason(const domain::Inspection& inspection, double accuracyLimitM)
{
    const auto poor = [&](const auto& one) { return isPoor(one.fix, accuracyLimitM); };
    const auto poorPhoto = [&](const domain::PhotoEntry& photo) {
        return photo.source == domain::PhotoSource::camera && poor(photo);
    };
    const auto poorFinding = [&](const domain::Answer& answer) {
        return std::ranges::any_of(answer.findings, poor);
    };
    return isPoor(inspection.startFix, accuracyLimitM) ||
           std::ranges::any_of(inspection.photos, poorPhoto) ||
           std::ranges::any_of(inspection.answers, poorFinding);
}

std::vector<Lack> lacksOf(const domain::Inspection& inspection, double accuracyLimitM)
{
    std::vector<Lack> lacks;
    const auto isSigned = [&](const char* role) {
        return std::ranges::find(inspection.signatures, role, &domain::Signature::role) !=
               inspection.signatures.end();
    };
    if (!isSigned("inspector")) lacks.push_back(Lack::inspectorUnsigned);
    if (!isSigned("village")) lacks.push_back(Lack::villageUnsigned);
    if (inspection.noFixReason.empty() && wantsPositionReason(inspection, accuracyLimitM))
        lacks.push_back(Lack::positionReason);
    return lacks;
}

}  // namespace evidence
