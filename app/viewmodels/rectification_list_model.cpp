#include "app/viewmodels/rectification_list_model.h"

#include <map>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/words.h"
#include "core/domain/checklist.h"
#include "core/domain/region.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {
using State = domain::RectificationState;
using Show = RectificationListModel::Show;

constexpr Column<RectificationRow> rectificationColumns[] = {
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

/// Short titles of the sheets by kind.
std::map<std::string, std::string> sheetTitles(const store::Reference& reference)
{
    std::map<std::string, std::string> titles;
    for (const domain::ChecklistRef& ref : reference.checklists())
        if (const auto sheet = reference.checklist(ref.kind, ref.version))
            titles[ref.kind] = domain::shortTitle(sheet->title);
    return titles;
}

std::vector<TownFigures> readFigures(SQLite::Database& db, const domain::CampaignId& campaign,
                                     std::int64_t nowMs)
{
    const store::Reference reference(db);
    std::vector<TownFigures> figures;
    for (const store::TownRectification& town : store::Rectifications(db).byTown(campaign, nowMs))
        figures.push_back({town.town.value, reference.regionName(town.town), town.counts});
    return figures;
}

Read readTasks(SQLite::Database& db, const domain::CampaignId& campaign, std::int64_t nowMs)
{
    const store::Reference reference(db);
    const store::Rectifications rectifications(db);
    std::map<domain::RegionCode, std::string> names;
    const auto nameOf = [&](const domain::RegionCode& code) {
        const auto [entry, isNew] = names.try_emplace(code);
        if (isNew) entry->second = reference.regionName(code);
        return entry->second;
    };
    std::map<std::string, std::string> campaigns;
    for (const domain::Campaign& one : reference.campaigns()) campaigns[one.id.value] = one.name;
    const auto sheets = sheetTitles(reference);
    const auto named = [](const auto& known, const std::string& id) {
        const auto found = known.find(id);
        return found == known.end() ? id : found->second;
    };
    Read read;
    for (const store::RectificationTask& task : rectifications.list({})) {
        const domain::RectificationNotice& notice = task.notice;
        const domain::RegionCode town = domain::townOf(notice.village);
        read.rows.push_back({task.finding.value, nameOf(notice.village), nameOf(town),
                             notice.itemCode + " " + notice.itemTitle, notice.place,
                             static_cast<int>(notice.severity), static_cast<int>(task.state),
                             notice.dueAtMs, domain::isOverdue(task.state, notice.dueAtMs, nowMs),
                             notice.repeat, notice.campaign.value,
                             named(campaigns, notice.campaign.value), town.value, notice.kind,
                             named(sheets, notice.kind), notice.foundAtMs});
    }
    read.towns = readFigures(db, campaign, nowMs);
    return read;
}
}  // namespace

RectificationListModel::RectificationListModel(app::CoreThread& core, const base::Clock& clock,
                                               Issue issue, QObject* parent)
    : RowsModel(rectificationColumns, parent),
      m_core(core),
      m_clock(clock),
      m_issue(std::move(issue))
{
    connect(&m_filter, &TaskFilter::changed, this, [this] {
        arrange();
        readFiguresAgain();
    });
}

void RectificationListModel::refresh()
{
    app::whenDone(
        m_core.run([campaign = domain::CampaignId{m_filter.campaignId()}, now = m_clock.wallMs()](
                       SQLite::Database& db) { return readTasks(db, campaign, now); }),
        this,
        [this, asked = m_filter.campaignId()](Read read) {
            m_readError.clear();
            m_figuresOf = asked;
            showTowns(std::move(read.towns));
            display(std::move(read.rows));
        },
        [this](const std::exception&) {
            m_readError = tr("本机数据读不出来，请重新打开应用；仍不行请联系管理员");
            Q_EMIT changed();
        });
}

/// The figures follow the campaign that is chosen.
void RectificationListModel::readFiguresAgain()
{
    if (m_figuresOf == m_filter.campaignId()) return;
    m_figuresOf = m_filter.campaignId();
    app::whenDone(
        m_core.run([campaign = domain::CampaignId{m_filter.campaignId()}, now = m_clock.wallMs()](
                       SQLite::Database& db) { return readFigures(db, campaign, now); }),
        this,
        [this, asked = m_filter.campaignId()](std::vector<TownFigures> figures) {
            if (asked == m_filter.campaignId()) showTowns(std::move(figures));
        },
        [this](const std::exception&) {
            fail(tr("本机数据读不出来，请重新打开应用；仍不行请联系管理员"));
        });
}

void RectificationListModel::display(std::vector<RectificationRow> rows)
{
    m_all = std::move(rows);
    std::ranges::stable_sort(m_all, [](const auto& a, const auto& b) {
        if (a.overdue != b.overdue) return a.overdue;
        return a.dueAtMs < b.dueAtMs;
    });
    m_filter.offer(m_all);  // which arranges them
}

void RectificationListModel::arrange()
{
    for (int show = 0; show < m_counts.size(); ++show)
        m_counts[show] = static_cast<int>(std::ranges::count_if(m_all, [&](const auto& row) {
            return m_filter.passes(row) && isShown(row, static_cast<Show>(show));
        }));
    std::vector<RectificationRow> rows;
    std::ranges::copy_if(m_all, std::back_inserter(rows), [this](const auto& row) {
        return m_filter.passes(row) && isShown(row, m_show);
    });
    RowsModel::show(std::move(rows));
    addUp();
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
    m_filter.beginWithNewest(supervises);
    Q_EMIT changed();
}

void RectificationListModel::showTowns(std::vector<TownFigures> towns)
{
    m_figures = std::move(towns);
    addUp();
    Q_EMIT changed();
}

void RectificationListModel::addUp()
{
    m_totals = {};
    std::vector<TownFigures> shown;
    for (const TownFigures& town : m_figures) {
        if (!m_filter.passesTown(town.town)) continue;
        m_totals.issued += town.counts.issued;
        m_totals.done += town.counts.done;
        m_totals.onTime += town.counts.onTime;
        m_totals.overdue += town.counts.overdue;
        shown.push_back(town);
    }
    m_towns.show(std::move(shown));
}

std::vector<domain::FindingId> RectificationListModel::in(domain::RectificationState state) const
{
    std::vector<domain::FindingId> findings;
    for (const RectificationRow& row : m_all)
        if (m_filter.passes(row) && static_cast<domain::RectificationState>(row.state) == state)
            findings.push_back({row.id});
    return findings;
}

void RectificationListModel::fail(const QString& error)
{
    m_refusal = error;
    Q_EMIT changed();
}

void RectificationListModel::issueAll(const QString& number, const QString& responsible)
{
    std::vector<domain::FindingId> findings = in(domain::RectificationState::waiting);
    if (findings.empty()) return;
    app::whenDone(
        m_issue(std::move(findings), number.trimmed().toStdString(),
                responsible.trimmed().toStdString()),
        this,
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
    return static_cast<int>(std::ranges::count_if(m_all, [this](const auto& row) {
        return m_supervises ? isShown(row, Show::Waiting) || isShown(row, Show::ToCheck)
                            : isShown(row, Show::WithVillage);
    }));
}

int RectificationListModel::percentDone() const
{
    return viewmodels::percentDone(m_totals);
}

}  // namespace viewmodels
