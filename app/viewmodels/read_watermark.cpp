#include "app/viewmodels/read_watermark.h"

#include "core/store/reference.h"

namespace viewmodels {

evidence::WatermarkFacts readWatermarkFacts(SQLite::Database& db,
                                            const domain::Inspection& inspection,
                                            const domain::Checklist& sheet)
{
    constexpr std::size_t countyDigits = 6;
    const store::Reference reference(db);
    evidence::WatermarkFacts facts;
    const domain::RegionCode county{inspection.village.value.substr(0, countyDigits)};
    const std::string name = reference.regionName(county);
    facts.office = (name.empty() || name == county.value ? "市" : name) + "美丽办";
    facts.sheet = sheet.title;
    if (const auto campaign = reference.campaign(inspection.campaign))
        facts.campaign = campaign->name;
    facts.town = reference.regionName(domain::townOf(inspection.village));
    facts.village = reference.regionName(inspection.village);
    if (inspection.subject != inspection.village)
        facts.village += " " + reference.regionName(inspection.subject);
    facts.inspector = reference.personName(inspection.inspector);
    return facts;
}

}  // namespace viewmodels
