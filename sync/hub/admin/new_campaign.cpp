#include "sync/hub/admin/new_campaign.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "core/base/points.h"
#include "core/domain/limits.h"
#include "core/domain/region.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/import/campaign_rules.h"
#include "sync/hub/import/csv.h"
#include "sync/hub/import/titles_csv.h"
#include "sync/hub/import/utf8.h"
#include "sync/hub/store/sheet_versions.h"
#include "sync/hub/store/titles.h"

namespace hub {

namespace {
bool captureIsSound(const domain::CaptureSettings& capture)
{
    return capture.photoLongSidePx >= 640 && capture.photoLongSidePx <= 4096 &&
           capture.photoQuality >= 50 && capture.photoQuality <= 95 &&
           capture.accuracyLimitM >= 1 && capture.accuracyLimitM <= 1000;
}

/// Deadlines within a year, none longer for what is more urgent; appeals are open for a day at
/// least, and not over before the campaign is.
bool isSound(const domain::RectificationSettings& settings, const std::string& lastDay)
{
    constexpr int daysOfYear = 366;
    return settings.urgentHours >= 1 && settings.urgentHours <= settings.majorHours &&
           settings.majorHours <= settings.ordinaryHours &&
           settings.ordinaryHours <= daysOfYear * 24 && settings.appealDays >= 1 &&
           settings.appealDays <= daysOfYear &&
           (settings.appealUntil.empty() ||
            (isDay(settings.appealUntil) && settings.appealUntil >= lastDay));
}

constexpr std::size_t rulesBytes = 1024 * 1024;

/// "MV=50" takes the newest version, "MV@2=50" a certain one.
base::Result<domain::WeightedChecklist> sheetOfText(Connection& db, const std::string& text)
{
    const std::size_t equals = text.find('=');
    const auto weight = equals == std::string::npos
                            ? base::fail("campaign.sheet", "应写成 种类=权重，如 MV=50", text)
                            : base::pointsFromText(text.substr(equals + 1));
    if (!weight || *weight <= base::Points{})
        return base::fail("campaign.sheet", "应写成 种类=权重，权重大于 0，如 MV=50", text);
    const std::string name = text.substr(0, equals);
    domain::WeightedChecklist sheet;
    sheet.weight = *weight;
    bool retired = false;
    for (const domain::ChecklistRef& ref : listChecklists(db)) {
        if (name != ref.kind && name != fmt::format("{}@{}", ref.kind, ref.version)) continue;
        if (isRetired(db, ref.kind, ref.version))
            retired = true;
        else
            sheet.checklist = ref;
    }
    if (sheet.checklist.kind.empty() && retired)
        return base::fail("campaign.sheet_retired", "这个检查表已经停用，请用新的版本", name);
    if (sheet.checklist.kind.empty())
        return base::fail("campaign.sheet_unknown", "没有这个检查表，请先导入", name);
    return sheet;
}

base::Result<std::vector<std::string>> placesOfFile(const std::string& path)
{
    const auto text = readFile(path, 16 * 1024 * 1024);
    if (!text) return tl::unexpected(text.error());
    std::vector<std::string> places;
    for (const CsvLine& line : csvLines(*text))
        places.emplace_back(line.text.substr(0, line.text.find(',')));
    return places;
}

/// What tells equal totals apart where the rules do not say (domain.md §1.3); people have the last
/// word.
std::vector<domain::TieStep> usualTies()
{
    using domain::TieBreak;
    return {{TieBreak::fewestVetoes, {}},
            {TieBreak::fewestFindings, {}},
            {TieBreak::lastPlace, {}},
            {TieBreak::byHand, {}}};
}

/// Which places bear which titles during the campaign; a town's title is borne by its villages.
class Bearers {
public:
    Bearers(Connection& db, const domain::Campaign& campaign)
    {
        for (const Title& title : titlesBetween(db, campaign.firstDay, campaign.lastDay))
            m_titles[title.region].insert(title.title);
    }

