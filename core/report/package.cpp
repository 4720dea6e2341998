#include "core/report/package.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/ranking/ranking_codec.h"
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

base::Result<std::string> writePackage(const PackageInput& input)
{
    Parts parts;
    parts.input = input.input;
    parts.input.scores.clear();
    parts.checklists = input.checklists;
    std::sort(parts.checklists.begin(), parts.checklists.end(), [](const auto& a, const auto& b) {
        return std::tie(a.kind, a.version) < std::tie(b.kind, b.version);
    });
    for (const PackedInspection& packed : input.inspections)
        parts.inspections.push_back({withoutPersons(packed.inspection), packed.adjustments});
    std::sort(parts.inspections.begin(), parts.inspections.end(), [](const auto& a, const auto& b) {
        return std::tie(a.inspection.id, a.inspection.revision) <
               std::tie(b.inspection.id, b.inspection.revision);
    });
    const base::Result<ranking::RankingInput> scored = scoredInput(parts);
    if (!scored) return tl::unexpected(scored.error());
    const ranking::Ranking ranking = ranking::rankOf(*scored);

    PackageHead head;
    head.format = packageFormat;
    head.version = packageVersion;
    head.campaign = input.input.campaign.id;
    head.name = input.input.campaign.name;
    head.madeAtMs = input.madeAtMs;
    head.reason = input.reason;
    if (!input.replaces.empty()) {
        const auto before = verifyPackage(input.replaces);
        if (!before) return tl::unexpected(before.error().front());
        head.replaces = before->sha256;
        head.changes = changesBetween(before->ranking, ranking);
    }
    std::string body;
    for (const auto& [name, text] : linesOf(parts, ranking)) {
        head.parts.push_back({name, crypto::sha256(text), static_cast<std::int64_t>(text.size())});
        body += text + "\n";
    }
    return canonicalJson(head) + "\n" + body;
}

std::string packageHash(const std::string& text)
{
    const std::size_t end = text.find('\n');
    return end == std::string::npos ? std::string()
                                    : crypto::sha256(std::string_view(text).substr(0, end));
}

}  // namespace report
