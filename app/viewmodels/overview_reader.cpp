#include "app/viewmodels/overview_reader.h"

#include <algorithm>
#include <set>

#include "app/viewmodels/check_subjects.h"
#include "app/viewmodels/read_score.h"
#include "core/domain/region.h"
#include "core/store/lists.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {
constexpr std::size_t findingsShown = 8;

/// One check of one village, or of one facility where the sheet is on facilities.
struct Check {
    domain::CampaignId campaign;
    domain::RegionCode village;
    std::string kind;
    domain::RegionCode subject;

    auto operator<=>(const Check&) const = default;
};

Check checkOf(const store::InspectionHead& head)
{
    return {head.campaign, head.village, head.kind, head.subject};
}

class Reader {
public:
    explicit Reader(SQLite::Database& db) : m_db(db), m_reference(db), m_records(db)
    {
        for (const char* bin : {"<60", "60–70", "70–80", "80–90", "≥90"})
            overview.scores.push_back({std::string("score ") + bin, bin, 0, 0});
    }

    void expect(const domain::Campaign& campaign)
    {
        const CheckSubjects subjects(m_reference, campaign);
        for (const domain::RegionCode& village : campaign.participants)
            for (const domain::WeightedChecklist& sheet : campaign.checklists)
                for (const domain::Region& one : subjects.of(village, sheet.checklist.kind))
                    m_expected.emplace(Check{campaign.id, village, sheet.checklist.kind, one.code},
                                       OverviewEntry());
    }

    void readInspections(const domain::CampaignId& campaign)
    {
        for (const auto state :
             {domain::InspectionState::approved, domain::InspectionState::submitted,
              domain::InspectionState::sentBack})
            for (const store::QueueRow& row : store::reviewQueue(m_db, campaign, state)) {
                if (state == domain::InspectionState::submitted) add("waiting", row);
                if (state == domain::InspectionState::sentBack) add("sentBack", row);
                // A 回头看 is no progress of the campaign.
                if (!row.head.parent.empty()) continue;
                if (state == domain::InspectionState::approved) countApproved(row);
                const auto check = m_expected.find(checkOf(row.head));
                if (check == m_expected.end())
                    m_others.emplace(checkOf(row.head), entryOf(row));
                else if (check->second.id.empty())
                    check->second = entryOf(row);
            }
    }

    void readOverdue(const domain::CampaignId& campaign, std::int64_t nowMs)
    {
        for (const store::RectificationTask& task : store::Rectifications(m_db).list(campaign)) {
            if (!domain::isOverdue(task.state, task.notice.dueAtMs, nowMs)) continue;
            const std::string town = domain::townOf(task.notice.village).value;
            ++m_overdue[town];
            overview.lists["overdue " + town].push_back(
                {task.finding.value, task.notice.itemCode + " " + task.notice.itemTitle,
                 m_reference.regionName(task.notice.village), true});
        }
    }

    void finish()
    {
        countWholeVillages();
        std::map<std::string, int> ofTowns;
        for (auto& [check, entry] : m_expected) {
            ++ofTowns[domain::townOf(check.village).value];
            if (entry.id.empty()) {
                entry.title = m_reference.regionName(check.village);
                entry.subtitle = m_reference.regionName(domain::townOf(check.village)) + " · " +
                                 check.kind + facilityOf(check);
                overview.lists["unchecked"].push_back(entry);
            }
            overview.lists["checks"].push_back(entry);
        }
        for (const auto& [town, checks] : ofTowns) {
            const std::string key = "town " + town;
            overview.towns.push_back({key, m_reference.regionName({town}), sizeOf(key), checks});
        }
        for (const auto& [town, count] : m_overdue)
            overview.overdue.push_back(
                {"overdue " + town, m_reference.regionName({town}), count, 0});
        overview.checks = sizeOf("checks");
        overview.unchecked = sizeOf("unchecked");
        overview.approved = sizeOf("approved");
        overview.waiting = sizeOf("waiting");
        overview.sentBack = sizeOf("sentBack");
        for (const auto& [item, count] : m_findings)
            overview.findings.push_back({"item " + item, item, count, 0});
        std::ranges::stable_sort(overview.findings, std::greater(), &OverviewBar::count);
        if (overview.findings.size() > findingsShown) overview.findings.resize(findingsShown);
    }

