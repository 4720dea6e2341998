#include <catch2/catch.hpp>

#include "app/viewmodels/finding_list_model.h"
#include "app/viewmodels/photo_list_model.h"
#include "app/viewmodels/today_model.h"
#include "app/viewmodels/village_model.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "tests/app/viewmodels/desk.h"

using namespace viewmodels;
using support::at;
using support::Desk;
using support::eventually;

namespace {

QString name(const QAbstractItemModel& model, int row)
{
    return at(model, row, "name").toString();
}

}  // namespace

TEST_CASE("Today shows the assigned villages and finds one by name, initials, alias and town",
          "[today]")
{
    Desk desk;
    TodayModel today(desk.core);
    QAbstractItemModelTester tester(&today);
    today.refresh();
    REQUIRE(eventually([&] { return today.loaded(); }));
    CHECK(today.villages() == 6);
    CHECK(today.campaign() == QStringLiteral("2026 年 11 月"));
    desk.settle();
    for (const char16_t* typed : {u"石洞坑", u"sdk", u"石硐坑", u"六石 坑"}) {
        today.setSearch(QString::fromUtf16(typed));
        INFO(today.search().toStdString());
        REQUIRE(eventually([&] { return today.rowCount() > 0; }));
        CHECK(name(today, 0) == QStringLiteral("石洞坑村"));
        CHECK(today.rowOf(QString::fromStdString(support::county::village1.value)) == 0);
    }
    today.setSearch(QStringLiteral("没有这个村"));
    CHECK(today.rowCount() == 0);
    CHECK(today.rowOf(QString::fromStdString(support::county::village1.value)) == -1);
    today.setSearch({});
    CHECK(today.rowCount() == 6);
}

TEST_CASE("Today sorts by distance once a place is known, villages without a place last", "[today]")
{
    Desk desk;
    TodayModel today(desk.core);
    QAbstractItemModelTester tester(&today);
    today.refresh();
    REQUIRE(eventually([&] { return today.loaded(); }));
    CHECK(at(today, 0, "distanceM").toDouble() < 0);
    today.showFix(base::Fix{{29.258053, 120.246028}, 5, {}, 0, {}, {}, false});
    today.setSort(TodayModel::Sort::ByDistance);
    CHECK(name(today, 0) == QStringLiteral("石洞坑村"));
    CHECK(at(today, 0, "distanceM").toDouble() == Approx(970).margin(5));
    CHECK(at(today, 5, "distanceM").toDouble() < 0);
}

TEST_CASE("A village is done when all its checks are, and the filter follows", "[today]")
{
    Desk desk;
    for (const char* kind : {"MV", "LJ", "WS"})
        desk.tablet.submitted(kind, support::county::village2);
    TodayModel today(desk.core);
    QAbstractItemModelTester tester(&today);
    today.refresh();
    REQUIRE(eventually([&] { return today.loaded(); }));
    CHECK(today.villagesDone() == 1);
    today.setShow(TodayModel::Show::Done);
    REQUIRE(today.rowCount() == 1);
    CHECK(name(today, 0) == QStringLiteral("下石塘村"));
    CHECK(at(today, 0, "checks").toList().first().value<CheckMark>().state ==
          check::State::Submitted);
    today.setShow(TodayModel::Show::Open);
    CHECK(today.rowCount() == 5);
}

TEST_CASE("What the hub refused is not done, and says so in the lists", "[today][village]")
{
    Desk desk;
    for (const char* kind : {"MV", "LJ", "WS"})
        desk.tablet.submitted(kind, support::county::village2);
    store::Outbox outbox(desk.tablet.db());
    outbox.settle({outbox.unsettled(1).front().record,
                   store::OutboxState::quarantined,
                   0,
                   "inspection.not_assigned",
                   "没有分给",
                   {}},
                  1);
    const auto refused = [](const QVariantList& checks) {
        return std::count_if(checks.begin(), checks.end(),
                             [](const QVariant& one) { return one.value<CheckMark>().refused; });
    };
    TodayModel today(desk.core);
    today.refresh();
    REQUIRE(eventually([&] { return today.loaded(); }));
    CHECK(today.villagesDone() == 0);
    CHECK(today.checksOpen() == 16);
    today.setShow(TodayModel::Show::Open);
    REQUIRE(today.rowCount() == 6);
    CHECK(refused(at(today, 1, "checks").toList()) == 1);
    CHECK(at(today, 1, "checksDone").toInt() == 2);

    VillageModel village(desk.core, desk.around());
    village.open(QString::fromStdString(support::county::village2.value));
    REQUIRE(eventually([&] { return village.loaded(); }));
    int ofChecks = 0;
    for (int row = 0; row < village.checks()->rowCount(); ++row)
        ofChecks += at(*village.checks(), row, "refused").toBool() ? 1 : 0;
    int ofVisits = 0;
    for (int row = 0; row < village.visits()->rowCount(); ++row)
        ofVisits += at(*village.visits(), row, "refused").toBool() ? 1 : 0;
    CHECK(ofChecks == 1);
    CHECK(ofVisits == 1);
}

