#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <optional>

#include "core/base/position.h"
#include "core/base/result.h"

namespace platform {

/// Where the tablet is, as honestly as its receiver tells. Lives on the UI thread and never blocks
/// it.
///
/// Nothing is recorded: a fix is kept until the next one, and goes into the store only with a photo
/// or a finding.
class PositionSource : public QObject {
    Q_OBJECT

public:
    /// A source that says nothing for `silentAfterMs` is lost: some never tell that they are.
    explicit PositionSource(QObject* parent = nullptr, int silentAfterMs = 10'000);
    ~PositionSource() override;

    /// Starts (again) to report; a receiver that is not there is `lost()` and tried again by
    /// itself.
    virtual void start() = 0;
    virtual void stop() = 0;

    /// The last fix with its age as of now; none when there never was one or it was lost over 60 s
    /// ago.
    std::optional<base::Fix> latest() const;

Q_SIGNALS:
    /// A new fix; its ageMs is what it was when it arrived.
    void fixChanged(const base::Fix& fix);
    /// The receiver has no fix any more, or is not there; once for each loss.
    void lost();

protected:
    void accept(const base::Fix& fix);
    void lose();

private:
    std::optional<base::Fix> m_last;
    QElapsedTimer m_since;
    QTimer m_silent;
    bool m_lost = true;
};

/// The receiver that a setting names: "device" (the tablet's own), "serial:/dev/ttyUSB0" (at 9600
/// baud) or "serial:/dev/ttyUSB0@115200", "tcp:HOST:PORT", "file:PATH" (a log played back, one
/// second of it a second) or "none". Refuses another text with "position.source" and a missing file
/// with "position.file".
base::Result<std::unique_ptr<PositionSource>> makePositionSource(const QString& setting);

/// The source that is chosen now; another may be chosen while it runs.
class ChosenPosition final : public PositionSource {
    Q_OBJECT

public:
    ChosenPosition();
    ~ChosenPosition() override;

    /// Refused as makePositionSource is; the one before stays then. Nothing for the same setting.
    base::Result<void> choose(const QString& setting);
    void start() override;
    void stop() override;

private:
    std::unique_ptr<PositionSource> m_source;
    QString m_setting;
    bool m_running = false;
};

}  // namespace platform
