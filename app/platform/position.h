#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
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
    explicit PositionSource(QObject* parent = nullptr);
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
    bool m_lost = true;
};

/// The receiver that a setting names: "device" (the tablet's own), "serial:/dev/ttyUSB0",
/// "tcp:HOST:PORT", "file:PATH" (a log played back, one second of it a second) or "none". Refuses
/// another text with "position.source" and a missing file with "position.file".
base::Result<std::unique_ptr<PositionSource>> makePositionSource(const QString& setting);

}  // namespace platform
