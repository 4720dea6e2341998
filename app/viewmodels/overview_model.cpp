#include "app/viewmodels/overview_model.h"

#include <algorithm>

#include "app/viewmodels/words.h"

namespace viewmodels {

namespace {
constexpr Column<OverviewBar> barColumns[] = {
    {"key", [](const OverviewBar& row) -> QVariant { return text(row.key); }},
    {"name", [](const OverviewBar& row) -> QVariant { return text(row.name); }},
    {"number", [](const OverviewBar& row) -> QVariant { return row.count; }},
    {"outOf", [](const OverviewBar& row) -> QVariant { return row.of; }},
};
constexpr Column<OverviewEntry> entryColumns[] = {
    {"entryId", [](const OverviewEntry& row) -> QVariant { return text(row.id); }},
    {"title", [](const OverviewEntry& row) -> QVariant { return text(row.title); }},
    {"subtitle", [](const OverviewEntry& row) -> QVariant { return text(row.subtitle); }},
    {"isTask", [](const OverviewEntry& row) -> QVariant { return row.isTask; }},
};
}  // namespace

OverviewBarModel::OverviewBarModel(QObject* parent) : RowsModel(barColumns, parent) {}

void OverviewBarModel::display(std::vector<OverviewBar> bars)
{
    show(std::move(bars));
    Q_EMIT longestChanged();
}

int OverviewBarModel::longest() const
{
    int longest = 1;
    for (const OverviewBar& bar : rows()) longest = std::max({longest, bar.count, bar.of});
    return longest;
}

OverviewEntryModel::OverviewEntryModel(QObject* parent) : RowsModel(entryColumns, parent) {}

OverviewModel::OverviewModel(app::CoreThread& core, const base::Clock& clock, QObject* parent)
    : QObject(parent), m_core(core), m_clock(clock)
{
}

void OverviewModel::refresh()
{
    app::whenDone(
        m_core.run([now = m_clock.wallMs(), chosen = m_chosen](SQLite::Database& db) {
            return readOverview(db, now, chosen);
        }),
        this,
        [this, chosen = m_chosen](Overview overview) {
            if (chosen == m_chosen) display(std::move(overview));
        },
        [this](const std::exception& broken) {
            qWarning("overview: %s", broken.what());
            m_error = tr("读取总览失败，请重开应用再试");
            Q_EMIT changed();
        });
}

QStringList OverviewModel::campaigns() const
{
    QStringList names;
    for (const auto& [id, name] : m_overview.campaigns) names.append(text(name));
    return names;
}

int OverviewModel::campaign() const
{
    const auto found = std::ranges::find_if(m_overview.campaigns, [this](const auto& campaign) {
        return campaign.first == m_overview.campaign.value;
    });
    return found == m_overview.campaigns.end()
               ? 0
               : static_cast<int>(found - m_overview.campaigns.begin());
}

void OverviewModel::setCampaign(int index)
{
    if (index < 0 || index >= static_cast<int>(m_overview.campaigns.size())) return;
    m_chosen.value = m_overview.campaigns[static_cast<std::size_t>(index)].first;
    if (m_chosen != m_overview.campaign) refresh();
}

void OverviewModel::display(Overview overview)
{
    m_overview = std::move(overview);
    m_error.clear();
    m_towns.display(m_overview.towns);
    m_scores.display(m_overview.scores);
    m_findings.display(m_overview.findings);
    m_overdue.display(m_overview.overdue);
    Q_EMIT changed();
}

void OverviewModel::lookBehind(const QString& key)
{
    const auto found = m_overview.lists.find(key.toStdString());
    m_entries.show(found == m_overview.lists.end() ? std::vector<OverviewEntry>() : found->second);
}

}  // namespace viewmodels
