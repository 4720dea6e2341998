#include "app/platform/photo_processor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>
#include <memory>
#include <tuple>

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

base::Result<ProcessedPhoto> processed(const QString& mediaFolder, const PhotoTask& task)
{
    const auto original = contentOf(task.file);
    if (!original) {
        return tl::unexpected(original.error());
    }
    auto derived = derivePhoto(*original, task);
    if (!derived) {
        base::Error error = derived.error();
        error.where = QFileInfo(task.file).fileName().toStdString() +
                      (error.where.empty() ? "" : ": " + error.where);
        return tl::unexpected(error);
    }
    ProcessedPhoto photo;
    photo.bytes = derived->jpeg.size();
    photo.widthPx = derived->widthPx;
    photo.heightPx = derived->heightPx;
    photo.thumbBytes = derived->thumb.size();
    photo.originalBytes = original->size();
    const std::tuple<const QByteArray&, PhotoFile, domain::Sha256&> files[] = {
        {*original, PhotoFile::original, photo.originalSha256},
        {derived->jpeg, PhotoFile::photo, photo.sha256},
        {derived->thumb, PhotoFile::thumb, photo.thumbSha256}};
    for (const auto& [bytes, file, hash] : files) {
        auto kept = keepBytes(mediaFolder, bytes, file);
        if (!kept) {
            return tl::unexpected(kept.error());
        }
        hash = *kept;
    }
    if (task.moveOriginal) {
        QFile::remove(task.file);
    }
    return photo;
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
