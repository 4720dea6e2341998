#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "core/actions/appeal.h"
#include "core/actions/rectification.h"
#include "core/actions/review.h"
#include "core/actions/submit.h"
#include "core/checklists/samples.h"
#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/report/package.h"
#include "core/store/appeals.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "sync/client/publish.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/publications.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/reference.h"
#include "tests/support/attach_photo.h"
#include "tests/support/jpeg_like.h"
#include "tests/support/synced_tablet.h"

// The whole loop with the real stores, client and hub, and a network that fails at one step of it.
using namespace support;
using domain::RectificationAction;

namespace {
domain::User contactPerson()
{
    return {{"u-contact"}, "钱联络", domain::Role::villageContact, {county::village1}, true};
}

/// Gives the first requests of one step one fault after the other, and lets the others pass.
struct Weather {
    int step = 0;
    int badStep = -1;
    int done = 0;

    Fault next(std::size_t bodyBytes)
    {
        if (step != badStep || done >= 4) return {};
        constexpr Fault::Kind kinds[] = {Fault::Kind::unreachable, Fault::Kind::lostAnswer,
                                         Fault::Kind::cutAnswer, Fault::Kind::cutRequest};
        return {kinds[done++], bodyBytes / 2};
    }
};

struct Loop {
    explicit Loop(int badStep) { weather.badStep = badStep; }

    Weather weather;
    TestHub hub{7};
    bool contactThere = addContact();
    SyncedTablet inspector{hub, 1, county::inspector(), chooser()};
    SyncedTablet supervisor{hub, 2, county::supervisor(), chooser()};
    SyncedTablet contact{hub, 3, contactPerson(), chooser()};
    SyncedTablet chief{hub, 4, county::chief(), chooser()};
    domain::InspectionId inspection;
    domain::FindingId finding;

