#include "app/platform/nmea_reader.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "tests/paths.h"
#include "tests/support/shared_data.h"

using platform::NmeaReader;

namespace {

struct Played {
    std::vector<base::Fix> fixes;
    int noFixes = 0;
    std::int64_t badLines = 0;
};

Played play(const std::string& log)
{
    std::ifstream in(std::string(XUNCUN_SHARED_DATA) + "/nmea/" + log, std::ios::binary);
    REQUIRE(in);
    Played played;
    NmeaReader reader;
    for (std::string line; std::getline(in, line);) {
        switch (reader.read(line)) {
            case NmeaReader::Event::fix:
                played.fixes.push_back(reader.fix());
                break;
            case NmeaReader::Event::noFix:
                ++played.noFixes;
                break;
            case NmeaReader::Event::nothing:
                break;
        }
    }
    played.badLines = reader.badLines();
    return played;
}

std::string withChecksum(const std::string& body)
{
    unsigned sum = 0;
    for (const char c : body) {
        sum ^= static_cast<unsigned char>(c);
    }
    char out[4];
    std::snprintf(out, sizeof out, "*%02X", sum);
    return "$" + body + out;
}

}  // namespace

TEST_CASE("Five real receivers' logs give every fix once, through headers and noise", "[nmea]")
{
    if (support::sharedDataMissing("nmea")) {
        return;
    }
    struct Expected {
        const char* log;
        std::size_t fixes;
        int noFixes;
        double latitude, longitude, withinDegrees;
        double bestAccuracyM, worstAccuracyM;
    };
    const Expected all[] = {
        {"haicom-305N.log", 67, 6, -27.2107, 153.0520, 0.01, 4, 120},
        {"quectel.log", 34, 8, -36.74599, 174.73455, 0.001, 4, 6},
        {"sirfstarv-nmea.log", 59, 0, 44.06892, -121.31476, 0.001, 3, 6},
        {"skytraq-dgps.log", 96, 0, 44.06882, -121.31448, 0.001, 0.5, 4},
        {"ublox-neo-m9n-nmea.log", 61, 0, 38.110494, -122.626897, 0.0001, 0.5, 2},
    };
    for (const Expected& expected : all) {
        INFO(expected.log);
        const Played played = play(expected.log);
        CHECK(played.fixes.size() == expected.fixes);
        CHECK(played.noFixes == expected.noFixes);
        CHECK(played.badLines > 0);
        for (const base::Fix& fix : played.fixes) {
            CHECK(fix.point.latitude == Approx(expected.latitude).margin(expected.withinDegrees));
            CHECK(fix.point.longitude == Approx(expected.longitude).margin(expected.withinDegrees));
            CHECK(fix.accuracyM >= expected.bestAccuracyM);
            CHECK(fix.accuracyM <= expected.worstAccuracyM);
            CHECK(fix.satellites.value_or(0) >= 3);
            CHECK_FALSE(fix.mock);
        }
    }
}

TEST_CASE("A receiver that tells its errors is believed over its HDOP", "[nmea]")
{
    NmeaReader reader;
    CHECK(reader.read(
              "$GNGGA,223745.00,3806.62964,N,12237.61382,W,2,12,0.54,83.1,M,-29.5,M,,0000*44") ==
          NmeaReader::Event::fix);
    CHECK(reader.fix().accuracyM == Approx(0.54 * 2.5));
    CHECK(reader.read("$GNGST,223745.00,228650,2.5,2.4,126,0.98,1.0,3.1*41") ==
          NmeaReader::Event::nothing);

    CHECK(reader.read(withChecksum(
              "GNGGA,223746.00,3806.62966,N,12237.61384,W,2,12,0.54,83.1,M,-29.5,M,,0000")) ==
          NmeaReader::Event::nothing);
    CHECK(reader.read("$GNGST,223746.00,837,2.5,2.4,127,0.98,1.0,3.0*75") ==
          NmeaReader::Event::fix);
    CHECK(reader.fix().accuracyM == Approx(1.4).margin(0.01));
    CHECK(reader.fix().point.latitude == Approx(38.110494333));
    CHECK(reader.fix().point.longitude == Approx(-122.62689733));
}

TEST_CASE("The satellites' time comes with its date, over midnight too", "[nmea]")
{
    NmeaReader reader;
    reader.read(withChecksum("GPRMC,235959.00,A,2918.0000,N,12014.0000,E,0.0,0.0,311226,,,A"));
    reader.read(withChecksum("GPGGA,235959.00,2918.0000,N,12014.0000,E,1,08,1.0,80.0,M,10.0,M,,"));
    CHECK(reader.fix().gnssTimeMs == 1798761599000);
    reader.read(withChecksum("GPGGA,000000.00,2918.0000,N,12014.0000,E,1,08,1.0,80.0,M,10.0,M,,"));
    CHECK(reader.fix().gnssTimeMs == 1798761600000);
}

TEST_CASE("What is no good sentence changes nothing", "[nmea]")
{
    NmeaReader reader;
    const std::string good =
        withChecksum("GPGGA,120000.00,2918.0000,N,12014.0000,E,1,08,1.0,80.0,M,10.0,M,,");
    const std::string bad[] = {
        "",
        "$",
        "*",
        "$*00",
        "$GPGGA",
        "\xff\xfe\x00garbage",
        good.substr(1),
        good.substr(0, good.size() - 2) + "FF",
        good.substr(0, 40),
        std::string(100'000, '$'),
        withChecksum("GPGGA,120000.00,9918.0000,N,12014.0000,E,1,08,1.0,80.0,M,10.0,M,,"),
        withChecksum("GPGGA,120000.00,nan,N,12014.0000,E,1,08,1.0,80.0,M,10.0,M,,"),
        withChecksum("GPGGA,120000.00,2918.0000,X,12014.0000,E,1,08,1.0,80.0,M,10.0,M,,"),
    };
    for (const std::string& line : bad) {
        INFO(line.substr(0, 60));
        CHECK(reader.read(line) != NmeaReader::Event::fix);
    }
    CHECK(reader.read(good + "\r\n") == NmeaReader::Event::fix);
    CHECK(reader.fix().point.latitude == Approx(29.3));
}

TEST_CASE("A position that was typed in or simulated is marked as made up", "[nmea]")
{
    NmeaReader reader;
    reader.read(withChecksum("GPGGA,120000.00,2918.0000,N,12014.0000,E,8,08,1.0,80.0,M,10.0,M,,"));
    CHECK(reader.fix().mock);
}
