#include <catch2/catch.hpp>

#include "app/viewmodels/appeal_model.h"
#include "app/viewmodels/overview_model.h"
#include "app/viewmodels/review_flags.h"
#include "app/viewmodels/review_lists.h"
#include "app/viewmodels/review_places.h"
#include "app/viewmodels/review_queue_model.h"
#include "core/checklists/samples.h"
#include "tests/app/viewmodels/answered.h"
#include "tests/app/viewmodels/desk.h"

// What a supervisor's pages show and do, on made-up rows.
using namespace viewmodels;
using support::answered;
using support::at;
using support::Desk;
using support::eventually;

namespace {

domain::User person(domain::Role role)
{
    return {{"p"}, "陈主管", role, {{"330783007000"}}, true};
}

/// Appeals that remember what was asked of the store, which refuses when told to.
struct AppealDesk {
    Desk desk;
    std::vector<domain::Appeal> raised;
    std::vector<std::optional<base::Points>> answers;
    base::Result<void> result;
    AppealModel model{
        desk.core, desk.around(),
        [this](domain::Appeal appeal) {
            raised.push_back(std::move(appeal));
            return answered(result);
        },
        [this](const domain::RecordId&, std::optional<base::Points> points, const std::string&) {
            answers.push_back(points);
            return answered(result);
        }};

    AppealSheet sheet() const
    {
        AppealSheet made;
        made.inspection = {"i"};
        made.revision = 2;
        made.untilMs = 4'000'000'000'000;
        return made;
    }
};

AppealLine waitingFor(const std::string& itemCode)
{
    AppealLine line;
    line.record = "a";
    line.itemCode = itemCode;
    line.most = base::Points::whole(6);
    return line;
}

/// Two revisions of one sheet: sent back for its first item, which then says one finding less.
ReviewSheet sentBackOnce()
{
    ReviewSheet sheet;
    sheet.sheet = checklists::samples().front();
    sheet.inspectorName = "张三";
    const domain::Item& item = sheet.sheet.sections[0].items[0];
    domain::Inspection said;
    said.id = {"i"};
    said.checklist.kind = sheet.sheet.kind;
    domain::Answer answer;
    answer.itemCode = item.code;
    answer.state = domain::AnswerState::found;
    answer.findings.resize(2);
    for (domain::Finding& finding : answer.findings) finding.ruleCode = item.rules[0].code;
    answer.findings[0].id = {"f1"};
    answer.findings[1].id = {"f2"};
    said.answers = {answer};
    said.submittedAtMs = 1000;
    sheet.history.revisions.push_back({{"r1"}, said, {}, {}, {}});
    domain::Review back;
    back.decision = domain::Decision::sendBack;
    back.items = {{item.code, "第二处不清楚"}};
    sheet.history.reviews.push_back({{"d1"}, back, 2000, {}, false});
    sheet.reviewerNames.push_back("陈主管");
    said.revision = 2;
    said.submittedAtMs = 3000;
    said.answers[0].findings.pop_back();
    sheet.history.revisions.push_back({{"r2"}, said, {}, {}, {}});
    return sheet;
}

}  // namespace

TEST_CASE("A village contests the item of its task once, until the date", "[appeal]")
{
    AppealDesk desk;
    AppealSheet sheet = desk.sheet();
    sheet.itemCode = "LJ07";
    sheet.finding = {"f"};
    desk.model.display(sheet);
    CHECK_FALSE(desk.model.mayRaise());
    desk.model.showUser(person(domain::Role::inspector));
    CHECK_FALSE(desk.model.mayRaise());
    desk.model.showUser(person(domain::Role::villageContact));
    CHECK(desk.model.mayRaise());
    CHECK_FALSE(desk.model.mayAnswer());
    desk.model.raise(QStringLiteral(" 邻村的垃圾 "));
    REQUIRE(desk.raised.size() == 1);
    CHECK(desk.raised[0].itemCode == "LJ07");
    CHECK(desk.raised[0].finding.value == "f");
    CHECK(desk.raised[0].revision == 2);
    CHECK(desk.raised[0].reason == "邻村的垃圾");
    REQUIRE(eventually([&] { return !desk.model.busy(); }));
    sheet.lines.push_back(waitingFor("LJ07"));
    desk.model.display(sheet);
    CHECK_FALSE(desk.model.mayRaise());
    sheet.lines.clear();
    sheet.untilMs = 1;
    desk.model.display(sheet);
    CHECK_FALSE(desk.model.mayRaise());
}

