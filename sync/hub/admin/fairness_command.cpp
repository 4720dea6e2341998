#include <ostream>

#include "core/documents/fairness_tables.h"
#include "core/domain/region.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/fairness_marks.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/ranking/fairness_now.h"
#include "sync/hub/ranking/rankings.h"

namespace hub {

namespace {

documents::FairnessNames namesFor(Connection& db, const ranking::RankingInput& input)
{
    documents::FairnessNames names;
    names.campaign = input.campaign.name;
    names.checks = input.checks;
    names.inspector = [&db](const domain::UserId& id) {
        const auto user = findUser(db, id.value);
        return user ? user->name : id.value;
    };
    names.village = [&db](const domain::RegionCode& code) {
        const auto village = findRegion(db, code);
        const auto town = findRegion(db, domain::townOf(code));
        return (town ? town->name : std::string()) + (village ? village->name : code.value);
    };
    return names;
}

struct Known {
    fairness::Fairness figures;
    documents::FairnessNames names;
};

Known knownOf(Connection& db, const domain::Campaign& campaign)
{
    const ranking::RankingInput input = Ranker(db).input(campaign);
    Known known{fairnessNow(db, input), namesFor(db, input)};
    for (const domain::WeightedChecklist& weighted : campaign.checklists)
        if (auto sheet = findChecklist(db, weighted.checklist.kind, weighted.checklist.version))
            known.names.checklists.push_back(std::move(*sheet));
    return known;
}

base::Result<void> fairness(Admin& admin, const std::string& campaignText, const std::string& file)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, campaignText);
        if (!campaign) return tl::unexpected(campaign.error());
        const Known known = knownOf(db, *campaign);
        if (file.empty()) {
            admin.out << documents::fairnessText(known.figures, known.names);
            return {};
        }
        return documents::writeTables(documents::fairnessTables(known.figures, known.names),
                                      admin.clock.wallMs(), file);
    });
}

}  // namespace

std::string marksOf(Connection& db, const domain::Campaign& campaign)
{
    const Known known = knownOf(db, campaign);
    if (known.figures.hangsOn.empty()) return {};
    return "\n" + documents::hangsOnText(known.figures, known.names) +
           "（按现在审核通过的检查试算，不改变任何分数；详见 xuncun-hub fairness）\n";
}

void addFairnessCommand(CLI::App& app, Admin& admin)
{
    auto campaign = std::make_shared<std::string>();
    auto file = std::make_shared<std::string>();
    Command command = addCommand(
        app, admin, "fairness", "各检查员的评分尺度对照，名次取决于一人的村（不改变任何分数）",
        [&admin, campaign, file] { return fairness(admin, *campaign, *file); });
    command.needs("campaign", *campaign, "批次编号或名称");
    command.takes("--out", *file, "写到 .xlsx");
}

}  // namespace hub
