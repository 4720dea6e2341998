#pragma once

#include <QFile>
#include <QGeoPositionInfo>
#include <QIODevice>
#include <QTimer>
#include <functional>
#include <memory>

#include "app/platform/nmea_reader.h"
#include "app/platform/position.h"

class QGeoPositionInfoSource;

namespace platform {

/// The tablet's own receiver through Qt Positioning; tried again every 10 s while there is none.
class DevicePosition final : public PositionSource {
    Q_OBJECT

public:
    DevicePosition();
    ~DevicePosition() override;
    void start() override;
    void stop() override;

private:
    void take(const QGeoPositionInfo& info);

    std::unique_ptr<QGeoPositionInfoSource> m_source;
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
