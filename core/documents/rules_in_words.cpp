#include <fmt/format.h>

#include "core/documents/figures.h"
#include "core/documents/tables.h"
#include "core/domain/checklist.h"

namespace documents {

namespace {

std::string missingRule(const domain::RankingRules& rules)
{
    switch (rules.missing) {
        case domain::MissingCheck::spreadWeight:
            return "缺某项检查的村，该项权重由其余检查按比例分摊";
        case domain::MissingCheck::uniformScore:
            return fmt::format("缺某项检查的村，该项统一计 {} 分",
                               base::toText(rules.uniformScore));
        case domain::MissingCheck::meanOfOthers:
            return "缺某项检查的村，该项按其他村的平均分计";
        case domain::MissingCheck::notRanked:
            return "缺任何一项检查的村不参加排名";
    }
    return {};
}

std::string severalRule(domain::SeveralInspections several)
{
    switch (several) {
        case domain::SeveralInspections::mean:
            return "同一对象多次检查的，取平均分";
        case domain::SeveralInspections::meanWithoutExtremes:
            return "同一对象检查三次以上的，去掉一个最高分和一个最低分后取平均分";
        case domain::SeveralInspections::latest:
            return "同一对象多次检查的，取最近一次";
    }
    return {};
}

std::string vetoRule(const domain::RankingRules& rules)
{
    std::string words;
    for (const domain::VetoEffect effect : rules.vetoEffects) {
        words += words.empty() ? "" : "，";
        switch (effect) {
            case domain::VetoEffect::outOfBest:
                words += "不得列入" + bestName(rules);
                break;
            case domain::VetoEffect::intoWorst:
                words += "直接列入" + worstName(rules);
                break;
            case domain::VetoEffect::sectionToZero:
                words += "所在大项计零分";
                break;
        }
    }
    return words.empty() ? "一票否决事项只作记录" : "有一票否决事项的村，" + words;
}

std::string tieStep(const ranking::Ranking& ranking, const domain::TieStep& step)
{
    switch (step.by) {
        case domain::TieBreak::fewestVetoes:
            return "否决事项少";
        case domain::TieBreak::fewestFindings:
            return "问题处数少";
        case domain::TieBreak::lastPlace:
            return "上期名次靠前";
        case domain::TieBreak::byHand:
            return "人工决定并说明理由";
        case domain::TieBreak::higherInChecklist:
            for (const ranking::Check& check : ranking.checks)
                if (check.kind == step.checklistKind)
                    return domain::shortTitle(check.title) + "得分高";
            return step.checklistKind + "得分高";
    }
    return {};
}

std::string tieRule(const ranking::Ranking& ranking)
{
    std::string words;
    for (const domain::TieStep& step : ranking.rules.ties)
        words += (words.empty() ? "" : "、") + tieStep(ranking, step);
    return words.empty() ? "总分相同的名次并列，其后名次跳过"
                         : "总分相同的，依次按" + words + "排列，仍相同的名次并列，其后名次跳过";
}

std::string insteadOf(const ranking::Part& part)
{
    switch (part.source) {
        case ranking::PartSource::inspected:
            break;
        case ranking::PartSource::spread:
            return "权重分摊";
        case ranking::PartSource::uniform:
            return fmt::format("统一计 {} 分", base::toText(part.score));
        case ranking::PartSource::meanOfVillages:
            return fmt::format("按平均 {} 分计", base::toText(part.score));
    }
    return {};
}

void addQuota(std::vector<std::string>& sentences, const std::string& list, int perTown)
{
    if (perTown > 0) sentences.push_back(fmt::format("{}每个镇街最多 {} 个村", list, perTown));
}

}  // namespace

std::string remarkOf(const ranking::Ranking& ranking, const ranking::Row& row)
{
    std::string words;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "；") + more; };
    for (std::size_t c = 0; c < row.parts.size() && c < ranking.checks.size(); ++c)
        if (row.parts[c].source != ranking::PartSource::inspected)
            add("缺" + domain::shortTitle(ranking.checks[c].title) + "，" +
                insteadOf(row.parts[c]));
    if (row.vetoes > 0) add(fmt::format("一票否决 {} 项", row.vetoes));
    if (row.bonusBeforeCap > row.bonus)
        add(fmt::format("加分 {} 分，封顶 {} 分", base::toText(row.bonusBeforeCap),
                        base::toText(row.bonus)));
    return words;
}

std::string whyNotRanked(const ranking::Ranking& ranking, const ranking::NotRanked& village)
{
    switch (village.why) {
        case ranking::NotRankedWhy::excluded:
            return "在本次评比的排除名单里" + (village.reason.empty() ? "" : "：" + village.reason);
        case ranking::NotRankedWhy::nothingInspected:
            return "没有审核通过的检查";
        case ranking::NotRankedWhy::checkMissing:
            break;
    }
    std::string words;
    for (const int check : village.missingChecks)
        words += (words.empty() ? "缺" : "、") +
                 domain::shortTitle(ranking.checks.at(static_cast<std::size_t>(check)).title);
    return words + "检查";
}

std::vector<std::string> rulesInWords(const ranking::Ranking& ranking)
{
    const domain::RankingRules& rules = ranking.rules;
    std::vector<std::string> sentences = {
        "各项检查折成百分制后按权重加总，四舍五入到 0.01 分",
        missingRule(rules),
        severalRule(rules.several),
        vetoRule(rules),
        fmt::format("加分合计最多 {} 分", base::toText(rules.bonusCap)),
        tieRule(ranking)};
    addQuota(sentences, bestName(rules), rules.bestPerTown);
    addQuota(sentences, worstName(rules), rules.worstPerTown);
    if (rules.lookBack == domain::LookBack::counts)
        sentences.emplace_back("回头看与其他检查一样计入排名");
    if (rules.byClass) sentences.emplace_back("按村的类别分别排名");
    sentences.emplace_back(rules.atLine == domain::TieAtLine::takeAll ? "上榜线上并列的村全部列入"
                                                                      : "上榜线上并列的村都不列入");
    return sentences;
}

}  // namespace documents
