#include "core/actions/rectification.h"

#include <catch2/catch.hpp>

#include "core/actions/answers.h"
#include "core/actions/appeal.h"
#include "core/actions/review.h"
#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "core/store/appeals.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "core/store/sync_state.h"
#include "tests/support/tablet.h"

using domain::RectificationAction;
using domain::RectificationState;
using support::Tablet;
namespace county = support::county;

namespace {
/// What one tablet made reaches another as from the hub's log.
void carry(Tablet& from, Tablet& to, std::int64_t& seq)
{
    for (const store::OutboxEntry& entry : store::Outbox(from.db()).unsettled(1000)) {
        const auto record = domain::recordFromJson(entry.line).value();
        ++seq;
        store::Outbox(from.db()).settle({record.id, store::OutboxState::applied, seq, {}, {}, {}},
                                        1);
        store::Records(to.db()).apply(seq, 7, record);
    }
}

std::string ruleOf(const std::string& code)
{
    for (const domain::Checklist& sheet : checklists::samples())
        if (const domain::Item* item = domain::findItem(sheet, code))
            return item->rules.front().code;
    return {};
}

domain::User contactOfVillage1()
{
    return {{"u-contact"}, "钱联络", domain::Role::villageContact, {county::village1}, true};
}

/// One finding of LJ07, approved by the supervisor.
struct Approved {
    Tablet inspector{1};
    Tablet supervisor{2, county::supervisor()};
    Tablet contact{3, contactOfVillage1()};
    std::int64_t seq = 0;
    domain::InspectionId inspection = inspector.start();
    domain::FindingId finding;

    Approved()
    {
        inspector.answerAllOk(inspection);
        domain::Finding one;
        one.ruleCode = ruleOf("LJ07");
        const auto added = support::addFinding(inspector.context(), inspection, "LJ07", one);
        REQUIRE(added);
        finding = added->findings.front().id;
        inspector.photo(inspection, "LJ07", finding);
        REQUIRE(inspector.submit(inspection));
        carry(inspector, supervisor, seq);
        const auto submitted = store::Records(supervisor.db()).newest(inspection);
        for (const auto& photo : submitted.value().photos) received(supervisor, photo.sha256);
        domain::Review review;
        review.inspection = inspection;
        REQUIRE(actions::decideReview(supervisor.context(), review));
        REQUIRE(actions::lookForRectifications(supervisor.context(), 10) == 1);
    }
    void received(Tablet& at, const domain::Sha256& sha256)
    {
        store::Records(at.db()).apply(++seq, 7,
                                      {{at.ids().next()},
                                       "photo.received",
                                       {"hub"},
                                       {"hub"},
                                       "e",
                                       seq,
                                       1,
                                       domain::canonicalJson(domain::PhotoReceived{sha256, 9})});
    }
    store::RectificationTask task(Tablet& at)
    {
        return store::Rectifications(at.db()).find(finding).value();
    }
    domain::PhotoEntry after(Tablet& at)
    {
        domain::PhotoEntry photo;
        photo.id = {at.ids().next()};
        photo.sha256 = {std::string(64, 'a')};
        photo.bytes = 100;
        photo.widthPx = photo.heightPx = 10;
        REQUIRE(actions::enterAfterPhoto(at.context(), finding, photo, 0));
        return photo;
    }
};
}  // namespace

