#include "app/platform/camera.h"

#include <QDir>
#include <QUuid>

namespace platform {

Camera::Camera(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder))
{
    m_watch.setSingleShot(true);
    m_watch.setInterval(answerWithinMs);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (!m_line.empty())
            answerFailed(QString(m_line.front()), {"camera.busy", "相机没有响应，请再拍一次", {}});
    });
}

void Camera::start()
{
    m_stopping = false;
    run(true);
}

void Camera::stop()
{
    m_stopping = true;
    if (m_line.empty()) run(false);
}

QString Camera::take()
{
    m_line.push_back(m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) +
                     QStringLiteral(".jpg"));
    QMetaObject::invokeMethod(this, &Camera::shootNext, Qt::QueuedConnection);
    return m_line.back();
}

void Camera::shootNext()
{
    if (m_shooting || m_line.empty()) return;
    m_shooting = true;
    m_watch.start();
    const QString file = m_line.front();
    if (QDir().mkpath(m_folder))
        shoot(file);
    else
        answerFailed(file, {"camera.failed", "照片没有保存，请检查存储空间", file.toStdString()});
}

bool Camera::finish(const QString& file)
{
    if (m_line.empty() || m_line.front() != file) return false;
    m_line.pop_front();
    m_shooting = false;
    m_watch.stop();
    if (!m_line.empty())
        QMetaObject::invokeMethod(this, &Camera::shootNext, Qt::QueuedConnection);
    else if (m_stopping)
        run(false);
    return true;
}

void Camera::answerTaken(const QString& file, domain::PhotoSource source)
{
    if (finish(file)) Q_EMIT taken(file, source);
}

void Camera::answerFailed(const QString& file, const base::Error& error)
{
    if (finish(file)) Q_EMIT failed(file, error);
}

}  // namespace platform
