#pragma once

#include <QFuture>
#include <QString>
#include <QThreadPool>
#include <optional>
#include <string>

#include "app/platform/photo_marks.h"
#include "core/base/position.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/photo.h"

namespace platform {

/// What is to be written into a photo, and how large it becomes.
struct PhotoTask {
    QString file;  ///< the untouched original; copied, and left where it is
    domain::PhotoId id;
    domain::InspectionId inspection;
    domain::PhotoSource source = domain::PhotoSource::camera;
    domain::ShotClocks clocks;  ///< of a gallery's photo: when it was chosen
    std::optional<base::Fix> fix;
    std::optional<double> directionDeg;  ///< where the camera looked, from magnetic north
    std::string deviceName;
    int longSidePx = 1600;
    int quality = 80;
};

/// A photo that is on the disk for good: every hash was made of the bytes that were fsynced under
/// its name.
struct ProcessedPhoto {
    domain::Sha256 sha256;
    std::int64_t bytes = 0;
    int widthPx = 0;
    int heightPx = 0;
    domain::Sha256 thumbSha256;
    std::int64_t thumbBytes = 0;
    domain::Sha256 originalSha256;
    std::int64_t originalBytes = 0;
};

/// The three files that are kept of a photo.
enum class PhotoFile { photo, thumb, original };

/// Where a file is: under the media folder as core/store names it ("ab/<sha256>.jpg",
/// "ab/<sha256>.thumb.jpg", "ab/<sha256>.orig.jpg"; a test holds the two together).
QString mediaPath(const QString& mediaFolder, const domain::Sha256& sha256, PhotoFile file);

/// Makes of an original the photo that is kept and sent: upright, scaled, with position and time in
/// its EXIF, and a 320 px thumbnail; all three written to temporary files, fsynced, hashed and
/// renamed into the media folder.
///
/// One worker thread; tasks wait in line, so that 20 shots in a row hold one decoded picture at a
/// time. Refusals change nothing on disk: "photo.unreadable", "photo.not_jpeg", "photo.damaged",
/// "photo.cmyk", "photo.tiny" (a side under 100 px), "photo.huge" (100 megapixels or more, 60 MB or
/// more), "photo.disk" (not saved: the disk refused).
class PhotoProcessor {
public:
    explicit PhotoProcessor(QString mediaFolder);
    ~PhotoProcessor();

    /// The answer comes with whenDone(...) on the caller's thread.
    QFuture<base::Result<ProcessedPhoto>> process(PhotoTask task);

    /// Writes a copy of a kept photo with the marks burned in to `to`, whose folder is made when it
    /// is missing; waits in the same line. Answers with `to`. "photo.unreadable", "photo.damaged",
    /// "photo.disk".
    QFuture<base::Result<QString>> exportMarked(QString photo, PhotoMarks marks, QString to);

private:
    QString m_mediaFolder;
    QThreadPool m_pool;
};

}  // namespace platform
