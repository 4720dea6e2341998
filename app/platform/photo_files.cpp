#include "app/platform/photo_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>
#include <cstdio>

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

base::Result<domain::Sha256> keepBytes(const QString& mediaFolder, const QByteArray& bytes,
                                       PhotoFile kind)
{
    const domain::Sha256 hash{
        crypto::sha256({bytes.constData(), static_cast<std::size_t>(bytes.size())})};
    const QString path = mediaPath(mediaFolder, hash, kind);
    if (QFileInfo(path).size() == bytes.size() && QFileInfo::exists(path)) {
        return hash;
    }
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder) || !QDir().mkpath(mediaFolder + QStringLiteral("/tmp"))) {
        return refused(folder, QStringLiteral("mkdir"));
    }
    QTemporaryFile file(mediaFolder + QStringLiteral("/tmp/photo-XXXXXX"));
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush() ||
        ::fsync(file.handle()) != 0) {
        return refused(file.fileName(), file.errorString());
    }
    // rename(2), not QFile::rename: it replaces atomically and never falls back to a copy.
    if (std::rename(QFile::encodeName(file.fileName()).constData(),
                    QFile::encodeName(path).constData()) != 0) {
        return refused(path, QStringLiteral("rename"));
    }
    file.setAutoRemove(false);
    if (!syncFolder(folder) || !syncFolder(mediaFolder)) {
        return refused(folder, QStringLiteral("fsync"));
    }
    return hash;
}

}  // namespace platform
