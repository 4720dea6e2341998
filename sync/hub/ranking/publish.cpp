#include "sync/hub/ranking/publish.h"

#include "core/report/package.h"
#include "sync/hub/ranking/facts.h"
#include "sync/hub/ranking/rankings.h"

namespace hub {

namespace {
base::Result<report::PackageInput> packageOf(Connection& connection,
                                             const domain::Campaign& campaign)
{
    report::PackageInput package;
    package.input = Ranker(connection).input(campaign);
    for (const domain::WeightedChecklist& weighted : campaign.checklists)
        if (auto sheet =
                findChecklist(connection, weighted.checklist.kind, weighted.checklist.version))
            package.checklists.push_back(std::move(*sheet));
    for (const InspectionRow& row : rankedInspections(connection, campaign))
        for (const domain::Checklist& sheet : package.checklists)
            if (sheet.kind == row.kind && sheet.version == row.version) {
                ranking::InspectionFacts facts = approvedFacts(connection, row, sheet);
                package.inspections.push_back(
                    {std::move(facts.inspection), std::move(facts.adjustments)});
            }
    for (const domain::CampaignShare& share : campaign.combines) {
        const auto part = lastPublication(connection, share.campaign);
        if (!part)
            return base::fail("publish.source", "所合并的批次还没有公布排名，请先逐个公布",
                              share.campaign.value);
        package.sources.push_back(*packageText(connection, part->sha256));
    }
    return package;
}
}  // namespace

base::Result<Publication> publishRanking(Connection& connection, const domain::Campaign& campaign,
                                         const std::string& reason, std::int64_t nowMs)
{
    if (campaign.state == domain::CampaignState::draft)
        return base::fail("publish.draft", "草稿批次没有排名", campaign.name);
    const auto before = lastPublication(connection, campaign.id);
    if (before && reason.empty())
        return base::fail("publish.reason", "已经公布过，再次公布是更正，请写明原因",
                          campaign.name);
    if (!before && !reason.empty())
        return base::fail("publish.reason", "还没有公布过，第一次公布不用写原因", campaign.name);
    base::Result<report::PackageInput> package = packageOf(connection, campaign);
    if (!package) return tl::unexpected(package.error());
    package->madeAtMs = nowMs;
    package->reason = reason;
    if (before) package->replaces = *packageText(connection, before->sha256);
    const base::Result<std::string> text = report::writePackage(*package);
    if (!text) return tl::unexpected(text.error());
    const auto verified = report::verifyPackage(*text);
    if (!verified) return tl::unexpected(verified.error().front());
    Publication publication{campaign.id,
                            before ? before->number + 1 : 1,
                            verified->sha256,
                            verified->replaces,
                            reason,
                            nowMs,
                            static_cast<int>(verified->changes.size())};
    addPublication(connection, publication, *text);
    return publication;
}

}  // namespace hub
