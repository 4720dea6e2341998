#include <QCamera>
#include <QDir>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QUuid>

#include "app/platform/camera.h"

namespace platform {
namespace {

class DeviceCamera final : public Camera {
public:
    explicit DeviceCamera(QString folder) : m_folder(std::move(folder))
    {
        m_capture.setFileFormat(QImageCapture::JPEG);
        m_capture.setQuality(QImageCapture::VeryHighQuality);
        m_session.setCamera(&m_camera);
        m_session.setImageCapture(&m_capture);
        connect(&m_capture, &QImageCapture::imageSaved, this, [this](int, const QString& file) {
            Q_EMIT taken(file, domain::PhotoSource::camera);
        });
        connect(&m_capture, &QImageCapture::errorOccurred, this,
                [this](int, QImageCapture::Error, const QString& why) {
                    Q_EMIT failed({"camera.failed", "没有拍成，请再拍一次", why.toStdString()});
                });
    }

    bool hasViewfinder() const override { return true; }
    void showOn(QObject* videoOutput) override { m_session.setVideoOutput(videoOutput); }
    void start() override { m_camera.start(); }
    void stop() override { m_camera.stop(); }

    void take() override
    {
        if (!m_capture.isReadyForCapture() || !QDir().mkpath(m_folder)) {
            Q_EMIT failed({"camera.busy", "相机还没准备好，请稍等再拍", ""});
            return;
        }
        m_capture.captureToFile(m_folder + u'/' +
                                QUuid::createUuid().toString(QUuid::WithoutBraces) +
                                QStringLiteral(".jpg"));
    }

private:
    QString m_folder;
    QCamera m_camera;
    QImageCapture m_capture;
    QMediaCaptureSession m_session;
};

}  // namespace

std::unique_ptr<Camera> makeDeviceCamera(const QString& folder)
{
    return QMediaDevices::videoInputs().isEmpty() ? nullptr
                                                  : std::make_unique<DeviceCamera>(folder);
}

}  // namespace platform
