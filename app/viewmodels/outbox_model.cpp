#include "app/viewmodels/outbox_model.h"

#include <algorithm>
#include <numeric>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/read_outbox.h"

namespace viewmodels {

namespace {

constexpr Column<OutboxRow> outboxColumns[] = {
    {"entryId", [](const OutboxRow& row) -> QVariant { return text(row.id); }},
    {"entryKind", [](const OutboxRow& row) -> QVariant { return static_cast<int>(row.kind); }},
    {"title", [](const OutboxRow& row) -> QVariant { return text(row.title); }},
    {"transferState",
     [](const OutboxRow& row) -> QVariant { return QVariant::fromValue(row.state); }},
    {"bytes", [](const OutboxRow& row) -> QVariant { return static_cast<qint64>(row.bytes); }},
    {"sentBytes",
     [](const OutboxRow& row) -> QVariant { return static_cast<qint64>(row.sentBytes); }},
    {"error", [](const OutboxRow& row) -> QVariant { return text(row.error); }},
};

}  // namespace

OutboxModel::OutboxModel(app::CoreThread& core, QObject* parent)
    : RowsModel(outboxColumns, parent), m_core(core)
{
}

void OutboxModel::refresh()
{
    app::whenDone(
        m_core.run(&readOutbox), this,
        [this](std::vector<OutboxRow> rows) {
            m_error.clear();
            m_loaded = true;
            show(std::move(rows));
            Q_EMIT changed();
        },
        [this](const std::exception&) {
            m_error = tr("本机数据读不出来，请重新打开应用；仍不行请联系管理员");
            Q_EMIT changed();
        });
}

void OutboxModel::syncNow()
{
    Q_EMIT syncWanted();
}

void OutboxModel::showProgress(const app::SyncProgress& progress)
{
    m_progress = progress;
    Q_EMIT progressChanged();
}

void OutboxModel::showRecovered(int photos, int filesAside)
{
    m_photosRecovered = photos;
    m_filesAside = filesAside;
    Q_EMIT recoveredChanged();
}

void OutboxModel::dismissRecovered()
{
    showRecovered(0, 0);
}

int OutboxModel::records() const
{
    return static_cast<int>(std::count_if(rows().begin(), rows().end(),
                                          [](const OutboxRow& row) { return row.isRecord(); }));
}

int OutboxModel::photos() const
{
    return rowCount() - records();
}

double OutboxModel::bytes() const
{
    const qint64 left = std::accumulate(
        rows().begin(), rows().end(), qint64{0},
        [](qint64 sum, const OutboxRow& row) { return sum + row.bytes - row.sentBytes; });
    return static_cast<double>(left);
}

int OutboxModel::refused() const
{
    return static_cast<int>(std::count_if(rows().begin(), rows().end(), [](const OutboxRow& row) {
        return row.state == transfer::State::Refused;
    }));
}

QString OutboxModel::problem() const
{
    return m_progress.problem ? ErrorWords::of(*m_progress.problem) : QString();
}

}  // namespace viewmodels
