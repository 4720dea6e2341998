#include <catch2/catch.hpp>
#include <set>

#include "core/domain/codec.h"
#include "core/evidence/seal.h"
#include "core/fairness/fairness_codec.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/reference.h"
#include "tests/hub/records/county.h"

// 回头看, and approving in bulk, as the hub holds them.
using namespace hubtest;

namespace {
struct Office {
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");

    protocol::PushResult submit(domain::Inspection& made,
                                const std::vector<std::string>& signs = {"inspector", "village"})
    {
        made.startFix = base::Fix{{29.258, 120.236}, 6, {}, 1, {}, {}, false};
        for (const std::string& role : signs) made.signatures.emplace_back().role = role;
        made.seal = evidence::sealOf(made, county.keys.publicKey, county.keys.secretKey);
        return county.pushOne(zhang, county.submitted(zhang, made));
    }
    protocol::PushResult approve(const domain::Inspection& made, bool bulk = false)
    {
        domain::Review review;
        review.inspection = made.id;
        review.revision = made.revision;
        review.reviewer = wang.user.id;
        review.bulk = bulk;
        return decide(review);
    }
    protocol::PushResult decide(const domain::Review& review)
    {
        return county.pushOne(wang, county.record(wang, "review", domain::canonicalJson(review)));
    }
    /// An approved inspection with one finding of each of these items, with its photo.
    domain::Inspection inspected(const std::set<std::string>& items = {"LJ07"})
    {
        domain::Inspection made = county.inspection(zhang, village11, "LJ");
        for (domain::Answer& answer : made.answers) {
            if (!items.contains(answer.itemCode)) continue;
            domain::Finding finding;
            finding.id = {county.ids.next()};
            finding.ruleCode = "a";
            finding.tier = 0;
            answer.state = domain::AnswerState::found;
            answer.findings = {finding};
            domain::PhotoEntry photo = county.photo(finding.id.value);
            photo.itemCode = answer.itemCode;
            photo.finding = finding.id;
            made.photos.push_back(photo);
        }
        REQUIRE(textOf(county.pushOne(zhang, county.submitted(zhang, made)).outcome) == "applied");
        for (const domain::PhotoEntry& photo : made.photos) county.storeBlob(photo);
        REQUIRE(textOf(approve(made).outcome) == "applied");
        return made;
    }
    domain::Inspection lookBackAt(const domain::Inspection& parent)
    {
        county.clock.nowMs += 86'400'000;
        domain::Inspection made = county.inspection(zhang, village11, "LJ");
        made.parent = parent.id;
        return made;
    }
    ranking::Ranking ranking()
    {
        const auto lines = county.reference(wang, "rankings");
        REQUIRE(lines.size() == 1);
        return fairness::rankingLineFromJson(lines.front()).value().ranking;
    }
    base::Points total()
    {
        for (const ranking::Board& board : ranking().boards)
            for (const ranking::Row& row : board.rows)
                if (row.village.value == village11) return row.points;
        return {};
    }
};
}  // namespace

TEST_CASE("A look-back names an approved inspection of the same place and sheet, or is set aside")
{
    Office office;
    const domain::Inspection parent = office.inspected();
    domain::Inspection made = office.lookBackAt(parent);
    SECTION("as it should")
    {
        CHECK(textOf(office.submit(made).outcome) == "applied");
        CHECK(textOf(office.approve(made).outcome) == "applied");
        domain::Inspection next = office.lookBackAt(made);
        CHECK(textOf(office.submit(next).outcome) == "applied");
        return;
    }
    std::string code = "inspection.parent";
    SECTION("one that the hub has not")
    {
        made.parent = {office.county.ids.next()};
    }
    SECTION("itself")
    {
        made.parent = made.id;
    }
    SECTION("of another village")
    {
        made.village = made.subject = {village12};
        code = "inspection.parent_other";
    }
    SECTION("by another sheet")
    {
        domain::Inspection other = office.county.inspection(office.zhang, village11, "MV");
        other.parent = parent.id;
        made = other;
        code = "inspection.parent_other";
    }
    SECTION("not approved")
    {
        domain::Inspection waiting = office.county.inspection(office.zhang, village11, "LJ");
        REQUIRE(textOf(office.submit(waiting).outcome) == "applied");
        made.parent = waiting.id;
        code = "inspection.parent_not_approved";
    }
    const protocol::PushResult result = office.submit(made);
    CHECK(textOf(result.outcome) == "quarantined");
    CHECK(result.code == code);
}

