#include <catch2/catch.hpp>

#include "app/viewmodels/review_flags.h"
#include "app/viewmodels/review_queue_model.h"
#include "tests/app/viewmodels/reviewing.h"

// The queue of inspections to judge: what it shows, what it keeps, what speaks against approving.
using namespace viewmodels;
using support::at;
using support::Desk;
using support::Reviewing;
using support::reviewOf;
namespace county = support::county;

namespace {

ReviewRow row(const char* id, const char* campaign, const domain::RegionCode& village,
              const char* town, const char* sheet, const char* inspector)
{
    ReviewRow made;
    made.facts.head.id = {id};
    made.facts.head.campaign = {campaign};
    made.facts.head.village = village;
    made.facts.head.inspector = {inspector};
    made.facts.head.photos = made.facts.head.photosOnHub = 1;
    made.facts.townName = town;
    made.facts.inspectorName = inspector;
    made.sheetTitle = sheet;
    return made;
}

ReviewQueue queueOf(std::vector<ReviewRow> rows)
{
    ReviewQueue queue;
    queue.campaigns = {{{"c2"}, "十一月"}, {{"c1"}, "十月"}};
    queue.rows = std::move(rows);
    return queue;
}

std::vector<ReviewRow> threeRows()
{
    return {row("1", "c1", county::village1, "乙街道", "垃圾分类", "张三"),
            row("2", "c2", county::village4, "丙镇", "美丽乡村", "张三"),
            row("3", "c2", county::village2, "乙街道", "垃圾分类", "李四")};
}

QStringList list(const std::vector<const char*>& ids)
{
    QStringList made;
    for (const char* id : ids) made.append(QString::fromLatin1(id));
    return made;
}

QStringList shown(const ReviewQueueModel& queue)
{
    QStringList ids;
    for (int i = 0; i < queue.rowCount(); ++i) ids.append(at(queue, i, "inspectionId").toString());
    return ids;
}

}  // namespace

TEST_CASE("Each filter of the queue shows its own, and together what is in all of them",
          "[review][queue]")
{
    Desk desk;
    ReviewQueueModel queue(desk.core);
    queue.display(queueOf(threeRows()));
    CHECK(shown(queue) == list({"1", "2", "3"}));
    queue.setCampaign(static_cast<int>(queue.campaigns().indexOf(QStringLiteral("十一月"))));
    CHECK(shown(queue) == list({"2", "3"}));
    queue.setSheet(static_cast<int>(queue.sheets().indexOf(QStringLiteral("垃圾分类"))));
    CHECK(shown(queue) == list({"3"}));
    queue.clearFilters();
    queue.setInspector(static_cast<int>(queue.inspectors().indexOf(QStringLiteral("张三"))));
    CHECK(shown(queue) == list({"2"}));
    queue.setCampaign(0);
    CHECK(shown(queue) == list({"1", "2"}));
    queue.setTown(static_cast<int>(queue.towns().indexOf(QStringLiteral("丙镇"))));
    CHECK(shown(queue) == list({"2"}));
    CHECK(queue.filters() == 2);
    queue.clearFilters();
    queue.showFlags({{{"1"}, 1, 0, {}}, {{"2"}, 1, review::FromGallery, {}}, {{"3"}, 1, 0, {}}});
    queue.setFlaggedOnly(true);
    CHECK(shown(queue) == list({"2"}));
}

TEST_CASE("What a filter is set to stays when the list is read again with more or with less",
          "[review][queue]")
{
    Desk desk;
    ReviewQueueModel queue(desk.core);
    queue.display(queueOf(threeRows()));
    queue.setTown(static_cast<int>(queue.towns().indexOf(QStringLiteral("乙街道"))));
    queue.setCampaign(2);
    REQUIRE(shown(queue) == list({"1"}));

    ReviewQueue more = queueOf(threeRows());
    more.rows.push_back(row("4", "c3", county::village6, "丁乡", "垃圾分类", "王五"));
    more.campaigns.insert(more.campaigns.begin(), {{"c3"}, "十二月"});
    queue.display(std::move(more));
    CHECK(queue.towns()[queue.town()] == QStringLiteral("乙街道"));
    CHECK(queue.campaigns()[queue.campaign()] == QStringLiteral("十月"));
    CHECK(shown(queue) == list({"1"}));

    ReviewQueue less = queueOf({threeRows()[1]});
    less.campaigns.resize(1);
    queue.display(std::move(less));
    CHECK(queue.towns()[queue.town()] == QStringLiteral("乙街道"));
    CHECK(queue.campaigns()[queue.campaign()] == QStringLiteral("十月"));
    CHECK(shown(queue).isEmpty());
}

TEST_CASE("The doubt that photos are missing goes when they have come", "[review][queue]")
{
    Desk desk;
    ReviewQueueModel queue(desk.core);
    queue.setApprove([](const std::vector<domain::Review>&) { return QFuture<int>(); });
    std::vector<ReviewRow> rows{threeRows()[0]};
    rows[0].facts.head.photosOnHub = 0;
    queue.display(queueOf(rows));
    queue.showFlags({{{"1"}, 1, 0, {}}});
    CHECK(at(queue, 0, "flags").toInt() == review::PhotosNotHere);
    CHECK(queue.approvable() == 0);
    rows[0].facts.head.photosOnHub = 1;
    queue.display(queueOf(rows));
    CHECK(at(queue, 0, "flags").toInt() == 0);
    CHECK(queue.approvable() == 1);
}

TEST_CASE("What weighs more comes first, and flags together weigh more than each", "[review]")
{
    CHECK(review::riskOf(0) == 0);
    CHECK(review::riskOf(review::ChainBroken) > review::riskOf(review::MissingEvidence));
    CHECK(review::riskOf(review::ClockDoubtful) > review::riskOf(review::PoorAccuracy));
    CHECK(review::riskOf(review::PoorAccuracy) > review::riskOf(review::PhotosNotHere));
    CHECK(review::riskOf(review::FromGallery | review::FarFromLast) >
          review::riskOf(review::FarFromLast));
}

TEST_CASE("A queue shows what an inspection has after points were adjusted", "[review][queue]")
{
    Reviewing r;
    const domain::InspectionId id = r.desk.tablet.submitted("LJ");
    domain::Review adjust = reviewOf(id, domain::Decision::adjust);
    adjust.adjustments = {{"LJ07", base::Points::whole(1), "看错"}};
    r.decide(adjust, county::supervisor().id);
    const ReviewQueue queue = readQueue(r.desk.tablet.db());
    REQUIRE(queue.rows.size() == 1);
    CHECK(queue.rows[0].score == base::Points::whole(95));
}