    /// The first of these that the village bears; empty for none.
    std::string firstOf(const std::vector<std::string>& titles,
                        const domain::RegionCode& village) const
    {
        for (const std::string& title : titles)
            if (bears(village, title) || bears(domain::townOf(village), title)) return title;
        return {};
    }

private:
    bool bears(const domain::RegionCode& code, const std::string& title) const
    {
        const auto found = m_titles.find(code);
        return found != m_titles.end() && found->second.contains(title);
    }

    std::map<domain::RegionCode, std::set<std::string>> m_titles;
};

base::Result<std::vector<domain::RegionCode>> wantedVillages(Connection& db,
                                                             const NewCampaign& wanted)
{
    std::vector<std::string> places = wanted.places;
    if (!wanted.placesFile.empty()) {
        auto more = placesOfFile(wanted.placesFile);
        if (!more) return tl::unexpected(more.error());
        places.insert(places.end(), more->begin(), more->end());
    }
    if (wanted.all != places.empty())
        return base::fail("campaign.places",
                          "请用 --all，或用 --places / --places-file 说明参评的镇街和村");
    return wanted.all ? base::Result<std::vector<domain::RegionCode>>(allVillages(db))
                      : villagesOf(db, places);
}

base::Result<void> exclude(Connection& db, const std::vector<std::string>& texts,
                           std::map<domain::RegionCode, std::string>& excluded)
{
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        const auto villages = villagesOf(db, {text.substr(0, equals)});
        if (!villages) return tl::unexpected(villages.error());
        const std::string reason = equals == std::string::npos ? "" : text.substr(equals + 1);
        if (!isCleanUtf8(reason) || utf8Length(reason) > domain::limits::nameCharacters)
            return base::fail("campaign.reason", "不参评的原因太长或不是有效的文字", text);
        for (const domain::RegionCode& village : *villages) excluded[village] = reason;
    }
    return {};
}

base::Result<void> fillPlaces(Connection& db, const NewCampaign& wanted, domain::Campaign& campaign)
{
    const auto villages = wantedVillages(db, wanted);
    if (!villages) return tl::unexpected(villages.error());
    const Bearers bearers(db, campaign);
    std::map<domain::RegionCode, std::string> excluded;
    for (const domain::RegionCode& village : *villages)
        if (const std::string title = bearers.firstOf(wanted.withoutTitles, village);
            !title.empty())
            excluded[village] = "称号：" + title;
    if (auto named = exclude(db, wanted.excluded, excluded); !named) return named;
    for (const auto& [village, reason] : excluded) {
        campaign.excluded.push_back(village);
        if (!reason.empty()) campaign.exclusionReasons.push_back({village, reason});
    }
    for (const domain::RegionCode& village : *villages) {
        if (excluded.contains(village)) continue;
        if (!wanted.withTitles.empty() && bearers.firstOf(wanted.withTitles, village).empty())
            continue;
        campaign.participants.push_back(village);
        if (const std::string title = bearers.firstOf(wanted.groupTitles, village); !title.empty())
            campaign.classes.push_back({village, title});
    }
    if (campaign.participants.empty())
        return base::fail("campaign.empty", "没有参评的村", wanted.name);
    campaign.rules.byClass = !wanted.groupTitles.empty();
    return {};
}

/// "一月检查=1": another campaign with its weight.
base::Result<void> fillCombined(Connection& db, const NewCampaign& wanted,
                                domain::Campaign& campaign)
{
    for (const std::string& text : wanted.combines) {
        const std::size_t equals = text.rfind('=');
        const auto weight = equals == std::string::npos
                                ? base::Result<base::Points>(base::Points::whole(1))
                                : base::pointsFromText(text.substr(equals + 1));
        if (!weight || *weight <= base::Points{})
            return base::fail("campaign.combine", "应写成 批次=权重，权重大于 0", text);
        const auto part = findCampaignByText(db, text.substr(0, equals));
        if (!part) return tl::unexpected(part.error());
        if (part->state == domain::CampaignState::draft)
            return base::fail("campaign.combine", "草稿批次没有排名，不能合并", text);
        for (const domain::CampaignShare& other : campaign.combines)
            if (other.campaign == part->id)
                return base::fail("campaign.combine", "同一个批次写了两次", text);
        campaign.combines.push_back({part->id, *weight});
    }
    return {};
}

bool sameSheets(const domain::Campaign& a, const domain::Campaign& b)
{
    return a.combines.empty() && b.combines.empty() &&
           std::equal(a.checklists.begin(), a.checklists.end(), b.checklists.begin(),
                      b.checklists.end(), [](const auto& one, const auto& other) {
                          return one.checklist.kind == other.checklist.kind;
                      });
}

base::Result<void> fillPrevious(Connection& db, const NewCampaign& wanted,
                                domain::Campaign& campaign)
{
    if (wanted.previous == "none") return {};
    if (!wanted.previous.empty()) {
        const auto previous = findCampaignByText(db, wanted.previous);
        if (!previous) return tl::unexpected(previous.error());
        campaign.previous = previous->id;
        return {};
    }
    if (campaign.period == domain::PeriodKind::custom) return {};
    std::string newest;
    for (const domain::Campaign& other : listCampaigns(db))
        if (other.state != domain::CampaignState::draft && other.period == campaign.period &&
            other.lastDay < campaign.firstDay && other.lastDay > newest &&
            sameSheets(other, campaign)) {
            newest = other.lastDay;
            campaign.previous = other.id;
        }
    return {};
}
}  // namespace