TEST_CASE("A supervisor enters an appeal only about an item of an approved one that lost points",
          "[appeal]")
{
    AppealDesk desk;
    desk.model.showUser(person(domain::Role::supervisor));
    AppealSheet sheet = desk.sheet();
    desk.model.display(sheet);
    CHECK_FALSE(desk.model.mayRaise());
    desk.model.showItem(QStringLiteral("MV01"), false);
    CHECK_FALSE(desk.model.mayRaise());
    desk.model.showItem(QStringLiteral("MV01"), true);
    CHECK(desk.model.mayRaise());
    sheet.state = domain::InspectionState::submitted;
    desk.model.display(sheet);
    CHECK_FALSE(desk.model.mayRaise());
}

TEST_CASE("An appeal is granted with points or the deduction stands; a refusal is said", "[appeal]")
{
    AppealDesk desk;
    QAbstractItemModelTester tester(desk.model.appeals());
    QSignalSpy done(&desk.model, &AppealModel::done);
    desk.model.showUser(person(domain::Role::chief));
    AppealSheet sheet = desk.sheet();
    sheet.lines.push_back(waitingFor("LJ07"));
    desk.model.display(sheet);
    CHECK(at(*desk.model.appeals(), 0, "outcome").toInt() ==
          static_cast<int>(AppealListModel::Outcome::Waiting));
    CHECK(desk.model.waits());
    CHECK(desk.model.mostOf(QStringLiteral("a")) == QStringLiteral("6"));
    CHECK(desk.model.mostOf(QStringLiteral("b")).isEmpty());
    desk.model.grant(QStringLiteral("a"), QStringLiteral("六分"), QStringLiteral("核实"));
    desk.model.grant(QStringLiteral("a"), QStringLiteral("60"), QStringLiteral("核实"));
    CHECK(desk.answers.empty());
    CHECK_FALSE(desk.model.error().isEmpty());
    desk.model.grant(QStringLiteral("a"), QStringLiteral("5.5"), QStringLiteral("核实"));
    REQUIRE(eventually([&] { return done.count() == 1; }));
    desk.model.uphold(QStringLiteral("a"), QStringLiteral("照片清楚"));
    REQUIRE(eventually([&] { return done.count() == 2; }));
    REQUIRE(desk.answers.size() == 2);
    CHECK(desk.answers[0]->hundredths == 550);
    CHECK_FALSE(desk.answers[1]);
    desk.result = base::fail("appeal.decided", "这份申诉已有答复，请刷新");
    desk.model.uphold(QStringLiteral("a"), QStringLiteral("照片清楚"));
    REQUIRE(eventually([&] { return !desk.model.busy(); }));
    CHECK(desk.model.error() == QStringLiteral("这份申诉已有答复，请刷新"));
}

TEST_CASE("Who has no right to adjust points lets a deduction stand, and does not grant an appeal",
          "[appeal]")
{
    AppealDesk desk;
    domain::User supervisor = person(domain::Role::supervisor);
    desk.model.showUser(supervisor);
    AppealSheet sheet = desk.sheet();
    sheet.lines.push_back(waitingFor("LJ07"));
    desk.model.display(sheet);
    CHECK(desk.model.mayAnswer());
    CHECK_FALSE(desk.model.mayGrant());
    desk.model.grant(QStringLiteral("a"), QStringLiteral("5.5"), QStringLiteral("核实"));
    CHECK(desk.answers.empty());
    supervisor.mayAdjust = true;
    desk.model.showUser(supervisor);
    CHECK(desk.model.mayGrant());
    desk.model.showUser(person(domain::Role::villageContact));
    CHECK_FALSE(desk.model.mayGrant());
}

TEST_CASE("Changes name item, old and new, who, when and what was asked for", "[review]")
{
    ReviewSheet sheet = sentBackOnce();
    const domain::Item& item = sheet.sheet.sections[0].items[0];
    std::vector<ReviewChangeRow> rows = reviewChanges(sheet);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].change.itemCode == item.code);
    CHECK(rows[0].change.oldFindings == 2);
    CHECK(rows[0].change.newFindings == 1);
    CHECK(rows[0].why == "第二处不清楚");
    CHECK(rows[0].who == "张三");
    CHECK(rows[0].atMs == 3000);
    CHECK_FALSE(rows[0].decided);
    const base::Points inspected = rows[0].change.newPoints;
    for (const int hundredths : {100, 200}) {
        domain::Review adjusted;
        adjusted.revision = 2;
        adjusted.decision = domain::Decision::adjust;
        adjusted.adjustments = {{item.code, {hundredths}, "看错了"}};
        sheet.history.reviews.push_back({{"d"}, adjusted, 4000 + hundredths, {}, false});
        sheet.reviewerNames.push_back("陈主管");
    }
    rows = reviewChanges(sheet);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].decided);
    CHECK(rows[0].who == "陈主管");
    CHECK(rows[0].change.oldPoints.hundredths == 100);
    CHECK(rows[0].change.newPoints.hundredths == 200);
    CHECK(rows[1].change.oldPoints == inspected);
}

