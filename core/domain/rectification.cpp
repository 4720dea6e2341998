#include "core/domain/rectification.h"

#include <algorithm>

namespace domain {

std::optional<RectificationState> after(RectificationState state, RectificationAction action)
{
    using State = RectificationState;
    switch (action) {
        case RectificationAction::issue:
            if (state == State::waiting) return State::issued;
            break;
        case RectificationAction::start:
            if (state == State::issued || state == State::returned) return State::working;
            break;
        case RectificationAction::report:
            if (isWithVillage(state)) return State::reported;
            break;
        case RectificationAction::sendBack:
            if (state == State::reported) return State::returned;
            break;
        case RectificationAction::accept:
            if (state == State::reported) return State::checked;
            break;
        case RectificationAction::close:
            if (state == State::checked) return State::closed;
            break;
        case RectificationAction::cancel:
            if (isWithVillage(state) || state == State::reported || state == State::checked)
                return State::cancelled;
            break;
    }
    return std::nullopt;
}

bool isWithVillage(RectificationState state)
{
    return state == RectificationState::issued || state == RectificationState::working ||
           state == RectificationState::returned;
}

bool isOverdue(RectificationState state, std::int64_t dueAtMs, std::int64_t nowMs)
{
    return isWithVillage(state) && nowMs > dueAtMs;
}

namespace {
/// By the last word on the item.
bool isRestored(const Item& item, const std::vector<Adjustment>& adjustments)
{
    const auto last = std::find_if(
        adjustments.rbegin(), adjustments.rend(),
        [&](const Adjustment& adjustment) { return adjustment.itemCode == item.code; });
    return last != adjustments.rend() && last->points >= item.max;
}

RectificationNeed needOf(const Inspection& inspection, const Item& item, const Rule& rule,
                         const Finding& finding)
{
    RectificationNeed need;
    need.finding = finding.id;
    RectificationNotice& notice = need.notice;
    notice.campaign = inspection.campaign;
    notice.village = inspection.village;
    notice.subject = inspection.subject;
    notice.revision = inspection.revision;
    notice.kind = inspection.checklist.kind;
    notice.itemCode = item.code;
    notice.itemTitle = item.title;
    notice.ruleText = rule.text;
    notice.place = finding.place;
    notice.note = finding.note;
    notice.severity = rule.severity;
    notice.foundAtMs = finding.foundAtMs;
    notice.repeat = finding.repeat;
    notice.fix = finding.fix;
    for (const PhotoEntry& photo : inspection.photos)
        if (photo.finding == finding.id ||
            (photo.finding.empty() && !photo.itemCode.empty() && photo.itemCode == item.code)) {
            notice.before.push_back(photo);
            if (!notice.fix) notice.fix = photo.fix;
        }
    return need;
}
}  // namespace

std::vector<RectificationNeed> rectificationNeeds(const Checklist& sheet,
                                                  const Inspection& inspection,
                                                  const std::vector<Adjustment>& adjustments)
{
    std::vector<RectificationNeed> needs;
    for (const Answer& answer : inspection.answers) {
        const Item* item = findItem(sheet, answer.itemCode);
        if (item == nullptr || answer.state != AnswerState::found || isRestored(*item, adjustments))
            continue;
        for (const Finding& finding : answer.findings) {
            const Rule* rule = findRule(*item, finding.ruleCode);
            if (rule != nullptr && rule->rectify)
                needs.push_back(needOf(inspection, *item, *rule, finding));
        }
    }
    return needs;
}

std::int64_t dueAtMs(const RectificationSettings& settings, Severity severity,
                     std::int64_t issuedAtMs)
{
    const int hours = severity == Severity::urgent  ? settings.urgentHours
                      : severity == Severity::major ? settings.majorHours
                                                    : settings.ordinaryHours;
    return issuedAtMs + std::int64_t{hours} * 3'600'000;
}

}  // namespace domain
