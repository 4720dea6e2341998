#include "app/viewmodels/checklist_model.h"

#include <catch2/catch.hpp>

#include "app/viewmodels/gestures.h"
#include "core/actions/draft.h"
#include "core/actions/submit.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "tests/app/viewmodels/desk.h"

using namespace viewmodels;
using support::at;
using support::Desk;

TEST_CASE("A tap moves the score at once and is saved before it is said to be", "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    QAbstractItemModelTester items(checklist.items()), sections(checklist.sections());
    QAbstractItemModelTester inputs(checklist.item()->inputs());
    const domain::InspectionId id = desk.start();
    QSignalSpy saved(&desk.open, &OpenInspection::saved);

    CHECK(checklist.total() == QStringLiteral("100"));
    checklist.addTo(QStringLiteral("LJ07"));
    CHECK(checklist.total() == QStringLiteral("99.5"));
    CHECK(checklist.item()->lost() == QStringLiteral("0.5"));
    CHECK(checklist.item()->why() == QStringLiteral("1 处 × 0.5 = 0.5"));
    CHECK(saved.count() == 0);
    CHECK(checklist.currentItem() == QStringLiteral("LJ07"));
    CHECK(at(*checklist.item()->inputs(), 0, "count").toInt() == 1);

    desk.settle();
    CHECK(saved.count() == 1);
    const auto draft = store::Drafts(desk.tablet.db()).find(id);
    REQUIRE(draft);
    const auto answer = store::Drafts(desk.tablet.db()).answer(id, "LJ07");
    REQUIRE(answer);
    REQUIRE(answer->findings.size() == 1);
    CHECK(answer->findings.front().fix->accuracyM == 6);
}

TEST_CASE("What cannot be saved is taken back from the screen with the reason", "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    desk.start();
    QSignalSpy refused(&desk.open, &OpenInspection::notSaved),
        saved(&desk.open, &OpenInspection::saved);
    desk.tablet.db().exec(
        "CREATE TRIGGER no BEFORE INSERT ON draft_finding BEGIN SELECT RAISE(ABORT, 'disk'); END");

    checklist.addTo(QStringLiteral("LJ07"));
    CHECK(checklist.total() == QStringLiteral("99.5"));
    desk.settle();
    CHECK(checklist.total() == QStringLiteral("100"));
    CHECK(refused.count() == 1);
    CHECK(saved.count() == 0);
    CHECK_FALSE(checklist.canUndo());
    CHECK(at(*checklist.item()->inputs(), 0, "count").toInt() == 0);
}

TEST_CASE("The check opens again on the item where it was left, with everything there",
          "[checklist]")
{
    Desk desk;
    const domain::InspectionId id = desk.start();
    {
        ChecklistModel checklist(desk.open);
        checklist.addTo(QStringLiteral("LJ11"));
        checklist.item()->add(0);
        checklist.goTo(QStringLiteral("LJ16"));
        desk.settle();
    }
    app::CoreThread again([path = desk.tablet.databasePath()] { return store::open(path); });
    OpenInspection open(again, desk.around());
    ChecklistModel checklist(open);
    checklist.open(QString::fromStdString(id.value));
    REQUIRE(support::eventually([&] { return checklist.loaded(); }));
    CHECK(checklist.currentItem() == QStringLiteral("LJ16"));
    CHECK(checklist.total() == QStringLiteral("98"));
    checklist.goTo(QStringLiteral("LJ11"));
    CHECK(checklist.item()->findingCount() == 2);
}

TEST_CASE("The rest of a section is in order with one tap, and back with one undo", "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    desk.start();
    checklist.addTo(QStringLiteral("LJ04"));
    const int open = checklist.restOfSection();
    REQUIRE(open > 1);
    const int answered = checklist.answered();
    checklist.restOfSectionOk();
    CHECK(checklist.restOfSection() == 0);
    CHECK(checklist.answered() == answered + open);
    checklist.undo();
    CHECK(checklist.restOfSection() == open);
    desk.settle();
    CHECK(checklist.answered() == answered);
}