TEST_CASE(
    "A village starts a check, goes on with its draft, and asks for a profile where there is a "
    "choice",
    "[village]")
{
    Desk desk;
    VillageModel village(desk.core, desk.around());
    QAbstractItemModelTester tester(village.checks());
    QSignalSpy opened(&village, &VillageModel::checkOpened);
    village.open(QString::fromStdString(support::county::village1.value));
    REQUIRE(eventually([&] { return village.loaded(); }));
    CHECK(village.name() == QStringLiteral("石洞坑村"));
    CHECK(village.aliases() == QStringLiteral("石硐坑"));
    REQUIRE(village.checks()->rowCount() == 3);
    const int ws = 2;
    CHECK(at(*village.checks(), ws, "subject").toString() == QStringLiteral("石洞坑 1 号终端"));
    REQUIRE(at(*village.checks(), ws, "profiles").toStringList().size() == 2);
    village.chooseProfile(ws, 1);
    village.openCheck(ws);
    REQUIRE(eventually([&] { return opened.count() == 1; }));
    village.refresh();
    desk.settle();
    CHECK(at(*village.checks(), ws, "checkState").value<check::State>() == check::State::Draft);
    village.openCheck(ws);
    REQUIRE(opened.count() == 2);
    CHECK(opened[0][0] == opened[1][0]);
}

TEST_CASE("A check that was begun by mistake is thrown away, and the village is as before",
          "[village]")
{
    Desk desk;
    const domain::InspectionId id = desk.tablet.start("LJ");
    VillageModel village(desk.core, desk.around());
    QAbstractItemModelTester tester(village.checks());
    QSignalSpy discarded(&village, &VillageModel::checkDiscarded);
    village.open(QString::fromStdString(support::county::village1.value));
    REQUIRE(eventually([&] { return village.loaded(); }));
    int lj = 0;
    while (at(*village.checks(), lj, "kind").toString() != QStringLiteral("LJ")) ++lj;
    village.discard(lj == 0 ? 1 : 0);  // nothing begun there
    village.discard(lj);
    REQUIRE(eventually([&] { return discarded.count() == 1; }));
    desk.settle();
    CHECK_FALSE(store::Drafts(desk.tablet.db()).exists(id));
    CHECK(at(*village.checks(), lj, "checkState").value<check::State>() ==
          check::State::NotStarted);
    CHECK(village.error().isEmpty());
}

TEST_CASE("What was sent back shows the reviewer's words and opens as the next revision",
          "[village]")
{
    Desk desk;
    const domain::InspectionId id = desk.tablet.submitted("LJ");
    domain::Review review;
    review.inspection = id;
    review.decision = domain::Decision::sendBack;
    review.comment = "照片看不清";
    review.items = {{"LJ07", "补一张远景"}};
    review.reviewer = support::county::supervisor().id;
    domain::Record record;
    record.id = {"0192f000-0000-7000-8000-000000000001"};
    record.kind = "review";
    record.author = review.reviewer;
    record.device = {"d-9"};
    record.incarnation = "i-9";
    record.deviceSeq = 1;
    record.createdAtMs = desk.tablet.clock().wallMs() + 1000;
    record.body = domain::canonicalJson(review);
    store::Records(desk.tablet.db()).apply(2, record.createdAtMs, record);

    VillageModel village(desk.core, desk.around());
    QSignalSpy opened(&village, &VillageModel::checkOpened);
    village.open(QString::fromStdString(support::county::village1.value));
    REQUIRE(eventually([&] { return village.loaded(); }));
    int lj = 0;
    while (at(*village.checks(), lj, "kind").toString() != QStringLiteral("LJ")) ++lj;
    CHECK(at(*village.checks(), lj, "checkState").value<check::State>() == check::State::SentBack);
    CHECK(at(*village.checks(), lj, "reviewText").toString() ==
          QStringLiteral("照片看不清\nLJ07 补一张远景"));
    village.openCheck(lj);
    REQUIRE(eventually([&] { return opened.count() == 1; }));
    CHECK(opened[0][0].toString().toStdString() == id.value);
    CHECK(store::Drafts(desk.tablet.db()).head(id)->revision == 2);
}

TEST_CASE("From an approved check a look-back starts, and says on its rows that it is one",
          "[village]")
{
    Desk desk;
    const domain::InspectionId id = desk.tablet.submitted("LJ");
    VillageModel village(desk.core, desk.around());
    QSignalSpy opened(&village, &VillageModel::checkOpened);
    village.open(QString::fromStdString(support::county::village1.value));
    REQUIRE(eventually([&] { return village.loaded(); }));
    int lj = 0;
    while (at(*village.checks(), lj, "kind").toString() != QStringLiteral("LJ")) ++lj;
    CHECK_FALSE(at(*village.checks(), lj, "canLookBack").toBool());

    domain::Review review;
    review.inspection = id;
    review.reviewer = support::county::supervisor().id;
    domain::Record record;
    record.id = {"0192f000-0000-7000-8000-00000000000d"};
    record.kind = "review";
    record.author = review.reviewer;
    record.device = {"d-9"};
    record.incarnation = "i-9";
    record.deviceSeq = 1;
    record.createdAtMs = desk.tablet.clock().wallMs() + 1000;
    record.body = domain::canonicalJson(review);
    store::Records(desk.tablet.db()).apply(2, record.createdAtMs, record);
    village.refresh();
    REQUIRE(eventually([&] { return at(*village.checks(), lj, "canLookBack").toBool(); }));
    CHECK_FALSE(at(*village.checks(), lj, "title").toString().contains(QStringLiteral("回头看")));

    village.lookBack(lj);
    REQUIRE(eventually([&] { return opened.count() == 1; }));
    const domain::InspectionId draft{opened[0][0].toString().toStdString()};
    CHECK(store::Drafts(desk.tablet.db()).find(draft)->parent == id);
    village.refresh();
    desk.settle();
    CHECK(at(*village.checks(), lj, "title").toString().contains(QStringLiteral("回头看")));
    CHECK_FALSE(at(*village.checks(), lj, "canLookBack").toBool());
}

