#include <QDir>
#include <QFile>

#include "app/platform/camera.h"

namespace platform {
namespace {

class FolderCamera final : public Camera {
public:
    FolderCamera(const QString& photos, const QString& folder) : Camera(folder), m_photos(photos)
    {
        m_names = m_photos.entryList(
            {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.JPG")},
            QDir::Files, QDir::Name);
    }

    bool hasViewfinder() const override { return false; }
    void showOn(QObject*) override {}
    QImage look() override { return m_names.isEmpty() ? QImage() : QImage(nextPhoto()); }

private:
    void run(bool) override {}

    void shoot(const QString& file) override
    {
        if (m_names.isEmpty()) {
            answerFailed(file, {"camera.none", "没有可用的照片：文件夹是空的",
                                m_photos.path().toStdString()});
            return;
        }
        const QString from = nextPhoto();
        if (QFile::copy(from, file))
            answerTaken(file, domain::PhotoSource::gallery);
        else
            answerFailed(file,
                         {"camera.failed", "照片没有保存，请检查存储空间", from.toStdString()});
    }

    QString nextPhoto() { return m_photos.filePath(m_names.at(m_next++ % m_names.size())); }

    QDir m_photos;
    QStringList m_names;
    qsizetype m_next = 0;
};

}  // namespace

std::unique_ptr<Camera> makeFolderCamera(const QString& photos, const QString& folder)
{
    return std::make_unique<FolderCamera>(photos, folder);
}

}  // namespace platform