TEST_CASE("An approved finding waits, is issued with its deadline, put right, and closed")
{
    Approved a;
    CHECK(a.task(a.supervisor).state == RectificationState::waiting);
    CHECK(actions::lookForRectifications(a.supervisor.context(), 10) == 0);
    REQUIRE(actions::issueRectifications(a.supervisor.context(), {a.finding}, "整改1号", {}));
    const auto issued = a.task(a.supervisor);
    CHECK(issued.state == RectificationState::issued);
    CHECK(issued.notice.responsible == "石洞坑村");
    CHECK(issued.notice.dueAtMs == a.supervisor.clock().nowMs + 7LL * 86'400'000);
    CHECK(issued.notice.before.size() == 1);

    carry(a.supervisor, a.contact, a.seq);
    REQUIRE(a.task(a.contact).notice == issued.notice);
    CHECK(
        actions::stepRectification(a.contact.context(), a.finding, RectificationAction::report, {})
            .error()
            .code == "rectification.no_photo");
    const auto photo = a.after(a.contact);
    CHECK(store::Media(a.contact.db()).toSend(10).empty());
    REQUIRE(actions::stepRectification(a.contact.context(), a.finding, RectificationAction::report,
                                       "已清运"));
    CHECK(a.task(a.contact).state == RectificationState::reported);
    CHECK(store::Rectifications(a.contact.db()).draftPhotos(a.finding).empty());
    carry(a.contact, a.supervisor, a.seq);
    // Only now, when the hub knows whose photo it is, may it go.
    CHECK(store::Media(a.contact.db()).toSend(10).size() == 1);

    const auto accept = [&] {
        return actions::stepRectification(a.supervisor.context(), a.finding,
                                          RectificationAction::accept, {});
    };
    CHECK(accept().error().code == "rectification.photos_missing");
    a.received(a.supervisor, photo.sha256);
    REQUIRE(accept());
    CHECK(accept().error().code == "rectification.state");
    REQUIRE(actions::stepRectification(a.supervisor.context(), a.finding,
                                       RectificationAction::close, {}));
    const auto towns = store::Rectifications(a.supervisor.db()).byTown({}, 0);
    REQUIRE(towns.size() == 1);
    CHECK(towns[0].counts.issued == 1);
    CHECK(towns[0].counts.onTime == 1);
}

TEST_CASE("A deadline follows the severity, and past it a task is overdue in its town")
{
    const domain::RectificationSettings settings{6, 48, 100, 7, {}};
    constexpr std::int64_t hourMs = 3'600'000;
    CHECK(domain::dueAtMs(settings, domain::Severity::urgent, 5) == 5 + 6 * hourMs);
    CHECK(domain::dueAtMs(settings, domain::Severity::major, 5) == 5 + 48 * hourMs);
    CHECK(domain::dueAtMs(settings, domain::Severity::ordinary, 5) == 5 + 100 * hourMs);

    Approved a;
    REQUIRE(actions::issueRectifications(a.supervisor.context(), {a.finding}, "整改1号", {}));
    const std::int64_t due = a.task(a.supervisor).notice.dueAtMs;
    const auto counts = [&](std::int64_t nowMs) {
        const auto towns = store::Rectifications(a.supervisor.db()).byTown({}, nowMs);
        return towns.at(0).counts;
    };
    CHECK(counts(due).overdue == 0);
    CHECK(counts(due + 1).overdue == 1);
    carry(a.supervisor, a.contact, a.seq);
    a.contact.clock().nowMs = due + 1;
    const auto photo = a.after(a.contact);
    REQUIRE(actions::stepRectification(a.contact.context(), a.finding, RectificationAction::report,
                                       {}));
    carry(a.contact, a.supervisor, a.seq);
    CHECK(counts(due + 2).overdue == 0);
    a.received(a.supervisor, photo.sha256);
    REQUIRE(actions::stepRectification(a.supervisor.context(), a.finding,
                                       RectificationAction::accept, {}));
    CHECK(counts(due + 2).done == 1);
    CHECK(counts(due + 2).onTime == 0);
}

TEST_CASE("A village says that it is at it before it has a photo, and again after a return")
{
    Approved a;
    REQUIRE(actions::issueRectifications(a.supervisor.context(), {a.finding}, "整改1号", {}));
    carry(a.supervisor, a.contact, a.seq);
    const auto step = [&](Tablet& by, RectificationAction action) {
        return actions::stepRectification(by.context(), a.finding, action, "请重拍").has_value();
    };
    CHECK(step(a.contact, RectificationAction::start));
    CHECK(a.task(a.contact).state == RectificationState::working);
    CHECK_FALSE(step(a.contact, RectificationAction::start));
    a.after(a.contact);
    REQUIRE(step(a.contact, RectificationAction::report));
    carry(a.contact, a.supervisor, a.seq);
    REQUIRE(step(a.supervisor, RectificationAction::sendBack));
    carry(a.supervisor, a.contact, a.seq);
    CHECK(step(a.contact, RectificationAction::start));
    CHECK(a.task(a.contact).state == RectificationState::working);
}

