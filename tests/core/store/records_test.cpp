#include "core/store/records.h"

#include <catch2/catch.hpp>
#include <random>

#include "core/domain/codec.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/sync_state.h"
#include "tests/support/tablet.h"

using support::Tablet;
namespace county = support::county;

namespace {
struct Sent {
    std::int64_t seq;
    domain::Record record;
};

domain::Record recordOf(base::UuidSource& ids, domain::RecordKind kind, const std::string& body)
{
    return {{ids.next()}, domain::toText(kind), {"u"}, {"d"}, "i", 1, 5, body};
}

// Two inspections with two revisions each, their reviews (one of them a second, void decision),
// receipts, and things that this version cannot read.
std::vector<Sent> someLog(base::UuidSource& ids)
{
    std::vector<Sent> log;
    const auto add = [&](domain::RecordKind kind, const std::string& body) {
        log.push_back({static_cast<std::int64_t>(log.size()) + 1, recordOf(ids, kind, body)});
    };
    for (const char* id : {"i1", "i2"}) {
        domain::Inspection inspection;
        inspection.id = {id};
        inspection.campaign = county::campaign;
        inspection.checklist = {"LJ", 1, {"ab"}};
        inspection.village = inspection.subject = county::village1;
        inspection.inspector = county::inspector().id;
        inspection.submittedAtMs = 100;
        domain::PhotoEntry photo;
        photo.id = {std::string("p-") + id};
        photo.sha256 = {std::string(64, id[1])};
        inspection.photos = {photo};
        domain::Review review;
        review.inspection = inspection.id;
        review.decision = domain::Decision::sendBack;
        add(domain::RecordKind::inspection, domain::canonicalJson(inspection));
        add(domain::RecordKind::review, domain::canonicalJson(review));
        add(domain::RecordKind::photoReceived,
            domain::canonicalJson(domain::PhotoReceived{photo.sha256, 9}));
        inspection.revision = review.revision = 2;
        inspection.submittedAtMs = 200;
        add(domain::RecordKind::inspection, domain::canonicalJson(inspection));
        review.decision = domain::Decision::adjust;
        add(domain::RecordKind::review, domain::canonicalJson(review));
        review.decision = domain::Decision::approve;
        add(domain::RecordKind::review, domain::canonicalJson(review));
        review.decision = domain::Decision::voidIt;
        add(domain::RecordKind::review, domain::canonicalJson(review));
    }
    add(domain::RecordKind::inspection, R"({"id":"i3","later":"a key of the future"})");
    log.push_back({static_cast<std::int64_t>(log.size()) + 1,
                   {{ids.next()}, "kind.of.the.future", {"u"}, {"d"}, "i", 1, 5, R"({"x":1})"}});
    return log;
}

std::string rowsOf(SQLite::Database& db)
{
    std::string rows;
    for (const char* sql :
         {"SELECT * FROM inspection ORDER BY id", "SELECT * FROM revision ORDER BY 1, 2",
          "SELECT * FROM revision_photo ORDER BY 1, 2, 3", "SELECT * FROM review ORDER BY 1",
          "SELECT * FROM photo_receipt ORDER BY 1",
          "SELECT id, kind, hub_seq, refused, body FROM record ORDER BY id"}) {
        SQLite::Statement query(db, sql);
        while (query.executeStep()) {
            for (int i = 0; i < query.getColumnCount(); ++i)
                rows += query.getColumn(i).getString() + "|";
            rows += "\n";
        }
    }
    return rows;
}
}  // namespace

TEST_CASE("The same records give the same rows in any order and any number of times")
{
    Tablet first(1);
    const std::vector<Sent> log = someLog(first.ids());
    for (const Sent& sent : log) store::Records(first.db()).apply(sent.seq, 7, sent.record);
    const std::string rows = rowsOf(first.db());
    CHECK(store::Records(first.db()).head({"i1"})->state == domain::InspectionState::approved);
    CHECK(store::Records(first.db()).head({"i1"})->adjusted);
    CHECK(store::Records(first.db()).head({"i1"})->photosOnHub == 1);
    CHECK_FALSE(store::Records(first.db()).head({"i3"}));
    CHECK(store::Records(first.db()).find(log.back().record.id) == log.back().record);

    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 20; ++round) {
        Tablet other(2);
        std::vector<Sent> shuffled = log;
        shuffled.insert(shuffled.end(), log.begin(), log.begin() + 5);
        std::ranges::shuffle(shuffled, random);
        SQLite::Transaction transaction(other.db());
        for (const Sent& sent : shuffled)
            store::Records(other.db()).apply(sent.seq, 7, sent.record);
        transaction.commit();
        REQUIRE(rowsOf(other.db()) == rows);
    }
}

