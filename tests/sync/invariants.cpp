#include "tests/sync/invariants.h"

#include <map>
#include <set>

#include "core/crypto/hash.h"
#include "core/sqlite/bind.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "sync/hub/store/projections.h"

namespace simulation {

namespace {
using Rows = std::map<std::string, std::string>;

Rows rowsOf(SQLite::Database& db, const std::string& sql, const std::string& bound = {})
{
    SQLite::Statement query(db, sql);
    if (!bound.empty()) query.bind(1, bound);
    Rows rows;
    while (query.executeStep())
        rows[query.getColumn(0).getString()] = query.getColumn(1).getString();
    return rows;
}

/// Names the first few that are in one and not, or otherwise, in the other.
void compare(const std::string& what, const Rows& tablet, const Rows& hub, Violations& violations)
{
    for (const auto& [key, value] : hub)
        if (const auto found = tablet.find(key); found == tablet.end())
            violations.push_back(what + " " + key + " is on the hub (" + value +
                                 ") and not on the tablet");
        else if (found->second != value)
            violations.push_back(what + " " + key + ": tablet " + found->second + ", hub " + value);
    for (const auto& [key, value] : tablet)
        if (!hub.contains(key))
            violations.push_back(what + " " + key + " (" + value + ") is not on the hub");
}

/// Each own record is in the log, or set aside with the tablet knowing it.
void checkOutbox(SQLite::Database& tablet, SQLite::Database& hub, Violations& violations)
{
    SQLite::Statement own(tablet, "SELECT record, line, state FROM outbox");
    while (own.executeStep()) {
        const std::string record = own.getColumn(0).getString();
        const std::string state = own.getColumn(2).getString();
        const bool taken = state == "applied" || state == "duplicate";
        SQLite::Statement logged(hub,
                                 "SELECT bytes FROM ev JOIN ev_body USING (seq) WHERE record = ?");
        logged.bind(1, record);
        SQLite::Statement aside(hub, "SELECT bytes FROM set_aside WHERE record = ?");
        aside.bind(1, record);
        SQLite::Statement& where = taken ? logged : aside;
        if (state == "waiting" || state == "sent")
            violations.push_back("record " + record + " is still " + state);
        else if (!where.executeStep())
            violations.push_back("record " + record + " was answered " + state +
                                 " and the hub does not have it");
        else if (where.getColumn(0).getString() != own.getColumn(1).getString())
            violations.push_back("record " + record + " has other bytes on the hub");
    }
}

void checkMedia(support::SyncedTablet& tablet, support::TestHub& hub, Violations& violations)
{
    SQLite::Statement media(tablet.db(), R"sql(
        SELECT m.sha256, m.state, m.kind FROM media m
        JOIN revision_photo p ON m.sha256 IN (p.sha256, p.thumb_sha256)
        WHERE m.origin = 'own' AND m.kind <> 'original')sql");
    while (media.executeStep()) {
        const domain::Sha256 sha256{media.getColumn(0).getString()};
        if (media.getColumn(1).getString() != "received")
            violations.push_back("photo " + sha256.value + " is " + media.getColumn(1).getString());
        if (!hub.holds(sha256))
            violations.push_back("photo " + sha256.value + " is not on the hub");
    }
    SQLite::Statement pulled(
        tablet.db(), "SELECT sha256, kind FROM media WHERE origin = 'pulled' AND deleted = 0");
    while (pulled.executeStep()) {
        const domain::Sha256 sha256{pulled.getColumn(0).getString()};
        const auto kind = pulled.getColumn(1).getString() == "thumb" ? store::MediaKind::thumb
                                                                     : store::MediaKind::photo;
        const auto hash = crypto::sha256OfFile(tablet.tablet().mediaFolder() + "/" +
                                               store::mediaPath(sha256, kind));
        if (!hash || hash->sha256 != sha256.value)
            violations.push_back("fetched photo " + sha256.value + " is damaged");
    }
}

/// Each draft has a snapshot on the hub, unless its revision was submitted elsewhere.
void checkDrafts(support::SyncedTablet& tablet, SQLite::Database& hub, Violations& violations)
{
    for (const store::DraftHead& draft : store::Drafts(tablet.db()).list()) {
        SQLite::Statement there(hub, R"sql(
            SELECT 1 FROM draft WHERE inspection = ?1
            UNION ALL SELECT 1 FROM inspection WHERE id = ?1 AND revision >= ?2)sql");
        sqlite::bind(there, draft.id, draft.revision);
        if (!there.executeStep())
            violations.push_back("draft " + draft.id.value + " is not on the hub");
    }
}
}  // namespace

void checkTablet(support::SyncedTablet& tablet, support::TestHub& hub, Violations& violations)
{
    SQLite::Database onHub = sqlite::open(hub::databaseFile(hub.folder()), sqlite::Mode::readOnly);
    checkOutbox(tablet.db(), onHub, violations);
    checkMedia(tablet, hub, violations);
    if (isRevoked(tablet, hub)) return;
    const domain::User user = store::Identity(tablet.db()).enrolment()->user;
    // Of the three, one is assigned a single town only.
    const bool oneTown = user == support::county::otherInspector();
    const std::string seen = oneTown ? " WHERE town = ?1" : "";
    const std::string town = oneTown ? support::county::town1.value : "";
    compare("record of " + user.id.value,
            rowsOf(tablet.db(),
                   "SELECT id, hub_seq FROM record WHERE hub_seq IS NOT NULL AND refused = 0"),
            rowsOf(onHub, "SELECT record, seq FROM ev" + seen, town), violations);
    checkDrafts(tablet, onHub, violations);
    compare("inspection of " + user.id.value,
            rowsOf(tablet.db(),
                   "SELECT i.id, i.revision || ' ' || i.state FROM inspection i "
                   "JOIN revision v ON v.inspection = i.id AND v.revision = i.revision "
                   "JOIN record r ON r.id = v.record WHERE r.refused = 0"),
            rowsOf(onHub, "SELECT id, revision || ' ' || state FROM inspection" + seen, town),
            violations);
}

void checkPromises(const Promises& promises, support::SyncedTablet& tablet, support::TestHub& hub,
                   Violations& violations)
{
    for (const auto& [inspection, revision] : promises.inspections) {
        SQLite::Statement there(tablet.db(),
                                "SELECT 1 FROM revision WHERE inspection = ?1 AND revision = ?2");
        sqlite::bind(there, inspection, revision);
        if (!there.executeStep())
            violations.push_back("inspection " + inspection.value + " was submitted and is gone");
    }
    const store::Media media(tablet.db());
    for (const domain::Sha256& sha256 : promises.photos) {
        const auto row = media.find(sha256);
        if (!row) {
            violations.push_back("photo " + sha256.value + " was saved and is gone");
            continue;
        }
        const auto hash = crypto::sha256OfFile(tablet.tablet().mediaFolder() + "/" +
                                               store::mediaPath(sha256, row->kind));
        if (row->deleted ? !hub.holds(sha256) : !hash || hash->sha256 != sha256.value)
            violations.push_back("photo " + sha256.value + " was saved and is not whole " +
                                 (row->deleted ? "on the hub" : "on the tablet"));
    }
}

domain::DeviceId deviceOf(support::SyncedTablet& tablet)
{
    return store::Identity(tablet.db()).enrolment()->device;
}

bool isRevoked(support::SyncedTablet& tablet, support::TestHub& hub)
{
    SQLite::Database db = sqlite::open(hub::databaseFile(hub.folder()), sqlite::Mode::readOnly);
    SQLite::Statement query(db, "SELECT revoked_ms > 0 FROM device WHERE id = ?1");
    sqlite::bind(query, deviceOf(tablet));
    return query.executeStep() && query.getColumn(0).getInt() != 0;
}

std::int64_t highestSeqOn(support::SyncedTablet& tablet)
{
    return tablet.db().execAndGet("SELECT coalesce(max(hub_seq), 0) FROM record").getInt64();
}

namespace {
/// The same records give the same state: what was folded as they came, and what is folded anew.
void checkRebuild(support::TestHub& hub, Violations& violations)
{
    hub.hub().services().committer.run([&](hub::Connection& db) {
        const std::string before = hub::projectionsHash(db);
        hub::rebuild(db);
        if (hub::projectionsHash(db) != before)
            violations.push_back("rebuilt from the log, the hub's tables are others");
    });
}
}  // namespace

void checkHub(support::TestHub& hub, Violations& violations)
{
    SQLite::Database db = sqlite::open(hub::databaseFile(hub.folder()), sqlite::Mode::readOnly);
    const auto count = [&db](const char* sql) { return db.execAndGet(sql).getInt64(); };
    if (count("SELECT count(*) FROM ev") != count("SELECT coalesce(max(seq), 0) FROM ev"))
        violations.push_back("the log has gaps");
    if (count("SELECT count(*) FROM ev WHERE record IN (SELECT record FROM set_aside)") != 0)
        violations.push_back("a record is in the log and set aside");
    if (count("SELECT count(*) - count(DISTINCT inspection || ' ' || revision) FROM revision") != 0)
        violations.push_back("a revision is there twice");
    if (count("SELECT count(*) FROM (SELECT device, incarnation, device_seq FROM ev WHERE device "
              "<> 'hub' "
              "GROUP BY 1, 2, 3 HAVING count(*) > 1)") != 0)
        violations.push_back("a number of a device was used twice");
    if (count("SELECT count(*) FROM (SELECT device_seq <= lag(device_seq, 1, 0) OVER "
              "(PARTITION BY device, incarnation ORDER BY seq) AS back FROM ev WHERE record NOT IN "
              "(SELECT object FROM audit WHERE action = 'record.taken_late')) WHERE back") != 0)
        violations.push_back("records of a device are not in the order of their numbers");
    // Under a new incarnation a number may be used up by what the hub had already.
    if (count("SELECT count(*) FROM (SELECT device, incarnation, count(*) AS many, "
              "max(device_seq) AS last FROM (SELECT device, incarnation, device_seq FROM ev UNION "
              "SELECT device, incarnation, device_seq FROM set_aside) GROUP BY 1, 2) n "
              "WHERE many <> last AND (device = 'hub' OR EXISTS (SELECT 1 FROM device d "
              "WHERE d.id = n.device AND d.incarnation = n.incarnation))") != 0)
        violations.push_back("a number of a device is missing");
    checkRebuild(hub, violations);
}

}  // namespace simulation
