#include "core/report/package.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/ranking/ranking_codec.h"
#include "core/report/masking.h"
#include "core/report/package_codec.h"
#include "core/report/package_parts.h"

namespace report {

domain::Inspection withoutPersons(const domain::Inspection& inspection)
{
    domain::Inspection bare;
    bare.id = inspection.id;
    bare.revision = inspection.revision;
    bare.campaign = inspection.campaign;
    bare.checklist = inspection.checklist;
    bare.profile = inspection.profile;
    bare.village = inspection.village;
    bare.subject = inspection.subject;
    bare.submittedAtMs = inspection.submittedAtMs;
    bare.zoneOffsetMinutes = inspection.zoneOffsetMinutes;
    bare.answers = inspection.answers;
    for (domain::Answer& answer : bare.answers) {
        answer.note.clear();
        for (domain::Finding& finding : answer.findings) {
            finding.foundAtMs = 0;
            finding.place.clear();
            finding.note.clear();
            finding.fix.reset();
        }
    }
    for (const domain::PhotoEntry& photo : inspection.photos) {
        domain::PhotoEntry bareName;
        bareName.id = photo.id;
        bareName.sha256 = photo.sha256;
        bareName.itemCode = photo.itemCode;
        bareName.finding = photo.finding;
        bare.photos.push_back(std::move(bareName));
    }
    return bare;
}

namespace {

struct Standing {
    int place = 0;
    base::Points points;

