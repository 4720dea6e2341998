#include "core/actions/answers.h"

#include <algorithm>

#include "core/actions/transact.h"
#include "core/domain/limits.h"
#include "core/store/drafts.h"

namespace actions {

namespace {

using domain::Answer;

constexpr int mostHouseholds = 1000;

bool tooLong(const std::string& text)
{
    const auto isFirstByte = [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    };
    return std::ranges::count_if(text, isFirstByte) >
           static_cast<std::ptrdiff_t>(domain::limits::noteCharacters);
}

base::Result<void> withinLimits(const Answer& answer)
{
    if (answer.findings.size() > domain::limits::findingsPerAnswer)
        return base::fail("finding.too_many", "一项最多记 200 处", answer.itemCode);
    if (answer.householdsVisited < 0 || answer.householdsVisited > mostHouseholds)
        return base::fail("households.range", "户数须在 0 到 1000 之间", answer.itemCode);
    const bool longText = tooLong(answer.note) ||
                          std::ranges::any_of(answer.findings, [](const domain::Finding& finding) {
                              return tooLong(finding.place) || tooLong(finding.note);
                          });
    if (longText) return base::fail("text.too_long", "文字超过 2000 字，请缩短", answer.itemCode);
    return {};
}

// Photos of findings that are no longer there go with them.
void takeOutPhotos(store::Drafts& drafts, const domain::InspectionId& draft, const Answer& before,
                   const Answer& after, std::vector<domain::PhotoId>& taken)
{
    const auto has = [](const Answer& answer, const domain::FindingId& id) {
        return std::ranges::find(answer.findings, id, &domain::Finding::id) !=
               answer.findings.end();
    };
    const bool some = std::ranges::any_of(
        before.findings, [&](const domain::Finding& finding) { return !has(after, finding.id); });
    if (!some) return;
    for (const store::PhotoMark& photo : drafts.photoMarks(draft, before.itemCode))
        if (!photo.removed && has(before, photo.finding) && !has(after, photo.finding)) {
            drafts.turnOverRemoved(photo.id);
            taken.push_back(photo.id);
        }
}

std::vector<domain::PhotoEntry> photosOf(const store::Drafts& drafts,
                                         const domain::InspectionId& draft)
{
    std::vector<domain::PhotoEntry> photos;
    for (store::DraftPhoto& photo : drafts.photos(draft))
        if (!photo.removed) photos.push_back(std::move(photo.entry));
    return photos;
}

}  // namespace

base::Result<Changed> putAnswers(Context& context, const domain::InspectionId& draft,
                                 const std::vector<Answer>& answers)
{
    return transact(context, [&]() -> base::Result<Changed> {
        store::Drafts drafts(context.db);
        store::Undo undo{0, "putAnswers", {}, {}};
        for (const Answer& answer : answers) {
            if (const auto fits = withinLimits(answer); !fits) return tl::unexpected(fits.error());
            auto before = drafts.answer(draft, answer.itemCode);
            if (!before && !drafts.exists(draft)) return draftUnknown();
            if (!before)
                return base::fail("item.unknown", "评分表没有这一项，请返回重新打开",
                                  answer.itemCode);
            if (*before == answer) continue;
            takeOutPhotos(drafts, draft, *before, answer, undo.photos);
            drafts.replaceAnswer(draft, *before, answer, context.clock.wallMs());
            undo.answers.push_back(std::move(*before));
        }
        if (!undo.answers.empty()) drafts.pushUndo(draft, undo);
        Changed changed{answers, {}};
        if (!undo.photos.empty()) changed.photos = photosOf(drafts, draft);
        return changed;
    });
}

base::Result<Changed> undoLast(Context& context, const domain::InspectionId& draft)
{
    return transact(context, [&]() -> base::Result<Changed> {
        store::Drafts drafts(context.db);
        if (!drafts.exists(draft)) return draftUnknown();
        auto last = drafts.lastUndo(draft);
        if (!last) return base::fail("undo.nothing", "没有可以撤销的操作");
        for (const Answer& answer : last->answers)
            if (const auto now = drafts.answer(draft, answer.itemCode))
                drafts.replaceAnswer(draft, *now, answer, context.clock.wallMs());
        for (const domain::PhotoId& photo : last->photos) drafts.turnOverRemoved(photo);
        drafts.dropUndo(last->n);
        Changed changed{std::move(last->answers), {}};
        if (!last->photos.empty()) changed.photos = photosOf(drafts, draft);
        return changed;
    });
}

}  // namespace actions
