#include "core/actions/submit.h"

#include <catch2/catch.hpp>

#include "core/actions/review.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/lists.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/today.h"
#include "tests/support/tablet.h"

using support::Tablet;
namespace county = support::county;

namespace {
// What the hub would do: give every unsettled record of one tablet to another with the next
// numbers.
void carry(Tablet& from, Tablet& to, std::int64_t& seq)
{
    for (const auto& entry : store::Outbox(from.db()).unsettled(1000)) {
        const auto record = domain::recordFromJson(entry.line);
        REQUIRE(record);
        SQLite::Transaction there(to.db());
        store::Records(to.db()).apply(++seq, 1, *record);
        there.commit();
        SQLite::Transaction here(from.db());
        store::Outbox(from.db()).settle(
            {entry.record, store::OutboxState::applied, seq, "", "", {}}, 2);
        here.commit();
    }
}

domain::Review decision(const domain::InspectionId& inspection, domain::Decision what,
                        int revision = 1)
{
    domain::Review review;
    review.inspection = inspection;
    review.revision = revision;
    review.decision = what;
    review.comment = "LJ07 请补拍";
    return review;
}
}  // namespace

TEST_CASE("A draft with items missing is refused with each of them, and stays as it is")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    tablet.answerAllOk(draft);
    REQUIRE(support::setState(tablet.context(), draft, "LJ03", domain::AnswerState::unanswered));
    domain::Finding finding;
    finding.ruleCode = "a";
    REQUIRE(support::addFinding(tablet.context(), draft, "LJ07", finding));
    const auto refused = actions::submit(tablet.context(), draft);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "draft.incomplete");
    CHECK(refused.error().message.find("LJ03") != std::string::npos);
    CHECK(refused.error().message.find("LJ07") != std::string::npos);
    CHECK(store::Drafts(tablet.db()).exists(draft));
    CHECK(store::Outbox(tablet.db()).unsettledCount() == 0);
}

TEST_CASE(
    "Submitting makes one record with the next number, its outbox entry and its row in the lists")
{
    Tablet tablet;
    const auto first = tablet.submitted("LJ");
    const auto second = tablet.submitted("MV");
    CHECK_FALSE(store::Drafts(tablet.db()).exists(first));
    const auto waiting = store::Outbox(tablet.db()).unsettled(10);
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].deviceSeq == 1);
    CHECK(waiting[1].deviceSeq == 2);
    const auto record = domain::recordFromJson(waiting[0].line);
    REQUIRE(record);
    CHECK(domain::canonical(*record) == waiting[0].line);
    CHECK(domain::inspectionFromJson(record->body)->id == first);
    const auto head = store::Records(tablet.db()).head(second);
    REQUIRE(head);
    CHECK(head->state == domain::InspectionState::submitted);
    CHECK(head->score == base::Points::whole(100));
    const auto villages = store::today(tablet.db(), county::inspector().id, county::campaign);
    REQUIRE(villages.size() == 6);
    CHECK(villages[0].townName == "六石街道");
    CHECK(store::countsOf(villages).checks == 18);
    CHECK(store::countsOf(villages).done == 2);
}

TEST_CASE("A refused submission uses up no number of the device")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    CHECK_FALSE(actions::submit(tablet.context(), draft));
    CHECK(store::Identity(tablet.db()).lastDeviceSeq() == 0);
    tablet.answerAllOk(draft);
    std::vector<domain::Finding> findings;
    for (int i = 0; i < 160; ++i) {
        domain::Finding finding;
        finding.ruleCode = "a";
        finding.note = std::string(1990, 'x');
        REQUIRE(support::addFinding(tablet.context(), draft, "LJ01", finding));
    }
    CHECK(actions::submit(tablet.context(), draft).error().code == "record.too_large");
    CHECK(store::Identity(tablet.db()).lastDeviceSeq() == 0);
    REQUIRE(support::setState(tablet.context(), draft, "LJ01", domain::AnswerState::ok));
    REQUIRE(actions::submit(tablet.context(), draft));
    CHECK(store::Identity(tablet.db()).lastDeviceSeq() == 1);
}

TEST_CASE("Sent back, corrected and approved: both tablets end with the same state")
{
    Tablet inspector(1);
    Tablet supervisor(2, county::supervisor());
    std::int64_t seq = 0;
    const auto id = inspector.submitted("LJ");
    carry(inspector, supervisor, seq);
    CHECK(actions::startRevision(inspector.context(), id).error().code ==
          "inspection.not_sent_back");

    REQUIRE(actions::decideReview(supervisor.context(), decision(id, domain::Decision::sendBack)));
    CHECK(actions::decideReview(supervisor.context(), decision(id, domain::Decision::approve))
              .error()
              .code == "review.decided");
    carry(supervisor, inspector, seq);
    const auto revision = actions::startRevision(inspector.context(), id);
    REQUIRE(revision);
    CHECK(*revision == id);
    CHECK(
        store::today(inspector.db(), county::inspector().id, county::campaign)[0].checks[0].state ==
        store::CheckState::draft);
    const auto draft = store::Drafts(inspector.db()).find(id);
    CHECK(draft->revision == 2);
    CHECK(draft->answersReview ==
          store::Records(inspector.db()).history(id)->reviews.front().record);
    CHECK(draft->answers.size() == 19);
    CHECK(actions::submit(inspector.context(), id).error().code == "draft.inspector_unsigned");
    REQUIRE(support::signOff(inspector.context(), id));
    REQUIRE(actions::submit(inspector.context(), id));
    carry(inspector, supervisor, seq);
    CHECK(actions::decideReview(supervisor.context(), decision(id, domain::Decision::approve))
              .error()
              .code == "review.not_newest");
    REQUIRE(
        actions::decideReview(supervisor.context(), decision(id, domain::Decision::approve, 2)));
    carry(supervisor, inspector, seq);
    for (Tablet* tablet : {&inspector, &supervisor}) {
        const auto history = store::Records(tablet->db()).history(id);
        REQUIRE(history);
        CHECK(history->head.state == domain::InspectionState::approved);
        CHECK(history->head.revision == 2);
        CHECK(history->revisions.size() == 2);
        CHECK(history->reviews.size() == 2);
    }
}

