#include "sync/client/session.h"

#include <catch2/catch.hpp>

#include "core/actions/device.h"
#include "core/checklists/samples.h"
#include "core/crypto/password.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "sync/client/enrol.h"
#include "sync/client/pace.h"
#include "sync/hub/admin/accept.h"
#include "sync/hub/store/passwords.h"
#include "sync/hub/store/reference.h"
#include "tests/support/synced_tablet.h"

using namespace support;
namespace header = protocol::header;

TEST_CASE(
    "What an inspector submitted is on the hub with its photos, and the supervisor's tablet has it")
{
    TestHub hub;
    SyncedTablet inspector(hub, 1, county::inspector());
    SyncedTablet supervisor(hub, 2, county::supervisor());
    CHECK(store::Reference(inspector.db()).regionCount() == county::regions().size());

    const auto id = inspector.inspect(county::village1, 3);
    const auto result = inspector.sync();
    INFO((result.problem ? result.problem->code + " " + result.problem->where : ""));
    REQUIRE_FALSE(result.problem);
    CHECK(result.left.recordsLeft == 0);
    CHECK(result.left.photosLeft == 0);
    CHECK(result.changed);

    REQUIRE_FALSE(supervisor.sync().problem);
    const auto seen = store::Records(supervisor.db()).newest(id);
    REQUIRE(seen);
    REQUIRE(seen->photos.size() == 3);
    for (const domain::PhotoEntry& photo : seen->photos) {
        CHECK(hub.holds(photo.sha256));
        CHECK(hub.holds(photo.thumbSha256));
        CHECK(store::Records(supervisor.db()).isOnHub(photo.sha256));
        CHECK(store::Media(supervisor.db()).find(photo.thumbSha256));
    }
}

TEST_CASE("A shared tablet signs in by password for the next person, and its token is theirs")
{
    TestHub hub;
    hub.hub().services().committer.run([](hub::Connection& db) {
        hub::putPassword(db, county::supervisor().id,
                         crypto::passwordHash("山上的云", crypto::PasswordCost::lowest), 1);
    });
    SyncedTablet tablet(hub, 1, county::inspector());
    Loopback network([&hub]() -> hub::Handler& { return hub.handler(); });
    const auto keys = store::Identity(tablet.db()).keys();
    const auto signIn = [&](const std::string& password) {
        return client::enrol(
            network, hub.clock(), seededBytes(7), *keys,
            {"http://hub", client::ByPassword{county::supervisor().id.value, password}, "平板"});
    };
    const auto refused = signIn("山下的云");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == protocol::code::signIn);
    const auto before = store::Identity(tablet.db()).enrolment();
    const auto enrolment = signIn("山上的云");
    REQUIRE(enrolment);
    CHECK(enrolment->user.id == county::supervisor().id);
    CHECK(enrolment->device == before->device);
    REQUIRE(tablet.sync().problem);
    REQUIRE(actions::storeEnrolment(tablet.tablet().context(), *enrolment));
    CHECK_FALSE(tablet.sync().problem);
}

TEST_CASE("A role, towns or a right that the office changed are the tablet's after the next sync")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::supervisor());
    domain::User changed = county::supervisor();
    REQUIRE(store::Identity(tablet.db()).enrolment()->user == changed);
    const auto change = [&] {
        hub.hub().services().committer.run([&](hub::Connection& db) { hub::putUser(db, changed); });
        const auto result = tablet.sync();
        CHECK_FALSE(result.problem);
        CHECK(result.changed);
        CHECK(store::Identity(tablet.db()).enrolment()->user == changed);
    };
    changed.mayAdjust = false;
    change();
    changed.scope = {county::town1};
    change();
    changed.role = domain::Role::chief;
    changed.scope.clear();
    change();
}

TEST_CASE("Where photos are held back records go all the same, and the photos when they may")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    const auto id = tablet.inspect(county::village1, 2);
    tablet.options().photos = client::PhotoPolicy::hold;
    const auto held = tablet.sync();
    CHECK_FALSE(held.problem);
    CHECK(held.left.recordsLeft == 0);
    CHECK(held.left.photosLeft == 4);
    CHECK(store::Records(tablet.db()).head(id)->onHub);
    const auto sent = store::Records(tablet.db()).newest(id);
    for (const domain::PhotoEntry& photo : sent->photos) {
        CHECK_FALSE(hub.holds(photo.sha256));
        CHECK_FALSE(hub.holds(photo.thumbSha256));
    }
    tablet.options().photos = client::PhotoPolicy::send;
    CHECK(tablet.sync().left.photosLeft == 0);
    for (const domain::PhotoEntry& photo : sent->photos) CHECK(hub.holds(photo.sha256));
}

