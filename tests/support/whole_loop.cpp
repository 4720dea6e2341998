#include "tests/support/whole_loop.h"

#include <filesystem>
#include <fstream>

#include "core/actions/appeal.h"
#include "core/actions/draft.h"
#include "core/actions/rectification.h"
#include "core/actions/review.h"
#include "core/actions/submit.h"
#include "core/checklists/samples.h"
#include "core/crypto/hash.h"
#include "core/store/media.h"
#include "tests/support/answering.h"
#include "tests/support/attach_photo.h"
#include "tests/support/jpeg_like.h"
#include "tests/support/must.h"

namespace support {

namespace {
using domain::RectificationAction;

std::string firstRuleOf(const std::string& item)
{
    for (const domain::Checklist& sheet : checklists::samples())
        if (const domain::Item* found = domain::findItem(sheet, item))
            return found->rules.front().code;
    return {};
}
}  // namespace

void WholeLoop::inspect(actions::Context& context)
{
    inspection = start();
    domain::Finding found;
    found.ruleCode = firstRuleOf("LJ07");
    finding = must(addFinding(context, inspection, "LJ07", found)).findings.front().id;
    CapturedPhoto photo;
    photo.jpeg = jpegLike(1, 20'000);
    photo.thumbnail = jpegLike(2, 2'000);
    photo.widthPx = photo.heightPx = 100;
    photo.itemCode = "LJ07";
    photo.finding = finding;
    must(attachPhoto(context, mediaFolder(Who::inspector), inspection, photo));
    must(actions::submit(context, inspection));
}

void WholeLoop::decide(domain::Decision decision, int revision)
{
    step(Who::supervisor, [&](actions::Context& context) {
        domain::Review review;
        review.inspection = inspection;
        review.revision = revision;
        review.decision = decision;
        review.comment = "照片看不清";
        must(actions::decideReview(context, review));
    });
}

void WholeLoop::takeAfterPhoto(actions::Context& context)
{
    const auto put = [&](const std::string& bytes, store::MediaKind kind) {
        const domain::Sha256 sha256{crypto::sha256(bytes)};
        const std::filesystem::path path =
            mediaFolder(Who::contact) + "/" + store::mediaPath(sha256, kind);
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return sha256;
    };
    domain::PhotoEntry after;
    after.id = {context.ids.next()};
    after.bytes = 30'000;
    after.sha256 = put(jpegLike(8, 30'000), store::MediaKind::photo);
    after.thumbBytes = 2'000;
    after.thumbSha256 = put(jpegLike(9, 2'000), store::MediaKind::thumb);
    after.widthPx = after.heightPx = 100;
    must(actions::enterAfterPhoto(context, finding, after, 0));
}

void WholeLoop::approved()
{
    step(Who::inspector, [&](actions::Context& context) { inspect(context); });
    decide(domain::Decision::sendBack, 1);
    step(Who::inspector, [&](actions::Context& context) {
        must(actions::startRevision(context, inspection));
        must(actions::setRemark(context, inspection, "已补充说明"));
        must(signOff(context, inspection));
        must(actions::submit(context, inspection));
    });
    decide(domain::Decision::approve, 2);
    step(Who::supervisor, [&](actions::Context& context) {
        must(actions::lookForRectifications(context, 10));
        must(actions::issueRectifications(context, {finding}, "整改1号", {}));
    });
}

void WholeLoop::mended()
{
    const auto move = [&](Who who, RectificationAction action, const std::string& comment = {}) {
        step(who, [&](actions::Context& context) {
            if (action == RectificationAction::report) takeAfterPhoto(context);
            must(actions::stepRectification(context, finding, action, comment));
        });
    };
    move(Who::contact, RectificationAction::start);
    move(Who::contact, RectificationAction::report, "已清");
    move(Who::supervisor, RectificationAction::accept);
    move(Who::supervisor, RectificationAction::close);
}

void WholeLoop::contested(base::Points granted)
{
    domain::RecordId appeal;
    step(Who::contact, [&](actions::Context& context) {
        domain::Appeal contested;
        contested.inspection = inspection;
        contested.revision = 2;
        contested.itemCode = "LJ07";
        contested.finding = finding;
        contested.reason = "桶在邻村地界";
        appeal = must(actions::raiseAppeal(context, contested));
    });
    step(Who::supervisor, [&](actions::Context& context) {
        must(actions::answerAppeal(context, appeal, granted, "核实属邻村"));
    });
}

}  // namespace support
