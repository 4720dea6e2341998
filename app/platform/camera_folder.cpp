#include <QDir>
#include <QFile>
#include <QUuid>

#include "app/platform/camera.h"

namespace platform {
namespace {

class FolderCamera final : public Camera {
public:
    FolderCamera(const QString& photos, QString folder)
        : m_photos(photos), m_folder(std::move(folder))
    {
        m_names = m_photos.entryList(
            {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.JPG")},
            QDir::Files, QDir::Name);
    }

    bool hasViewfinder() const override { return false; }
    void showOn(QObject*) override {}
    void start() override {}
    void stop() override {}

    void take() override
    {
        if (m_names.isEmpty()) {
            Q_EMIT failed(
                {"camera.none", "没有可用的照片：文件夹是空的", m_photos.path().toStdString()});
            return;
        }
        const QString from = m_photos.filePath(m_names.at(m_next++ % m_names.size()));
        const QString to = m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) +
                           QStringLiteral(".jpg");
        if (!QDir().mkpath(m_folder) || !QFile::copy(from, to)) {
            Q_EMIT failed({"camera.failed", "照片没有保存，请检查存储空间", from.toStdString()});
            return;
        }
        Q_EMIT taken(to, domain::PhotoSource::gallery);
    }

private:
    QDir m_photos;
    QString m_folder;
    QStringList m_names;
    qsizetype m_next = 0;
};

}  // namespace

std::unique_ptr<Camera> makeFolderCamera(const QString& photos, const QString& folder)
{
    return std::make_unique<FolderCamera>(photos, folder);
}

}  // namespace platform
