#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "core/base/error.h"
#include "core/domain/photo.h"

namespace platform {

/// Takes photos into files. Lives on the UI thread; answers by signal, never blocks.
///
/// Each take() is answered by exactly one `taken` or `failed`. The file is the untouched original
/// in a folder of ours and belongs to the receiver of the signal (PhotoProcessor moves it into the
/// media folder).
class Camera : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// False: there is no viewfinder to show; take() may still work (from files).
    virtual bool hasViewfinder() const = 0;
    /// The VideoOutput item that shows the viewfinder, or null when the page goes.
    virtual void showOn(QObject* videoOutput) = 0;
    virtual void start() = 0;
    virtual void stop() = 0;
    virtual void take() = 0;

Q_SIGNALS:
    void taken(const QString& file, domain::PhotoSource source);
    /// "camera.none", "camera.busy", "camera.failed", with words for the inspector.
    void failed(const base::Error& error);
};

/// The tablet's camera by Qt Multimedia; shots land in `folder`. Null when the machine has no
/// camera.
std::unique_ptr<Camera> makeDeviceCamera(const QString& folder);

/// Stands in where there is no camera: each take() copies the next JPEG of `photos` (by name, round
/// and round) into `folder`. Says PhotoSource::gallery: such a photo was not taken inside the app.
std::unique_ptr<Camera> makeFolderCamera(const QString& photos, const QString& folder);

}  // namespace platform
