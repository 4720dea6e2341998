#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QTimer>
#include <functional>

#include "app/platform/camera.h"

namespace viewmodels {

/// Looks through the camera for a QR code that is wanted, some times a second, until it is found or
/// nobody looks any more. Takes no photo. UI thread; decodes on another.
class ScanModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool hasCamera READ hasCamera CONSTANT)
    Q_PROPERTY(bool hasViewfinder READ hasViewfinder CONSTANT)
    Q_PROPERTY(bool sawOther READ sawOther NOTIFY changed)

public:
    using Wanted = std::function<bool(const QString& text)>;

    /// `camera` may be null; where not, it outlives the model.
    ScanModel(platform::Camera* camera, Wanted wanted, QObject* parent = nullptr);

    /// `videoOutput` shows what the camera sees, until end().
    Q_INVOKABLE void begin(QObject* videoOutput);
    Q_INVOKABLE void end();

    bool hasCamera() const { return m_camera != nullptr; }
    bool hasViewfinder() const { return m_camera != nullptr && m_camera->hasViewfinder(); }
    /// Codes of something else were seen since begin().
    bool sawOther() const { return m_sawOther; }

Q_SIGNALS:
    void changed();
    /// Once for each begin().
    void found(const QString& text);

private:
    void look();
    void judge(const QString& text);

    platform::Camera* m_camera;
    Wanted m_wanted;
    QTimer m_next;
    bool m_looking = false;
    int m_round = 0;  ///< of begin()
    bool m_sawOther = false;
};

}  // namespace viewmodels
