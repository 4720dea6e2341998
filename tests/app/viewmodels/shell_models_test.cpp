#include <QFile>
#include <catch2/catch.hpp>

#include "app/viewmodels/place_model.h"
#include "app/viewmodels/settings_model.h"
#include "app/viewmodels/status_model.h"
#include "tests/app/viewmodels/desk.h"

using namespace viewmodels;
using support::Desk;
using support::eventually;

TEST_CASE("Where one was is kept", "[place]")
{
    Desk desk;
    {
        PlaceModel place(desk.core);
        place.atVillage(QStringLiteral("330799001201"));
        place.atChecklist(QStringLiteral("i1"));
        place.atCamera(QStringLiteral("f1"));
        desk.settle();
    }
    PlaceModel place(desk.core);
    QSignalSpy restored(&place, &PlaceModel::restored);
    place.restore();
    REQUIRE(eventually([&] { return restored.count() == 1; }));
    CHECK(place.page() == PlaceModel::Page::Camera);
    CHECK(place.village() == QStringLiteral("330799001201"));
    CHECK(place.inspection() == QStringLiteral("i1"));
    CHECK(place.finding() == QStringLiteral("f1"));
}

TEST_CASE("A receiver outside is chosen by its address, and one without an address is refused",
          "[settings]")
{
    Desk desk;
    const SettingsFolders folders{QString::fromStdString(desk.tablet.databasePath()), {}, {}, {}};
    {
        SettingsModel settings(desk.core, folders);
        CHECK(settings.position() == QStringLiteral("device"));
        settings.setReceiver(SettingsModel::Receiver::Serial, QString());
        CHECK_FALSE(settings.error().isEmpty());
        CHECK(settings.position() == QStringLiteral("device"));
        settings.setReceiver(SettingsModel::Receiver::Serial,
                             QStringLiteral(" /dev/ttyUSB0@115200 "));
        CHECK(settings.error().isEmpty());
        desk.settle();
    }
    SettingsModel settings(desk.core, folders);
    settings.refresh();
    REQUIRE(eventually([&] { return settings.receiver() == SettingsModel::Receiver::Serial; }));
    CHECK(settings.position() == QStringLiteral("serial:/dev/ttyUSB0@115200"));
    CHECK(settings.receiverAddress() == QStringLiteral("/dev/ttyUSB0@115200"));
}

TEST_CASE("An old fix is shown as stale, and one of over a minute ago as none", "[status]")
{
    StatusModel status;
    status.showFix(base::Fix{{29.258, 120.236}, 6, {}, 20'000, {}, {}, false});
    CHECK(status.hasFix());
    CHECK_FALSE(status.fixStale());
    status.showFix(base::Fix{{29.258, 120.236}, 6, {}, 40'000, {}, {}, false});
    CHECK(status.hasFix());
    CHECK(status.fixStale());
    status.showFix(base::Fix{{29.258, 120.236}, 6, {}, 62'000, {}, {}, false});
    CHECK_FALSE(status.hasFix());
}

TEST_CASE("Settings stay set", "[settings]")
{
    Desk desk;
    const SettingsFolders folders{QString::fromStdString(desk.tablet.databasePath()),
                                  QString::fromStdString(desk.tablet.mediaFolder()),
                                  {},
                                  {}};
    {
        SettingsModel settings(desk.core, folders);
        settings.setLook(SettingsModel::Look::Sunlight);
        settings.setTextSize(9);
        settings.setRecordsOver(SettingsModel::Over::FreeNetworks);
        settings.setPhotosOver(SettingsModel::Over::Nothing);
        desk.settle();
    }
    SettingsModel settings(desk.core, folders);
    settings.refresh();
    REQUIRE(eventually([&] { return !settings.userName().isEmpty(); }));
    CHECK(settings.look() == SettingsModel::Look::Sunlight);
    CHECK(settings.textSize() == 3);
    CHECK(settings.recordsOver() == SettingsModel::Over::FreeNetworks);
    CHECK(settings.photosOver() == SettingsModel::Over::Nothing);
    CHECK(settings.userName() == QStringLiteral("张巡"));
    CHECK(settings.storeBytes() > 0);
}

TEST_CASE("The exported log has the part from before it was begun anew, in its order", "[settings]")
{
    Desk desk;
    const QString folder = QString::fromStdString(desk.tablet.folder().path());
    const auto write = [&](const char* name, const QByteArray& words) {
        QFile file(folder + QLatin1Char('/') + QLatin1String(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(words);
    };
    write("log.txt.1", "older\n");
    write("log.txt", "newer\n");
    SettingsModel settings(
        desk.core,
        {{}, {}, folder + QStringLiteral("/log.txt"), folder + QStringLiteral("/exports")});
    settings.exportLog();
    REQUIRE(eventually([&] { return !settings.exportedTo().isEmpty(); }));
    QFile file(settings.exportedTo());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "older\nnewer\n");
    CHECK(settings.error().isEmpty());
}

TEST_CASE("Not saved stays on the bar until something is saved", "[status]")
{
    StatusModel status;
    status.showNotSaved({"store.full", "存储空间已满", {}});
    status.showSaving();
    CHECK(status.saved() == StatusModel::Saved::No);
    CHECK(status.notSavedReason() == QStringLiteral("存储空间已满"));
    status.showNotSaved(OpenInspection::brokenStore(std::runtime_error("disk")));
    CHECK(status.notSavedReason().startsWith(QStringLiteral("本机数据")));
    status.showNotSaved({"store.full", "未保存：存储空间已满，请先清理空间再试", {}});
    CHECK(status.notSavedReason() == QStringLiteral("存储空间已满，请先清理空间再试"));
    status.showSaved(5);
    CHECK(status.saved() == StatusModel::Saved::Yes);
    CHECK(status.notSavedReason().isEmpty());
}
