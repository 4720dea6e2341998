#include <catch2/catch.hpp>

#include "app/viewmodels/rectification_list_model.h"
#include "app/viewmodels/rectification_model.h"
#include "app/viewmodels/shot_line.h"
#include "tests/app/viewmodels/answered.h"
#include "tests/app/viewmodels/desk.h"

// What the pages of putting right show and do, on made-up tasks.
using namespace viewmodels;
using domain::RectificationAction;
using domain::RectificationState;
using domain::Role;
using support::answered;
using support::at;
using support::Desk;
using support::eventually;

namespace {

RectificationRow task(const std::string& id, RectificationState state, std::int64_t dueAtMs,
                      bool overdue = false)
{
    RectificationRow row;
    row.id = id;
    row.state = static_cast<int>(state);
    row.dueAtMs = dueAtMs;
    row.overdue = overdue;
    return row;
}

/// The page of one task, whose steps are only remembered.
struct TaskDesk {
    Desk desk;
    platform::PhotoProcessor processor{QString::fromStdString(desk.tablet.mediaFolder())};
    ShotLine line{desk.core, desk.around(), processor, QStringLiteral("平板")};
    std::vector<RectificationAction> steps;
    base::Result<void> result;
    RectificationModel model{
        desk.core, desk.around(),
        [this](const domain::FindingId&, RectificationAction action, const std::string&) {
            steps.push_back(action);
            return answered(result);
        },
        nullptr, line};

    void show(RectificationState state, std::int64_t dueAtMs = 0)
    {
        RectificationSheet sheet;
        sheet.task.finding = {"f"};
        sheet.task.state = state;
        sheet.task.notice.dueAtMs = dueAtMs;
        sheet.task.notice.fix =
            base::Fix{{29.25, 120.25}, 5, base::PositionSource::device, 0, std::nullopt, 9, false};
        model.display(sheet);
    }
    void stand(double north, double east)
    {
        model.showFix({{29.25 + north, 120.25 + east},
                       5,
                       base::PositionSource::device,
                       0,
                       std::nullopt,
                       9,
                       false});
    }
};

}  // namespace

TEST_CASE("Each role is offered the steps that are next and its own", "[rectification]")
{
    TaskDesk t;
    const auto offered = [&](RectificationState state, Role role) {
        t.show(state);
        t.model.showUser(domain::User{{"p"}, "某人", role, {}, true});
        std::string steps;
        if (t.model.mayStart()) steps += "start ";
        if (t.model.mayReport()) steps += "report ";
        if (t.model.mayCheck()) steps += "check ";
        if (t.model.mayClose()) steps += "close ";
        return steps;
    };
    using State = RectificationState;
    for (const Role role : {Role::villageContact, Role::inspector}) {
        CHECK(offered(State::waiting, role).empty());
        CHECK(offered(State::issued, role) == "start report ");
        CHECK(offered(State::working, role) == "report ");
        CHECK(offered(State::reported, role).empty());
        CHECK(offered(State::returned, role) == "start report ");
        CHECK(offered(State::checked, role).empty());
    }
    for (const Role role : {Role::supervisor, Role::chief}) {
        CHECK(offered(State::issued, role).empty());
        CHECK(offered(State::reported, role) == "check ");
        CHECK(offered(State::checked, role) == "close ");
        CHECK(offered(State::closed, role).empty());
        CHECK(offered(State::cancelled, role).empty());
    }
    for (const State state : {State::issued, State::reported, State::checked})
        CHECK(offered(state, Role::administrator).empty());
}

TEST_CASE("A step is taken once, and a refusal is said", "[rectification]")
{
    TaskDesk t;
    t.model.showUser(domain::User{{"p"}, "钱联络", Role::villageContact, {}, true});
    t.show(RectificationState::issued);
    t.result = base::fail("rectification.state", "这项整改已有新的进展，请刷新后再看");
    t.model.start();
    t.model.start();
    CHECK_FALSE(t.model.mayStart());
    REQUIRE(eventually([&] { return !t.model.error().isEmpty(); }));
    CHECK(t.steps == std::vector{RectificationAction::start});
}

TEST_CASE("Distance and bearing lead to where the photo before was taken", "[rectification]")
{
    TaskDesk t;
    t.show(RectificationState::issued);
    CHECK(t.model.distanceM() == -1);
    CHECK(t.model.placeKnown());  // it is this tablet that has no position
    CHECK(t.model.bearingDeg() == -1);
    t.stand(-0.001, 0);
    CHECK(t.model.distanceM() == Approx(111).margin(1));
    CHECK(t.model.bearingDeg() == 0);
    t.stand(0, -0.001);
    CHECK(t.model.distanceM() == Approx(97).margin(1));
    CHECK(t.model.bearingDeg() == 90);
    t.stand(0.001, 0);
    CHECK(t.model.bearingDeg() == 180);
    t.stand(0, 0.001);
    CHECK(t.model.bearingDeg() == 270);
}

TEST_CASE("A task is overdue once the tablet's clock is past its deadline and nothing was reported",
          "[rectification]")
{
    TaskDesk t;
    const std::int64_t now = t.desk.tablet.clock().nowMs;
    t.show(RectificationState::issued, now);
    CHECK_FALSE(t.model.overdue());
    t.desk.tablet.clock().advance(1);
    CHECK(t.model.overdue());
    t.show(RectificationState::reported, now);
    CHECK_FALSE(t.model.overdue());
}

