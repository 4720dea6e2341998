#include <catch2/catch.hpp>

#include "app/viewmodels/rectification_model.h"
#include "core/store/drafts.h"
#include "core/store/shots.h"
#include "tests/app/platform/exif_reading.h"
#include "tests/app/viewmodels/photo_desk.h"

// Where the camera looked, from the compass into the photo.
using support::eventually;
using support::PhotoDesk;

namespace {

/// A compass that the test turns.
class ToldHeading final : public platform::Heading {
public:
    void start() override { isRunning = true; }
    void stop() override { isRunning = false; }
    std::optional<double> magneticDeg() const override
    {
        return isRunning ? looksTo : std::nullopt;
    }

    std::optional<double> looksTo = 71.5;
    bool isRunning = false;
};

struct CompassDesk : PhotoDesk {
    ToldHeading compass;
    viewmodels::OpenInspection withCompass{core, aroundCompass()};
    viewmodels::CaptureModel page{withCompass, &camera, line};

    viewmodels::Around aroundCompass()
    {
        viewmodels::Around all = around();
        all.heading = &compass;
        return all;
    }
    void begin()
    {
        check = tablet.start("LJ");
        withCompass.open(check);
        REQUIRE(eventually([&] { return withCompass.isOpen(); }));
    }
    support::ExifReading exifOfNewest()
    {
        REQUIRE(eventually([&] { return page.waiting() == 0; }, 20'000));
        const auto photos = store::Drafts(tablet.db()).find(check)->photos;
        REQUIRE_FALSE(photos.empty());
        QFile file(platform::mediaPath(around().mediaFolder, photos.back().sha256,
                                       platform::PhotoFile::photo));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return support::ExifReading(file.readAll());
    }

    domain::InspectionId check;
};

}  // namespace

TEST_CASE("A photo's EXIF says where the camera looked when the button was pressed",
          "[capture][heading]")
{
    CompassDesk desk;
    desk.begin();
    desk.page.showOn(nullptr);
    desk.page.take();
    desk.compass.looksTo = 200;  // turned away before the camera was done
    desk.cameraAnswers();
    const auto exif = desk.exifOfNewest();
    CHECK(exif.text(EXIF_IFD_GPS, EXIF_TAG_GPS_IMG_DIRECTION_REF) == "M");
    CHECK(exif.rational(EXIF_TAG_GPS_IMG_DIRECTION) == Approx(71.5));
}

TEST_CASE("The compass runs while the camera's page is open, and no longer", "[capture][heading]")
{
    CompassDesk desk;
    desk.begin();
    CHECK_FALSE(desk.compass.isRunning);
    desk.page.showOn(nullptr);
    CHECK(desk.compass.isRunning);
    desk.page.end();
    CHECK_FALSE(desk.compass.isRunning);
}

TEST_CASE("A compass that says nothing, and a picture from the gallery, give no direction",
          "[capture][heading]")
{
    CompassDesk desk;
    desk.begin();
    desk.page.showOn(nullptr);
    const bool fromGallery = GENERATE(false, true);
    if (fromGallery) {
        desk.page.addFiles({desk.paint("a.jpg")});
    } else {
        desk.compass.looksTo.reset();
        desk.page.take();
        desk.cameraAnswers();
    }
    CHECK(desk.exifOfNewest().text(EXIF_IFD_GPS, EXIF_TAG_GPS_IMG_DIRECTION_REF).empty());
}

TEST_CASE("The photo after has the compass's word too", "[rectification][heading]")
{
    CompassDesk desk;
    viewmodels::RectificationModel model(
        desk.core, desk.aroundCompass(),
        [](const domain::FindingId&, domain::RectificationAction, const std::string&) {
            return QFuture<base::Result<void>>();
        },
        &desk.camera, desk.line);
    domain::User contact;
    contact.role = domain::Role::villageContact;
    model.showUser(contact);
    viewmodels::RectificationSheet sheet;
    sheet.task.finding = {"0192d3c4-1111-7222-8333-0123456789ab"};
    sheet.task.state = domain::RectificationState::issued;
    model.display(sheet);
    model.showOn(nullptr);
    CHECK(desk.compass.isRunning);
    REQUIRE(model.mayReport());
    model.take();
    REQUIRE(eventually([&] { return desk.camera.isShooting(); }));
    model.endCamera();
    CHECK_FALSE(desk.compass.isRunning);
    std::optional<double> noted;
    desk.camera.answer();
    REQUIRE(eventually([&] {
        const auto shots = store::Shots(desk.tablet.db()).list();
        if (!shots.empty()) noted = shots.front().directionDeg;
        return noted || model.waiting() == 0;
    }));
    CHECK(noted == 71.5);
    REQUIRE(eventually([&] { return model.waiting() == 0; }, 20'000));
}
