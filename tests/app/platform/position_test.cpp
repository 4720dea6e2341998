#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <catch2/catch.hpp>
#include <memory>

#include "app/platform/position_sources.h"
#include "tests/app/qt_application.h"
#include "tests/paths.h"
#include "tests/support/shared_data.h"

namespace {

const QByteArray sentence =
    "$GNGGA,223745.00,3806.62964,N,12237.61382,W,2,12,0.54,83.1,M,-29.5,M,,0000*44\r\n";

QString logFile(const char* name)
{
    return QString::fromUtf8(XUNCUN_SHARED_DATA "/nmea/") + QString::fromUtf8(name);
}

/// Tells what the test tells it.
class ToldPosition final : public platform::PositionSource {
public:
    explicit ToldPosition(int silentAfterMs) : PositionSource(nullptr, silentAfterMs) {}
    void start() override {}
    void stop() override {}
    void tell(const base::Fix& fix) { accept(fix); }
};

/// A receiver of Qt Positioning that is where the test says.
class ToldPlaces final : public QGeoPositionInfoSource {
public:
    ToldPlaces() : QGeoPositionInfoSource(nullptr) {}
    QGeoPositionInfo lastKnownPosition(bool) const override { return {}; }
    PositioningMethods supportedPositioningMethods() const override
    {
        return SatellitePositioningMethods;
    }
    int minimumUpdateInterval() const override { return 0; }
    Error error() const override { return NoError; }
    void startUpdates() override {}
    void stopUpdates() override {}
    void requestUpdate(int) override {}
    void tell()
    {
        QGeoPositionInfo info({29.258, 120.236}, QDateTime::currentDateTimeUtc());
        info.setAttribute(QGeoPositionInfo::HorizontalAccuracy, 6);
        Q_EMIT positionUpdated(info);
    }
};

/// The satellites of the same receiver.
class ToldSky final : public QGeoSatelliteInfoSource {
public:
    ToldSky() : QGeoSatelliteInfoSource(nullptr) {}
    int minimumUpdateInterval() const override { return 0; }
    Error error() const override { return NoError; }
    void startUpdates() override { isRunning = true; }
    void stopUpdates() override { isRunning = false; }
    void requestUpdate(int) override {}
    void tell(int inUse) { Q_EMIT satellitesInUseUpdated(QList<QGeoSatelliteInfo>(inUse)); }

    bool isRunning = false;
};

}  // namespace

TEST_CASE("A source that falls silent is lost, and its last fix grows old", "[position]")
{
    support::qtApplication();
    ToldPosition source(30);
    int losses = 0;
    QObject::connect(&source, &platform::PositionSource::lost, [&] { ++losses; });
    base::Fix fix;
    fix.accuracyM = 6;
    source.tell(fix);
    CHECK(losses == 0);
    REQUIRE(support::eventually([&] { return losses == 1; }));
    REQUIRE(source.latest());
    CHECK(source.latest()->ageMs >= 30);
    source.tell(fix);
    REQUIRE(support::eventually([&] { return losses == 2; }));
}

