#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QUrl>
#include <deque>
#include <map>

#include "app/platform/camera.h"
#include "app/platform/photo_processor.h"
#include "app/viewmodels/open_inspection.h"
#include "app/viewmodels/photo_list_model.h"

namespace viewmodels {

/// Takes photos of the open item, from the camera or from files; each becomes durable in the
/// background.
///
/// A photo goes to the finding that was named, otherwise to the newest finding of the item that
/// still needs one, otherwise to the item. take() and add() return at once, also 20 times in a row;
/// `waiting` counts what is under way.
class CaptureModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool hasCamera READ hasCamera CONSTANT)
    Q_PROPERTY(bool hasViewfinder READ hasViewfinder CONSTANT)
    Q_PROPERTY(bool galleryAllowed READ galleryAllowed NOTIFY targetChanged)
    Q_PROPERTY(QString itemCode READ itemCode NOTIFY targetChanged)
    Q_PROPERTY(QString itemTitle READ itemTitle NOTIFY targetChanged)
    Q_PROPERTY(int waiting READ waiting NOTIFY waitingChanged)
    Q_PROPERTY(int taken READ taken NOTIFY waitingChanged)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(viewmodels::PhotoListModel* photos READ photos CONSTANT)

public:
    /// `camera` may be null: then only files.
    CaptureModel(OpenInspection& open, platform::Camera* camera,
                 platform::PhotoProcessor& processor, QString deviceName,
                 QObject* parent = nullptr);

    /// Photos from now on are of the open item, and of this finding unless the id is empty.
    Q_INVOKABLE void begin(const QString& findingId);
    Q_INVOKABLE void end();
    Q_INVOKABLE void showOn(QObject* videoOutput);
    Q_INVOKABLE void take();
    Q_INVOKABLE void addFiles(const QList<QUrl>& files);
    Q_INVOKABLE void dismissError();

    bool hasCamera() const { return m_camera != nullptr; }
    bool hasViewfinder() const { return m_camera && m_camera->hasViewfinder(); }
    bool galleryAllowed() const;
    QString itemCode() const { return text(m_item); }
    QString itemTitle() const;
    int waiting() const { return m_waiting; }
    int taken() const { return m_taken; }
    QString error() const { return m_error; }
    PhotoListModel* photos() { return &m_photos; }

Q_SIGNALS:
    void targetChanged();
    void waitingChanged();
    void errorChanged();

private:
    /// What was true when the button was pressed; the file comes later, maybe on another page.
    struct Shot {
        platform::PhotoTask task;
        std::string item;
        domain::FindingId finding;
    };

    Shot shotNow();
    /// What the camera answered to the oldest shot.
    void receive(const QString& file, domain::PhotoSource source);
    void process(Shot shot, const QString& file, domain::PhotoSource source);
    void enter(const domain::InspectionId& inspection, domain::PhotoEntry entry,
               std::int64_t originalBytes);
    domain::ShotClocks clocksOf(const std::optional<base::Fix>& fix) const;
    domain::FindingId target(const domain::PhotoId& photo);
    void changeWaiting(int by);
    void refresh();
    void fail(const base::Error& error);

    OpenInspection& m_open;
    platform::Camera* m_camera;
    platform::PhotoProcessor& m_processor;
    QString m_deviceName;
    std::int64_t m_wallMinusBootMs;  ///< at the start: a wall clock that is changed later shows
    std::string m_item;
    domain::FindingId m_finding;
    std::map<domain::PhotoId, domain::FindingId> m_onTheWay;
    std::deque<Shot> m_shots;  ///< pressed, and the camera has not answered yet
    int m_waiting = 0;
    int m_taken = 0;
    QString m_error;
    PhotoListModel m_photos{this};
};

}  // namespace viewmodels
