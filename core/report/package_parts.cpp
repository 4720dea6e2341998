#include "core/report/package_parts.h"

#include <fmt/format.h>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/ranking/ranking_codec.h"
#include "core/report/package_codec.h"

namespace report {

base::Result<Source> sourceOf(const std::string& package)
{
    const std::size_t first = package.find('\n');
    if (package.size() < 2 || first == std::string::npos || package.back() != '\n')
        return base::fail("package.source", "合并的不是完整的排名包");
    const std::size_t last = package.rfind('\n', package.size() - 2) + 1;
    Source source{package.substr(0, first), package.substr(last, package.size() - 1 - last), {}};
    base::Result<ranking::Ranking> ranking = ranking::rankingFromJson(source.rankingLine);
    if (!ranking) return tl::unexpected(ranking.error());
    source.ranking = std::move(*ranking);
    return source;
}

base::Errors problemsOfSources(const Parts& parts)
{
    base::Errors errors;
    const auto& combines = parts.input.campaign.combines;
    const auto& checks = parts.input.checks;
    if (combines.size() != parts.sources.size() ||
        (!combines.empty() && checks.size() != combines.size()))
        errors.push_back({"package.source", "合并的批次与包里的来源数目不符", "source"});
    for (std::size_t i = 0; errors.empty() && i < combines.size(); ++i) {
        const Source& source = parts.sources[i];
        const std::string where = "source/" + crypto::sha256(source.head);
        const base::Result<PackageHead> head = packageHeadFromJson(source.head);
        if (!head || head->format != packageFormat || head->parts.empty() ||
            head->parts.back().name != "ranking" ||
            head->parts.back().sha256 != crypto::sha256(source.rankingLine))
            errors.push_back({"package.source", "来源的排名与它的包头不符", where});
        else if (head->campaign != combines[i].campaign ||
                 source.ranking.campaign != combines[i].campaign ||
                 checks[i].kind != combines[i].campaign.value ||
                 checks[i].weight != combines[i].weight)
            errors.push_back({"package.source", "来源不是批次所合并的那一个", where});
    }
    return errors;
}

std::map<std::string, std::string> hashesOf(const std::vector<PackagePart>& parts)
{
    std::map<std::string, std::string> hashes;
    for (const PackagePart& part : parts) hashes[part.name] = part.sha256;
    return hashes;
}

base::Result<ranking::RankingInput> scoredInput(const Parts& parts)
{
    ranking::RankingInput input = parts.input;
    for (const Source& source : parts.sources)
        for (ranking::ApprovedScore& score : ranking::scoresOf(source.ranking))
            input.scores.push_back(std::move(score));
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
    for (const Source& source : parts.sources) {
        const std::string hash = crypto::sha256(source.head);
        lines.emplace_back("source/" + hash, source.head);
        lines.emplace_back("source-ranking/" + hash, source.rankingLine);
    }
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
