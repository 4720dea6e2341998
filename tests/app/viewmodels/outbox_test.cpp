#include "core/store/outbox.h"

#include <catch2/catch.hpp>

#include "app/viewmodels/outbox_model.h"
#include "core/actions/transact.h"
#include "core/domain/codec.h"
#include "core/store/media.h"
#include "core/store/reference.h"
#include "tests/app/viewmodels/desk.h"

using namespace viewmodels;
using support::at;
using support::Desk;
using support::eventually;

namespace {

const QString sheetTitle = QStringLiteral("石洞坑村 · 垃圾分类检查评分表（示例）");

domain::RecordId append(support::Tablet& tablet, domain::RecordKind kind, const std::string& body)
{
    return actions::transact(tablet.context(),
                             [&] { return actions::appendRecord(tablet.context(), kind, body); })
        .value()
        .id;
}

domain::RectificationStep issued(const domain::InspectionId& inspection)
{
    domain::RectificationStep step;
    step.inspection = inspection;
    step.finding = {"f-1"};
    step.notice.emplace();
    step.notice->village = support::county::village1;
    step.notice->subject = support::county::village1;
    step.notice->kind = "LJ";
    step.notice->itemCode = "LJ07";
    step.notice->itemTitle = "投放点";
    return step;
}

void read(OutboxModel& outbox, int rows)
{
    outbox.refresh();
    REQUIRE(eventually([&] { return outbox.rowCount() == rows; }));
}

}  // namespace

TEST_CASE("The outbox lists records and photos that are still to go", "[outbox]")
{
    Desk desk;
    OutboxModel outbox(desk.core);
    QAbstractItemModelTester tester(&outbox);
    CHECK_FALSE(outbox.loaded());
    outbox.refresh();
    desk.settle();
    CHECK(outbox.loaded());
    CHECK(outbox.rowCount() == 0);
    const domain::InspectionId draft = desk.tablet.start("MV");
    desk.tablet.photo(draft, "MV01");
    desk.tablet.submitted("LJ");
    outbox.refresh();
    REQUIRE(eventually([&] { return outbox.rowCount() > 0; }));
    CHECK(outbox.records() == 1);
    CHECK(outbox.photos() == 1);
    CHECK(outbox.bytes() > 0);
    CHECK(at(outbox, 0, "title").toString() ==
          QStringLiteral("石洞坑村 · 垃圾分类检查评分表（示例）"));
    CHECK(at(outbox, 0, "transferState").value<transfer::State>() == transfer::State::Waiting);
}

TEST_CASE("Each kind of record in the outbox says what it is and which village it is about",
          "[outbox]")
{
    Desk desk;
    OutboxModel outbox(desk.core);
    QAbstractItemModelTester tester(&outbox);
    const domain::InspectionId inspection = desk.tablet.submitted("LJ");
    domain::Review review;
    review.inspection = inspection;
    append(desk.tablet, domain::RecordKind::review, domain::canonicalJson(review));
    append(desk.tablet, domain::RecordKind::rectification,
           domain::canonicalJson(issued(inspection)));
    domain::Appeal appeal;
    appeal.inspection = inspection;
    appeal.itemCode = "LJ07";
    appeal.reason = "桶是新的";
    append(desk.tablet, domain::RecordKind::appeal, domain::canonicalJson(appeal));
    read(outbox, 4);
    const std::pair<OutboxModel::Kind, QString> newestFirst[] = {
        {OutboxModel::Appeal, sheetTitle},
        {OutboxModel::Rectification, QStringLiteral("石洞坑村 · LJ07 投放点")},
        {OutboxModel::Review, sheetTitle},
        {OutboxModel::Inspection, sheetTitle}};
    for (int row = 0; row < 4; ++row) {
        CHECK(at(outbox, row, "entryKind").toInt() == newestFirst[row].first);
        CHECK(at(outbox, row, "title").toString() == newestFirst[row].second);
        CHECK(at(outbox, row, "bytes").toInt() > 0);
    }
    CHECK(outbox.records() == 4);
}