TEST_CASE("Undo goes on after a restart, through taps and photos, until nothing is left",
          "[checklist]")
{
    Desk desk;
    const domain::InspectionId id = desk.start();
    {
        ChecklistModel checklist(desk.open);
        checklist.addTo(QStringLiteral("LJ07"));
        checklist.addTo(QStringLiteral("LJ11"));
        desk.settle();
        desk.tablet.photo(id, "LJ11");
    }
    app::CoreThread again([path = desk.tablet.databasePath()] { return store::open(path); });
    OpenInspection open(again, desk.around());
    ChecklistModel checklist(open);
    QSignalSpy saved(&open, &OpenInspection::saved);
    checklist.open(QString::fromStdString(id.value));
    REQUIRE(support::eventually([&] { return checklist.loaded(); }));
    REQUIRE(checklist.canUndo());
    REQUIRE(open.inspection().photos.size() == 1);
    checklist.undo();
    REQUIRE(support::eventually([&] { return open.inspection().photos.empty(); }));
    checklist.undo();
    CHECK(checklist.total() == QStringLiteral("99.5"));
    checklist.undo();
    CHECK(checklist.total() == QStringLiteral("100"));
    CHECK_FALSE(checklist.canUndo());
    REQUIRE(support::eventually([&] { return !open.editor().unsaved(); }));
    CHECK(store::Drafts(desk.tablet.db()).answer(id, "LJ07")->findings.empty());
}

TEST_CASE("Next goes to what is unanswered, round to the first, and the filter shows losses only",
          "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    QAbstractItemModelTester items(checklist.items());
    desk.start();
    checklist.goTo(QStringLiteral("LJ18"));
    checklist.nextUnanswered();
    CHECK(checklist.currentItem() == QStringLiteral("LJ01"));
    checklist.setOk(QStringLiteral("LJ01"));
    checklist.nextUnanswered();
    CHECK(checklist.currentItem() == QStringLiteral("LJ02"));
    checklist.addTo(QStringLiteral("LJ07"));
    checklist.setDeductedOnly(true);
    REQUIRE(checklist.items()->rowCount() == 1);
    CHECK(at(*checklist.items(), 0, "itemCode").toString() == QStringLiteral("LJ07"));
    CHECK(at(*checklist.items(), 0, "lost").toString() == QStringLiteral("0.5"));
    CHECK(at(*checklist.items(), 0, "photosMissing").toInt() == 1);
    checklist.nextUnanswered();
    CHECK_FALSE(checklist.deductedOnly());
}

TEST_CASE("What one is sent to is in the list, and the open item stays when its last finding goes",
          "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    QAbstractItemModelTester items(checklist.items());
    desk.start();
    checklist.addTo(QStringLiteral("LJ07"));
    checklist.addTo(QStringLiteral("LJ11"));
    checklist.setDeductedOnly(true);
    checklist.item()->remove(0);
    CHECK(checklist.items()->rowCount() == 2);
    CHECK(checklist.currentRow() == 1);
    checklist.goTo(QStringLiteral("LJ07"));
    CHECK(checklist.items()->rowCount() == 1);
    CHECK(checklist.deductedOnly());

    checklist.goTo(QStringLiteral("LJ09"));  // "LJ09 还没有检查"
    CHECK_FALSE(checklist.deductedOnly());
    CHECK(checklist.currentItem() == QStringLiteral("LJ09"));
    CHECK(checklist.currentRow() >= 0);
}

TEST_CASE("A submitted inspection opens to read and takes no more taps", "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    const domain::InspectionId id = desk.tablet.submitted();
    checklist.open(QString::fromStdString(id.value));
    REQUIRE(support::eventually([&] { return checklist.loaded(); }));
    CHECK(checklist.readOnly());
    checklist.addTo(QStringLiteral("LJ07"));
    checklist.setOk(QStringLiteral("LJ08"));
    CHECK(checklist.total() == QStringLiteral("100"));
}

