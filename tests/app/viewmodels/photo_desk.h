#pragma once

#include <QFile>
#include <QImage>

#include "app/viewmodels/capture_model.h"
#include "tests/app/viewmodels/desk.h"

namespace support {

/// A camera that takes one picture at a time and answers when the test says so.
class SlowCamera : public platform::Camera {
public:
    SlowCamera(const QString& folder, QString picture)
        : Camera(folder), m_picture(std::move(picture))
    {
    }

    bool hasViewfinder() const override { return false; }
    void showOn(QObject*) override {}
    QImage look() override { return {}; }

    bool isShooting() const { return !m_file.isEmpty(); }
    bool isRunning() const { return m_running; }
    void answer()
    {
        REQUIRE(QFile::copy(m_picture, m_file));
        answerTaken(std::exchange(m_file, {}), domain::PhotoSource::camera);
    }
    void fail()
    {
        answerFailed(std::exchange(m_file, {}), {"camera.failed", "没有拍成，请再拍一次", {}});
    }

private:
    void run(bool on) override { m_running = on; }
    void shoot(const QString& file) override
    {
        REQUIRE(m_file.isEmpty());
        m_file = file;
    }

    QString m_picture;
    QString m_file;
    bool m_running = false;
};

/// A desk with a camera, and with photos in files that the test painted.
struct PhotoDesk : Desk {
    platform::PhotoProcessor processor{QString::fromStdString(tablet.mediaFolder())};
    SlowCamera camera{QString::fromStdString(tablet.folder() / "shots"),
                      paint("camera.jpg").toLocalFile()};
    viewmodels::ChecklistModel checklist{open};
    viewmodels::ShotLine line{core, around(), processor, QStringLiteral("平板")};
    viewmodels::CaptureModel capture{open, &camera, line};

    /// The county's sheets ask for the surroundings and the thing, wherever they ask for photos.
    void wantWideAndClose()
    {
        tablet.db().exec(
            R"(UPDATE checklist SET body =
               replace(body, '"photosAtLeast":1', '"photosAtLeast":1,"wideAndClose":true'))");
    }
    QUrl paint(const char* name, const char* format = "JPG", QSize size = {640, 480})
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(90, 120, 60));
        const QString file = QString::fromStdString(tablet.folder() / name);
        REQUIRE(image.save(file, format));
        return QUrl::fromLocalFile(file);
    }
    /// The camera takes the next shot in its line.
    void cameraAnswers()
    {
        REQUIRE(eventually([&] { return camera.isShooting(); }));
        camera.answer();
    }
    void cameraFails()
    {
        REQUIRE(eventually([&] { return camera.isShooting(); }));
        camera.fail();
    }
    /// A photo from the camera, in its place in the check.
    void shoot()
    {
        capture.take();
        cameraAnswers();
        shotsDone();
    }
    void shotsDone()
    {
        REQUIRE(eventually([&] { return capture.waiting() == 0; }, 20000));
        settle();
    }
};

}  // namespace support
