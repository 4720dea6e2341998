#pragma once

#include <QImage>

#include "app/viewmodels/capture_model.h"
#include "tests/app/viewmodels/desk.h"

namespace support {

/// A desk with photos on files that the test painted.
struct PhotoDesk : Desk {
    platform::PhotoProcessor processor{QString::fromStdString(tablet.mediaFolder())};
    viewmodels::ChecklistModel checklist{open};
    viewmodels::CaptureModel capture{open, nullptr, processor, QStringLiteral("平板")};

    QUrl paint(const char* name, const char* format = "JPG", QSize size = {640, 480})
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(90, 120, 60));
        const QString file = QString::fromStdString(tablet.folder() / name);
        REQUIRE(image.save(file, format));
        return QUrl::fromLocalFile(file);
    }
    void shotsDone()
    {
        REQUIRE(eventually([&] { return capture.waiting() == 0; }, 20000));
        settle();
    }
};

}  // namespace support
