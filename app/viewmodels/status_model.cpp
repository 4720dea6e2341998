#include "app/viewmodels/status_model.h"

#include <QDeadlineTimer>
#include <chrono>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/words.h"
#include "core/evidence/sign_off.h"

namespace viewmodels {

namespace {
qint64 steadyMs()
{
    return QDeadlineTimer::current().deadline();
}
}  // namespace

StatusModel::StatusModel(QObject* parent) : QObject(parent)
{
    m_ageTick.setInterval(std::chrono::seconds(1));
    connect(&m_ageTick, &QTimer::timeout, this, &StatusModel::fixChanged);
}

int StatusModel::fixAgeS() const
{
    if (!m_fix) return 0;
    return static_cast<int>((m_fix->ageMs + steadyMs() - m_fixShownAtMs) / 1000);
}

bool StatusModel::fixStale() const
{
    return hasFix() && fixAgeS() * 1000 > evidence::fixStaleAfterMs;
}

void StatusModel::showSaving()
{
    if (m_saved == Saved::No) return;
    m_saved = Saved::Saving;
    Q_EMIT savedChanged();
}

void StatusModel::showSaved(qint64 atMs)
{
    m_saved = Saved::Yes;
    m_savedAtMs = atMs;
    m_notSavedReason.clear();
    Q_EMIT savedChanged();
}

void StatusModel::showNotSaved(const base::Error& reason)
{
    m_saved = Saved::No;
    m_notSavedReason = ErrorWords::of(reason);
    // Most of these say it themselves, and the bar says it before them.
    for (const QString& said : {tr("没有保存："), tr("未保存：")})
        if (m_notSavedReason.startsWith(said)) m_notSavedReason.remove(0, said.size());
    Q_EMIT savedChanged();
}

void StatusModel::showFix(std::optional<base::Fix> fix)
{
    m_fix = std::move(fix);
    m_fixShownAtMs = steadyMs();
    if (m_fix)
        m_ageTick.start();
    else
        m_ageTick.stop();
    Q_EMIT fixChanged();
}

void StatusModel::showUnsent(int records, int photos, qint64 bytes)
{
    m_unsentRecords = records;
    m_unsentPhotos = photos;
    m_unsentBytes = bytes;
    Q_EMIT unsentChanged();
}

void StatusModel::showSync(Sync sync, const QString& error)
{
    m_sync = sync;
    m_syncError = error;
    Q_EMIT syncChanged();
}

void StatusModel::showTotal(std::optional<base::Points> total)
{
    m_total = total ? text(*total) : QString();
    Q_EMIT totalChanged();
}

}  // namespace viewmodels
