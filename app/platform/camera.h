#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QTimer>
#include <deque>
#include <memory>

#include "core/base/error.h"
#include "core/domain/photo.h"

namespace platform {

/// Takes photos into files of a folder of ours. Lives on the UI thread; answers by signal, never
/// blocks.
///
/// Shots may be asked for faster than the camera takes them: they wait in line, and each is
/// answered in its turn by exactly one `taken` or `failed` with the name that take() gave. The file
/// is the untouched original and belongs to whoever asked (ShotLine takes it away once its photo is
/// entered).
class Camera : public QObject {
    Q_OBJECT

public:
    /// Long enough for an autofocus in the dark; a shot that is not answered by then has failed.
    static constexpr int answerWithinMs = 10'000;

    explicit Camera(QString folder, QObject* parent = nullptr);

    /// False: there is no viewfinder to show; take() may still work (from files).
    virtual bool hasViewfinder() const = 0;
    /// The VideoOutput item that shows the viewfinder, or null when the page goes.
    virtual void showOn(QObject* videoOutput) = 0;
    /// What it sees at this moment, for what is read off it; null while it sees nothing.
    virtual QImage look() = 0;
    void start();
    /// Once the shots in line are taken.
    void stop();
    /// Gives the file that the shot will be in; the answer comes later, never before this returns.
    QString take();

Q_SIGNALS:
    void taken(const QString& file, domain::PhotoSource source);
    /// "camera.none", "camera.busy", "camera.failed", with words for the inspector.
    void failed(const QString& file, const base::Error& error);

protected:
    virtual void run(bool on) = 0;
    /// One at a time; answered by answerTaken or answerFailed. The folder is there.
    virtual void shoot(const QString& file) = 0;
    /// Of a shot that is not the one being taken (its time was up): ignored.
    void answerTaken(const QString& file, domain::PhotoSource source);
    void answerFailed(const QString& file, const base::Error& error);

private:
    void shootNext();
    bool finish(const QString& file);

    QString m_folder;
    std::deque<QString> m_line;  ///< the front one is being taken
    bool m_shooting = false;
    bool m_stopping = false;
    QTimer m_watch;
};

/// The tablet's camera by Qt Multimedia; shots land in `folder`. Null when the machine has no
/// camera.
std::unique_ptr<Camera> makeDeviceCamera(const QString& folder);

/// Stands in where there is no camera: each shot is a copy of the next JPEG of `photos` (by name,
/// round and round) in `folder`. Says PhotoSource::gallery: such a photo was not taken inside the
/// app.
std::unique_ptr<Camera> makeFolderCamera(const QString& photos, const QString& folder);

}  // namespace platform
