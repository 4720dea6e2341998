#include "core/actions/answers.h"

#include <algorithm>

#include "core/actions/transact.h"
#include "core/domain/limits.h"
#include "core/store/drafts.h"

namespace actions {

namespace {
using domain::Answer;
using domain::AnswerState;

tl::unexpected<base::Error> itemUnknown(const std::string& item)
{
    return base::fail("item.unknown", "评分表没有这一项，请返回重新打开", item);
}

bool tooLong(const std::string& text)
{
    const auto continuation = [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
    };
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continuation)) >
           domain::limits::noteCharacters;
}

tl::unexpected<base::Error> textTooLong()
{
    return base::fail("text.too_long", "文字超过 2000 字，请缩短");
}

// Photos of findings that are no longer there go with them.
std::vector<domain::PhotoId> takeOutPhotos(store::Drafts& drafts, const domain::InspectionId& draft,
                                           const Answer& before, const Answer& after)
{
    std::vector<domain::PhotoId> taken;
    const auto gone = [&](const domain::FindingId& id) {
        return std::ranges::find(before.findings, id, &domain::Finding::id) !=
                   before.findings.end() &&
               std::ranges::find(after.findings, id, &domain::Finding::id) == after.findings.end();
    };
    if (after.findings.size() >= before.findings.size()) return taken;
    for (const store::PhotoMark& photo : drafts.photoMarks(draft, before.itemCode))
        if (!photo.removed && gone(photo.finding)) {
            drafts.turnOverRemoved(photo.id);
            taken.push_back(photo.id);
        }
    return taken;
}

/// Reads the answer, lets `change` work on it, writes what differs and what undo needs.
template <class Change>
base::Result<Answer> changeAnswer(Context& context, const char* action,
                                  const domain::InspectionId& draft, const std::string& item,
                                  Change change)
{
    return transact(context, [&]() -> base::Result<Answer> {
        store::Drafts drafts(context.db);
        auto before = drafts.answer(draft, item);
        if (!before) {
            if (!drafts.exists(draft)) return draftUnknown();
            return itemUnknown(item);
        }
        Answer after = *before;
        const base::Result<void> changed = change(after);
        if (!changed) return tl::unexpected(changed.error());
        if (after == *before) return after;
        const auto photos = takeOutPhotos(drafts, draft, *before, after);
        drafts.replaceAnswer(draft, *before, after, context.clock.wallMs());
        drafts.pushUndo(draft, {0, action, {std::move(*before)}, photos});
        return after;
    });
}

base::Result<Answer> setState(Context& context, const char* action,
                              const domain::InspectionId& draft, const std::string& item,
                              AnswerState state)
{
    return changeAnswer(context, action, draft, item, [&](Answer& answer) -> base::Result<void> {
        answer.state = state;
        answer.findings.clear();
        answer.earned.clear();
        if (state == AnswerState::unanswered) {
            answer.householdsVisited = 0;
            answer.note.clear();
        }
        return {};
    });
}

base::Result<void> takeAway(Answer& answer, const domain::Finding* finding)
{
    if (finding == nullptr) return base::fail("finding.none", "这一项没有可以减去的问题");
    const domain::FindingId id = finding->id;
    std::erase_if(answer.findings, [&](const domain::Finding& other) { return other.id == id; });
    if (answer.findings.empty() && answer.earned.empty()) answer.state = AnswerState::unanswered;
    return {};
}
}  // namespace

base::Result<Answer> setAnswerOk(Context& context, const domain::InspectionId& draft,
                                 const std::string& item)
{
    return setState(context, "setAnswerOk", draft, item, AnswerState::ok);
}

base::Result<Answer> setNotApplicable(Context& context, const domain::InspectionId& draft,
                                      const std::string& item)
{
    return setState(context, "setNotApplicable", draft, item, AnswerState::notApplicable);
}

base::Result<Answer> clearAnswer(Context& context, const domain::InspectionId& draft,
                                 const std::string& item)
{
    return setState(context, "clearAnswer", draft, item, AnswerState::unanswered);
}

base::Result<std::vector<Answer>> allUntouchedOk(Context& context,
                                                 const domain::InspectionId& draft,
                                                 const std::vector<std::string>& items)
{
    return transact(context, [&]() -> base::Result<std::vector<Answer>> {
        store::Drafts drafts(context.db);
        if (!drafts.exists(draft)) return draftUnknown();
        std::vector<Answer> changed;
        store::Undo undo{0, "allUntouchedOk", {}, {}};
        for (const std::string& item : items) {
            auto answer = drafts.answer(draft, item);
            if (!answer) return itemUnknown(item);
            if (answer->state != AnswerState::unanswered) continue;
            undo.answers.push_back(*answer);
            answer->state = AnswerState::ok;
            drafts.putAnswer(draft, *answer, context.clock.wallMs());
            changed.push_back(std::move(*answer));
        }
        if (!changed.empty()) drafts.pushUndo(draft, undo);
        return changed;
    });
}