TEST_CASE("Another source may be chosen while positions are read; a wrong one changes nothing",
          "[position]")
{
    support::qtApplication();
    if (support::sharedDataMissing("nmea")) return;
    platform::ChosenPosition position;
    position.start();
    REQUIRE(position.choose(QStringLiteral("none")));
    CHECK_FALSE(position.choose(QStringLiteral("serial:@9600")));
    CHECK_FALSE(position.choose(QStringLiteral("serial:/dev/ttyUSB0@fast")));
    CHECK_FALSE(position.latest());
    REQUIRE(position.choose(QStringLiteral("file:") + logFile("quectel.log")));
    REQUIRE(support::eventually([&] { return position.latest().has_value(); }, 10'000));
}

TEST_CASE("A receiver's log plays back as positions from a file", "[position]")
{
    support::qtApplication();
    if (support::sharedDataMissing("nmea")) {
        return;
    }
    platform::PlaybackPosition source(logFile("quectel.log"), 0);
    int fixes = 0, losses = 0;
    bool wrapped = false;
    QObject::connect(&source, &platform::PositionSource::fixChanged, &source,
                     [&](const base::Fix& fix) {
                         fixes += wrapped ? 0 : 1;
                         CHECK(fix.source == base::PositionSource::file);
                     });
    QObject::connect(&source, &platform::PositionSource::lost, &source,
                     [&] { losses += wrapped ? 0 : 1; });
    QObject::connect(&source, &platform::PlaybackPosition::wrapped, &source,
                     [&] { wrapped = true; });
    source.start();
    REQUIRE(support::eventually([&] { return wrapped; }));
    CHECK(fixes == 34);
    CHECK(losses == 1);  // eight seconds without a fix are one loss
    REQUIRE(source.latest());
    CHECK(source.latest()->point.latitude == Approx(-36.74599).margin(0.001));
}

TEST_CASE("A receiver on the network that goes away is lost, and found again", "[position]")
{
    support::qtApplication();
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost));
    auto source =
        platform::makePositionSource(QStringLiteral("tcp:127.0.0.1:%1").arg(server.serverPort()));
    REQUIRE(source);
    int fixes = 0, losses = 0;
    QObject::connect(source->get(), &platform::PositionSource::fixChanged,
                     [&](const base::Fix&) { ++fixes; });
    QObject::connect(source->get(), &platform::PositionSource::lost, [&] { ++losses; });
    (*source)->start();
    REQUIRE(support::eventually([&] { return server.hasPendingConnections(); }));
    std::unique_ptr<QTcpSocket> receiver(server.nextPendingConnection());
    receiver->write("noise\xff\n" + sentence.left(30));
    receiver->flush();
    receiver->write(sentence.mid(30));
    REQUIRE(support::eventually([&] { return fixes == 1; }));
    CHECK((*source)->latest()->source == base::PositionSource::receiver);
    receiver.reset();
    REQUIRE(support::eventually([&] { return losses == 1; }, 10'000));
    REQUIRE(support::eventually([&] { return server.hasPendingConnections(); }, 10'000));
    receiver.reset(server.nextPendingConnection());
    receiver->write(
        "$GNGGA,223746.00,3806.62966,N,12237.61384,W,2,12,0.54,83.1,M,-29.5,M,,0000*43\r\n");
    CHECK(support::eventually([&] { return fixes == 2; }));
}

TEST_CASE("The tablet's own receiver says how many satellites are in use, where it counts them",
          "[position]")
{
    support::qtApplication();
    ToldPlaces* places = nullptr;
    ToldSky* sky = nullptr;
    const bool counts = GENERATE(true, false);
    INFO("counts: " << counts);
    platform::DevicePosition source([&] {
        platform::DeviceReceiver receiver;
        receiver.position = std::make_unique<ToldPlaces>();
        places = static_cast<ToldPlaces*>(receiver.position.get());
        if (counts) receiver.satellites = std::make_unique<ToldSky>();
        sky = static_cast<ToldSky*>(receiver.satellites.get());
        return receiver;
    });
    source.start();
    places->tell();
    REQUIRE(source.latest());
    CHECK_FALSE(source.latest()->satellites);  // not counted yet
    if (!counts) return;
    CHECK(sky->isRunning);
    sky->tell(9);
    places->tell();
    CHECK(source.latest()->satellites == 9);
    CHECK(source.latest()->source == base::PositionSource::device);
    Q_EMIT sky->errorOccurred(QGeoSatelliteInfoSource::ClosedError);
    places->tell();
    CHECK_FALSE(source.latest()->satellites);
    source.stop();
    CHECK_FALSE(sky->isRunning);
}

TEST_CASE("A wrong position setting is refused by name", "[position]")
{
    support::qtApplication();
    for (const char* wrong :
         {"", "gps", "tcp:", "tcp:host", "tcp:host:0", "tcp:host:x", "serial:"}) {
        INFO(wrong);
        const auto source = platform::makePositionSource(QString::fromUtf8(wrong));
        REQUIRE_FALSE(source);
        CHECK(source.error().code == "position.source");
        CHECK(source.error().where == wrong);
    }
    const auto missing = platform::makePositionSource(QStringLiteral("file:/nowhere/a.log"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == "position.file");
    CHECK(platform::makePositionSource(QStringLiteral("none")));
}

TEST_CASE("A position grows old by itself", "[position]")
{
    support::qtApplication();
    class Manual : public platform::PositionSource {
    public:
        void start() override {}
        void stop() override {}
        using PositionSource::accept;
    } source;
    CHECK_FALSE(source.latest());
    source.accept({});
    REQUIRE(source.latest());
    CHECK(support::eventually([&] { return source.latest()->ageMs >= 20; }));
}