base::Result<domain::Campaign> campaignOf(Connection& db, const NewCampaign& wanted,
                                          const std::string& id)
{
    domain::Campaign campaign;
    campaign.id.value = id;
    campaign.name = wanted.name;
    campaign.firstDay = wanted.from;
    campaign.lastDay = wanted.to;
    if (wanted.name.empty() || !isCleanUtf8(wanted.name) ||
        utf8Length(wanted.name) > domain::limits::nameCharacters)
        return base::fail("campaign.name", "批次名称为空、太长或不是有效的文字", wanted.name);
    if (!isDay(wanted.from) || !isDay(wanted.to) || wanted.to < wanted.from)
        return base::fail("campaign.days", "起止日期应为 2026-11-01 这样的日子，且不倒置",
                          wanted.from + " " + wanted.to);
    const auto period = periodOfWord(wanted.period);
    if (!period)
        return base::fail("campaign.period", "周期应为 month、quarter、year 或 custom",
                          wanted.period);
    campaign.period = *period;
    if (!captureIsSound(wanted.capture))
        return base::fail("campaign.capture",
                          "照片长边应为 640 到 4096，质量 50 到 95，定位误差上限 1 到 1000 米", {});
    campaign.capture = wanted.capture;
    if (!isSound(wanted.rectification, wanted.to))
        return base::fail(
            "campaign.rectification",
            "整改期限应为 1 小时到 366 天，立即的不长于重大的，重大的不长于一般的；申诉 "
            "1 到 366 天，截止日不早于批次的最后一天");
    campaign.rectification = wanted.rectification;
    for (const std::string& text : wanted.sheets) {
        const auto sheet = sheetOfText(db, text);
        if (!sheet) return tl::unexpected(sheet.error());
        for (const domain::WeightedChecklist& other : campaign.checklists)
            if (other.checklist.kind == sheet->checklist.kind)
                return base::fail("campaign.sheet_doubled", "同一种检查表写了两次", text);
        campaign.checklists.push_back(*sheet);
    }
    if (wanted.sheets.empty() == wanted.combines.empty())
        return base::fail("campaign.sheets", "请写检查表和权重，或用 --combine 合并批次");
    for (const auto fill : {fillCombined, fillPlaces, fillPrevious})
        if (auto filled = fill(db, wanted, campaign); !filled)
            return tl::unexpected(filled.error());
    campaign.rules.ties = usualTies();
    if (wanted.rulesFile.empty()) return campaign;
    const auto rules = readJsonFile(wanted.rulesFile, rulesBytes);
    if (!rules) return tl::unexpected(rules.error());
    auto ruled = withRules(campaign, *rules);
    if (!ruled) return ruled;
    if (auto sound = checkRules(*ruled); !sound) return tl::unexpected(sound.error());
    return ruled;
}

}  // namespace hub
