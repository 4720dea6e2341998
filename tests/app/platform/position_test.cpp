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

}  // namespace

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
