#include "app/platform/photo_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDir>
#include <QFileInfo>
#include <QStringList>
#include <cstdio>
#include <future>
#include <set>
#include <utility>

#include "app/platform/photo_processor.h"
#include "core/crypto/hash.h"

namespace platform {
namespace {

tl::unexpected<base::Error> refused(const QString& what, const QString& why)
{
    return base::fail("photo.disk", "照片没有保存：存储空间不足或磁盘出错，请清理空间后重拍",
                      (what + QStringLiteral(": ") + why).toStdString());
}

bool syncFolder(const QString& folder)
{
    const int fd =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    const bool done = ::fsync(fd) == 0;
    ::close(fd);
    return done;
}

}  // namespace

QString mediaPath(const QString& mediaFolder, const domain::Sha256& sha256, PhotoFile file)
{
    const QString name = QString::fromStdString(sha256.value);
    const auto ending = [file] {
        switch (file) {
            case PhotoFile::photo:
                return QStringLiteral(".jpg");
            case PhotoFile::thumb:
                return QStringLiteral(".thumb.jpg");
            case PhotoFile::original:
                return QStringLiteral(".orig.jpg");
        }
        return QString();
    };
    return mediaFolder + u'/' + name.left(2) + u'/' + name + ending();
}

base::Result<StagedFile> stage(const QString& mediaFolder, const QByteArray& bytes, PhotoFile kind)
{
    StagedFile staged;
    staged.sha256 = {crypto::sha256({bytes.constData(), static_cast<std::size_t>(bytes.size())})};
    staged.path = mediaPath(mediaFolder, staged.sha256, kind);
    if (QFileInfo(staged.path).size() == bytes.size() && QFileInfo::exists(staged.path))
        return staged;
    const QString folder = QFileInfo(staged.path).path();
    if (!QDir().mkpath(folder) || !QDir().mkpath(mediaFolder + QStringLiteral("/tmp"))) {
        return refused(folder, QStringLiteral("mkdir"));
    }
    staged.file =
        std::make_unique<QTemporaryFile>(mediaFolder + QStringLiteral("/tmp/photo-XXXXXX"));
    QTemporaryFile& file = *staged.file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush() ||
        ::fsync(file.handle()) != 0) {
        return refused(file.fileName(), file.errorString());
    }
    return staged;
}

base::Result<void> commit(const QString& mediaFolder, const std::vector<StagedFile>& files)
{
    std::set<QString> folders = {mediaFolder};
    QStringList renamed;
    const auto fail = [&](const QString& what, const QString& why) {
        for (const QString& path : renamed) QFile::remove(path);
        return refused(what, why);
    };
    for (const StagedFile& staged : files) {
        if (!staged.file) continue;
        // rename(2), not QFile::rename: it replaces atomically and never falls back to a copy.
        if (std::rename(QFile::encodeName(staged.file->fileName()).constData(),
                        QFile::encodeName(staged.path).constData()) != 0)
            return fail(staged.path, QStringLiteral("rename"));
        staged.file->setAutoRemove(false);
        renamed << staged.path;
        folders.insert(QFileInfo(staged.path).path());
    }
    // Side by side: the disk takes them in one go.
    std::vector<std::pair<QString, std::future<bool>>> synced;
    for (const QString& folder : folders)
        synced.emplace_back(folder, std::async(std::launch::async, &syncFolder, folder));
    QString refusing;
    for (auto& [folder, done] : synced)
        if (!done.get()) refusing = folder;
    return refusing.isEmpty() ? base::Result<void>() : fail(refusing, QStringLiteral("fsync"));
}

}  // namespace platform