base::Result<Answer> addFinding(Context& context, const domain::InspectionId& draft,
                                const std::string& item, domain::Finding finding)
{
    if (tooLong(finding.note) || tooLong(finding.place)) return textTooLong();
    finding.id = {context.ids.next()};
    finding.foundAtMs = context.clock.wallMs();
    return changeAnswer(context, "addFinding", draft, item,
                        [&](Answer& answer) -> base::Result<void> {
                            if (answer.findings.size() >= domain::limits::findingsPerAnswer)
                                return base::fail("finding.too_many", "一项最多记 200 处");
                            answer.state = AnswerState::found;
                            answer.findings.push_back(std::move(finding));
                            return {};
                        });
}

base::Result<Answer> removeLastFinding(Context& context, const domain::InspectionId& draft,
                                       const std::string& item, const std::string& rule)
{
    return changeAnswer(context, "removeLastFinding", draft, item, [&](Answer& answer) {
        const domain::Finding* last = nullptr;
        for (const domain::Finding& finding : answer.findings)
            if (finding.ruleCode == rule) last = &finding;
        return takeAway(answer, last);
    });
}

base::Result<Answer> removeFinding(Context& context, const domain::InspectionId& draft,
                                   const std::string& item, const domain::FindingId& id)
{
    return changeAnswer(context, "removeFinding", draft, item, [&](Answer& answer) {
        const auto at = std::ranges::find(answer.findings, id, &domain::Finding::id);
        return takeAway(answer, at == answer.findings.end() ? nullptr : &*at);
    });
}

base::Result<Answer> editFinding(Context& context, const domain::InspectionId& draft,
                                 const std::string& item, const domain::Finding& finding)
{
    if (tooLong(finding.note) || tooLong(finding.place)) return textTooLong();
    return changeAnswer(
        context, "editFinding", draft, item, [&](Answer& answer) -> base::Result<void> {
            const auto at = std::ranges::find(answer.findings, finding.id, &domain::Finding::id);
            if (at == answer.findings.end()) return base::fail("finding.none", "这一处问题已不在");
            const std::int64_t foundAtMs = at->foundAtMs;
            *at = finding;
            at->foundAtMs = foundAtMs;
            return {};
        });
}

base::Result<Answer> setEarned(Context& context, const domain::InspectionId& draft,
                               const std::string& item, const std::vector<std::string>& rules)
{
    return changeAnswer(context, "setEarned", draft, item,
                        [&](Answer& answer) -> base::Result<void> {
                            answer.earned = rules;
                            answer.state = AnswerState::found;
                            return {};
                        });
}

base::Result<Answer> setHouseholdsVisited(Context& context, const domain::InspectionId& draft,
                                          const std::string& item, int households)
{
    return changeAnswer(context, "setHouseholdsVisited", draft, item,
                        [&](Answer& answer) -> base::Result<void> {
                            if (households < 0 || households > 1000)
                                return base::fail("households.range", "户数须在 0 到 1000 之间");
                            answer.householdsVisited = households;
                            return {};
                        });
}

base::Result<Answer> setAnswerNote(Context& context, const domain::InspectionId& draft,
                                   const std::string& item, const std::string& note)
{
    if (tooLong(note)) return textTooLong();
    return changeAnswer(context, "setAnswerNote", draft, item,
                        [&](Answer& answer) -> base::Result<void> {
                            answer.note = note;
                            return {};
                        });
}

base::Result<std::string> lastAction(Context& context, const domain::InspectionId& draft)
{
    return reading([&]() -> base::Result<std::string> {
        const auto undo = store::Drafts(context.db).lastUndo(draft);
        return undo ? undo->action : std::string();
    });
}

base::Result<std::vector<Answer>> undoLast(Context& context, const domain::InspectionId& draft)
{
    return transact(context, [&]() -> base::Result<std::vector<Answer>> {
        store::Drafts drafts(context.db);
        if (!drafts.exists(draft)) return draftUnknown();
        auto undo = drafts.lastUndo(draft);
        if (!undo) return base::fail("undo.nothing", "没有可以撤销的操作");
        for (const Answer& answer : undo->answers)
            if (const auto now = drafts.answer(draft, answer.itemCode))
                drafts.replaceAnswer(draft, *now, answer, context.clock.wallMs());
        for (const domain::PhotoId& photo : undo->photos) drafts.turnOverRemoved(photo);
        drafts.dropUndo(undo->n);
        return undo->answers;
    });
}

}  // namespace actions