TEST_CASE("Of two records for one revision the one in the hub's log holds, whichever came first")
{
    Tablet tablet;
    const auto id = tablet.submitted("LJ");
    auto inspection = store::Records(tablet.db()).newest(id).value();
    inspection.remark = "from the log";
    const auto other =
        recordOf(tablet.ids(), domain::RecordKind::inspection, domain::canonicalJson(inspection));
    store::Records(tablet.db()).apply(1, 7, other);
    CHECK(store::Records(tablet.db()).newest(id)->remark == "from the log");
    store::Records(tablet.db()).apply(1, 7, other);
    CHECK(store::Records(tablet.db()).head(id)->record == other.id);
}

TEST_CASE("A hub restored from an older backup is offered again all it had answered, refusals too")
{
    using enum store::OutboxState;
    Tablet tablet;
    tablet.submitted("LJ");
    tablet.submitted("MV");
    const auto aside = tablet.submitted("WS");
    store::Outbox outbox(tablet.db());
    const auto offered = outbox.unsettled(10);
    outbox.settle({offered[0].record, applied, 10, "", "", {}}, 1);
    outbox.settle({offered[1].record, conflict, 0, "inspection.revision_exists", "已有", {"r"}}, 1);
    outbox.settle({offered[2].record, quarantined, 0, "device.revoked", "已停用", {}}, 1);
    REQUIRE(outbox.unsettledCount() == 0);
    CHECK(outbox.offerAllAgain() == 3);
    const auto again = outbox.unsettled(10);
    REQUIRE(again.size() == 3);
    for (std::size_t i = 0; i < again.size(); ++i) {
        CHECK(again[i].deviceSeq == static_cast<std::int64_t>(i) + 1);
        CHECK(again[i].errorCode.empty());
    }
    outbox.settle({offered[2].record, applied, 3, "", "", {}}, 2);
    CHECK_FALSE(store::Records(tablet.db()).head(aside)->refused);
}

TEST_CASE("An entry is offered until it is settled, and a refusal says why")
{
    Tablet tablet;
    tablet.submitted("LJ");
    store::Outbox outbox(tablet.db());
    const auto entry = outbox.unsettled(1).front();
    outbox.markSent({entry.record}, 5);
    CHECK(outbox.unsettled(1).front().state == store::OutboxState::sent);
    CHECK(outbox.unsettled(1).front().attempts == 1);
    outbox.settle(
        {entry.record, store::OutboxState::quarantined, 0, "inspection.village", "请核对村", {}},
        6);
    CHECK(outbox.unsettledCount() == 0);
    CHECK(outbox.refusedCount() == 1);
    const auto listed = outbox.list(1000);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].errorMessage == "请核对村");
    const auto inspection = store::Records(tablet.db()).find(entry.record);
    REQUIRE(inspection);
    CHECK(store::Records(tablet.db())
              .head(domain::inspectionFromJson(inspection->body)->id)
              ->refused);
}

TEST_CASE(
    "Photos go after their record, thumbnails first, newest inspection first, on from where they "
    "were cut")
{
    Tablet tablet;
    std::vector<domain::PhotoEntry> photos;
    for (const char* kind : {"LJ", "MV"}) {
        const auto draft = tablet.start(kind);
        tablet.answerAllOk(draft);
        photos.push_back(tablet.photo(draft));
        REQUIRE(tablet.submit(draft));
        tablet.clock().advance(1000);
    }
    store::Media media(tablet.db());
    CHECK(media.toSend(10).empty());
    store::Outbox outbox(tablet.db());
    std::int64_t seq = 1;
    for (const auto& entry : outbox.unsettled(10))
        outbox.settle({entry.record, store::OutboxState::applied, seq++, "", "", {}}, 1);
    std::vector<domain::Sha256> order;
    for (const auto& item : media.toSend(10)) order.push_back(item.sha256);
    CHECK(order == std::vector{photos[1].thumbSha256, photos[0].thumbSha256, photos[1].sha256,
                               photos[0].sha256});

    media.putProgress(photos[1].sha256, "/v1/uploads/x", 3);
    CHECK(media.find(photos[1].sha256)->sentBytes == 3);
    media.putReceived(photos[1].sha256, 9);
    CHECK(media.toSend(10).size() == 3);
    CHECK(media.find(photos[1].sha256)->receivedAtMs == 9);
    media.putOwed(photos[1].sha256);
    CHECK(media.find(photos[1].sha256)->sentBytes == 0);
    CHECK(media.toSend(10).size() == 4);
    CHECK(media.unsentTotals().files == 4);
}

TEST_CASE("The cursor and what the hub said of itself are kept")
{
    Tablet tablet;
    store::SyncState state(tablet.db());
    CHECK(state.cursor() == store::Cursor{});
    state.putCursor({"e", "s", 42});
    state.putHubSeqs(50, 40);
    state.contacted(1000, -3);
    state.failed({"sync.no_hub", "请登录网络", {}});
    tablet.reopen();
    store::SyncState again(tablet.db());
    CHECK(again.cursor() == store::Cursor{"e", "s", 42});
    CHECK(again.durableSeq() == 40);
    CHECK(again.hubAheadMs() == -3);
    CHECK(again.lastError()->code == "sync.no_hub");
    again.completed(2000);
    CHECK_FALSE(again.lastError());
}
