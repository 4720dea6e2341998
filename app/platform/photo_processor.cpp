#include "app/platform/photo_processor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>
#include <future>
#include <memory>
#include <vector>

#include "app/platform/photo_derive.h"
#include "app/platform/photo_files.h"

namespace platform {
namespace {

constexpr qint64 mostBytesRead =
    60 * 1024 * 1024 + 1;  // one over the limit, so that checkJpeg sees it is over

base::Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail("photo.unreadable", "照片文件打不开，请另选一张", path.toStdString());
    }
    QByteArray bytes = file.read(mostBytesRead);
    if (file.error() != QFileDevice::NoError) {
        return base::fail("photo.unreadable", "照片文件读不完，请另选一张", path.toStdString());
    }
    return bytes;
}

/// Scaled photo and thumbnail, while the original is being written beside it.
base::Result<ProcessedPhoto> kept(const QString& mediaFolder, const QByteArray& original,
                                  const DerivedPhoto& derived,
                                  std::future<base::Result<StagedFile>>& stagedOriginal)
{
    // Side by side, because each waits for the disk.
    auto stagedThumb = std::async(
        std::launch::async, [&] { return stage(mediaFolder, derived.thumb, PhotoFile::thumb); });
    std::vector<base::Result<StagedFile>> staged;
    staged.push_back(stage(mediaFolder, derived.jpeg, PhotoFile::photo));
    staged.push_back(stagedThumb.get());
    staged.push_back(stagedOriginal.get());
    std::vector<StagedFile> files;
    for (base::Result<StagedFile>& file : staged) {
        if (!file) return tl::unexpected(file.error());
        files.push_back(std::move(*file));
    }
    if (const auto done = commit(mediaFolder, files); !done) return tl::unexpected(done.error());
    ProcessedPhoto photo;
    photo.sha256 = files[0].sha256;
    photo.bytes = derived.jpeg.size();
    photo.widthPx = derived.widthPx;
    photo.heightPx = derived.heightPx;
    photo.thumbSha256 = files[1].sha256;
    photo.thumbBytes = derived.thumb.size();
    photo.originalSha256 = files[2].sha256;
    photo.originalBytes = original.size();
    return photo;
}

base::Result<ProcessedPhoto> processed(const QString& mediaFolder, const PhotoTask& task)
{
    const auto original = contentOf(task.file);
    if (!original) return tl::unexpected(original.error());
    // Only what looks like a photo is worth writing before it is decoded.
    const bool plausible = original->startsWith("\xff\xd8") && original->size() < mostBytesRead;
    auto stagedOriginal = std::async(plausible ? std::launch::async : std::launch::deferred, [&] {
        return stage(mediaFolder, *original, PhotoFile::original);
    });
    const auto derived = derivePhoto(*original, task);
    if (!derived) {
        base::Error error = derived.error();
        error.where = QFileInfo(task.file).fileName().toStdString() +
                      (error.where.empty() ? "" : ": " + error.where);
        return tl::unexpected(error);
    }
    return kept(mediaFolder, *original, *derived, stagedOriginal);
}

base::Result<QString> exported(const QString& photo, const PhotoMarks& marks, const QString& to)
{
    const auto jpeg = contentOf(photo);
    if (!jpeg) return tl::unexpected(jpeg.error());
    const auto bytes = burned(*jpeg, marks);
    if (!bytes) return tl::unexpected(bytes.error());
    QSaveFile file(to);
    if (!QDir().mkpath(QFileInfo(to).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(*bytes) != bytes->size() || !file.commit())
        return base::fail("photo.disk", "图片没有导出：存储空间不足或磁盘出错", to.toStdString());
    return to;
}

}  // namespace

PhotoProcessor::PhotoProcessor(QString mediaFolder) : m_mediaFolder(std::move(mediaFolder))
{
    m_pool.setMaxThreadCount(1);
}

PhotoProcessor::~PhotoProcessor()
{
    m_pool.waitForDone();
}

QFuture<base::Result<ProcessedPhoto>> PhotoProcessor::process(PhotoTask task)
{
    auto promise = std::make_shared<QPromise<base::Result<ProcessedPhoto>>>();
    auto future = promise->future();
    promise->start();
    m_pool.start([mediaFolder = m_mediaFolder, task = std::move(task), promise] {
        try {
            promise->addResult(processed(mediaFolder, task));
        } catch (const std::exception& broken) {
            promise->addResult(base::Result<ProcessedPhoto>(
                base::fail("photo.disk", "照片没有保存：内存或存储不足，请重试", broken.what())));
        }
        promise->finish();
    });
    return future;
}

QFuture<base::Result<QString>> PhotoProcessor::exportMarked(QString photo, PhotoMarks marks,
                                                            QString to)
{
    auto promise = std::make_shared<QPromise<base::Result<QString>>>();
    auto future = promise->future();
    promise->start();
    m_pool.start([photo = std::move(photo), marks = std::move(marks), to = std::move(to), promise] {
        promise->addResult(exported(photo, marks, to));
        promise->finish();
    });
    return future;
}

}  // namespace platform