TEST_CASE("A village shows beside each check what is still to be put right there", "[village]")
{
    Desk desk;
    domain::RectificationStep step;
    step.inspection = {"0192f000-0000-7000-8000-00000000000a"};
    step.finding = {"0192f000-0000-7000-8000-00000000000b"};
    step.by = support::county::supervisor().id;
    domain::RectificationNotice notice;
    notice.campaign = support::county::campaign;
    notice.village = notice.subject = support::county::village1;
    notice.kind = "LJ";
    notice.itemCode = "LJ07";
    notice.itemTitle = "桶脏、破、满溢、垃圾落地";
    notice.place = "文化礼堂东侧";
    notice.dueAtMs = desk.tablet.clock().wallMs() + 1000;
    step.notice = notice;
    domain::Record record;
    record.id = {"0192f000-0000-7000-8000-00000000000c"};
    record.kind = "rectification";
    record.author = step.by;
    record.device = {"d-9"};
    record.incarnation = "i-9";
    record.deviceSeq = 1;
    record.createdAtMs = desk.tablet.clock().wallMs();
    record.body = domain::canonicalJson(step);
    store::Records(desk.tablet.db()).apply(2, record.createdAtMs, record);

    VillageModel village(desk.core, desk.around());
    village.open(QString::fromStdString(support::county::village1.value));
    REQUIRE(eventually([&] { return village.loaded(); }));
    for (int row = 0; row < village.checks()->rowCount(); ++row) {
        const bool isIt = at(*village.checks(), row, "kind").toString() == QStringLiteral("LJ");
        const QVariantList tasks = at(*village.checks(), row, "openTasks").toList();
        REQUIRE(tasks.size() == (isIt ? 1 : 0));
        if (!isIt) continue;
        CHECK(tasks[0].value<OpenTask>().what == QStringLiteral("LJ07 文化礼堂东侧"));
        CHECK(tasks[0].value<OpenTask>().findingId.toStdString() == step.finding.value);
    }
}

TEST_CASE("A row that comes or goes leaves the others their delegates", "[rows]")
{
    const auto rowsOf = [](const std::vector<int>& numbers) {
        std::vector<FindingRow> rows(numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            rows[i].id = {std::to_string(numbers[i])};
            rows[i].photos = numbers[i];
        }
        return rows;
    };
    FindingListModel list;
    QAbstractItemModelTester tester(&list);
    list.show(rowsOf({3, 2, 1}));
    QSignalSpy came(&list, &QAbstractItemModel::rowsInserted);
    QSignalSpy gone(&list, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);

    list.show(rowsOf({4, 3, 2, 1}));  // counted once more: the newest is on top
    REQUIRE(came.count() == 1);
    CHECK(came[0][1].toInt() == 0);
    CHECK(came[0][2].toInt() == 0);
    list.show(rowsOf({4, 2, 1}));
    REQUIRE(gone.count() == 1);
    CHECK(gone[0][1].toInt() == 1);
    auto rows = rowsOf({4, 2});
    rows[1].photos = 9;
    list.show(rows);
    CHECK(gone.count() == 2);
    REQUIRE(changed.count() == 1);
    CHECK(changed[0][0].toModelIndex().row() == 1);
    CHECK(reset.count() == 0);
    list.show(rowsOf({7, 8, 9}));
    CHECK(reset.count() == 1);
    for (const std::vector<int>& numbers : std::vector<std::vector<int>>{
             {}, {1}, {1, 2, 3, 4}, {1, 4}, {1, 5, 6, 4}, {4}, {4, 4}, {}}) {
        list.show(rowsOf(numbers));
        CHECK(list.rows() == rowsOf(numbers));
    }
}

TEST_CASE("A photo says when it was taken in the zone where it was taken", "[photo]")
{
    domain::ShotClocks clocks;
    clocks.wallMs = 1'798'761'599'250;
    CHECK(viewmodels::takenAt(clocks) == QStringLiteral("2027-01-01 07:59:59"));
    clocks.zoneOffsetMinutes = 0;
    CHECK(viewmodels::takenAt(clocks) == QStringLiteral("2026-12-31 23:59:59"));
}
