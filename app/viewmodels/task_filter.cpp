#include "app/viewmodels/task_filter.h"

#include <algorithm>
#include <map>

#include "app/viewmodels/rectification_list_model.h"
#include "app/viewmodels/words.h"

namespace viewmodels {

int TaskFilter::Choice::index() const
{
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].first == chosen) return static_cast<int>(i) + 1;
    return 0;
}

std::string TaskFilter::Choice::name() const
{
    const int place = index();
    return place == 0 ? std::string() : all[static_cast<std::size_t>(place) - 1].second;
}

QStringList TaskFilter::Choice::names(const QString& everything) const
{
    QStringList names{everything};
    for (const auto& [id, name] : all) names.push_back(text(name));
    return names;
}

void TaskFilter::Choice::keepKnown()
{
    if (index() == 0) chosen.clear();
}

void TaskFilter::offer(const std::vector<RectificationRow>& rows)
{
    std::map<std::string, std::pair<std::int64_t, std::string>> campaigns;
    std::map<std::string, std::string> towns;
    std::map<std::string, std::string> sheets;
    for (const RectificationRow& row : rows) {
        auto& [newestMs, name] = campaigns[row.campaign];
        newestMs = std::max(newestMs, row.foundAtMs);
        name = row.campaignName;
        towns[row.townCode] = row.town;
        sheets[row.kind] = row.sheet;
    }
    m_campaigns.all.clear();
    for (const auto& [id, newest] : campaigns) m_campaigns.all.emplace_back(id, newest.second);
    std::ranges::stable_sort(m_campaigns.all, [&](const auto& a, const auto& b) {
        return campaigns[a.first].first > campaigns[b.first].first;
    });
    m_towns.all.assign(towns.begin(), towns.end());
    m_sheets.all.assign(sheets.begin(), sheets.end());
    if (m_beginWithNewest && !m_campaigns.all.empty())
        m_campaigns.chosen = m_campaigns.all.front().first;
    for (Choice* choice : {&m_campaigns, &m_towns, &m_sheets}) choice->keepKnown();
    Q_EMIT changed();
}

bool TaskFilter::passes(const RectificationRow& row) const
{
    return m_campaigns.passes(row.campaign) && m_sheets.passes(row.kind) &&
           passesTown(row.townCode);
}

bool TaskFilter::passesTown(const std::string& code) const
{
    return m_towns.passes(code);
}

void TaskFilter::setCampaign(int index)
{
    m_beginWithNewest = false;
    choose(m_campaigns, index);
}

void TaskFilter::choose(Choice& choice, int index)
{
    if (index < 0 || index > static_cast<int>(choice.all.size()) || index == choice.index()) return;
    choice.chosen =
        index == 0 ? std::string() : choice.all[static_cast<std::size_t>(index) - 1].first;
    Q_EMIT changed();
}

QStringList TaskFilter::campaigns() const
{
    return m_campaigns.names(tr("全部批次"));
}

QStringList TaskFilter::towns() const
{
    return m_towns.names(tr("全部镇街"));
}

QStringList TaskFilter::sheets() const
{
    return m_sheets.names(tr("全部检查"));
}

QString TaskFilter::words() const
{
    QStringList chosen;
    for (const Choice* choice : {&m_campaigns, &m_towns, &m_sheets})
        if (!choice->chosen.empty()) chosen.push_back(text(choice->name()));
    return chosen.join(QStringLiteral(" · "));
}

}  // namespace viewmodels
