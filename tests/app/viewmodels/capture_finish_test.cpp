#include <QDir>
#include <catch2/catch.hpp>

#include "app/viewmodels/enrol_model.h"
#include "app/viewmodels/finish_model.h"
#include "app/viewmodels/photo_view_model.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "tests/app/viewmodels/photo_desk.h"
#include "tests/support/answering.h"

using namespace viewmodels;
using support::at;
using support::Desk;
using support::eventually;
using support::PhotoDesk;

TEST_CASE("A photo goes to the finding that still needs one, and is on the disk", "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.checklist.addTo(QStringLiteral("LJ07"));
    desk.checklist.item()->add(0);
    CHECK(desk.checklist.photosMissing() == 2);
    desk.capture.begin({});
    desk.capture.addFiles({desk.paint("a.jpg"), desk.paint("b.jpg", "JPG", {480, 640})});
    CHECK(desk.capture.waiting() == 2);
    desk.shotsDone();
    CHECK(desk.capture.error().isEmpty());
    CHECK(desk.capture.taken() == 2);
    REQUIRE(eventually([&] { return desk.checklist.photosMissing() == 0; }));
    const auto draft = store::Drafts(desk.tablet.db()).find(id);
    REQUIRE(draft->photos.size() == 2);
    CHECK(draft->photos[0].finding != draft->photos[1].finding);
    CHECK(draft->photos[0].source == domain::PhotoSource::gallery);
    CHECK(draft->photos[1].previousLink == draft->photos[0].link);
    for (const domain::PhotoEntry& photo : draft->photos)
        CHECK(QFile::exists(platform::mediaPath(QString::fromStdString(desk.tablet.mediaFolder()),
                                                photo.sha256, platform::PhotoFile::photo)));
    CHECK(desk.checklist.item()->photos()->count() == 2);
}

TEST_CASE("Taps that come faster than the camera are taken one after another", "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.capture.showOn(nullptr);
    for (int i = 0; i < 20; ++i) desk.capture.take();
    CHECK(desk.capture.waiting() == 20);
    desk.capture.end();
    for (int i = 0; i < 20; ++i) {
        CHECK(desk.camera.isRunning());  // until the last tap is answered
        desk.cameraAnswers();
    }
    CHECK_FALSE(desk.camera.isRunning());
    desk.shotsDone();
    CHECK(desk.capture.error().isEmpty());
    CHECK(desk.capture.taken() == 20);
    const auto photos = store::Drafts(desk.tablet.db()).find(id)->photos;
    REQUIRE(photos.size() == 20);
    CHECK(photos.front().source == domain::PhotoSource::camera);
    CHECK(photos.front().fix);
    CHECK(QDir(QString::fromStdString(desk.tablet.folder() / "shots")).isEmpty());
}

TEST_CASE(
    "A shot that fails takes nothing from the others: each photo is of the finding it was for",
    "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.checklist.addTo(QStringLiteral("LJ07"));
    desk.checklist.item()->add(0);
    desk.capture.begin({});
    desk.capture.take();
    desk.capture.take();
    desk.capture.begin({});
    const auto findingOf = [&](std::size_t photo) {
        return store::Drafts(desk.tablet.db()).find(id)->photos[photo].finding;
    };
    desk.cameraFails();
    CHECK_FALSE(desk.capture.error().isEmpty());
    CHECK(desk.capture.waiting() == 1);
    desk.cameraAnswers();
    desk.shotsDone();
    REQUIRE(eventually([&] { return desk.checklist.photosMissing() == 1; }));
    desk.capture.take();  // the finding of the shot that failed still needs one
    desk.cameraAnswers();
    desk.shotsDone();
    REQUIRE(eventually([&] { return desk.checklist.photosMissing() == 0; }));
    CHECK(findingOf(0) != findingOf(1));
}

TEST_CASE("A photo of a ledger is of the item, whatever was found last", "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.checklist.goTo(QStringLiteral("LJ17"));
    desk.checklist.item()->toggle(0);
    CHECK(desk.checklist.photosMissing() == 1);
    desk.capture.addFiles({desk.paint("a.jpg")});
    desk.shotsDone();
    REQUIRE(eventually([&] { return desk.checklist.photosMissing() == 0; }));
    CHECK(store::Drafts(desk.tablet.db()).find(id)->photos.at(0).finding.empty());
}

