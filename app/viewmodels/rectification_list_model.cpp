#include "app/viewmodels/rectification_list_model.h"

#include <map>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/words.h"
#include "core/domain/region.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {
using State = domain::RectificationState;
using Show = RectificationListModel::Show;

constexpr Column<RectificationRow> columns[] = {
    {"findingId", [](const RectificationRow& row) -> QVariant { return text(row.id); }},
    {"village", [](const RectificationRow& row) -> QVariant { return text(row.village); }},
    {"town", [](const RectificationRow& row) -> QVariant { return text(row.town); }},
    {"item", [](const RectificationRow& row) -> QVariant { return text(row.item); }},
    {"place", [](const RectificationRow& row) -> QVariant { return text(row.place); }},
    {"severity", [](const RectificationRow& row) -> QVariant { return row.severity; }},
    {"taskState", [](const RectificationRow& row) -> QVariant { return row.state; }},
    {"dueAtMs",
     [](const RectificationRow& row) -> QVariant { return static_cast<double>(row.dueAtMs); }},
    {"overdue", [](const RectificationRow& row) -> QVariant { return row.overdue; }},
    {"repeat", [](const RectificationRow& row) -> QVariant { return row.repeat; }},
};

bool isShown(const RectificationRow& row, Show show)
{
    const auto state = static_cast<State>(row.state);
    switch (show) {
        case Show::Waiting:
            return state == State::waiting;
        case Show::WithVillage:
            return domain::isWithVillage(state);
        case Show::ToCheck:
            return state == State::reported || state == State::checked;
        case Show::Overdue:
            return row.overdue;
        case Show::Done:
            return state == State::closed;
        case Show::All:
            return state != State::cancelled;
    }
    return true;
}

struct Read {
    std::vector<RectificationRow> rows;
    std::vector<TownFigures> towns;
};

Read readTasks(SQLite::Database& db, std::int64_t nowMs)
{
    const store::Reference reference(db);
    const store::Rectifications rectifications(db);
    std::map<domain::RegionCode, std::string> names;
    const auto nameOf = [&](const domain::RegionCode& code) {
        const auto [entry, isNew] = names.try_emplace(code);
        if (isNew) entry->second = reference.regionName(code);
        return entry->second;
    };
    Read read;
    for (const store::RectificationTask& task : rectifications.list({}))
        read.rows.push_back({task.finding.value, nameOf(task.notice.village),
                             nameOf(domain::townOf(task.notice.village)),
                             task.notice.itemCode + " " + task.notice.itemTitle, task.notice.place,
                             static_cast<int>(task.notice.severity), static_cast<int>(task.state),
                             task.notice.dueAtMs,
                             domain::isOverdue(task.state, task.notice.dueAtMs, nowMs),
                             task.notice.repeat});
    for (const store::TownRectification& town : rectifications.byTown({}, nowMs))
        read.towns.push_back({town.town.value, nameOf(town.town), town.counts});
    return read;
}
}  // namespace

RectificationListModel::RectificationListModel(app::CoreThread& core, const base::Clock& clock,
                                               Issue issue, QObject* parent)
    : RowsModel(columns, parent), m_core(core), m_clock(clock), m_issue(std::move(issue))
{
}

void RectificationListModel::refresh()
{
    app::whenDone(
        m_core.run([now = m_clock.wallMs()](SQLite::Database& db) { return readTasks(db, now); }),
        this,
        [this](Read read) {
            m_readError.clear();
            showTowns(std::move(read.towns));
            display(std::move(read.rows));
        },
        [this](const std::exception&) {
            m_readError = tr("本机数据读不出来，请重新打开应用；仍不行请联系管理员");
            Q_EMIT changed();
        });
}

void RectificationListModel::display(std::vector<RectificationRow> rows)
{
    m_all = std::move(rows);
    std::ranges::stable_sort(m_all, [](const auto& a, const auto& b) {
        if (a.overdue != b.overdue) return a.overdue;
        return a.dueAtMs < b.dueAtMs;
    });
    arrange();
}

void RectificationListModel::arrange()
{
    for (int show = 0; show < m_counts.size(); ++show)
        m_counts[show] = static_cast<int>(std::ranges::count_if(
            m_all, [&](const auto& row) { return isShown(row, static_cast<Show>(show)); }));
    std::vector<RectificationRow> rows;
    std::ranges::copy_if(m_all, std::back_inserter(rows),
                         [this](const auto& row) { return isShown(row, m_show); });
    RowsModel::show(std::move(rows));
    Q_EMIT changed();
}

void RectificationListModel::setShow(Show show)
{
    if (m_show == show) return;
    m_show = show;
    arrange();
}

void RectificationListModel::showSupervises(bool supervises)
{
    m_supervises = supervises;
    Q_EMIT changed();
}

void RectificationListModel::showTowns(std::vector<TownFigures> towns)
{
    m_totals = {};
    for (const TownFigures& town : towns) {
        m_totals.issued += town.counts.issued;
        m_totals.done += town.counts.done;
        m_totals.onTime += town.counts.onTime;
        m_totals.overdue += town.counts.overdue;
    }
    m_towns.show(std::move(towns));
    Q_EMIT changed();
}

std::vector<domain::FindingId> RectificationListModel::in(domain::RectificationState state) const
{
    std::vector<domain::FindingId> findings;
    for (const RectificationRow& row : m_all)
        if (static_cast<domain::RectificationState>(row.state) == state)
            findings.push_back({row.id});
    return findings;
}

void RectificationListModel::fail(const QString& error)
{
    m_refusal = error;
    Q_EMIT changed();
}

void RectificationListModel::issueAll(const QString& number)
{
    std::vector<domain::FindingId> findings = in(domain::RectificationState::waiting);
    if (findings.empty()) return;
    app::whenDone(
        m_issue(std::move(findings), number.trimmed().toStdString()), this,
        [this](const base::Result<void>& done) {
            refresh();
            fail(done ? QString() : ErrorWords::of(done.error()));
            if (done) Q_EMIT issued();
        },
        [this](const std::exception&) { fail(tr("没有保存，请再试一次")); });
}

int RectificationListModel::closable() const
{
    return m_supervises && m_close
               ? static_cast<int>(in(domain::RectificationState::checked).size())
               : 0;
}

void RectificationListModel::closeAll()
{
    std::vector<domain::FindingId> findings = in(domain::RectificationState::checked);
    if (!m_close || findings.empty()) return;
    const int asked = static_cast<int>(findings.size());
    app::whenDone(
        m_close(std::move(findings)), this,
        [this, asked](int closed) {
            refresh();
            fail(closed == asked ? QString()
                                 : tr("%1 项没有销号，请刷新后再看").arg(asked - closed));
            Q_EMIT closedMany();
        },
        [this](const std::exception&) { fail(tr("没有保存，请再试一次")); });
}

int RectificationListModel::toDo() const
{
    return m_supervises ? m_counts[static_cast<int>(Show::Waiting)] +
                              m_counts[static_cast<int>(Show::ToCheck)]
                        : m_counts[static_cast<int>(Show::WithVillage)];
}

int RectificationListModel::percentDone() const
{
    return m_totals.issued == 0 ? -1 : m_totals.done * 100 / m_totals.issued;
}

}  // namespace viewmodels