    bool operator==(const Standing&) const = default;
};

std::map<domain::RegionCode, Standing> standingsOf(const ranking::Ranking& ranking)
{
    std::map<domain::RegionCode, Standing> standings;
    for (const ranking::Board& board : ranking.boards)
        for (const ranking::Row& row : board.rows) standings[row.village] = {row.place, row.points};
    return standings;
}

std::vector<PackageChange> changesBetween(const ranking::Ranking& before,
                                          const ranking::Ranking& after)
{
    std::map<domain::RegionCode, std::pair<Standing, Standing>> both;
    for (const auto& [village, standing] : standingsOf(before)) both[village].first = standing;
    for (const auto& [village, standing] : standingsOf(after)) both[village].second = standing;
    std::vector<PackageChange> changes;
    for (const auto& [village, pair] : both)
        if (pair.first != pair.second)
            changes.push_back({village, pair.first.place, pair.second.place, pair.first.points,
                               pair.second.points});
    return changes;
}

}  // namespace

namespace {

/// Names of the parts that only one of the packages has, or that differ; the result aside.
std::vector<std::string> changedParts(std::map<std::string, std::string> before,
                                      const std::map<std::string, std::string>& after)
{
    std::set<std::string> changed;
    for (const auto& [name, hash] : after) {
        const auto found = before.find(name);
        if (found == before.end() || found->second != hash) changed.insert(name);
        if (found != before.end()) before.erase(found);
    }
    for (const auto& [name, hash] : before) changed.insert(name);
    changed.erase("ranking");
    return {changed.begin(), changed.end()};
}

/// Who signed for a village: masked wherever a reason names them.
std::vector<std::string> villagersIn(const PackageInput& input)
{
    std::set<std::string> names;
    for (const PackedInspection& packed : input.inspections)
        for (const domain::Signature& signature : packed.inspection.signatures)
            if (signature.role != "inspector") names.insert(signature.name);
    return {names.begin(), names.end()};
}

void maskReasons(domain::Campaign& campaign, const std::vector<std::string>& villagers)
{
    for (domain::HandDecision& decision : campaign.rules.byHand)
        decision.reason = masked(decision.reason, villagers);
    for (domain::ExclusionReason& excluded : campaign.exclusionReasons)
        excluded.reason = masked(excluded.reason, villagers);
}

base::Result<Parts> partsOf(const PackageInput& input, const std::vector<std::string>& villagers)
{
    Parts parts;
    parts.input = input.input;
    parts.input.scores.clear();
    maskReasons(parts.input.campaign, villagers);
    parts.checklists = input.checklists;
    std::sort(parts.checklists.begin(), parts.checklists.end(), [](const auto& a, const auto& b) {
        return std::tie(a.kind, a.version) < std::tie(b.kind, b.version);
    });
    for (const PackedInspection& packed : input.inspections)
        parts.inspections.push_back({withoutPersons(packed.inspection), packed.adjustments});
    for (PackedInspection& packed : parts.inspections)
        for (domain::Adjustment& adjustment : packed.adjustments)
            adjustment.reason = masked(adjustment.reason, villagers);
    std::sort(parts.inspections.begin(), parts.inspections.end(), [](const auto& a, const auto& b) {
        return std::tie(a.inspection.id, a.inspection.revision) <
               std::tie(b.inspection.id, b.inspection.revision);
    });
    for (const std::string& package : input.sources) {
        base::Result<Source> source = sourceOf(package);
        if (!source) return tl::unexpected(source.error());
        parts.sources.push_back(std::move(*source));
    }
    if (const base::Errors errors = problemsOfSources(parts); !errors.empty())
        return tl::unexpected(errors.front());
    return parts;
}

base::Result<void> correct(PackageHead& head, const std::string& replaced,
                           const ranking::Ranking& ranking)
{
    const auto before = verifyPackage(replaced);
    if (!before)
        return base::fail("package.replaces",
                          "被更正的排名包没有通过核对：" + before.error().front().message);
    head.replaces = before->sha256;
    head.changes = changesBetween(before->ranking, ranking);
    head.changedParts = changedParts(before->parts, hashesOf(head.parts));
    if (head.changes.empty() && head.changedParts.empty())
        return base::fail("package.unchanged", "与被更正的排名包没有不同，不用更正");
    return {};
}

}  // namespace

base::Result<std::string> writePackage(const PackageInput& input)
{
    const std::vector<std::string> villagers = villagersIn(input);
    const base::Result<Parts> made = partsOf(input, villagers);
    if (!made) return tl::unexpected(made.error());
    const Parts& parts = *made;
    const base::Result<ranking::RankingInput> scored = scoredInput(parts);
    if (!scored) return tl::unexpected(scored.error());
    if (const base::Errors errors = problemsOfParts(parts); !errors.empty())
        return tl::unexpected(errors.front());
    const ranking::Ranking ranking = ranking::rankOf(*scored);

    PackageHead head;
    head.format = packageFormat;
    head.version = packageVersion;
    head.campaign = input.input.campaign.id;
    head.name = input.input.campaign.name;
    head.madeAtMs = input.madeAtMs;
    head.reason = masked(input.reason, villagers);
    std::string body;
    for (const auto& [name, text] : linesOf(parts, ranking)) {
        head.parts.push_back({name, crypto::sha256(text), static_cast<std::int64_t>(text.size())});
        body += text + "\n";
    }
    if (!input.replaces.empty())
        if (auto corrected = correct(head, input.replaces, ranking); !corrected)
            return tl::unexpected(corrected.error());
    head.check = checkOf(head);
    return canonicalJson(head) + "\n" + body;
}

base::Errors problemsOfCorrection(const VerifiedPackage& before, const VerifiedPackage& after)
{
    base::Errors errors;
    if (after.replaces != before.sha256)
        errors.push_back({"package.replaces", "更正的不是这个排名包", after.replaces});
    if (after.changes != changesBetween(before.ranking, after.ranking))
        errors.push_back(
            {"package.changes", "所列的名次和分数变化与两个排名包的实际差别不符", "changes"});
    if (after.changedParts != changedParts(before.parts, after.parts))
        errors.push_back(
            {"package.changes", "所列的改动部分与两个排名包的实际差别不符", "changedParts"});
    if (after.input.campaign.id != before.input.campaign.id)
        errors.push_back({"package.replaces", "两个排名包不是同一个批次的", "campaign"});
    return errors;
}

std::string packageHash(const std::string& text)
{
    const std::size_t end = text.find('\n');
    return end == std::string::npos ? std::string()
                                    : crypto::sha256(std::string_view(text).substr(0, end));
}

}  // namespace report