TEST_CASE("A file that is no photo is refused in words and changes nothing", "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.capture.addFiles({desk.paint("picture.jpg", "PNG")});
    desk.shotsDone();
    CHECK_FALSE(desk.capture.error().isEmpty());
    CHECK(store::Drafts(desk.tablet.db()).find(id)->photos.empty());
    desk.capture.dismissError();
    CHECK(desk.capture.error().isEmpty());
}

TEST_CASE(
    "A position that is played back from a file says nothing of the time, and a clock that is "
    "moved while the app runs is marked",
    "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    const auto shoot = [&] {
        desk.shoot();
        return store::Drafts(desk.tablet.db()).find(id)->photos.back().clocks;
    };
    desk.fix->source = base::PositionSource::file;
    desk.fix->gnssTimeMs = 1'000'000'000'000;  // 2001
    const auto played = shoot();
    CHECK_FALSE(played.gnssMs);
    CHECK_FALSE(played.doubtful);

    desk.fix->source = base::PositionSource::receiver;
    CHECK(shoot().doubtful);
    desk.fix->gnssTimeMs.reset();
    desk.tablet.clock().nowMs += 3'600'000;
    CHECK(shoot().doubtful);
    desk.fix->gnssTimeMs = desk.tablet.clock().nowMs - desk.fix->ageMs;
    const auto confirmed = shoot();
    CHECK(confirmed.gnssMs == desk.tablet.clock().nowMs);
    CHECK_FALSE(confirmed.doubtful);
}

TEST_CASE("The tablet's own position source raises a doubt of the clock and lifts none",
          "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    const auto shoot = [&] {
        desk.fix->gnssTimeMs = desk.tablet.clock().nowMs - desk.fix->ageMs;
        desk.shoot();
        return store::Drafts(desk.tablet.db()).find(id)->photos.back().clocks;
    };
    desk.fix->source = base::PositionSource::device;
    CHECK_FALSE(shoot().doubtful);
    desk.tablet.clock().nowMs -= 3'600'000;  // and the system's source goes back with it
    const auto setBack = shoot();
    CHECK(setBack.doubtful);
    CHECK_FALSE(setBack.gnssMs);

    desk.tablet.clock().nowMs += 3'600'000;
    desk.fix->gnssTimeMs = desk.tablet.clock().nowMs - 3'600'000;
    desk.shoot();
    CHECK(store::Drafts(desk.tablet.db()).find(id)->photos.back().clocks.doubtful);
}

TEST_CASE("After a restart the camera is aimed at the finding that it was aimed at", "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.checklist.addTo(QStringLiteral("LJ07"));
    desk.checklist.item()->add(0);
    desk.settle();
    const auto first = desk.open.editor().answer("LJ07").findings.front().id;
    desk.open.close();
    desk.capture.begin(QString::fromStdString(first.value));  // before the check is read again
    desk.open.open(id);
    REQUIRE(eventually([&] { return desk.open.isOpen(); }));
    for (int i = 0; i < 2; ++i) {
        desk.capture.take();
        desk.cameraAnswers();
    }
    desk.shotsDone();
    const auto photos = store::Drafts(desk.tablet.db()).find(id)->photos;
    REQUIRE(photos.size() == 2);
    CHECK(photos[0].finding == first);
    CHECK(photos[1].finding == first);
}

TEST_CASE(
    "A picture from the gallery has neither the place nor the satellites' time of its choosing",
    "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.fix->source = base::PositionSource::receiver;
    desk.fix->gnssTimeMs = desk.tablet.clock().nowMs;
    desk.capture.addFiles({desk.paint("a.jpg")});
    desk.shotsDone();
    const auto photo = store::Drafts(desk.tablet.db()).find(id)->photos.front();
    CHECK_FALSE(photo.fix);
    CHECK_FALSE(photo.clocks.gnssMs);
    CHECK(evidence::watermarkOf(photo, {})[2].starts_with("导入时间 "));
    CHECK(QFile::exists(desk.paint("a.jpg").toLocalFile()));
}

