#include <QCamera>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include "app/platform/camera.h"

namespace platform {
namespace {

class DeviceCamera final : public Camera {
public:
    explicit DeviceCamera(const QString& folder) : Camera(folder)
    {
        m_capture.setFileFormat(QImageCapture::JPEG);
        m_capture.setQuality(QImageCapture::VeryHighQuality);
        m_session.setCamera(&m_camera);
        m_session.setImageCapture(&m_capture);
        connect(&m_capture, &QImageCapture::readyForCaptureChanged, this,
                &DeviceCamera::captureWhenReady);
        connect(&m_capture, &QImageCapture::imageSaved, this, [this](int, const QString& file) {
            answerTaken(file, domain::PhotoSource::camera);
        });
        connect(
            &m_capture, &QImageCapture::errorOccurred, this,
            [this](int, QImageCapture::Error, const QString& why) {
                answerFailed(m_file, {"camera.failed", "没有拍成，请再拍一次", why.toStdString()});
            });
    }

    bool hasViewfinder() const override { return true; }
    void showOn(QObject* videoOutput) override { m_session.setVideoOutput(videoOutput); }
    QImage look() override
    {
        const QVideoSink* sink = m_session.videoSink();
        return sink ? sink->videoFrame().toImage() : QImage();
    }

private:
    void run(bool on) override { m_camera.setActive(on); }

    void shoot(const QString& file) override
    {
        m_file = file;
        m_asked = false;
        captureWhenReady();
    }

    /// The camera is not ready while it starts and while it writes the shot before.
    void captureWhenReady()
    {
        if (m_asked || m_file.isEmpty() || !m_capture.isReadyForCapture()) return;
        m_asked = true;
        m_capture.captureToFile(m_file);
    }

    QString m_file;
    bool m_asked = false;
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
