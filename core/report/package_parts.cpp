#include "core/report/package_parts.h"

#include <fmt/format.h>

#include "core/domain/codec.h"
#include "core/ranking/ranking_codec.h"

namespace report {

base::Result<ranking::RankingInput> scoredInput(const Parts& parts)
{
    ranking::RankingInput input = parts.input;
    for (const PackedInspection& packed : parts.inspections) {
        const domain::ChecklistRef& ref = packed.inspection.checklist;
        const domain::Checklist* sheet = nullptr;
        for (const domain::Checklist& checklist : parts.checklists)
            if (checklist.kind == ref.kind && checklist.version == ref.version) sheet = &checklist;
        if (!sheet)
            return base::fail("package.sheet_missing",
                              fmt::format("检查 {} 用的评分表 {}@{} 不在包里",
                                          packed.inspection.id.value, ref.kind, ref.version),
                              "inspection/" + packed.inspection.id.value);
        input.scores.push_back(
            ranking::approvedScoreOf(*sheet, packed.inspection, packed.adjustments));
    }
    return input;
}

std::vector<std::pair<std::string, std::string>> linesOf(const Parts& parts,
                                                         const ranking::Ranking& ranking)
{
    std::vector<std::pair<std::string, std::string>> lines;
    lines.emplace_back("input", ranking::canonicalJson(parts.input));
    for (const domain::Checklist& checklist : parts.checklists)
        lines.emplace_back(fmt::format("checklist/{}@{}", checklist.kind, checklist.version),
                           domain::canonicalJson(checklist));
    for (const PackedInspection& packed : parts.inspections) {
        const std::string name =
            fmt::format("{}/{}", packed.inspection.id.value, packed.inspection.revision);
        lines.emplace_back("inspection/" + name, domain::canonicalJson(packed.inspection));
        if (packed.adjustments.empty()) continue;
        domain::Review review;
        review.inspection = packed.inspection.id;
        review.revision = packed.inspection.revision;
        review.decision = domain::Decision::adjust;
        review.adjustments = packed.adjustments;
        lines.emplace_back("adjustments/" + name, domain::canonicalJson(review));
    }
    lines.emplace_back("ranking", ranking::canonicalJson(ranking));
    return lines;
}

}  // namespace report