    bool addContact()
    {
        hub.hub().services().committer.run(
            [](hub::Connection& db) { hub::putUser(db, contactPerson()); });
        return true;
    }
    Loopback::ChooseFault chooser()
    {
        return [this](const client::Request&, std::size_t bodyBytes) {
            return weather.next(bodyBytes);
        };
    }
    /// Brings a tablet up to date, lets it do something, and sends that; all in one step.
    template <class Deed>
    void step(SyncedTablet& tablet, Deed deed)
    {
        REQUIRE(tablet.syncUntilDone());
        deed(tablet.tablet().context());
        REQUIRE(tablet.syncUntilDone());
        hub.clock().advance(60'000);
        ++weather.step;
    }
    void inspect()
    {
        inspection = inspector.tablet().start();
        inspector.tablet().answerAllOk(inspection);
        domain::Finding found;
        for (const domain::Checklist& sheet : checklists::samples())
            if (const domain::Item* item = domain::findItem(sheet, "LJ07"))
                found.ruleCode = item->rules.front().code;
        const auto answer =
            support::addFinding(inspector.tablet().context(), inspection, "LJ07", found);
        REQUIRE(answer);
        finding = answer->findings.front().id;
        support::CapturedPhoto photo;
        photo.jpeg = jpegLike(1, 20'000);
        photo.thumbnail = jpegLike(2, 2'000);
        photo.widthPx = photo.heightPx = 100;
        photo.itemCode = "LJ07";
        photo.finding = finding;
        REQUIRE(support::attachPhoto(inspector.tablet().context(), inspector.tablet().mediaFolder(),
                                     inspection, photo));
        REQUIRE(actions::submit(inspector.tablet().context(), inspection));
    }
    void decide(actions::Context& context, domain::Decision decision, int revision)
    {
        domain::Review review;
        review.inspection = inspection;
        review.revision = revision;
        review.decision = decision;
        review.comment = "照片看不清";
        REQUIRE(actions::decideReview(context, review));
    }
    void takeAfterPhoto(actions::Context& context)
    {
        const auto put = [&](const std::string& bytes, store::MediaKind kind) {
            const domain::Sha256 sha256{crypto::sha256(bytes)};
            const std::filesystem::path path =
                contact.tablet().mediaFolder() + "/" + store::mediaPath(sha256, kind);
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
        REQUIRE(actions::enterAfterPhoto(context, finding, after, 0));
    }
    /// As the chief's page does, who asks again until there is an answer.
    void publish(int number, const std::string& reason)
    {
        client::Publishing publishing(chief.network(), chief.tablet().clock(), crypto::randomBytes,
                                      store::Identity(chief.db()).enrolment()->token);
        base::Result<protocol::Publication> made;
        for (int i = 0; i < 6 && (i == 0 || !made); ++i)
            made = publishing.publish(county::campaign, number, reason);
        INFO((made ? "" : made.error().code + " " + made.error().message));
        REQUIRE(made);
        base::Result<std::string> package;
        for (int i = 0; i < 6 && (i == 0 || !package); ++i)
            package = publishing.package(county::campaign, number);
        REQUIRE(package);
        const auto verified = report::verifyPackage(*package);
        REQUIRE(verified);
        CHECK(verified->sha256 == made->sha256);
        CHECK(verified->replaces == made->replaces);
        hub.clock().advance(60'000);
        ++weather.step;
    }
    void approved();
    void mended();
    void contested(base::Points granted);
    void agree(domain::RectificationState state);
};

/// Submitted, sent back, corrected, approved, issued.
void Loop::approved()
{
    step(inspector, [&](actions::Context&) { inspect(); });
    step(supervisor,
         [&](actions::Context& context) { decide(context, domain::Decision::sendBack, 1); });
    step(inspector, [&](actions::Context& context) {
        REQUIRE(actions::startRevision(context, inspection));
        REQUIRE(actions::setRemark(context, inspection, "已补充说明"));
        REQUIRE(support::signOff(context, inspection));
        REQUIRE(actions::submit(context, inspection));
    });
    step(supervisor,
         [&](actions::Context& context) { decide(context, domain::Decision::approve, 2); });
    step(supervisor, [&](actions::Context& context) {
        REQUIRE(actions::lookForRectifications(context, 10));
        REQUIRE(actions::issueRectifications(context, {finding}, "整改1号", {}));
    });
}

/// Begun, reported with a photo, accepted, closed.
void Loop::mended()
{
    step(contact, [&](actions::Context& context) {
        REQUIRE(actions::stepRectification(context, finding, RectificationAction::start, {}));
    });
    step(contact, [&](actions::Context& context) {
        takeAfterPhoto(context);
        REQUIRE(actions::stepRectification(context, finding, RectificationAction::report, "已清"));
    });
    step(supervisor, [&](actions::Context& context) {
        const auto accepted =
            actions::stepRectification(context, finding, RectificationAction::accept, {});
        INFO((accepted ? "" : accepted.error().code));
        REQUIRE(accepted);
    });
    step(supervisor, [&](actions::Context& context) {
        REQUIRE(actions::stepRectification(context, finding, RectificationAction::close, {}));
    });
}

void Loop::contested(base::Points granted)
{
    domain::RecordId appeal;
    step(contact, [&](actions::Context& context) {
        domain::Appeal contested;
        contested.inspection = inspection;
        contested.revision = 2;
        contested.itemCode = "LJ07";
        contested.finding = finding;
        contested.reason = "桶在邻村地界";
        const auto raised = actions::raiseAppeal(context, contested);
        INFO((raised ? "" : raised.error().code));
        REQUIRE(raised);
        appeal = *raised;
    });
    step(supervisor, [&](actions::Context& context) {
        const auto answered = actions::answerAppeal(context, appeal, granted, "核实属邻村");
        INFO((answered ? "" : answered.error().code));
        REQUIRE(answered);
    });
}

void Loop::agree(domain::RectificationState state)
{
    for (SyncedTablet* tablet : {&inspector, &supervisor, &contact})
        REQUIRE(tablet->syncUntilDone());
    hub.hub().services().committer.run([&](hub::Connection& db) {
        const auto head = hub::findInspection(db, inspection);
        REQUIRE(head);
        CHECK(head->state == domain::InspectionState::approved);
        CHECK(head->revision == 2);
        const auto task = hub::findRectification(db, finding);
        REQUIRE(task);
        CHECK(task->state == state);
        for (SyncedTablet* tablet : {&inspector, &supervisor, &contact})
            CHECK(store::Rectifications(tablet->db()).find(finding)->state == task->state);
        for (SyncedTablet* tablet : {&inspector, &supervisor}) {
            const auto seen = store::Records(tablet->db()).head(inspection);
            CHECK(seen->state == head->state);
            CHECK(seen->revision == head->revision);
            CHECK(seen->adjusted);
        }
        CHECK_FALSE(store::Records(contact.db()).head(inspection));
        for (SyncedTablet* tablet : {&inspector, &supervisor, &contact}) {
            const auto appeals = store::Appeals(tablet->db()).list();
            REQUIRE(appeals.size() == 1);
            REQUIRE(appeals[0].answer);
            CHECK(appeals[0].answer->comment == "核实属邻村");
        }
        const std::string before = hub::projectionsHash(db);
        hub::rebuild(db);
        CHECK(hub::projectionsHash(db) == before);
    });
}
}  // namespace

TEST_CASE(
    "The loop from submitting to the corrected package ends alike everywhere, wherever the network "
    "is cut")
{
    const int badStep = GENERATE(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    INFO("network cut at step " << badStep);
    Loop loop(badStep);
    loop.approved();
    loop.mended();
    loop.publish(1, {});
    loop.contested(base::Points::whole(6));
    loop.publish(2, "申诉成立");
    loop.agree(domain::RectificationState::closed);
    const auto reader = loop.hub.hub().services().readers.take();
    const auto published = hub::publicationsOf(*reader, county::campaign);
    REQUIRE(published.size() == 2);
    CHECK(published[1].replaces == published[0].sha256);
    CHECK(published[1].changed > 0);
}

TEST_CASE("An appeal that is granted in full cancels what is not put right yet, on every tablet")
{
    const int badStep = GENERATE(-1, 5, 6);
    INFO("network cut at step " << badStep);
    Loop loop(badStep);
    loop.approved();
    loop.contested(base::Points::whole(6));
    loop.agree(domain::RectificationState::cancelled);
}