TEST_CASE("Points are adjusted by a supervisor with the right to it, or a chief; by nobody else")
{
    Tablet inspector(1);
    Tablet tablet(2, county::supervisor());
    std::int64_t seq = 0;
    const auto first = inspector.submitted("LJ", county::village1);
    const auto second = inspector.submitted("LJ", county::village2);
    carry(inspector, tablet, seq);
    const auto adjusts = [&](const domain::User& user, const domain::InspectionId& id) {
        auto enrolment = store::Identity(tablet.db()).enrolment();
        enrolment->user = user;
        store::Identity(tablet.db()).putEnrolment(*enrolment);
        auto adjust = decision(id, domain::Decision::adjust);
        adjust.adjustments = {{"LJ07", base::Points::whole(1), "复核照片"}};
        const auto decided = actions::decideReview(tablet.context(), adjust);
        return decided ? std::string() : decided.error().code;
    };
    domain::User without = county::supervisor();
    without.mayAdjust = false;
    CHECK(adjusts(without, first) == "review.adjust_forbidden");
    CHECK(adjusts(county::supervisor(), first).empty());
    CHECK(adjusts(county::chief(), second).empty());
    CHECK(adjusts(without, second) == "review.adjust_forbidden");
    CHECK(actions::decideReview(tablet.context(), decision(second, domain::Decision::approve)));
}

TEST_CASE("Only whom it concerns may review, and photos have to be there before an approval")
{
    Tablet inspector(1);
    Tablet supervisor(2, county::supervisor());
    std::int64_t seq = 0;
    const auto draft = inspector.start("LJ");
    inspector.answerAllOk(draft);
    const auto photo = inspector.photo(draft, "LJ01");
    REQUIRE(actions::submit(inspector.context(), draft));
    carry(inspector, supervisor, seq);
    CHECK(actions::decideReview(inspector.context(), decision(draft, domain::Decision::approve))
              .error()
              .code == "review.role");
    CHECK(actions::decideReview(supervisor.context(), decision({"none"}, domain::Decision::approve))
              .error()
              .code == "inspection.unknown");
    CHECK(actions::decideReview(supervisor.context(), decision(draft, domain::Decision::approve))
              .error()
              .code == "review.photos_missing");
    auto silent = decision(draft, domain::Decision::sendBack);
    silent.comment.clear();
    CHECK(actions::decideReview(supervisor.context(), silent).error().code == "review.comment");

    const domain::Record received{{"018bcfe5-6800-7000-8000-000000000009"},
                                  "photo.received",
                                  {"hub"},
                                  {"hub"},
                                  "hub",
                                  1,
                                  5,
                                  domain::canonicalJson(domain::PhotoReceived{photo.sha256, 1})};
    store::Records(supervisor.db()).apply(++seq, 1, received);
    CHECK(store::reviewQueue(supervisor.db(), county::campaign, domain::InspectionState::submitted)
              .front()
              .head.photosOnHub == 1);
    CHECK(actions::decideReview(supervisor.context(), decision(draft, domain::Decision::approve)));
    const auto queue =
        store::reviewQueue(supervisor.db(), county::campaign, domain::InspectionState::approved);
    REQUIRE(queue.size() == 1);
    CHECK(queue[0].decidedHere);
    CHECK(queue[0].villageName == "石洞坑村");
    CHECK(queue[0].inspectorName == "张巡");
}

TEST_CASE("A decision that the hub calls a conflict no longer counts on its tablet")
{
    Tablet inspector(1);
    Tablet supervisor(2, county::supervisor());
    std::int64_t seq = 0;
    const auto id = inspector.submitted("LJ");
    carry(inspector, supervisor, seq);
    const auto review =
        actions::decideReview(supervisor.context(), decision(id, domain::Decision::approve));
    REQUIRE(review);
    store::Outbox(supervisor.db())
        .settle({*review, store::OutboxState::conflict, 0, "review.decided", "已有审核结果", {"x"}},
                1);
    CHECK(store::Records(supervisor.db()).head(id)->state == domain::InspectionState::submitted);
    CHECK(store::Outbox(supervisor.db()).refusedCount() == 1);
}

TEST_CASE("Last time's inspection of the same subject and sheet is found, approved ones first")
{
    Tablet tablet;
    const auto first = tablet.submitted("LJ");
    tablet.clock().advance(1000);
    const auto second = tablet.submitted("LJ");
    tablet.clock().advance(1000);
    const auto draft = tablet.start("LJ");
    store::Records records(tablet.db());
    CHECK(records.lastOf(county::village1, "LJ", draft)->id == second);
    CHECK(records.lastOf(county::village1, "LJ", second)->id == first);
    CHECK_FALSE(records.lastOf(county::village1, "MV", draft));
    const auto page = store::villagePage(tablet.db(), county::village1);
    CHECK(page.drafts.size() == 1);
    REQUIRE(page.inspections.size() == 2);
    CHECK(page.inspections[0].id == second);
}