TEST_CASE("Last time's finding of the same item stands beside it and is found again with one tap",
          "[checklist]")
{
    Desk desk;
    const domain::InspectionId before = desk.tablet.start("MV");
    domain::Finding old;
    old.ruleCode = "a";
    old.place = "礼堂东";
    const auto sheet = store::Reference(desk.tablet.db()).checklist("MV", 1);
    old.ruleCode = domain::findItem(*sheet, "MV01")->rules.front().code;
    REQUIRE(support::addFinding(desk.tablet.context(), before, "MV01", old));
    const domain::InspectionId first = desk.tablet.submitted("LJ");
    desk.open.open(before);
    REQUIRE(support::eventually([&] { return desk.open.isOpen(); }));
    CHECK(desk.open.facts().lastTime == nullptr);
    CHECK(first != before);

    auto lastTime = std::make_shared<LastTime>();
    lastTime->inspection = desk.open.inspection();
    lastTime->sheet = std::make_shared<const domain::Checklist>(*sheet);
    lastTime->lost["MV01"] = {50};
    LastTimeModel last;
    last.show(lastTime, {});
    last.showItem("MV01");
    last.showNow(domain::findItem(*sheet, "MV01"), {});
    CHECK(last.findings() == 1);
    CHECK(last.lost() == QStringLiteral("0.5"));
    REQUIRE(last.left()->count() == 1);
    CHECK(at(*last.left(), 0, "what").toString() == QStringLiteral("礼堂东"));
    REQUIRE(last.toRepeat(last.left()->rows()[0].id));
    last.showItem("MV02");
    last.showNow(domain::findItem(*sheet, "MV02"), {});
    CHECK(last.findings() == 0);
    CHECK(last.left()->count() == 0);
}

TEST_CASE(
    "What was put right since last time is not offered as found again; of the rest each is, once",
    "[checklist]")
{
    Desk desk;
    const auto sheet = store::Reference(desk.tablet.db()).checklist("MV", 1);
    const domain::Item* item = domain::findItem(*sheet, "MV01");
    auto lastTime = std::make_shared<LastTime>();
    lastTime->sheet = std::make_shared<const domain::Checklist>(*sheet);
    domain::Answer before;
    before.itemCode = "MV01";
    before.findings.resize(4);
    for (domain::Finding& finding : before.findings) finding.ruleCode = item->rules.front().code;
    before.findings[0].id = {"mended"};
    before.findings[1].id = {"hall"};
    before.findings[1].place = "礼堂东";
    before.findings[2].id = {"bridge"};
    before.findings[2].place = "桥头";
    before.findings[3].id = {"old rule"};
    lastTime->inspection.answers = {before};
    lastTime->mended = {{"mended"}};
    LastTimeModel last;
    QAbstractItemModelTester tester(last.left());
    last.show(lastTime, {});
    last.showItem("MV01");
    CHECK(last.mended() == 1);

    domain::Item now = *item;
    domain::Answer said;
    last.showNow(&now, said);
    REQUIRE(last.left()->count() == 3);
    CHECK_FALSE(last.toRepeat({"mended"}));
    const auto bridge = last.toRepeat({"bridge"});
    REQUIRE(bridge);
    said = gestures::repeat(said, *bridge, {});
    REQUIRE(said.findings.size() == 1);
    CHECK(said.findings[0].repeat);
    CHECK(said.findings[0].place == "桥头");
    last.showNow(&now, said);
    CHECK_FALSE(last.toRepeat({"bridge"}));
    CHECK(at(*last.left(), 1, "again").toBool());
    CHECK(last.toRepeat({"hall"}));

    now.rules.clear();  // the next version of the sheet has this rule no more
    last.showNow(&now, said);
    CHECK_FALSE(at(*last.left(), 0, "countable").toBool());
    CHECK_FALSE(last.toRepeat({"hall"}));
}

