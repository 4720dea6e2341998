#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QTimer>
#include <optional>

#include "core/base/error.h"
#include "core/base/points.h"
#include "core/base/position.h"

namespace viewmodels {

/// What the state bar says on every page: saved or not, position, unsent, sync, points of the open
/// inspection. It only holds; app/composition connects those who know. UI thread.
class StatusModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(Saved saved READ saved NOTIFY savedChanged)
    Q_PROPERTY(double savedAtMs READ savedAtMs NOTIFY savedChanged)
    Q_PROPERTY(QString notSavedReason READ notSavedReason NOTIFY savedChanged)
    Q_PROPERTY(bool hasFix READ hasFix NOTIFY fixChanged)
    Q_PROPERTY(double accuracyM READ accuracyM NOTIFY fixChanged)
    Q_PROPERTY(int fixAgeS READ fixAgeS NOTIFY fixChanged)
    Q_PROPERTY(bool fixStale READ fixStale NOTIFY fixChanged)
    Q_PROPERTY(int satellites READ satellites NOTIFY fixChanged)
    Q_PROPERTY(bool fixMocked READ fixMocked NOTIFY fixChanged)
    Q_PROPERTY(int unsentRecords READ unsentRecords NOTIFY unsentChanged)
    Q_PROPERTY(int unsentPhotos READ unsentPhotos NOTIFY unsentChanged)
    Q_PROPERTY(double unsentBytes READ unsentBytes NOTIFY unsentChanged)
    Q_PROPERTY(Sync sync READ sync NOTIFY syncChanged)
    Q_PROPERTY(QString syncError READ syncError NOTIFY syncChanged)
    Q_PROPERTY(QString total READ total NOTIFY totalChanged)

public:
    enum class Saved { NothingYet, Saving, Yes, No };
    Q_ENUM(Saved)
    enum class Sync { Idle, Running, Waiting, Failed };
    Q_ENUM(Sync)

    explicit StatusModel(QObject* parent = nullptr);

    Saved saved() const { return m_saved; }
    double savedAtMs() const { return static_cast<double>(m_savedAtMs); }
    QString notSavedReason() const { return m_notSavedReason; }
    /// A fix of over a minute ago is none: photos get none then, either.
    bool hasFix() const { return m_fix && fixAgeS() <= 60; }
    double accuracyM() const { return m_fix ? m_fix->accuracyM : 0; }
    int fixAgeS() const;
    /// So old that a reason is asked for what is found now.
    bool fixStale() const;
    /// -1 when the receiver does not say.
    int satellites() const { return m_fix ? m_fix->satellites.value_or(-1) : -1; }
    bool fixMocked() const { return m_fix && m_fix->mock; }
    int unsentRecords() const { return m_unsentRecords; }
    int unsentPhotos() const { return m_unsentPhotos; }
    double unsentBytes() const { return static_cast<double>(m_unsentBytes); }
    Sync sync() const { return m_sync; }
    QString syncError() const { return m_syncError; }
    QString total() const { return m_total; }

    void showSaving();
    void showSaved(qint64 atMs);
    /// `reason` says in Chinese why and what to do; stays until the next showSaved.
    void showNotSaved(const base::Error& reason);
    /// The fix as of now (its ageMs counts from now on); none: no position known.
    void showFix(std::optional<base::Fix> fix);
    void showUnsent(int records, int photos, qint64 bytes);
    /// `error` is shown with Failed and Waiting; may be empty.
    void showSync(Sync sync, const QString& error);
    /// None when no inspection is open.
    void showTotal(std::optional<base::Points> total);

Q_SIGNALS:
    void savedChanged();
    void fixChanged();
    void unsentChanged();
    void syncChanged();
    void totalChanged();

private:
    Saved m_saved = Saved::NothingYet;
    qint64 m_savedAtMs = 0;
    QString m_notSavedReason;
    std::optional<base::Fix> m_fix;
    qint64 m_fixShownAtMs = 0;
    QTimer m_ageTick;
    int m_unsentRecords = 0;
    int m_unsentPhotos = 0;
    qint64 m_unsentBytes = 0;
    Sync m_sync = Sync::Idle;
    QString m_syncError;
    QString m_total;
};

}  // namespace viewmodels
