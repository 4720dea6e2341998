#pragma once

#include <QtQml/qqmlregistration.h>

#include <QUrl>

#include "app/core_thread.h"
#include "app/sync_loop.h"
#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"

namespace viewmodels {

/// One record or photo that the hub does not have for good yet, or refused.
struct OutboxRow {
    /// Records first.
    enum Kind {
        Inspection,
        Review,
        Rectification,
        Appeal,
        Publication,
        OtherRecord,
        Photo,
        Original
    };

    std::string id;
    Kind kind = OtherRecord;
    std::string title;  ///< "石洞坑村 · 垃圾分类检查评分表", or of a task its item; a photo
                        ///< that is stuck adds "LJ07 桥头"
    transfer::State state = transfer::State::Waiting;
    std::int64_t bytes = 0;
    std::int64_t sentBytes = 0;
    std::string error;  ///< the hub's words; says what to do

    bool operator==(const OutboxRow&) const = default;
    bool sameAs(const OutboxRow& other) const { return id == other.id; }
    bool isRecord() const { return kind < Photo; }
};

/// Everything that waits to be sent, with why it still waits.
class OutboxModel : public RowsModel<OutboxRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(int records READ records NOTIFY changed)
    Q_PROPERTY(int photos READ photos NOTIFY changed)
    Q_PROPERTY(double bytes READ bytes NOTIFY changed)
    Q_PROPERTY(int refused READ refused NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY progressChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY progressChanged)
    Q_PROPERTY(int retryInS READ retryInS NOTIFY progressChanged)
    Q_PROPERTY(double lastSuccessMs READ lastSuccessMs NOTIFY progressChanged)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(bool handingOver READ handingOver NOTIFY handedOver)
    Q_PROPERTY(QString rescueCode READ rescueCode NOTIFY handedOver)
    Q_PROPERTY(QString rescueText READ rescueText NOTIFY handedOver)
    Q_PROPERTY(bool rescueFailed READ rescueFailed NOTIFY handedOver)
    Q_PROPERTY(int photosRecovered READ photosRecovered NOTIFY recoveredChanged)
    Q_PROPERTY(int filesAside READ filesAside NOTIFY recoveredChanged)

public:
    enum Kind {
        Inspection = OutboxRow::Inspection,
        Review = OutboxRow::Review,
        Rectification = OutboxRow::Rectification,
        Appeal = OutboxRow::Appeal,
        Publication = OutboxRow::Publication,
        OtherRecord = OutboxRow::OtherRecord,
        Photo = OutboxRow::Photo,
        Original = OutboxRow::Original
    };
    Q_ENUM(Kind)

    explicit OutboxModel(app::CoreThread& core, QObject* parent = nullptr);

    Q_INVOKABLE void refresh();
    /// Asks for a round now, whatever the back-off says; syncWanted() goes to the sync loop.
    Q_INVOKABLE void syncNow();
    /// Writes unsent work into one sealed file in this folder (a USB stick). rescueCode, which
    /// opens it, and rescueText say how it went.
    Q_INVOKABLE void rescueTo(const QUrl& folder);
    /// Takes another tablet's file along, to be sent with this tablet's next rounds.
    Q_INVOKABLE void carry(const QUrl& file, const QString& code);
    Q_INVOKABLE void forgetRescue();
    void showProgress(const app::SyncProgress& progress);
    /// What the start found of the run before: photos that are in their checks again, and files
    /// that nobody could place.
    void showRecovered(int photos, int filesAside);
    Q_INVOKABLE void dismissRecovered();

    /// Read at least once: before, no rows do not mean that all has arrived.
    bool loaded() const { return m_loaded; }
    int records() const;
    int photos() const;
    double bytes() const;
    int refused() const;
    bool running() const { return m_progress.phase == app::SyncProgress::Phase::running; }
    QString problem() const;
    int retryInS() const { return m_progress.retryInS; }
    double lastSuccessMs() const { return static_cast<double>(m_progress.lastSuccessMs); }
    QString error() const { return m_error; }
    bool handingOver() const { return m_handingOver; }
    QString rescueCode() const { return m_rescueCode; }
    QString rescueText() const { return m_rescueText; }
    bool rescueFailed() const { return m_rescueFailed; }
    int photosRecovered() const { return m_photosRecovered; }
    int filesAside() const { return m_filesAside; }

Q_SIGNALS:
    void changed();
    void progressChanged();
    void syncWanted();
    void handedOver();
    void recoveredChanged();

private:
    void handOverBegins();
    void handOverEnds(const QString& code, const QString& text, bool failed);

    app::CoreThread& m_core;
    app::SyncProgress m_progress;
    bool m_loaded = false;
    QString m_error;
    bool m_handingOver = false;
    QString m_rescueCode;
    QString m_rescueText;
    bool m_rescueFailed = false;
    int m_photosRecovered = 0;
    int m_filesAside = 0;
};

}  // namespace viewmodels
