#include <catch2/catch.hpp>

#include "core/actions/draft.h"
#include "core/actions/review.h"
#include "core/actions/submit.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/lists.h"
#include "core/store/records.h"
#include "core/store/today.h"
#include "tests/support/tablet.h"

// 回头看: a new inspection with its parent named; and approving many at once, unseen.
using support::Tablet;
namespace county = support::county;

namespace {
void put(Tablet& tablet, const std::string& kind, const domain::UserId& author,
         const std::string& body, std::int64_t seq)
{
    const domain::Record record{{tablet.ids().next()},   kind, author, {"hub"}, "i", seq,
                                tablet.clock().wallMs(), body};
    SQLite::Transaction transaction(tablet.db());
    store::Records(tablet.db()).apply(seq, 1, record);
    transaction.commit();
}

/// As the hub would bring it: somebody else's decision.
void decide(Tablet& tablet, const domain::InspectionId& inspection, domain::Decision what,
            std::int64_t seq)
{
    domain::Review review;
    review.inspection = inspection;
    review.decision = what;
    review.comment = "看过";
    review.reviewer = county::supervisor().id;
    put(tablet, "review", review.reviewer, domain::canonicalJson(review), seq);
}

actions::StartRequest lookBackAt(const domain::InspectionId& parent)
{
    actions::StartRequest request;
    request.campaign = county::campaign;
    request.village = county::village1;
    request.kind = "LJ";
    request.parent = parent;
    return request;
}

store::CheckState checkState(Tablet& tablet)
{
    for (const store::TodayVillage& village :
         store::today(tablet.db(), county::inspector().id, county::campaign))
        if (village.village == county::village1)
            for (const store::TodayCheck& check : village.checks)
                if (check.kind == "LJ") return check.state;
    return store::CheckState::notStarted;
}
}  // namespace

