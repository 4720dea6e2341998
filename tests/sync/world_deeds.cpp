#include <array>

#include "core/actions/draft.h"
#include "core/actions/review.h"
#include "core/actions/room.h"
#include "core/actions/submit.h"
#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/lists.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/hub_records.h"
#include "sync/hub/store/meta.h"
#include "tests/sync/world.h"

namespace simulation {

using support::SyncedTablet;
namespace county = support::county;

void World::step()
{
    Side& side = anyInspector();
    const int what = between(1, 100);
    if (what <= 28)
        inspect(side);
    else if (what <= 38)
        correct(side);
    else if (what <= 48)
        review();
    else if (what <= 84)
        sync(anybody());
    else if (what <= 88)
        makeRoom(side);
    else
        misfortune();
    if (chance(30)) side.tablet->tablet().clock().advance(between(1, 86'400'000));
}

void World::inspect(Side& side)
{
    const std::array villages{county::village1, county::village2, county::village4};
    const std::array kinds{"LJ", "MV"};
    const auto village = villages[static_cast<std::size_t>(between(0, 2))];
    const auto kind = kinds[static_cast<std::size_t>(between(0, 1))];
    risk(side, [&](SyncedTablet& tablet) {
        if (chance(50)) goOn(side, tablet);
        domain::InspectionId draft;
        try {
            draft = tablet.tablet().start(kind, village);
        } catch (const std::runtime_error& refused) {
            // One's own check of that village may be open or waiting for review already.
            if (std::string_view(refused.what()).starts_with("store.")) throw;
            return;
        }
        tablet.tablet().answerAllOk(draft);
        for (int photos = between(0, 3); photos > 0; --photos) photograph(side, tablet, draft);
        submit(side, tablet, draft);
    });
}

/// What a crash or a full disk left open.
void World::goOn(Side& side, SyncedTablet& tablet)
{
    for (const store::DraftHead& draft : store::Drafts(tablet.db()).list()) {
        tablet.tablet().answerAllOk(draft.id);
        submit(side, tablet, draft.id);
        return;
    }
}

void World::photograph(Side& side, SyncedTablet& tablet, const domain::InspectionId& draft)
{
    const domain::PhotoEntry photo =
        tablet.photo(draft, static_cast<std::size_t>(between(200, 40'000)));
    side.promises.photos.insert(photo.sha256);
}

void World::submit(Side& side, SyncedTablet& tablet, const domain::InspectionId& draft)
{
    const auto head = store::Drafts(tablet.db()).head(draft);
    if (!support::signOff(tablet.tablet().context(), draft)) return;
    if (tablet.tablet().submit(draft)) side.promises.inspections[draft] = head->revision;
}

void World::correct(Side& side)
{
    risk(side, [&](SyncedTablet& tablet) {
        for (const store::QueueRow& row :
             store::reviewQueue(tablet.db(), county::campaign, domain::InspectionState::sentBack)) {
            const auto draft = actions::startRevision(tablet.tablet().context(), row.head.id);
            if (!draft) continue;
            if (chance(50)) photograph(side, tablet, *draft);
            if (chance(70)) submit(side, tablet, *draft);
            return;
        }
    });
}

void World::review()
{
    risk(m_sides[3], [&](SyncedTablet& supervisor) {
        for (const store::QueueRow& row : store::reviewQueue(supervisor.db(), county::campaign,
                                                             domain::InspectionState::submitted)) {
            if (chance(50)) continue;
            domain::Review review;
            review.inspection = row.head.id;
            review.revision = row.head.revision;
            review.decision = chance(50) ? domain::Decision::approve : domain::Decision::sendBack;
            review.comment = "请补拍";
            (void)actions::decideReview(supervisor.tablet().context(), review);
        }
    });
}

void World::sync(Side& side)
{
    risk(side, [&](SyncedTablet& tablet) {
        for (int rounds = between(1, 4); rounds > 0 && tablet.sync().problem; --rounds) {
        }
    });
    if (chance(20)) makeRoom(side);
}

void World::makeRoom(Side& side)
{
    actions::RoomRules rules;
    rules.budgetBytes = between(0, 60'000);
    risk(side, [&](SyncedTablet& tablet) {
        (void)actions::makeRoom(tablet.tablet().context(), tablet.tablet().mediaFolder(), rules);
    });
}

void World::misfortune()
{
    const int what = between(1, 100);
    if (what <= 15)
        crash(anybody(), chance(50) ? SimulatedDisk::After::kill : SimulatedDisk::After::powerCut);
    else if (what <= 30)
        crashHub();
    else if (what <= 50)
        jumpClock();
    else if (what <= 65)
        fillDisk();
    else if (what <= 70)
        revoke();
    else if (what <= 78)
        upgrade();
    else if (what <= 84)
        recordFromTheFuture();
    else if (what <= 93)
        backUp();
    else
        restore();
}

void World::jumpClock()
{
    support::FakeClock& clock = chance(25) ? m_hub.clock() : anybody().tablet->tablet().clock();
    clock.nowMs += between(-1000, 1000) * std::int64_t{86'400'000};
}

void World::fillDisk()
{
    if (chance(50)) {
        m_hubDisk->setFull(true);
        for (int i = between(1, 3); i > 0; --i) sync(anybody());
        m_hubDisk->setFull(false);
        return;
    }
    Side& side = anyInspector();
    side.disk->setFull(true);
    for (int i = between(1, 3); i > 0; --i) {
        inspect(side);
        if (chance(50)) sync(side);
    }
    side.disk->setFull(false);
}

/// The third inspector's tablet is lost.
void World::revoke()
{
    m_hubDisk->disarm();
    m_hub.hub().services().committer.run([&](hub::Connection& db) {
        return hub::revokeDevice(db, deviceOf(*m_sides[2].tablet), m_hub.clock().nowMs);
    });
    if (m_revokedAt < 0) m_revokedAt = m_hub.logSize();
}

/// A tablet's program is newer than the hub understands, until the hub is brought up to date.
void World::upgrade()
{
    for (Side& side : m_sides)
        if (side.ahead) {
            side.ahead = false;
            return;
        }
    anybody().ahead = true;
}

/// The hub is newer: it has a record of a kind that no tablet knows yet.
void World::recordFromTheFuture()
{
    m_hubDisk->disarm();
    hub::Services& services = m_hub.hub().services();
    services.committer.run([&](hub::Connection& db) {
        hub::Entry entry;
        entry.record.id.value = services.ids.next();
        entry.record.kind = "memo";
        entry.record.author.value = hub::hubAuthor;
        entry.record.device.value = hub::hubAuthor;
        entry.record.incarnation = hub::hubIncarnation(db);
        entry.record.deviceSeq =
            hub::lastDeviceSeq(db, entry.record.device, entry.record.incarnation) + 1;
        entry.record.createdAtMs = m_hub.clock().nowMs;
        entry.record.body = R"({"text":"第 )" + std::to_string(++m_memos) + R"( 条"})";
        entry.bytes = domain::canonical(entry.record);
        entry.sha256 = crypto::sha256(entry.bytes);
        entry.concerns = {county::village1.value, county::town1.value, {}};
        entry.receivedMs = m_hub.clock().nowMs;
        hub::append(db, entry);
        hub::setLastDeviceSeq(db, entry.record.device, entry.record.incarnation,
                              entry.record.deviceSeq);
    });
}

void World::backUp()
{
    m_hubDisk->disarm();
    m_hub.hub().services().committer.run(
        [](hub::Connection& db) { hub::setBackupSeq(db, hub::readMeta(db).lastSeq); });
    m_hub.backUp(m_backup / "hub");
}

/// Only a county that keeps backups can have lost what came after one.
void World::restore()
{
    if (!m_backedUp) return;
    m_hubDisk->disarm();
    m_hub.restore(m_backup / "hub");
    m_hubDisk->settle();
    m_revokedAt = -1;
}

}  // namespace simulation
