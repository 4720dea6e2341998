#include "core/actions/put_answers.h"

#include <algorithm>
#include <set>

#include "core/actions/transact.h"
#include "core/domain/limits.h"
#include "core/store/drafts.h"

namespace actions {

namespace {

using domain::Answer;

std::set<domain::FindingId> idsOf(const Answer& answer)
{
    std::set<domain::FindingId> ids;
    for (const domain::Finding& finding : answer.findings) ids.insert(finding.id);
    return ids;
}

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
    const bool longText = tooLong(answer.note) ||
                          std::ranges::any_of(answer.findings, [](const domain::Finding& finding) {
                              return tooLong(finding.place) || tooLong(finding.note);
                          });
    if (longText) return base::fail("text.too_long", "文字超过 2000 字，请缩短", answer.itemCode);
    return {};
}

/// A photo is in the draft exactly when its finding is; photos of no finding are left alone. True
/// when some came or went.
bool photosFollow(store::Drafts& drafts, const domain::InspectionId& draft, const Answer& before,
                  const Answer& after)
{
    const auto had = idsOf(before);
    const auto has = idsOf(after);
    bool moved = false;
    if (had == has) return moved;
    for (const store::PhotoMark& photo : drafts.photoMarks(draft, before.itemCode)) {
        const bool gone = had.contains(photo.finding) && !has.contains(photo.finding);
        const bool back = !had.contains(photo.finding) && has.contains(photo.finding);
        if ((gone && !photo.removed) || (back && photo.removed)) {
            drafts.turnOverRemoved(photo.id);
            moved = true;
        }
    }
    return moved;
}

}  // namespace

base::Result<ChangedPhotos> putAnswers(Context& context, const domain::InspectionId& draft,
                                       const std::vector<Answer>& answers)
{
    return transact(context, [&]() -> base::Result<ChangedPhotos> {
        store::Drafts drafts(context.db);
        bool moved = false;
        for (const Answer& answer : answers) {
            if (const auto fits = withinLimits(answer); !fits) return tl::unexpected(fits.error());
            const auto before = drafts.answer(draft, answer.itemCode);
            if (!before && !drafts.exists(draft)) return draftUnknown();
            if (!before)
                return base::fail("item.unknown", "评分表没有这一项，请返回重新打开",
                                  answer.itemCode);
            moved |= photosFollow(drafts, draft, *before, answer);
            drafts.replaceAnswer(draft, *before, answer, context.clock.wallMs());
        }
        if (!moved) return ChangedPhotos{};
        std::vector<domain::PhotoEntry> photos;
        for (store::DraftPhoto& photo : drafts.photos(draft))
            if (!photo.removed) photos.push_back(std::move(photo.entry));
        return ChangedPhotos{std::move(photos)};
    });
}

}  // namespace actions
