#include "core/documents/figures.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "core/domain/region.h"

namespace documents {

namespace {

std::optional<std::chrono::sys_days> parsed(const std::string& day)
{
    int year = 0;
    unsigned month = 0;
    unsigned dayOfMonth = 0;
    char rest = '\0';
    if (std::sscanf(day.c_str(), "%4d-%2u-%2u%c", &year, &month, &dayOfMonth, &rest) != 3)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(dayOfMonth)};
    if (!date.ok()) return {};
    return std::chrono::sys_days(date);
}

std::string written(std::chrono::sys_days days)
{
    const std::chrono::year_month_day date(days);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace

std::string twoDecimals(base::Points points)
{
    const std::int64_t value = points.hundredths < 0 ? -points.hundredths : points.hundredths;
    return fmt::format("{}{}.{:02}", points.hundredths < 0 ? "-" : "", value / 100, value % 100);
}

std::string percent(std::int64_t part, std::int64_t whole)
{
    const std::int64_t tenths = whole <= 0 ? 0 : (2000 * part + whole) / (2 * whole);
    return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

std::string plainTitle(const std::string& itemTitle)
{
    std::string title = itemTitle;
    for (std::size_t open = title.find("（"); open != std::string::npos && open > 0;
         open = title.find("（")) {
        const std::size_t close = title.find("）", open);
        if (close == std::string::npos) break;
        title.erase(open, close + std::string("）").size() - open);
    }
    return title;
}

std::string dayOf(std::int64_t wallMs)
{
    constexpr std::int64_t chinaMs = std::int64_t{8} * 3600 * 1000;
    return written(std::chrono::sys_days(
        std::chrono::floor<std::chrono::days>(std::chrono::milliseconds(wallMs + chinaMs))));
}

std::string dayInWords(const std::string& day)
{
    const auto days = parsed(day);
    if (!days) return day;
    const std::chrono::year_month_day date(*days);
    return fmt::format("{}年{}月{}日", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string dayAfter(const std::string& day, int days)
{
    const auto first = parsed(day);
    return first ? written(*first + std::chrono::days(days)) : day;
}

std::string placeText(int place, bool shared)
{
    return fmt::format("{}{}", place, shared ? "（并列）" : "");
}

std::string bestName(const domain::RankingRules& rules)
{
    return rules.bestCount == 10 ? "十佳" : fmt::format("前{}名", rules.bestCount);
}

std::string worstName(const domain::RankingRules& rules)
{
    return rules.worstCount == 10 ? "十差" : fmt::format("后{}名", rules.worstCount);
}

Names::Names(const report::VerifiedPackage& package)
{
    for (const ranking::Village& village : package.input.villages)
        m_villages.emplace(village.code, &village);
    for (const ranking::Town& town : package.input.towns) m_towns.emplace(town.code, town.name);
}

std::string Names::village(const domain::RegionCode& code) const
{
    const auto found = m_villages.find(code);
    return found == m_villages.end() || found->second->name.empty() ? code.value
                                                                    : found->second->name;
}

std::string Names::town(const domain::RegionCode& code) const
{
    const auto found = m_towns.find(code);
    return found == m_towns.end() ? code.value : found->second;
}

std::string Names::townOfVillage(const domain::RegionCode& village) const
{
    const auto found = m_villages.find(village);
    return town(found == m_villages.end() ? domain::townOf(village) : found->second->town);
}

const domain::Checklist* sheetOf(const report::VerifiedPackage& package,
                                 const domain::ChecklistRef& ref)
{
    for (const domain::Checklist& sheet : package.checklists)
        if (sheet.kind == ref.kind && sheet.version == ref.version) return &sheet;
    return nullptr;
}

std::optional<scoring::Score> scoreOf(const report::VerifiedPackage& package,
                                      const report::PackedInspection& packed)
{
    const domain::Checklist* sheet = sheetOf(package, packed.inspection.checklist);
    if (!sheet) return std::nullopt;
    return scoring::scoreOf(*sheet, packed.inspection.profile, packed.inspection.answers,
                            packed.adjustments);
}

}  // namespace documents