TEST_CASE("A record that the hub cannot read is set aside with its words, and the rest goes on")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    const auto before = tablet.inspect(county::village1, 0);
    const auto broken = tablet.inspect(county::village2, 0);
    const auto after = tablet.inspect(county::village3, 1);
    store::Outbox outbox(tablet.db());
    const auto entry = outbox.unsettled(10).at(1);
    SQLite::Statement garble(tablet.db(), "UPDATE outbox SET line = '{\"a\":1}' WHERE record = ?");
    garble.bind(1, entry.record.value);
    garble.exec();

    REQUIRE(tablet.syncUntilDone());
    const auto settled = outbox.find(entry.record);
    CHECK(settled->state == store::OutboxState::quarantined);
    CHECK(settled->errorCode.starts_with("json."));
    CHECK_FALSE(settled->errorMessage.empty());
    CHECK(store::Records(tablet.db()).head(broken)->refused);
    CHECK(outbox.unsettledCount() == 0);
    for (const auto& id : {before, after}) CHECK(store::Records(tablet.db()).head(id)->onHub);
    const auto sent = store::Records(tablet.db()).newest(after);
    CHECK(hub.holds(sent->photos.at(0).sha256));

    tablet.inspect(county::village4, 0);
    REQUIRE(tablet.syncUntilDone());
    CHECK(hub.logSize() == 3 + 1);
}

TEST_CASE("What the hub had refused and an administrator took after all has left the outbox")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    const auto id = tablet.inspect(county::village1, 0);
    store::Outbox outbox(tablet.db());
    const auto record = outbox.unsettled(10).at(0).record;
    domain::Campaign closed = county::campaignOf(checklists::samples());
    closed.state = domain::CampaignState::closed;
    hub.hub().services().committer.run(
        [&](hub::Connection& db) { REQUIRE(hub::putCampaign(db, closed)); });
    REQUIRE(tablet.syncUntilDone());
    REQUIRE(outbox.find(record)->state == store::OutboxState::quarantined);
    REQUIRE(store::Records(tablet.db()).head(id)->refused);

    const auto taken = hub.hub().services().committer.run([&](hub::Connection& db) {
        return hub::acceptSetAside(db, record, tablet.tablet().ids(), hub.clock().wallMs());
    });
    REQUIRE(taken);
    REQUIRE_FALSE(tablet.sync().problem);
    CHECK_FALSE(store::Records(tablet.db()).head(id)->refused);
    CHECK(outbox.find(record)->state == store::OutboxState::applied);
    CHECK(outbox.find(record)->hubSeq == taken->seq);
    CHECK(outbox.find(record)->errorCode.empty());
    CHECK(outbox.refusedCount() == 0);
}

TEST_CASE("A head that was changed on its way is refused before anything of it happens")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    REQUIRE(tablet.syncUntilDone());
    tablet.inspect(county::village1, 1);
    const char* name = GENERATE(header::uploadLength, header::uploadMetadata, header::authorization,
                                header::headDigest);
    CAPTURE(name);
    bool changed = false;
    tablet.network().onSend = [&](hub::Request& request) {
        const auto found = request.headers.find(name);
        if (found == request.headers.end()) return;
        found->second.back() ^= 1;
        changed = true;
    };
    const auto result = tablet.sync();
    CHECK(changed);
    REQUIRE(result.problem);
    const std::string code = result.problem->code;
    CHECK((code == protocol::code::digest || code == "media.refused"));  // after several tries
    CHECK(store::Media(tablet.db()).unsentTotals().files == 2);
    tablet.network().onSend = nullptr;
    CHECK(tablet.syncUntilDone());
    CHECK(store::Media(tablet.db()).unsentTotals().files == 0);
}

TEST_CASE("A record whose address was changed on its way is not taken for one that nobody can read")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    REQUIRE(tablet.syncUntilDone());
    tablet.inspect(county::village1, 1);
    tablet.network().onSend = [](hub::Request& request) {
        if (request.path != protocol::path::push) return;
        request.path.back() ^= 1;
        request.target.back() ^= 1;
    };
    const auto result = tablet.sync();
    REQUIRE(result.problem);
    CHECK(result.problem->code == protocol::code::digest);
    CHECK(store::Outbox(tablet.db()).unsettledCount() == 1);
    tablet.network().onSend = nullptr;
    CHECK(tablet.syncUntilDone());
    CHECK(store::Outbox(tablet.db()).list(0).front().state == store::OutboxState::applied);
}
