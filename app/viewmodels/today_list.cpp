#include "app/viewmodels/today_list.h"

#include <QCollator>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/store/identity.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {

std::vector<int> placesByName(const std::vector<store::TodayVillage>& villages)
{
    const QCollator chinese(QLocale(QLocale::Chinese, QLocale::China));
    std::vector<std::pair<QCollatorSortKey, std::size_t>> keys;
    keys.reserve(villages.size());
    for (std::size_t i = 0; i < villages.size(); ++i)
        keys.emplace_back(chinese.sortKey(text(villages[i].name)), i);
    std::stable_sort(keys.begin(), keys.end(),
                     [](const auto& a, const auto& b) { return a.first.compare(b.first) < 0; });
    std::vector<int> places(villages.size());
    for (std::size_t place = 0; place < keys.size(); ++place)
        places[keys[place].second] = static_cast<int>(place);
    return places;
}

/// A village's checks in the order of the campaign's sheets.
void orderChecks(TodayList& list, const std::vector<domain::WeightedChecklist>& sheets)
{
    const auto placeOf = [&](const store::TodayCheck& check) {
        return std::find_if(sheets.begin(), sheets.end(),
                            [&](const auto& sheet) { return sheet.checklist.kind == check.kind; });
    };
    for (store::TodayVillage& village : list.villages)
        std::stable_sort(village.checks.begin(), village.checks.end(),
                         [&](const auto& a, const auto& b) { return placeOf(a) < placeOf(b); });
}

}  // namespace

TodayAid::TodayAid(SQLite::Database& db, const TodayList& list)
    : index(db), placeByName(placesByName(list.villages))
{
    rowOf.reserve(list.villages.size());
    for (std::size_t i = 0; i < list.villages.size(); ++i)
        rowOf.emplace(list.villages[i].village.value, static_cast<int>(i));
}

std::shared_ptr<const TodayList> readToday(SQLite::Database& db)
{
    auto list = std::make_shared<TodayList>();
    const std::optional<store::Enrolment> enrolment = store::Identity(db).enrolment();
    if (!enrolment) return list;
    const store::Reference reference(db);
    for (const domain::Campaign& campaign : reference.campaigns()) {
        if (campaign.state != domain::CampaignState::published) continue;
        list->villages = store::today(db, enrolment->user.id, campaign.id);
        list->id = campaign.id;
        list->campaign = campaign.name;
        for (const domain::WeightedChecklist& sheet : campaign.checklists)
            if (const auto found =
                    reference.checklist(sheet.checklist.kind, sheet.checklist.version))
                list->titles.emplace(found->kind, domain::shortTitle(found->title));
        orderChecks(*list, campaign.checklists);
        if (!list->villages.empty()) break;
    }
    return list;
}

std::shared_ptr<const TodayAid> readAid(SQLite::Database& db, const TodayList& list)
{
    return std::make_shared<const TodayAid>(db, list);
}

double distanceM(const base::GeoPoint& a, const base::GeoPoint& b)
{
    constexpr double earthM = 6371008.8;
    constexpr double rad = std::numbers::pi / 180;
    const double dLat = (b.latitude - a.latitude) * rad;
    const double dLon = (b.longitude - a.longitude) * rad;
    const double h = std::pow(std::sin(dLat / 2), 2) + std::cos(a.latitude * rad) *
                                                           std::cos(b.latitude * rad) *
                                                           std::pow(std::sin(dLon / 2), 2);
    return 2 * earthM * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace viewmodels