TEST_CASE("A correction of a look-back looks back at the same inspection")
{
    Office office;
    domain::Inspection made = office.lookBackAt(office.inspected());
    office.submit(made);
    office.county.pushOne(office.wang,
                          office.county.reviewed(office.wang, made, domain::Decision::sendBack));
    made.revision = 2;
    const domain::InspectionId parent = made.parent;
    made.parent = {};
    CHECK(office.submit(made).code == "inspection.changed_subject");
    made.parent = parent;
    CHECK(textOf(office.submit(made).outcome) == "applied");
}

TEST_CASE("A look-back changes no ranking, unless the campaign's rules count it")
{
    Office office;
    const domain::Inspection parent = office.inspected();
    const base::Points before = office.total();
    const ranking::Ranking rankedBefore = office.ranking();
    domain::Inspection made = office.lookBackAt(parent);
    office.submit(made);
    CHECK(office.ranking().coverage == rankedBefore.coverage);
    office.approve(made);
    CHECK(office.total() == before);

    office.county.hub().services().committer.run([&](hub::Connection& db) {
        domain::Campaign campaign = office.county.campaign;
        campaign.rules.lookBack = domain::LookBack::counts;
        const hub::Prepared update = db.prepare("UPDATE campaign SET json = ? WHERE id = ?");
        update->bind(1, domain::canonicalJson(campaign));
        update->bind(2, campaign.id.value);
        update->exec();
        db.db().exec("UPDATE reference_version SET version = version + 1");
    });
    CHECK(office.total() > before);  // the mean of both
}

TEST_CASE("Which inspections are look-backs is known again after a rebuild")
{
    Office office;
    domain::Inspection made = office.lookBackAt(office.inspected());
    office.submit(made);
    office.county.hub().services().committer.run([&](hub::Connection& db) {
        const std::string before = hub::projectionsHash(db);
        hub::rebuild(db);
        CHECK(hub::projectionsHash(db) == before);
        CHECK(hub::findInspection(db, made.id)->parent == made.parent);
    });
}

TEST_CASE("In bulk the hub takes only approvals of what has no flag")
{
    Office office;
    domain::Inspection made = office.county.inspection(office.zhang, village11, "LJ");
    SECTION("nothing speaks against it")
    {
        office.submit(made);
        CHECK(textOf(office.approve(made, true).outcome) == "applied");
    }
    SECTION("a flag: set aside as a conflict, and may still be approved after a look")
    {
        const domain::Record record = office.county.submitted(office.zhang, made);  // no position
        office.county.pushOne(office.zhang, record);
        const protocol::PushResult result = office.approve(made, true);
        CHECK(textOf(result.outcome) == "conflict");
        CHECK(result.code == "review.flagged");
        CHECK(result.other == record.id);
        CHECK(textOf(office.approve(made).outcome) == "applied");
    }
    SECTION("no signature of the village, nor why there is none")
    {
        office.submit(made, {"inspector"});
        CHECK(office.approve(made, true).code == "review.flagged");
    }
    SECTION("far from what was there before")
    {
        office.inspected({"LJ02", "LJ08", "LJ14", "LJ16"});  // 16 points
        office.county.clock.nowMs += 86'400'000;
        made.submittedAtMs = office.county.clock.nowMs;
        office.submit(made);
        CHECK(office.approve(made, true).code == "review.flagged");
    }
    SECTION("no other decision")
    {
        office.submit(made);
        domain::Review review;
        review.inspection = made.id;
        review.reviewer = office.wang.user.id;
        review.bulk = true;
        review.decision = domain::Decision::voidIt;
        review.comment = "作废";
        CHECK(office.decide(review).code == "review.bulk");
    }
}