TEST_CASE("Photos go and come back with their finding", "[capture]")
{
    PhotoDesk desk;
    desk.start();
    desk.checklist.addTo(QStringLiteral("LJ07"));
    desk.capture.addFiles({desk.paint("a.jpg")});
    desk.shotsDone();
    REQUIRE(eventually([&] { return desk.checklist.item()->photos()->count() == 1; }));
    desk.checklist.item()->remove(0);
    desk.settle();
    CHECK(desk.checklist.item()->photos()->count() == 0);
    desk.checklist.undo();
    desk.settle();
    CHECK(desk.checklist.item()->photos()->count() == 1);
}

TEST_CASE("A photo that is looked at can be taken out", "[photo]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.capture.addFiles({desk.paint("a.jpg")});
    desk.shotsDone();
    PhotoViewModel photo(desk.open, desk.processor, {});
    QSignalSpy emptied(&photo, &PhotoViewModel::emptied);
    photo.openNow(0);
    REQUIRE(photo.photos()->count() == 1);
    CHECK(photo.removable());
    photo.remove();
    REQUIRE(eventually([&] { return emptied.count() == 1; }));
    CHECK(store::Drafts(desk.tablet.db()).find(id)->photos.empty());
}

TEST_CASE("Submitting waits for everything that is missing, and then is a record in the outbox",
          "[finish]")
{
    Desk desk;
    FinishModel finish(desk.open);
    QAbstractItemModelTester tester(finish.missing());
    QSignalSpy submitted(&finish, &FinishModel::submitted);
    const domain::InspectionId id = desk.tablet.start("LJ");
    std::vector<std::string> items;
    const auto draft = store::Drafts(desk.tablet.db()).find(id);
    for (const domain::Answer& answer : draft->answers) items.push_back(answer.itemCode);
    REQUIRE(support::restOk(desk.tablet.context(), id, items));
    desk.open.open(id);
    REQUIRE(eventually([&] { return desk.open.isOpen(); }));
    CHECK_FALSE(finish.canSubmit());
    CHECK(finish.villageSignature() == FinishModel::Village::Missing);

    finish.signInspector(QStringLiteral("M0 0L500 500"));
    finish.chooseVillage(FinishModel::Village::NobodyThere);
    finish.explainVillage(QStringLiteral("村里开会"));
    if (finish.positionReasonWanted()) finish.setPositionReason(QStringLiteral("弄堂里收不到"));
    REQUIRE(eventually([&] { return finish.canSubmit(); }));
    CHECK(finish.villageReason() == QStringLiteral("村里开会"));
    finish.submit();
    CHECK(finish.submitting());
    REQUIRE(eventually([&] { return submitted.count() == 1; }));
    CHECK(finish.error().isEmpty());
    CHECK(store::Outbox(desk.tablet.db()).unsettledCount() == 1);
    CHECK_FALSE(store::Drafts(desk.tablet.db()).exists(id));
}

TEST_CASE("The name that is typed before the signature stays, whatever else is saved meanwhile",
          "[finish]")
{
    Desk desk;
    FinishModel finish(desk.open);
    desk.start("LJ");
    QSignalSpy texts(&finish, &FinishModel::textsChanged);
    finish.nameVillage(QStringLiteral("楼建国"));
    finish.signInspector(QStringLiteral("M0 0L500 500"));
    REQUIRE(eventually([&] { return finish.inspectorSigned(); }));
    CHECK(finish.villageName() == QStringLiteral("楼建国"));
    CHECK(finish.villageSignature() == FinishModel::Village::Missing);
    finish.signVillage(QStringLiteral("M1 1L5 5"));
    REQUIRE(eventually([&] { return finish.villageSignature() == FinishModel::Village::Signed; }));
    CHECK(finish.villageName() == QStringLiteral("楼建国"));
    CHECK(texts.count() <= 1);
}

