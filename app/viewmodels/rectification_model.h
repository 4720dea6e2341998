#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QUrl>
#include <functional>
#include <map>

#include "app/core_thread.h"
#include "app/platform/camera.h"
#include "app/viewmodels/around.h"
#include "app/viewmodels/rectification_reader.h"
#include "app/viewmodels/shot_line.h"
#include "core/domain/user.h"

namespace viewmodels {

/// One finding that is put right: what was found, the photos before and after, the step that is
/// next, and the camera that takes the after-photo from the same spot.
class RectificationModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(QString findingId READ findingId NOTIFY changed)
    Q_PROPERTY(QString village READ village NOTIFY changed)
    Q_PROPERTY(QString item READ item NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString responsible READ responsible NOTIFY changed)
    Q_PROPERTY(QString lastComment READ lastComment NOTIFY changed)
    Q_PROPERTY(int severity READ severity NOTIFY changed)
    Q_PROPERTY(int taskState READ taskState NOTIFY changed)
    Q_PROPERTY(double dueAtMs READ dueAtMs NOTIFY changed)
    Q_PROPERTY(bool overdue READ overdue NOTIFY changed)
    Q_PROPERTY(bool repeat READ repeat NOTIFY changed)
    Q_PROPERTY(QList<QUrl> before READ before NOTIFY changed)
    Q_PROPERTY(QList<QUrl> after READ after NOTIFY changed)
    Q_PROPERTY(QStringList history READ history NOTIFY changed)
    Q_PROPERTY(int drafted READ drafted NOTIFY changed)
    Q_PROPERTY(int photosMissing READ photosMissing NOTIFY changed)
    Q_PROPERTY(bool placeKnown READ placeKnown NOTIFY changed)
    Q_PROPERTY(int distanceM READ distanceM NOTIFY positionChanged)
    Q_PROPERTY(int bearingDeg READ bearingDeg NOTIFY positionChanged)
    Q_PROPERTY(bool hasCamera READ hasCamera CONSTANT)
    Q_PROPERTY(bool hasViewfinder READ hasViewfinder CONSTANT)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(bool mayStart READ mayStart NOTIFY changed)
    Q_PROPERTY(bool mayReport READ mayReport NOTIFY changed)
    Q_PROPERTY(bool mayCheck READ mayCheck NOTIFY changed)
    Q_PROPERTY(bool mayClose READ mayClose NOTIFY changed)

public:
    using Step = std::function<QFuture<base::Result<void>>(
        domain::FindingId, domain::RectificationAction, std::string comment)>;

    /// `camera` may be null: then only files.
    RectificationModel(app::CoreThread& core, Around around, Step step, platform::Camera* camera,
                       ShotLine& line, QObject* parent = nullptr);

    void showUser(std::optional<domain::User> user);
    void showFix(const base::Fix& fix);
    /// Shows what was read; open() ends here.
    void display(std::optional<RectificationSheet> sheet);

    Q_INVOKABLE void open(const QString& findingId);
    Q_INVOKABLE void refresh();
    /// 整改中: the village says that it is at it, before there is a photo.
    Q_INVOKABLE void start();
    Q_INVOKABLE void report(const QString& comment);
    Q_INVOKABLE void accept();
    Q_INVOKABLE void sendBack(const QString& comment);
    Q_INVOKABLE void close();

    Q_INVOKABLE void showOn(QObject* videoOutput);
    Q_INVOKABLE void endCamera();
    Q_INVOKABLE void take();
    Q_INVOKABLE void addFiles(const QList<QUrl>& files);

    bool loaded() const { return m_sheet.has_value(); }
    QString findingId() const;
    QString village() const;
    QString item() const;
    QString place() const;
    QString note() const;
    QString number() const;
    QString responsible() const;
    /// Why the newest report was returned.
    QString lastComment() const;
    int severity() const;
    int taskState() const;
    double dueAtMs() const;
    bool overdue() const;
    bool repeat() const;
    QList<QUrl> before() const { return m_sheet ? m_sheet->before : QList<QUrl>(); }
    QList<QUrl> after() const { return m_sheet ? m_sheet->after : QList<QUrl>(); }
    QStringList history() const;
    int drafted() const { return m_sheet ? m_sheet->drafted : 0; }
    int photosMissing() const { return m_sheet ? m_sheet->reported - m_sheet->onHub : 0; }
    bool placeKnown() const { return m_sheet && m_sheet->task.notice.fix.has_value(); }
    /// To where the photo before was taken; -1 when one of the two places is not known.
    int distanceM() const;
    int bearingDeg() const;
    bool hasCamera() const { return m_camera != nullptr; }
    bool hasViewfinder() const { return m_camera && m_camera->hasViewfinder(); }
    int waiting() const { return m_waiting; }
    bool busy() const { return m_busy; }
    QString error() const { return m_error; }
    bool mayStart() const;
    bool mayReport() const;
    bool mayCheck() const;
    bool mayClose() const;

Q_SIGNALS:
    void changed();
    void positionChanged();
    void stepped();
    /// The hub may have these photos; they are not on this tablet.
    void photosWanted(const QString& findingId);

private:
    void step(domain::RectificationAction action, const QString& comment);
    store::Shot shotNow() const;
    void add(const store::Shot& shot);
    void settle(const QString& error);
    bool can(domain::RectificationAction action) const;
    bool mends() const;
    bool reviews() const;
    void setError(const QString& error);

    app::CoreThread& m_core;
    Around m_around;
    Step m_step;
    platform::Camera* m_camera;
    ShotLine& m_line;
    std::optional<domain::User> m_user;
    std::optional<base::Fix> m_fix;
    domain::FindingId m_id;
    std::optional<RectificationSheet> m_sheet;
    QString m_error;
    std::map<QString, store::Shot> m_asked;  ///< of the camera, by their files
    int m_waiting = 0;
    bool m_busy = false;
};

}  // namespace viewmodels
