#include <catch2/catch.hpp>

#include "core/crypto/random.h"
#include "core/report/package.h"
#include "core/store/appeals.h"
#include "core/store/identity.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "sync/client/publish.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/publications.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/reference.h"
#include "tests/support/synced_tablet.h"
#include "tests/support/whole_loop.h"

// The whole loop with the real stores, client and hub, and a network that fails at one step of it.
using namespace support;

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

struct Loop final : WholeLoop {
    explicit Loop(int badStep) { weather.badStep = badStep; }

    Weather weather;
    TestHub hub{7};
    bool contactThere = addContact();
    SyncedTablet inspector{hub, 1, county::inspector(), chooser()};
    SyncedTablet supervisor{hub, 2, county::supervisor(), chooser()};
    SyncedTablet contact{hub, 3, contactPerson(), chooser()};
    SyncedTablet chief{hub, 4, county::chief(), chooser()};

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
    SyncedTablet& tabletOf(Who who)
    {
        if (who == Who::inspector) return inspector;
        return who == Who::supervisor ? supervisor : contact;
    }
    void step(Who who, const Deed& deed) override
    {
        REQUIRE(tabletOf(who).syncUntilDone());
        deed(tabletOf(who).tablet().context());
        REQUIRE(tabletOf(who).syncUntilDone());
        hub.clock().advance(60'000);
        ++weather.step;
    }
    std::string mediaFolder(Who who) override { return tabletOf(who).tablet().mediaFolder(); }
    domain::InspectionId start() override
    {
        const domain::InspectionId draft = inspector.tablet().start();
        inspector.tablet().answerAllOk(draft);
        return draft;
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
    void agree(domain::RectificationState state);
};

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