TEST_CASE("The sketch map lays photos around the village and says how far they are", "[review]")
{
    ReviewSheet sheet = sentBackOnce();
    domain::Inspection& said = sheet.history.revisions.back().inspection;
    const auto photo = [&](const char* id, const char* item, std::optional<double> latitude) {
        domain::PhotoEntry& entry = said.photos.emplace_back();
        entry.id = {id};
        entry.itemCode = item;
        if (latitude) entry.fix = base::Fix{{*latitude, 120}, 10, {}, 0, {}, {}, false};
    };
    photo("near", "LJ07", 29.001);
    photo("far", "MV01", 28.99);
    photo("lost", "LJ07", {});
    ReviewPlaceModel map(nullptr);
    QAbstractItemModelTester tester(&map);
    map.display(&sheet, "LJ07");
    CHECK_FALSE(map.villageKnown());
    CHECK(map.nearestM() == -1);
    CHECK(map.rowCount() == 2);
    sheet.village.position = base::GeoPoint{29, 120};
    map.display(&sheet, "LJ07");
    CHECK(map.rowCount() == 3);
    CHECK(map.nearestM() == Approx(111).margin(1));
    CHECK(map.farthestM() == Approx(1112).margin(2));
    CHECK(map.reachM() == Approx(1122).margin(2));
    CHECK(at(map, 1, "current").toBool());
    CHECK_FALSE(at(map, 2, "current").toBool());
    map.display(nullptr, "");
    CHECK(map.rowCount() == 0);
}

TEST_CASE("The queue counts appeals that wait and approves only what no flag speaks against",
          "[review]")
{
    Desk desk;
    ReviewQueueModel queue(desk.core);
    QAbstractItemModelTester tester(&queue);
    ReviewQueue made;
    for (int i = 0; i < 4; ++i) {
        ReviewRow row;
        row.facts.head.id = {std::to_string(i)};
        row.facts.head.submittedAtMs = i;
        row.facts.head.state =
            i == 3 ? domain::InspectionState::approved : domain::InspectionState::submitted;
        row.facts.head.photos = row.facts.head.photosOnHub = i == 2 ? 0 : 1;
        row.appealed = i == 3;
        row.flags = i == 1 ? review::FromGallery : 0;
        made.rows.push_back(std::move(row));
    }
    made.rows[2].facts.head.photos = 1;
    queue.setApprove([](const std::vector<domain::Review>&) { return QFuture<int>(); });
    queue.display(std::move(made));
    CHECK(queue.counts() == QList<int>{3, 0, 1, 0, 4, 1});
    CHECK(queue.waiting() == 4);
    CHECK(queue.approvable() == 1);
    queue.setShow(ReviewQueueModel::Show::Appealed);
    REQUIRE(queue.rowCount() == 1);
    CHECK(at(queue, 0, "inspectionId").toString() == QStringLiteral("3"));
}

TEST_CASE("Each number of the overview opens the list behind it", "[overview]")
{
    Desk desk;
    OverviewModel model(desk.core, desk.tablet.clock());
    QAbstractItemModelTester tester(model.entries());
    Overview overview;
    overview.waiting = 1;
    overview.towns = {{"town a", "甲镇", 3, 9}};
    overview.lists["waiting"] = {{"i1", "石洞坑村", "六石街道", false}};
    overview.lists["town a"] = {{"i2", "上村", "", false}, {"i3", "下村", "", false}};
    model.display(overview);
    CHECK(model.towns()->longest() == 9);
    model.lookBehind(QStringLiteral("waiting"));
    REQUIRE(model.entries()->rowCount() == 1);
    CHECK(at(*model.entries(), 0, "entryId").toString() == QStringLiteral("i1"));
    model.lookBehind(at(*model.towns(), 0, "key").toString());
    CHECK(model.entries()->rowCount() == 2);
    model.lookBehind(QStringLiteral("nothing"));
    CHECK(model.entries()->rowCount() == 0);
}
