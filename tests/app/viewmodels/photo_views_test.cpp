#include <catch2/catch.hpp>

#include "app/viewmodels/finding_list_model.h"
#include "app/viewmodels/finish_model.h"
#include "core/store/drafts.h"
#include "tests/app/viewmodels/photo_desk.h"

// Which photo shows the surroundings and which the thing, where the sheet asks for both.
using namespace viewmodels;
using support::at;
using support::eventually;
using support::PhotoDesk;

TEST_CASE("Where the sheet wants wide and close, each photo is marked with what is still missing",
          "[capture]")
{
    PhotoDesk desk;
    desk.wantWideAndClose();
    const domain::InspectionId id = desk.start();
    desk.checklist.addTo(QStringLiteral("LJ07"));
    desk.checklist.addTo(QStringLiteral("LJ07"));
    const auto lackOf = [&](int row) {
        return at(*desk.checklist.item()->findings(), row, "photoLack").toInt();
    };
    CHECK(desk.capture.viewsAsked());
    CHECK(desk.capture.view() == CaptureModel::WideView);
    CHECK(lackOf(0) == FindingListModel::LacksWideAndClose);
    desk.capture.addFiles({desk.paint("a.jpg")});
    CHECK(desk.capture.view() == CaptureModel::CloseView);
    desk.shotsDone();
    REQUIRE(eventually([&] { return lackOf(0) == FindingListModel::LacksClose; }));
    CHECK(desk.capture.view() == CaptureModel::CloseView);
    desk.shoot();
    CHECK(desk.capture.view() == CaptureModel::WideView);  // of the other finding
    desk.shoot();
    desk.shoot();
    REQUIRE(eventually([&] { return desk.checklist.photosMissing() == 0; }));
    CHECK(desk.capture.view() == CaptureModel::NoView);
    CHECK(desk.capture.viewsAsked());
    const auto photos = store::Drafts(desk.tablet.db()).find(id)->photos;
    REQUIRE(photos.size() == 4);
    for (std::size_t i = 0; i < photos.size(); ++i)
        CHECK(photos[i].view == (i % 2 == 0 ? domain::PhotoView::wide : domain::PhotoView::close));
    CHECK(photos[0].finding == photos[1].finding);
    CHECK(photos[2].finding == photos[3].finding);
    CHECK(at(*desk.capture.photos(), 1, "badge").toString() == QStringLiteral("近景"));
}

TEST_CASE(
    "What a photo shows is chosen by hand for one photo; after it the missing one stands again",
    "[capture]")
{
    PhotoDesk desk;
    desk.wantWideAndClose();
    const domain::InspectionId id = desk.start();
    FinishModel finish(desk.open);
    desk.checklist.addTo(QStringLiteral("LJ07"));
    desk.capture.chooseView(CaptureModel::CloseView);
    CHECK(desk.capture.view() == CaptureModel::CloseView);
    desk.capture.take();
    CHECK(desk.capture.view() == CaptureModel::WideView);
    desk.capture.chooseView(CaptureModel::CloseView);
    desk.capture.take();
    desk.cameraAnswers();
    desk.cameraAnswers();
    desk.shotsDone();
    REQUIRE(eventually([&] { return desk.checklist.photosMissing() == 1; }));
    QStringList missing;
    for (int row = 0; row < finish.missing()->rowCount(); ++row)
        missing.append(at(*finish.missing(), row, "problem").toString());
    CHECK(missing.contains(QStringLiteral("LJ07 缺远景照片，请补拍")));
    CHECK(desk.capture.view() == CaptureModel::WideView);
    desk.capture.take();
    desk.cameraFails();
    desk.shotsDone();
    CHECK(desk.capture.view() == CaptureModel::WideView);  // nothing came of it
    for (const auto& photo : store::Drafts(desk.tablet.db()).find(id)->photos)
        CHECK(photo.view == domain::PhotoView::close);
}

TEST_CASE(
    "Of several files chosen at once nobody says which is which, unless it was chosen by hand",
    "[capture]")
{
    PhotoDesk desk;
    desk.wantWideAndClose();
    const domain::InspectionId id = desk.start();
    desk.checklist.addTo(QStringLiteral("LJ07"));
    desk.capture.addFiles({desk.paint("a.jpg"), desk.paint("b.jpg")});
    desk.shotsDone();
    REQUIRE(eventually([&] { return desk.checklist.photosMissing() == 0; }));
    desk.capture.chooseView(CaptureModel::WideView);
    desk.capture.addFiles({desk.paint("c.jpg"), desk.paint("d.jpg")});
    desk.shotsDone();
    const auto photos = store::Drafts(desk.tablet.db()).find(id)->photos;
    REQUIRE(photos.size() == 4);
    CHECK_FALSE(photos[0].view);
    CHECK_FALSE(photos[1].view);
    CHECK(photos[2].view == domain::PhotoView::wide);
    CHECK(photos[3].view == domain::PhotoView::wide);
}

TEST_CASE("Where the sheet does not ask for wide and close, no photo is marked", "[capture]")
{
    PhotoDesk desk;
    const domain::InspectionId id = desk.start();
    desk.checklist.addTo(QStringLiteral("LJ07"));
    CHECK_FALSE(desk.capture.viewsAsked());
    CHECK(desk.capture.view() == CaptureModel::NoView);
    desk.shoot();
    CHECK_FALSE(store::Drafts(desk.tablet.db()).find(id)->photos.at(0).view);
}
