// What the first pages read, with a county's and with a province's villages, beside one pass over
// the same rows.
#include <fmt/format.h>

#include <cstdlib>

#include "core/domain/codec.h"
#include "core/store/lists.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "core/store/today.h"
#include "tests/bench/report.h"
#include "tests/support/tablet.h"

namespace {
constexpr int rounds = 20;
constexpr int inspections = 400;
namespace county = support::county;

domain::RegionCode villageCode(int number)
{
    return {fmt::format("33{:04}{:03}{:03}", 1000 + number / 2000, 100 + number / 20 % 100,
                        200 + number % 20)};
}

// Regions, a campaign with all of them, and their assignment to the tablet's inspector.
void giveVillages(support::Tablet& tablet, int villages)
{
    std::vector<std::string> regions = county::lines("regions");
    domain::Campaign campaign =
        domain::campaignFromJson(county::lines("campaigns").front()).value();
    domain::Assignment assignment{county::campaign, county::inspector().id, {county::village1}, {}};
    for (int i = 0; i < villages; ++i) {
        domain::Region region;
        region.code = villageCode(i);
        region.parent = domain::townOf(region.code);
        region.name = "第" + std::to_string(i) + "村";
        regions.push_back(domain::canonicalJson(region));
        campaign.participants.push_back(region.code);
        assignment.regions.push_back(region.code);
        if (i % 20 != 0) continue;
        domain::Region town;
        town.code = region.parent;
        town.kind = domain::RegionKind::town;
        town.name = "第" + std::to_string(i / 20) + "镇";
        regions.push_back(domain::canonicalJson(town));
    }
    SQLite::Transaction transaction(tablet.db());
    store::Reference reference(tablet.db());
    const std::vector<std::string> campaigns = {domain::canonicalJson(campaign)};
    const std::vector<std::string> assignments = {domain::canonicalJson(assignment)};
    if (!reference.replace("regions", "\"b\"", regions, 1) ||
        !reference.replace("campaigns", "\"b\"", campaigns, 1) ||
        !reference.replace("assignments", "\"b\"", assignments, 1))
        std::abort();
    transaction.commit();
}

void giveInspections(support::Tablet& tablet)
{
    auto inspection = store::Records(tablet.db()).newest(tablet.submitted("LJ")).value();
    SQLite::Transaction transaction(tablet.db());
    for (int i = 0; i < inspections; ++i) {
        inspection.id = {tablet.ids().next()};
        inspection.village = inspection.subject = villageCode(i % 390);
        const domain::Record record{{tablet.ids().next()},
                                    "inspection",
                                    {"u"},
                                    {"d"},
                                    "i",
                                    i + 1,
                                    5,
                                    domain::canonicalJson(inspection)};
        store::Records(tablet.db()).apply(i + 1, 7, record);
    }
    transaction.commit();
}

template <class Work>
double medianMs(Work work)
{
    bench::Samples samples;
    for (int i = 0; i < rounds; ++i) samples.time(work);
    return samples.percentileMs(50);
}
}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("store_lists", argumentCount, arguments);
    for (const int villages : {390, 32'130}) {
        support::Tablet tablet;
        giveVillages(tablet, villages);
        giveInspections(tablet);
        const std::string size = std::to_string(villages);
        const double scan = medianMs([&] {
            SQLite::Statement rows(tablet.db(), "SELECT * FROM assigned_check");
            std::size_t bytes = 0;
            while (rows.executeStep()) bytes += rows.getColumn(2).getString().size();
            if (bytes == 0) std::abort();
        });
        report.add(
            {"today_" + size + "_villages_400_inspections", medianMs([&] {
                 if (store::today(tablet.db(), county::inspector().id, county::campaign).empty())
                     std::abort();
             }),
             "ms", bench::Beside{"one pass over the assigned checks", scan}, ""});
        report.add({"review_queue_400_beside_" + size + "_villages",
                    medianMs([&] {
                        store::reviewQueue(tablet.db(), county::campaign,
                                           domain::InspectionState::submitted);
                    }),
                    "ms",
                    {},
                    ""});
        report.add({"village_page_" + size + "_villages",
                    medianMs([&] { store::villagePage(tablet.db(), villageCode(5)); }),
                    "ms",
                    {},
                    ""});
    }
    return report.finish();
}
