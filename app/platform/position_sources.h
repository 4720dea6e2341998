#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QGeoPositionInfoSource>
#include <QGeoSatelliteInfoSource>
#include <QIODevice>
#include <QTimer>
#include <functional>
#include <memory>

#include "app/platform/nmea_reader.h"
#include "app/platform/position.h"

namespace platform {

/// What one plugin of Qt Positioning offers of one receiver.
struct DeviceReceiver {
    std::unique_ptr<QGeoPositionInfoSource> position;     ///< null: there is none now
    std::unique_ptr<QGeoSatelliteInfoSource> satellites;  ///< null: it does not count them
};

/// The tablet's own receiver through Qt Positioning; tried again every 10 s while there is none.
/// Says the satellites in use where the plugin does (GeoClue on Linux does not).
class DevicePosition final : public PositionSource {
    Q_OBJECT

public:
    using OpenReceiver = std::function<DeviceReceiver()>;

    DevicePosition();
    explicit DevicePosition(OpenReceiver open);
    ~DevicePosition() override;
    void start() override;
    void stop() override;

private:
    bool connectReceiver();
    void take(const QGeoPositionInfo& info);
    std::optional<int> satellitesNow() const;

    OpenReceiver m_open;
    DeviceReceiver m_receiver;
    std::optional<int> m_satellites;
    QElapsedTimer m_counted;
    QTimer m_retry;
};

/// An external receiver that sends NMEA over something that can be opened again: a serial line or a
/// TCP port. Lost when it sends nothing for 5 s; opened again every 3 s while it is gone.
class NmeaPosition final : public PositionSource {
    Q_OBJECT

public:
    using OpenDevice = std::function<std::unique_ptr<QIODevice>()>;

    /// `open` gives a device that is open or opening, or null; it must not block.
    explicit NmeaPosition(OpenDevice open);
    ~NmeaPosition() override;
    void start() override;
    void stop() override;

private:
    void connectDevice();
    void readLines();

    OpenDevice m_open;
    std::unique_ptr<QIODevice> m_device;
    NmeaReader m_reader;
    QByteArray m_rest;
    QTimer m_watch;
    QTimer m_retry;
};

/// A receiver's log played back in its own time, from the start again when it ends.
class PlaybackPosition final : public PositionSource {
    Q_OBJECT

public:
    /// `speed` 1 is the log's own pace; 0 gives one fix or loss for each turn of the event loop.
    explicit PlaybackPosition(const QString& file, double speed = 1);
    void start() override;
    void stop() override;

Q_SIGNALS:
    /// The end of the log was reached; it begins again.
    void wrapped();

private:
    void playNext();

    QFile m_file;
    double m_speed;
    NmeaReader m_reader;
    QTimer m_timer;
};

}  // namespace platform
