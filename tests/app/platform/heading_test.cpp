#include "app/platform/heading.h"

#include <QCompass>
#include <QSensorBackend>
#include <QSensorManager>
#include <catch2/catch.hpp>
#include <limits>

#include "tests/app/qt_application.h"

namespace {

/// A compass that the test turns.
class TurnedCompass final : public QSensorBackend {
public:
    explicit TurnedCompass(QSensor* sensor) : QSensorBackend(sensor)
    {
        setReading<QCompassReading>(&m_reading);
        here = this;
    }
    ~TurnedCompass() override { here = nullptr; }

    void start() override { isRunning = true; }
    void stop() override { isRunning = false; }
    void say(double azimuthDeg, double calibration)
    {
        m_reading.setTimestamp(m_reading.timestamp() + 1000);
        m_reading.setAzimuth(azimuthDeg);
        m_reading.setCalibrationLevel(calibration);
        newReadingAvailable();
    }

    static inline TurnedCompass* here = nullptr;
    bool isRunning = false;

private:
    QCompassReading m_reading{this};
};

class Factory final : public QSensorBackendFactory {
public:
    Factory()
    {
        QSensorManager::registerBackend(QCompass::sensorType, "turned", this);
        QSensorManager::setDefaultBackend(QCompass::sensorType, "turned");
    }
    ~Factory() { QSensorManager::unregisterBackend(QCompass::sensorType, "turned"); }
    QSensorBackend* createBackend(QSensor* sensor) override { return new TurnedCompass(sensor); }
};

}  // namespace

TEST_CASE("The tablet's compass is read while it runs, and only once it is calibrated", "[heading]")
{
    support::qtApplication();
    const Factory factory;
    const auto heading = platform::makeDeviceHeading();
    CHECK(TurnedCompass::here == nullptr);  // nobody asked for a sensor yet
    CHECK_FALSE(heading->magneticDeg());
    heading->start();
    REQUIRE(TurnedCompass::here != nullptr);
    CHECK(TurnedCompass::here->isRunning);
    CHECK_FALSE(heading->magneticDeg());  // it said nothing yet
    TurnedCompass::here->say(71.5, 1);
    CHECK(heading->magneticDeg() == 71.5);
    TurnedCompass::here->say(80, 0.3);
    CHECK_FALSE(heading->magneticDeg());
    TurnedCompass::here->say(-10, 0.67);
    CHECK(heading->magneticDeg() == 350);
    heading->stop();
    CHECK_FALSE(TurnedCompass::here->isRunning);
    CHECK_FALSE(heading->magneticDeg());
}

TEST_CASE("A tablet without a compass says no direction", "[heading]")
{
    support::qtApplication();
    const auto heading = platform::makeDeviceHeading();
    heading->start();
    if (QCompass probe; !probe.connectToBackend()) CHECK_FALSE(heading->magneticDeg());
    heading->stop();
    CHECK_FALSE(heading->magneticDeg());
}

TEST_CASE("A direction is of the screen as it is held, and under 360 degrees", "[heading]")
{
    CHECK(platform::headingOf(30, 1, 0) == 30);
    CHECK(platform::headingOf(300, 1, 90) == 30);
    CHECK(platform::headingOf(359.999, 1, 0) == 0);
    CHECK(platform::headingOf(-0.5, 1, 270) == 269.5);
    CHECK_FALSE(platform::headingOf(30, 0.5, 0));
    CHECK_FALSE(platform::headingOf(30, std::numeric_limits<double>::quiet_NaN(), 0));
    CHECK_FALSE(platform::headingOf(std::numeric_limits<double>::quiet_NaN(), 1, 0));
}
