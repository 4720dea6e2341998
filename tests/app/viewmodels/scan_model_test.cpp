#include "app/viewmodels/scan_model.h"

#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "tests/app/qr_picture.h"
#include "tests/app/viewmodels/desk.h"

using support::eventually;

namespace {

/// Shows one picture until it is given another.
class StillCamera : public platform::Camera {
public:
    StillCamera() : Camera({}) {}
    bool hasViewfinder() const override { return true; }
    void showOn(QObject*) override {}
    QImage look() override
    {
        ++looks;
        if (meanwhile) meanwhile();
        return sees;
    }
    QImage sees;
    std::function<void()> meanwhile;
    int looks = 0;
    bool on = false;

protected:
    void run(bool wanted) override { on = wanted; }
    void shoot(const QString&) override { FAIL("a photo was taken"); }
};

const std::string enrolText = "xuncun://enrol?hub=https%3A%2F%2Fhub.example&code=7KQM-2D8X-RWT4";

bool isOurs(const QString& text)
{
    return text.startsWith(QStringLiteral("xuncun://"));
}

}  // namespace

TEST_CASE("The camera is looked through until it sees a code that is wanted, and then rests")
{
    support::qtApplication();
    StillCamera camera;
    viewmodels::ScanModel scan(&camera, &isOurs);
    QSignalSpy found(&scan, &viewmodels::ScanModel::found);
    CHECK(scan.hasCamera());
    scan.begin(nullptr);
    CHECK(camera.on);
    REQUIRE(eventually([&] { return camera.looks >= 2; }));  // the camera warms up
    camera.sees = support::qrPicture("https://elsewhere.example", 300);
    REQUIRE(eventually([&] { return scan.sawOther(); }));
    CHECK(found.isEmpty());
    camera.sees = support::qrPicture(enrolText, 300);
    REQUIRE(eventually([&] { return found.count() == 1; }));
    CHECK(found.front().front().toString().toStdString() == enrolText);
    CHECK_FALSE(camera.on);
    const int looks = camera.looks;
    CHECK_FALSE(eventually([&] { return camera.looks > looks || found.count() > 1; }, 600));
    scan.begin(nullptr);
    CHECK_FALSE(scan.sawOther());
    REQUIRE(eventually([&] { return found.count() == 2; }));
}

TEST_CASE("Who stops looking hears of no code any more, and without a camera nothing begins")
{
    support::qtApplication();
    StillCamera camera;
    camera.sees = support::qrPicture(enrolText, 300);
    viewmodels::ScanModel scan(&camera, &isOurs);
    QSignalSpy found(&scan, &viewmodels::ScanModel::found);
    camera.meanwhile = [&] { scan.end(); };
    scan.begin(nullptr);
    REQUIRE(eventually([&] { return camera.looks == 1; }));
    CHECK_FALSE(camera.on);
    CHECK_FALSE(eventually([&] { return !found.isEmpty(); }, 600));
    viewmodels::ScanModel blind(nullptr, &isOurs);
    CHECK_FALSE(blind.hasCamera());
    blind.begin(nullptr);
    blind.end();
}
