#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QUrl>
#include <map>

#include "app/platform/camera.h"
#include "app/viewmodels/next_photo.h"
#include "app/viewmodels/open_inspection.h"
#include "app/viewmodels/photo_list_model.h"
#include "app/viewmodels/shot_line.h"

namespace viewmodels {

/// Takes photos of the open item, from the camera or from files; each becomes durable in the
/// background.
///
/// A photo goes to the finding that was named, otherwise to the newest finding of the item that
/// still needs one, otherwise to the item where one is asked of the item as a whole (a ledger),
/// otherwise to its newest finding. Where the sheet asks for wide and close, it is marked with the
/// one that `view` shows: what is still missing, unless somebody chose. take() and add() return at
/// once, also 20 times in a row; `waiting` counts what is under way.
class CaptureModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool hasCamera READ hasCamera CONSTANT)
    Q_PROPERTY(bool hasViewfinder READ hasViewfinder CONSTANT)
    Q_PROPERTY(bool galleryAllowed READ galleryAllowed NOTIFY targetChanged)
    Q_PROPERTY(QString itemCode READ itemCode NOTIFY targetChanged)
    Q_PROPERTY(QString itemTitle READ itemTitle NOTIFY targetChanged)
    Q_PROPERTY(bool viewsAsked READ viewsAsked NOTIFY viewChanged)
    Q_PROPERTY(View view READ view NOTIFY viewChanged)
    Q_PROPERTY(int waiting READ waiting NOTIFY waitingChanged)
    Q_PROPERTY(int taken READ taken NOTIFY waitingChanged)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(viewmodels::PhotoListModel* photos READ photos CONSTANT)

public:
    /// What the next photo shows, where the sheet asks for the surroundings and the thing.
    enum View { NoView, WideView, CloseView };
    Q_ENUM(View)

    /// `camera` may be null: then only files.
    CaptureModel(OpenInspection& open, platform::Camera* camera, ShotLine& line,
                 QObject* parent = nullptr);

    /// Photos from now on are of the open item, and of this finding unless the id is empty. While
    /// the inspection is still being opened it counts for the item that opens.
    Q_INVOKABLE void begin(const QString& findingId);
    Q_INVOKABLE void end();
    Q_INVOKABLE void showOn(QObject* videoOutput);
    Q_INVOKABLE void take();
    /// Says what the next photo shows; after it, what is missing is suggested again.
    Q_INVOKABLE void chooseView(View view);
    /// Several at once are marked only as somebody chose: which is which, nobody knows here.
    Q_INVOKABLE void addFiles(const QList<QUrl>& files);
    Q_INVOKABLE void dismissError();

    bool hasCamera() const { return m_camera != nullptr; }
    bool hasViewfinder() const { return m_camera && m_camera->hasViewfinder(); }
    bool galleryAllowed() const;
    QString itemCode() const { return text(m_item); }
    QString itemTitle() const;
    bool viewsAsked() const { return next().viewsAsked; }
    View view() const;
    int waiting() const { return m_waiting; }
    int taken() const { return m_taken; }
    QString error() const { return m_error; }
    PhotoListModel* photos() { return &m_photos; }

Q_SIGNALS:
    void targetChanged();
    void viewChanged();
    void waitingChanged();
    void errorChanged();

private:
    /// A shot that is not shown with its finding yet.
    struct OnTheWay {
        std::string item;
        PhotoUnderWay what;
        domain::PhotoId photo;  ///< once it is entered
    };

    /// What is true when the button is pressed; the file comes later, maybe on another page.
    store::Shot shotNow() const;
    NextPhoto next() const;
    std::vector<PhotoUnderWay> underWay() const;
    /// Says of what the shot is that gets the next number, and what it shows.
    int aim(store::Shot& shot, View view);
    void receive(const QString& file, domain::PhotoSource source);
    void lose(const QString& file, const base::Error& error);
    void add(int number, const store::Shot& shot);
    void settle(int number, const base::Result<domain::PhotoEntry>& entered);
    domain::ShotClocks clocksOf(const std::optional<base::Fix>& fix) const;
    void changeWaiting(int by);
    void refresh();
    void fail(const base::Error& error);

    OpenInspection& m_open;
    platform::Camera* m_camera;
    ShotLine& m_line;
    std::int64_t m_wallMinusBootMs;  ///< at the start: a wall clock that is changed later shows
    std::string m_item;
    domain::FindingId m_finding;
    QString m_wanted;        ///< the finding that was named while nothing was open
    View m_chosen = NoView;  ///< by hand, for the next photo
    std::map<int, OnTheWay> m_onTheWay;
    std::map<QString, std::pair<int, store::Shot>> m_asked;  ///< of the camera, by their files
    int m_number = 0;                                        ///< of the newest shot
    int m_waiting = 0;
    int m_taken = 0;
    QString m_error;
    PhotoListModel m_photos{this};
};

}  // namespace viewmodels
