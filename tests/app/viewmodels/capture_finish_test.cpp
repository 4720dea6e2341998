#include <QDir>
#include <catch2/catch.hpp>

#include "app/viewmodels/enrol_model.h"
#include "app/viewmodels/finish_model.h"
#include "app/viewmodels/photo_view_model.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "tests/app/viewmodels/photo_desk.h"

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
    const auto shoot = [&](const char* name) {
        desk.capture.addFiles({desk.paint(name)});
        desk.shotsDone();
        return store::Drafts(desk.tablet.db()).find(id)->photos.back().clocks;
    };
    desk.fix->source = base::PositionSource::file;
    desk.fix->gnssTimeMs = 1'000'000'000'000;  // 2001
    const auto played = shoot("a.jpg");
    CHECK_FALSE(played.gnssMs);
    CHECK_FALSE(played.doubtful);

    desk.fix->source = base::PositionSource::receiver;
    CHECK(shoot("b.jpg").doubtful);
    desk.fix->gnssTimeMs.reset();
    desk.tablet.clock().nowMs += 3'600'000;
    CHECK(shoot("c.jpg").doubtful);
    desk.fix->gnssTimeMs = desk.tablet.clock().nowMs - desk.fix->ageMs;
    const auto confirmed = shoot("d.jpg");
    CHECK(confirmed.gnssMs == desk.tablet.clock().nowMs);
    CHECK_FALSE(confirmed.doubtful);
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
    desk.tablet.answerAllOk(id);
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
}

TEST_CASE("Each thing that keeps one from submitting has a line that leads to it", "[finish]")
{
    Desk desk;
    FinishModel finish(desk.open);
    const domain::InspectionId id = desk.tablet.start("LJ");
    desk.tablet.answerAllOk(id);
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