TEST_CASE("Tasks stand overdue first, are counted by what is to be done, and closed in one go",
          "[rectification]")
{
    Desk desk;
    RectificationListModel tasks(desk.core, desk.tablet.clock(),
                                 [](const std::vector<domain::FindingId>&, const std::string&,
                                    const std::string&) { return answered({}); });
    QAbstractItemModelTester tester(&tasks);
    tasks.showSupervises(true);
    tasks.display({task("late", RectificationState::issued, 500, true),
                   task("new", RectificationState::waiting, 0),
                   task("seen", RectificationState::checked, 100),
                   task("told", RectificationState::reported, 300),
                   task("gone", RectificationState::cancelled, 50)});
    CHECK(at(tasks, 0, "findingId").toString() == QStringLiteral("late"));
    CHECK(tasks.counts() == QList<int>{1, 1, 2, 1, 0, 4});
    CHECK(tasks.toDo() == 3);
    CHECK(tasks.closable() == 0);
    std::vector<domain::FindingId> closed;
    tasks.setClose([&](std::vector<domain::FindingId> findings) {
        closed = std::move(findings);
        return answered(1);
    });
    QSignalSpy said(&tasks, &RectificationListModel::closedMany);
    CHECK(tasks.closable() == 1);
    tasks.closeAll();
    REQUIRE(eventually([&] { return said.count() == 1; }));
    REQUIRE(closed.size() == 1);
    CHECK(closed[0].value == "seen");
}

TEST_CASE("Towns show how much is put right, on time and late; all together make the rate",
          "[rectification]")
{
    Desk desk;
    RectificationListModel tasks(desk.core, desk.tablet.clock(), {});
    QAbstractItemModelTester tester(tasks.towns());
    CHECK(tasks.percentDone() == -1);
    tasks.showTowns({{"a", "甲镇", {10, 8, 6, 1, 0, 0}}, {"b", "乙镇", {0, 0, 0, 0, 3, 0}}});
    CHECK(at(*tasks.towns(), 0, "percent").toInt() == 80);
    CHECK(at(*tasks.towns(), 0, "late").toInt() == 2);
    CHECK(at(*tasks.towns(), 1, "percent").toInt() == -1);
    CHECK(tasks.percentDone() == 80);
    CHECK(tasks.onTime() == 6);
    CHECK(percentDone({60, 55, 0, 0, 0, 0}) == 92);
    CHECK(percentDone({1000, 999, 0, 0, 0, 0}) == 99);  // 100 only when all is done
    CHECK(percentDone({3, 3, 0, 0, 0, 0}) == 100);
}

TEST_CASE("Tasks of one campaign, town and check are listed, counted and issued apart",
          "[rectification]")
{
    Desk desk;
    std::vector<std::string> issued;
    std::string number;
    std::string responsible;
    RectificationListModel tasks(desk.core, desk.tablet.clock(),
                                 [&](const std::vector<domain::FindingId>& findings,
                                     const std::string& asked, const std::string& whose) {
                                     for (const domain::FindingId& finding : findings)
                                         issued.push_back(finding.value);
                                     number = asked;
                                     responsible = whose;
                                     return answered({});
                                 });
    const auto of = [](const char* id, const char* campaign, const char* town, const char* kind) {
        RectificationRow row = task(id, RectificationState::waiting, 0);
        row.campaign = row.campaignName = campaign;
        row.townCode = row.town = town;
        row.kind = row.sheet = kind;
        row.foundAtMs = std::string(campaign) == "十一月" ? 2 : 1;
        return row;
    };
    tasks.showSupervises(true);
    tasks.display({of("old", "十月", "甲镇", "LJ"), of("a", "十一月", "甲镇", "LJ"),
                   of("b", "十一月", "乙镇", "LJ"), of("c", "十一月", "乙镇", "WS")});
    TaskFilter& filter = *tasks.filter();
    CHECK(filter.campaigns() == QStringList{QStringLiteral("全部批次"), QStringLiteral("十一月"),
                                            QStringLiteral("十月")});
    CHECK(filter.campaign() == 1);
    CHECK(tasks.rowCount() == 3);
    CHECK(tasks.toDo() == 4);
    filter.setCampaign(0);
    CHECK(tasks.counts().front() == 4);
    filter.setCampaign(1);
    filter.setTown(static_cast<int>(filter.towns().indexOf(QStringLiteral("乙镇"))));
    filter.setSheet(static_cast<int>(filter.sheets().indexOf(QStringLiteral("WS"))));
    CHECK(filter.words() == QStringLiteral("十一月 · 乙镇 · WS"));
    tasks.showTowns({{"乙镇", "乙镇", {4, 2, 2, 0, 0, 0}}, {"甲镇", "甲镇", {9, 9, 9, 0, 0, 0}}});
    CHECK(tasks.percentDone() == 50);
    QSignalSpy said(&tasks, &RectificationListModel::issued);
    tasks.issueAll(QStringLiteral(" 整改1号 "), QStringLiteral("某运维公司"));
    REQUIRE(eventually([&] { return said.count() == 1; }));
    CHECK(issued == std::vector<std::string>{"c"});
    CHECK(number == "整改1号");
    CHECK(responsible == "某运维公司");
}
