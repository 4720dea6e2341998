#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/report/package_parts.h"

namespace report {

namespace {

const domain::WeightedChecklist* weightedOf(const domain::Campaign& campaign,
                                            const domain::ChecklistRef& ref)
{
    for (const domain::WeightedChecklist& weighted : campaign.checklists)
        if (weighted.checklist.kind == ref.kind && weighted.checklist.version == ref.version)
            return &weighted;
    return nullptr;
}

class Checker {
public:
    explicit Checker(const Parts& parts) : m_parts(parts), m_campaign(parts.input.campaign) {}

    base::Errors run()
    {
        for (const domain::Checklist& sheet : m_parts.checklists) checkSheet(sheet);
        if (m_campaign.combines.empty()) checkChecks();
        checkPlaces();
        for (const PackedInspection& packed : m_parts.inspections)
            checkInspection(packed.inspection);
        return std::move(m_errors);
    }

private:
    void add(const char* code, std::string message, std::string where)
    {
        m_errors.push_back({code, std::move(message), std::move(where)});
    }

    /// The sheets are those that the campaign was published with.
    void checkSheet(const domain::Checklist& sheet)
    {
        const std::string name = fmt::format("{}@{}", sheet.kind, sheet.version);
        const auto* weighted = weightedOf(m_campaign, {sheet.kind, sheet.version, {}});
        if (!weighted)
            add("package.sheet_foreign", fmt::format("评分表 {} 不是这个批次的", name),
                "checklist/" + name);
        else if (!weighted->checklist.sha256.empty() &&
                 crypto::sha256(domain::canonicalJson(sheet)) != weighted->checklist.sha256.value)
            add("package.sheet_changed", fmt::format("评分表 {} 不是批次公布时的那一版", name),
                "checklist/" + name);
    }

    void checkChecks()
    {
        if (m_parts.input.checks != ranking::checksOf(m_campaign, m_parts.checklists))
            add("package.checks", "检查的种类、名称或权重与批次公布的不同", "input");
    }

    void checkPlaces()
    {
        std::map<domain::RegionCode, std::string> classes;
        for (const domain::VillageClass& one : m_campaign.classes) classes[one.village] = one.title;
        std::set<domain::RegionCode> codes;
        for (const ranking::Village& village : m_parts.input.villages) {
            const auto known = classes.find(village.code);
            if (village.villageClass != (known == classes.end() ? std::string() : known->second))
                add("package.class",
                    fmt::format("{} 的类别“{}”与批次公布的不同", village.name,
                                village.villageClass),
                    "input");
            if (!codes.insert(village.code).second)
                add("package.village_doubled", fmt::format("{} 列了两次", village.name), "input");
        }
        if (m_parts.input.previous && m_parts.input.previous->campaign != m_campaign.previous)
            add("package.previous", "上期不是批次公布的那一个", "input");
    }

    void checkInspection(const domain::Inspection& inspection)
    {
        const std::string where =
            fmt::format("inspection/{}/{}", inspection.id.value, inspection.revision);
        if (inspection.campaign != m_campaign.id || !weightedOf(m_campaign, inspection.checklist))
            add("package.inspection_foreign",
                fmt::format("检查 {} 不是这个批次的，或用了别的评分表", inspection.id.value),
                where);
        if (!m_inspections.insert(inspection.id).second)
            add("package.inspection_doubled", fmt::format("检查 {} 有两次", inspection.id.value),
                where);
    }

    const Parts& m_parts;
    const domain::Campaign& m_campaign;
    std::set<domain::InspectionId> m_inspections;
    base::Errors m_errors;
};

}  // namespace

base::Errors problemsOfParts(const Parts& parts)
{
    return Checker(parts).run();
}

}  // namespace report