TEST_CASE("A look-back starts from an approved inspection of the same place and sheet")
{
    Tablet tablet;
    const auto first = tablet.submitted("LJ");
    CHECK(actions::startInspection(tablet.context(), lookBackAt(first)).error().code ==
          "inspection.parent_not_approved");
    CHECK(actions::startInspection(tablet.context(), lookBackAt({"none"})).error().code ==
          "inspection.unknown");
    decide(tablet, first, domain::Decision::approve, 100);

    auto elsewhere = lookBackAt(first);
    elsewhere.village = county::village2;
    CHECK(actions::startInspection(tablet.context(), elsewhere).error().code ==
          "inspection.parent_other");
    elsewhere = lookBackAt(first);
    elsewhere.kind = "MV";
    CHECK(actions::startInspection(tablet.context(), elsewhere).error().code ==
          "inspection.parent_other");

    tablet.clock().advance(60'000);
    const auto draft = actions::startInspection(tablet.context(), lookBackAt(first));
    REQUIRE(draft);
    CHECK(actions::startInspection(tablet.context(), lookBackAt(first)) == draft);
    CHECK(actions::startInspection(tablet.context(), lookBackAt({})).error().code ==
          "draft.other_open");
    tablet.answerAllOk(*draft);
    REQUIRE(tablet.submit(*draft));
    const store::Records records(tablet.db());
    const auto submitted = records.newest(*draft);
    REQUIRE(submitted);
    CHECK(submitted->parent == first);
    CHECK(records.head(*draft)->parent == first);
    CHECK(records.before(*submitted)->id == first);
}

TEST_CASE("A look-back is seen beside what it looks back at, whatever was inspected between")
{
    Tablet tablet;
    const auto first = tablet.submitted("LJ");
    decide(tablet, first, domain::Decision::approve, 100);
    tablet.clock().advance(60'000);
    const auto second = tablet.submitted("LJ");
    decide(tablet, second, domain::Decision::approve, 101);
    tablet.clock().advance(60'000);
    const auto draft = actions::startInspection(tablet.context(), lookBackAt(first));
    REQUIRE(draft);
    const store::Records records(tablet.db());
    CHECK(records.before(*store::Drafts(tablet.db()).find(*draft))->id == first);
    CHECK(records.before(*records.newest(second))->id == first);
}

TEST_CASE("A look-back takes no check's place in today's list, unless there is something to do")
{
    Tablet tablet;
    const auto first = tablet.submitted("LJ");
    decide(tablet, first, domain::Decision::approve, 100);
    tablet.clock().advance(60'000);
    const auto draft = actions::startInspection(tablet.context(), lookBackAt(first));
    REQUIRE(draft);
    CHECK(checkState(tablet) == store::CheckState::draft);
    tablet.answerAllOk(*draft);
    REQUIRE(tablet.submit(*draft));
    CHECK(checkState(tablet) == store::CheckState::approved);
    decide(tablet, *draft, domain::Decision::sendBack, 101);
    CHECK(checkState(tablet) == store::CheckState::sentBack);
    const auto correction = actions::startRevision(tablet.context(), *draft);
    REQUIRE(correction);
    CHECK(store::Drafts(tablet.db()).find(*correction)->parent == first);
}

namespace {
/// A supervisor's tablet with inspections of five places, all in order, with a position.
struct Desk {
    Tablet tablet{2, county::supervisor()};
    std::vector<domain::Review> reviews;

    explicit Desk(int inspections)
    {
        Tablet field(1);
        for (int i = 0; i < inspections; ++i) {
            const auto draft = field.start("LJ");
            REQUIRE(actions::setStartFix(
                field.context(), draft, base::Fix{{29.258, 120.236}, 6, {}, 1, {}, {}, false}, {}));
            field.answerAllOk(draft);
            REQUIRE(field.submit(draft));
            field.clock().advance(60'000);
            domain::Inspection made = *store::Records(field.db()).newest(draft);
            if (i == 0)
                made.seal->signature.back() = made.seal->signature.back() == '0' ? '1' : '0';
            put(tablet, "inspection", made.inspector, domain::canonicalJson(made), i + 1);
            domain::Review review;
            review.inspection = draft;
            reviews.push_back(review);
        }
    }
};
}  // namespace

TEST_CASE("Approved in bulk is only what has no flag; a second look still may approve the rest")
{
    Desk desk(3);
    REQUIRE(actions::scorePulled(desk.tablet.context(), 10));
    const auto approved = actions::approveMany(desk.tablet.context(), desk.reviews);
    REQUIRE(approved);
    CHECK(*approved == 2);  // the seal of the first does not hold
    CHECK(store::stateCounts(desk.tablet.db(), county::campaign).approved == 2);

    domain::Review bulk = desk.reviews.front();
    bulk.bulk = true;
    CHECK(actions::decideReview(desk.tablet.context(), bulk).error().code == "review.flagged");
    CHECK(actions::decideReview(desk.tablet.context(), desk.reviews.front()));
    const auto history = store::Records(desk.tablet.db()).history(desk.reviews.back().inspection);
    CHECK(history->reviews.back().review.bulk);
}

TEST_CASE("An inspector whose mean is far from everybody's is not approved in bulk")
{
    Desk desk(6);
    store::Records records(desk.tablet.db());
    for (std::int64_t i = 0; i < 6; ++i) {
        domain::Inspection other = *records.newest(desk.reviews.back().inspection);
        other.id = {desk.tablet.ids().next()};
        other.inspector = county::otherInspector().id;
        other.village = other.subject = county::village2;
        put(desk.tablet, "inspection", other.inspector, domain::canonicalJson(other), 100 + i);
        records.putScore(other.id, 1, base::Points::whole(70));
    }
    REQUIRE(actions::scorePulled(desk.tablet.context(), 100));
    CHECK(actions::approveMany(desk.tablet.context(), desk.reviews).value_or(-1) == 0);
}