TEST_CASE("A record that is refused says why in words and keeps its size", "[outbox]")
{
    Desk desk;
    OutboxModel outbox(desk.core);
    const auto record = [&] {
        desk.tablet.submitted("LJ");
        return store::Outbox(desk.tablet.db()).unsettled(1).front().record;
    }();
    const auto stateOf = [&] { return at(outbox, 0, "transferState").value<transfer::State>(); };
    read(outbox, 1);
    CHECK(stateOf() == transfer::State::Waiting);
    store::Outbox(desk.tablet.db()).markSent({record}, 1);
    outbox.refresh();
    REQUIRE(eventually([&] { return stateOf() == transfer::State::Sending; }));
    store::Outbox(desk.tablet.db())
        .settle({record,
                 store::OutboxState::quarantined,
                 0,
                 "record.author",
                 "提交人与登记的用户不是同一人，等管理员处理",
                 {}},
                2);
    outbox.refresh();
    REQUIRE(eventually([&] { return stateOf() == transfer::State::Refused; }));
    CHECK(at(outbox, 0, "error").toString() ==
          QStringLiteral("提交人与登记的用户不是同一人，等管理员处理"));
    CHECK(at(outbox, 0, "bytes").toInt() > 0);
    CHECK(outbox.refused() == 1);
}

TEST_CASE("Each photo in the outbox says how far it is, and why it does not go on", "[outbox]")
{
    Desk desk;
    OutboxModel outbox(desk.core);
    const domain::InspectionId draft = desk.tablet.start("LJ");
    const auto photo = desk.tablet.photo(draft, "LJ07");
    store::Media media(desk.tablet.db());
    read(outbox, 1);
    CHECK(at(outbox, 0, "entryKind").toInt() == OutboxModel::Photo);
    CHECK(at(outbox, 0, "title").toString() == sheetTitle);
    CHECK(at(outbox, 0, "transferState").value<transfer::State>() == transfer::State::Waiting);

    media.putProgress(photo.sha256, "/v1/uploads/1", 7);
    outbox.refresh();
    REQUIRE(eventually([&] { return at(outbox, 0, "sentBytes").toInt() == 7; }));
    CHECK(at(outbox, 0, "transferState").value<transfer::State>() == transfer::State::Sending);

    media.putFailed(photo.sha256, "media.damaged", "照片文件已损坏，无法上传", true);
    outbox.refresh();
    REQUIRE(eventually([&] { return outbox.refused() == 1; }));
    CHECK_FALSE(at(outbox, 0, "error").toString().isEmpty());

    media.putMissing(photo.sha256);
    outbox.refresh();
    desk.settle();
    CHECK(outbox.refused() == 1);

    media.putReceived(photo.sha256, 1);
    read(outbox, 0);
}

TEST_CASE(
    "What waits for a person comes first, and a stuck photo says of which item and place it is",
    "[outbox]")
{
    Desk desk;
    OutboxModel outbox(desk.core);
    QAbstractItemModelTester tester(&outbox);
    const domain::InspectionId draft = desk.tablet.start("LJ");
    domain::Finding finding;
    finding.ruleCode =
        domain::findItem(*store::Reference(desk.tablet.db()).checklist("LJ", 1), "LJ07")
            ->rules.front()
            .code;
    finding.place = "文化礼堂东侧";
    const auto answer = support::addFinding(desk.tablet.context(), draft, "LJ07", finding);
    REQUIRE(answer);
    const auto photo = desk.tablet.photo(draft, "LJ07", answer->findings.back().id);
    desk.tablet.submitted("MV");
    read(outbox, 2);
    store::Media(desk.tablet.db()).putMissing(photo.sha256);
    outbox.refresh();
    REQUIRE(eventually([&] { return outbox.refused() == 1; }));
    CHECK(at(outbox, 0, "entryKind").toInt() == OutboxModel::Photo);
    CHECK(at(outbox, 0, "title").toString() == sheetTitle + QStringLiteral(" · LJ07 文化礼堂东侧"));
    CHECK(at(outbox, 1, "entryKind").toInt() == OutboxModel::Inspection);
}

TEST_CASE("An after-photo in the outbox is of its task", "[outbox]")
{
    Desk desk;
    OutboxModel outbox(desk.core);
    append(desk.tablet, domain::RecordKind::rectification,
           domain::canonicalJson(issued(desk.tablet.submitted("LJ"))));
    store::MediaItem after;
    after.sha256 = {std::string(64, 'a')};
    after.bytes = 100;
    after.inspection = {"f-1"};
    store::Media(desk.tablet.db()).add(after);
    read(outbox, 3);
    CHECK(at(outbox, 2, "title").toString() == QStringLiteral("石洞坑村 · LJ07 投放点"));
}

TEST_CASE("What the start found of the run before is told until it is read", "[outbox]")
{
    Desk desk;
    OutboxModel outbox(desk.core);
    QSignalSpy changed(&outbox, &OutboxModel::recoveredChanged);
    outbox.showRecovered(3, 1);
    CHECK(outbox.photosRecovered() == 3);
    CHECK(outbox.filesAside() == 1);
    outbox.dismissRecovered();
    CHECK(outbox.photosRecovered() == 0);
    CHECK(outbox.filesAside() == 0);
    CHECK(changed.count() == 2);
}
