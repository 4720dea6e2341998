#include "app/viewmodels/overview_reader.h"

#include <algorithm>

#include "core/domain/region.h"
#include "core/store/lists.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {
constexpr std::size_t findingsShown = 8;

class Reader {
public:
    Reader(SQLite::Database& db, const domain::Campaign& campaign)
        : m_db(db), m_reference(db), m_records(db), m_campaign(campaign)
    {
        overview.campaign = campaign.name;
        const int sheets = static_cast<int>(campaign.checklists.size());
        for (const domain::RegionCode& village : campaign.participants)
            m_expected[domain::townOf(village).value] += sheets;
        overview.checks = sheets * static_cast<int>(campaign.participants.size());
        for (const char* bin : {"<60", "60–70", "70–80", "80–90", "≥90"})
            overview.scores.push_back({std::string("score ") + bin, bin, 0, 0});
    }

    void readInspections()
    {
        for (const auto state :
             {domain::InspectionState::submitted, domain::InspectionState::sentBack,
              domain::InspectionState::approved})
            for (const store::QueueRow& row : store::reviewQueue(m_db, m_campaign.id, state)) {
                if (state == domain::InspectionState::submitted) add("waiting", row);
                if (state == domain::InspectionState::sentBack) add("sentBack", row);
                // A 回头看 is no progress of the campaign.
                if (state == domain::InspectionState::approved && row.head.parent.empty())
                    countApproved(row);
            }
        overview.waiting = static_cast<int>(overview.lists["waiting"].size());
        overview.sentBack = static_cast<int>(overview.lists["sentBack"].size());
        overview.approved = static_cast<int>(overview.lists["approved"].size());
    }

    void readOverdue(std::int64_t nowMs)
    {
        std::map<std::string, int> towns;
        for (const store::RectificationTask& task :
             store::Rectifications(m_db).list(m_campaign.id)) {
            if (!domain::isOverdue(task.state, task.notice.dueAtMs, nowMs)) continue;
            const std::string town = domain::townOf(task.notice.village).value;
            ++towns[town];
            overview.lists["overdue " + town].push_back(
                {task.finding.value, task.notice.itemCode + " " + task.notice.itemTitle,
                 m_reference.regionName(task.notice.village), true});
        }
        for (const auto& [town, count] : towns)
            overview.overdue.push_back(
                {"overdue " + town, m_reference.regionName({town}), count, 0});
    }

    void finish()
    {
        for (const auto& [town, checks] : m_expected) {
            const std::string key = "town " + town;
            overview.towns.push_back({key, m_reference.regionName({town}),
                                      static_cast<int>(overview.lists[key].size()), checks});
        }
        for (const auto& [item, count] : m_findings)
            overview.findings.push_back({"item " + item, item, count, 0});
        std::ranges::stable_sort(overview.findings, std::greater(), &OverviewBar::count);
        if (overview.findings.size() > findingsShown) overview.findings.resize(findingsShown);
    }

    Overview overview;

private:
    void add(const std::string& key, const store::QueueRow& row)
    {
        std::string subtitle = row.townName + " · " + row.head.kind + " · " + row.inspectorName;
        if (row.head.score) subtitle += " · " + base::toText(*row.head.score);
        overview.lists[key].push_back({row.head.id.value, row.villageName, subtitle, false});
    }

    void countApproved(const store::QueueRow& row)
    {
        add("approved", row);
        add("town " + domain::townOf(row.head.village).value, row);
        if (row.head.score) {
            const std::int64_t points = row.head.score->hundredths / 100;
            const auto bin =
                static_cast<std::size_t>(std::clamp<std::int64_t>(points / 10 - 5, 0, 4));
            ++overview.scores[bin].count;
            add(overview.scores[bin].key, row);
        }
        const auto inspection = m_records.newest(row.head.id);
        if (!inspection) return;
        const auto [sheet, isNew] =
            m_sheets.try_emplace({row.head.kind, row.head.version}, std::nullopt);
        if (isNew) sheet->second = m_reference.checklist(row.head.kind, row.head.version);
        for (const domain::Answer& answer : inspection->answers) {
            if (answer.findings.empty()) continue;
            const domain::Item* item =
                sheet->second ? domain::findItem(*sheet->second, answer.itemCode) : nullptr;
            const std::string name =
                answer.itemCode + (item != nullptr ? " " + item->title : std::string());
            m_findings[name] += static_cast<int>(answer.findings.size());
            add("item " + name, row);
        }
    }

    SQLite::Database& m_db;
    store::Reference m_reference;
    store::Records m_records;
    const domain::Campaign& m_campaign;
    std::map<std::string, int> m_expected;
    std::map<std::string, int> m_findings;
    std::map<std::pair<std::string, int>, std::optional<domain::Checklist>> m_sheets;
};
}  // namespace

Overview readOverview(SQLite::Database& db, std::int64_t nowMs)
{
    const auto campaigns = store::Reference(db).campaigns();
    if (campaigns.empty()) return {};
    Reader reader(db, campaigns.front());
    reader.readInspections();
    reader.readOverdue(nowMs);
    reader.finish();
    return std::move(reader.overview);
}

}  // namespace viewmodels