TEST_CASE(
    "A check that was sent back opens on the first item that is to be put right, with what "
    "the judge wrote there",
    "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    const domain::InspectionId id = desk.tablet.submitted();
    desk.open.open(id);
    REQUIRE(support::eventually([&] { return checklist.loaded(); }));
    CHECK(checklist.sentBackBy().isEmpty());
    checklist.goTo(QStringLiteral("LJ03"));

    domain::Review review;
    review.inspection = id;
    review.decision = domain::Decision::sendBack;
    review.reviewer = support::county::supervisor().id;
    review.comment = "补两张照片";
    review.items = {{"LJ11", "哪几户？"}, {"LJ07", "近景看不清"}};
    const std::int64_t nowMs = desk.tablet.clock().wallMs();
    store::Records(desk.tablet.db())
        .apply(50, nowMs,
               {{desk.tablet.ids().next()},
                "review",
                review.reviewer,
                {"d-desk"},
                "i",
                1,
                nowMs,
                domain::canonicalJson(review)});
    REQUIRE(actions::startRevision(desk.tablet.context(), id));
    desk.open.open(id);
    REQUIRE(support::eventually([&] { return !checklist.readOnly(); }));

    CHECK(checklist.currentItem() == QStringLiteral("LJ07"));
    CHECK(checklist.sentBackBy() == text(support::county::supervisor().name));
    CHECK(checklist.sentBackComment() == QStringLiteral("补两张照片"));
    CHECK(checklist.asked() == 2);
    CHECK(at(*checklist.items(), checklist.currentRow(), "asked").toString() ==
          QStringLiteral("近景看不清"));
    CHECK(at(*checklist.items(), 0, "asked").toString().isEmpty());
    int inSections = 0;
    for (int row = 0; row < checklist.sections()->rowCount(); ++row)
        inSections += at(*checklist.sections(), row, "asked").toInt();
    CHECK(inSections == 2);
    checklist.nextAsked();
    CHECK(checklist.currentItem() == QStringLiteral("LJ11"));
    checklist.nextAsked();
    CHECK(checklist.currentItem() == QStringLiteral("LJ07"));

    checklist.goTo(QStringLiteral("LJ05"));
    desk.settle();
    desk.open.close();
    desk.open.open(id);
    REQUIRE(support::eventually([&] { return desk.open.isOpen(); }));
    CHECK(checklist.currentItem() == QStringLiteral("LJ05"));
}

TEST_CASE("A line says that the size is missing without which its findings cost nothing",
          "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    domain::Item item;
    item.code = "LJ07";
    item.max = base::Points::whole(6);
    domain::Rule rule;
    rule.code = "a";
    rule.method = domain::RuleMethod::overMagnitude;
    rule.price = base::Points::whole(1);
    rule.magnitudeOverThousandths = 500;
    item.rules = {rule};
    auto sheet = std::make_shared<domain::Checklist>();
    sheet->sections.push_back({"s", "设施", std::nullopt, {item}});
    OpenedInspection opened;
    opened.inspection.id = {"0192f000-0000-7000-8000-00000000000e"};
    opened.inspection.answers.emplace_back().itemCode = item.code;
    opened.sheet = sheet;
    opened.currentItem = item.code;
    desk.open.display(std::move(opened));
    REQUIRE(checklist.loaded());
    CHECK_FALSE(checklist.isEmpty());
    checklist.item()->add(0);
    CHECK(at(*checklist.items(), 0, "lost").toString().isEmpty());
    CHECK(at(*checklist.items(), 0, "sizesMissing").toInt() == 1);
    checklist.item()->sizeFinding(at(*checklist.item()->findings(), 0, "findingId").toString(),
                                  QStringLiteral("0.8"));
    CHECK(at(*checklist.items(), 0, "sizesMissing").toInt() == 0);
    CHECK(at(*checklist.items(), 0, "lost").toString() == QStringLiteral("1"));
}

TEST_CASE("A sheet without an item says so", "[checklist]")
{
    Desk desk;
    ChecklistModel checklist(desk.open);
    OpenedInspection opened;
    opened.inspection.id = {"0192f000-0000-7000-8000-00000000000f"};
    opened.sheet = std::make_shared<domain::Checklist>();
    desk.open.display(std::move(opened));
    REQUIRE(checklist.loaded());
    CHECK(checklist.isEmpty());
}