TEST_CASE("What is missing says what and leads to its item", "[finish]")
{
    Desk desk;
    FinishModel finish(desk.open);
    desk.start("LJ");
    REQUIRE(finish.missing()->rowCount() >= 18);
    CHECK(at(*finish.missing(), 0, "itemCode").toString() == QStringLiteral("LJ01"));
    CHECK(at(*finish.missing(), 0, "blocks").toBool());
    finish.submit();
    CHECK_FALSE(finish.submitting());
    ChecklistModel checklist(desk.open);
    const auto linesOf = [&](const std::string& item) {
        QStringList lines;
        for (const MissingRow& row : finish.missing()->rows())
            if (row.itemCode == item) lines.append(text(row.text));
        return lines;
    };
    checklist.addTo(QStringLiteral("LJ07"));
    const QStringList once = linesOf("LJ07");
    REQUIRE(once.size() == 1);
    checklist.item()->add(0);
    checklist.item()->add(0);
    CHECK(linesOf("LJ07") == QStringList{once.front() + QStringLiteral("（3 处）")});
}

TEST_CASE("Each thing that keeps one from submitting has a line that leads to it", "[finish]")
{
    Desk desk;
    FinishModel finish(desk.open);
    const domain::InspectionId id = desk.tablet.start("LJ");
    const domain::Inspection begun = store::Drafts(desk.tablet.db()).find(id).value();
    for (const domain::Answer& answer : begun.answers)
        REQUIRE(support::restOk(desk.tablet.context(), id, {answer.itemCode}));
    desk.open.open(id);
    REQUIRE(eventually([&] { return desk.open.isOpen(); }));
    const auto places = [&] {
        std::vector<missing::Place> all;
        for (const MissingRow& row : finish.missing()->rows())
            if (row.blocks) all.push_back(row.place);
        return all;
    };
    using missing::Place;
    REQUIRE(finish.positionReasonWanted());
    CHECK(places() ==
          std::vector{Place::PositionReason, Place::InspectorSignature, Place::VillageSignature});
    CHECK(finish.blocking() == 3);
    finish.setPositionReason(QStringLiteral("弄堂里收不到"));
    finish.signInspector(QStringLiteral("M0 0L500 500"));
    REQUIRE(eventually([&] { return finish.blocking() == 1; }));
    CHECK(places() == std::vector{Place::VillageSignature});
    const QString unsigned_ = at(*finish.missing(), 0, "problem").toString();
    finish.chooseVillage(FinishModel::Village::Refused);
    CHECK(places() == std::vector{Place::VillageSignature});
    CHECK(at(*finish.missing(), 0, "problem").toString() != unsigned_);
}

TEST_CASE("What is submitted of the village's side is what the page shows, and nothing else",
          "[finish]")
{
    using Village = FinishModel::Village;
    Desk desk;
    FinishModel finish(desk.open);
    const domain::InspectionId id = desk.start("LJ");
    const auto saved = [&] { return store::Drafts(desk.tablet.db()).find(id)->signatures; };
    finish.nameVillage(QStringLiteral("楼建国"));
    finish.signVillage(QStringLiteral("M1 1L5 5"));
    REQUIRE(eventually([&] { return finish.villageSignature() == Village::Signed; }));

    finish.chooseVillage(Village::Refused);
    CHECK(finish.villageWay() == Village::Refused);
    CHECK(finish.villageSignature() == Village::Missing);  // before the disk has said so
    finish.explainVillage(QStringLiteral(" "));
    CHECK(finish.villageSignature() == Village::Missing);
    REQUIRE(eventually([&] { return saved().empty(); }));
    finish.explainVillage(QStringLiteral("不同意扣分"));
    REQUIRE(eventually([&] { return finish.villageSignature() == Village::Refused; }));

    finish.chooseVillage(Village::NobodyThere);
    CHECK(finish.villageReason().isEmpty());
    REQUIRE(eventually([&] { return saved().empty(); }));

    finish.chooseVillage(Village::Signed);  // that was the wrong tap: nobody has to sign again
    REQUIRE(eventually([&] { return finish.villageSignature() == Village::Signed; }));
    REQUIRE(saved().size() == 1);
    CHECK(saved().front().strokesSvg == "M1 1L5 5");
    CHECK(saved().front().name == "楼建国");
    CHECK(saved().front().reason.empty());
}