TEST_CASE("An after-photo by a clock that the hub contradicts is marked doubtful")
{
    Approved a;
    REQUIRE(actions::issueRectifications(a.supervisor.context(), {a.finding}, {}, {}));
    carry(a.supervisor, a.contact, a.seq);
    const auto enter = [&](const char* hash, std::int64_t wallMs) {
        domain::PhotoEntry photo;
        photo.id = {a.contact.ids().next()};
        photo.sha256 = {std::string(64, hash[0])};
        photo.bytes = 100;
        photo.widthPx = photo.heightPx = 10;
        photo.clocks.wallMs = wallMs;
        photo.clocks.bootMs = a.contact.clock().bootMs();
        REQUIRE(actions::enterAfterPhoto(a.contact.context(), a.finding, photo, 0));
        return store::Rectifications(a.contact.db()).draftPhotos(a.finding).back().clocks.doubtful;
    };
    store::SyncState(a.contact.db()).contacted(1, 0);
    CHECK_FALSE(enter("b", a.contact.clock().nowMs));
    store::SyncState(a.contact.db()).contacted(1, 3'600'000);
    CHECK(enter("c", a.contact.clock().nowMs));
}

TEST_CASE("Who may not take a step hears so before anything is written")
{
    Approved a;
    CHECK(actions::issueRectifications(a.inspector.context(), {a.finding}, {}, {}).error().code ==
          "rectification.unknown");
    REQUIRE(actions::issueRectifications(a.supervisor.context(), {a.finding}, {}, {}));
    CHECK(actions::stepRectification(a.supervisor.context(), a.finding, RectificationAction::report,
                                     {})
              .error()
              .code == "rectification.role");
    Tablet elsewhere(4, {{"u-c2"}, "周", domain::Role::villageContact, {county::village2}, true});
    carry(a.supervisor, elsewhere, a.seq);
    CHECK(actions::stepRectification(elsewhere.context(), a.finding, RectificationAction::start, {})
              .error()
              .code == "rectification.scope");
}

TEST_CASE("A step that the hub refused does not count")
{
    Approved a;
    REQUIRE(actions::issueRectifications(a.supervisor.context(), {a.finding}, {}, {}));
    const auto entry = store::Outbox(a.supervisor.db()).unsettled(10).back();
    store::Outbox(a.supervisor.db())
        .settle({entry.record,
                 store::OutboxState::conflict,
                 0,
                 "rectification.moved",
                 "先有人下发",
                 {"other"}},
                1);
    CHECK_FALSE(store::Rectifications(a.supervisor.db()).find(a.finding));
    CHECK(actions::lookForRectifications(a.supervisor.context(), 10) == 1);
    CHECK(a.task(a.supervisor).state == RectificationState::waiting);
}

TEST_CASE("An appeal that is right gives the points back and leaves nothing to put right")
{
    Approved a;
    domain::Appeal appeal;
    appeal.inspection = a.inspection;
    appeal.itemCode = "LJ07";
    appeal.finding = a.finding;
    CHECK(actions::raiseAppeal(a.supervisor.context(), appeal).error().code == "appeal.reason");
    appeal.reason = "桶在邻村地界";
    const auto raised = actions::raiseAppeal(a.supervisor.context(), appeal);
    REQUIRE(raised);
    CHECK(actions::raiseAppeal(a.supervisor.context(), appeal).error().code == "appeal.open");
    CHECK(actions::answerAppeal(a.supervisor.context(), *raised, base::Points::whole(6), {})
              .error()
              .code == "review.comment");
    REQUIRE(actions::answerAppeal(a.supervisor.context(), *raised, base::Points::whole(6), "属实"));
    CHECK(actions::answerAppeal(a.supervisor.context(), *raised, {}, "再想想").error().code ==
          "appeal.decided");
    const auto head = store::Records(a.supervisor.db()).head(a.inspection);
    CHECK(head->state == domain::InspectionState::approved);
    CHECK(head->adjusted);
    CHECK(actions::lookForRectifications(a.supervisor.context(), 10) == 1);
    CHECK_FALSE(store::Rectifications(a.supervisor.db()).find(a.finding));
}

TEST_CASE("What is contested too late is refused")
{
    Approved a;
    a.supervisor.clock().advance(8LL * 86'400'000);
    domain::Appeal appeal;
    appeal.inspection = a.inspection;
    appeal.itemCode = "LJ07";
    appeal.reason = "晚了";
    CHECK(actions::raiseAppeal(a.supervisor.context(), appeal).error().code == "appeal.late");
}