    Overview overview;

private:
    /// A village that was inspected as a whole (纳管村): that stands for those of its facilities
    /// which nobody inspected.
    void countWholeVillages()
    {
        for (const auto& [check, entry] : m_others) {
            if (check.subject != check.village) continue;
            const Check first{check.campaign, check.village, check.kind, {}};
            const auto isOf = [&](const auto& expected) {
                return expected != m_expected.end() && expected->first.campaign == check.campaign &&
                       expected->first.village == check.village &&
                       expected->first.kind == check.kind;
            };
            auto facility = m_expected.lower_bound(first);
            if (!isOf(facility)) continue;
            while (isOf(facility))
                facility =
                    facility->second.id.empty() ? m_expected.erase(facility) : std::next(facility);
            m_expected.emplace(check, entry);
        }
    }

    std::string facilityOf(const Check& check) const
    {
        if (check.subject == check.village) return {};
        return " · " + m_reference.regionName(check.subject);
    }

    int sizeOf(const std::string& key) { return static_cast<int>(overview.lists[key].size()); }

    const std::optional<domain::Checklist>& sheetOf(const store::InspectionHead& head)
    {
        const auto [sheet, isNew] = m_sheets.try_emplace({head.kind, head.version}, std::nullopt);
        if (isNew) sheet->second = m_reference.checklist(head.kind, head.version);
        return sheet->second;
    }

    OverviewEntry entryOf(const store::QueueRow& row)
    {
        std::string subtitle = row.townName + " · " + row.head.kind +
                               facilityOf(checkOf(row.head)) + " · " + row.inspectorName;
        if (const auto score = scoreNow(m_records, row.head, sheetOf(row.head)))
            subtitle += " · " + base::toText(*score);
        return {row.head.id.value, row.villageName, subtitle, false};
    }

    void add(const std::string& key, const store::QueueRow& row)
    {
        overview.lists[key].push_back(entryOf(row));
    }

    void countApproved(const store::QueueRow& row)
    {
        if (m_approved.insert(checkOf(row.head)).second) {
            add("approved", row);
            add("town " + domain::townOf(row.head.village).value, row);
        }
        const auto& sheet = sheetOf(row.head);
        if (const auto score = scoreNow(m_records, row.head, sheet)) {
            const std::int64_t points = score->hundredths / 100;
            const auto bin =
                static_cast<std::size_t>(std::clamp<std::int64_t>(points / 10 - 5, 0, 4));
            ++overview.scores[bin].count;
            add(overview.scores[bin].key, row);
        }
        const auto inspection = m_records.newest(row.head.id);
        if (!inspection) return;
        for (const domain::Answer& answer : inspection->answers) {
            if (answer.findings.empty()) continue;
            const domain::Item* item = sheet ? domain::findItem(*sheet, answer.itemCode) : nullptr;
            const std::string name =
                answer.itemCode + (item != nullptr ? " " + item->title : std::string());
            m_findings[name] += static_cast<int>(answer.findings.size());
            add("item " + name, row);
        }
    }

    SQLite::Database& m_db;
    store::Reference m_reference;
    store::Records m_records;
    std::map<Check, OverviewEntry> m_expected;
    std::map<Check, OverviewEntry> m_others;  ///< inspected, and not expected as such
    std::set<Check> m_approved;
    std::map<std::string, int> m_findings;
    std::map<std::string, int> m_overdue;
    std::map<std::pair<std::string, int>, std::optional<domain::Checklist>> m_sheets;
};
/// The campaign itself, or those that it combines.
std::vector<domain::Campaign> partsOf(const store::Reference& reference,
                                      const domain::Campaign& campaign)
{
    if (campaign.combines.empty()) return {campaign};
    std::vector<domain::Campaign> parts;
    for (const domain::CampaignShare& share : campaign.combines)
        if (auto part = reference.campaign(share.campaign)) parts.push_back(std::move(*part));
    return parts;
}
}  // namespace

Overview readOverview(SQLite::Database& db, std::int64_t nowMs, const domain::CampaignId& wanted)
{
    const store::Reference reference(db);
    const auto campaigns = reference.campaigns();
    if (campaigns.empty()) return {};
    const auto found = std::ranges::find(campaigns, wanted, &domain::Campaign::id);
    const domain::Campaign& shown = found == campaigns.end() ? campaigns.front() : *found;
    Reader reader(db);
    for (const domain::Campaign& part : partsOf(reference, shown)) {
        reader.expect(part);
        reader.readInspections(part.id);
        reader.readOverdue(part.id, nowMs);
    }
    reader.finish();
    reader.overview.campaign = shown.id;
    for (const domain::Campaign& campaign : campaigns)
        reader.overview.campaigns.emplace_back(campaign.id.value, campaign.name);
    return std::move(reader.overview);
}

}  // namespace viewmodels
