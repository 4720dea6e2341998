#include "core/ranking/explain.h"

#include <fmt/format.h>

#include <algorithm>

namespace ranking {

namespace {

std::string text(Points points)
{
    return base::toText(points);
}

Node line(std::string words)
{
    Node node;
    node.text = std::move(words);
    return node;
}

std::string townName(const Ranking& ranking, const domain::RegionCode& code)
{
    for (const TownRow& town : ranking.towns)
        if (town.town == code) return town.name;
    return code.value;
}

std::string placeOf(const Row& row)
{
    return fmt::format("第 {} 名{}", row.place, row.shared ? "（并列）" : "");
}

std::string stepInWords(const Ranking& ranking, const Row& row)
{
    const auto step = static_cast<std::size_t>(row.tieStep);
    if (row.tieStep < 0 || step >= ranking.rules.ties.size()) return {};
    const domain::TieStep& tie = ranking.rules.ties[step];
    switch (tie.by) {
        case domain::TieBreak::fewestVetoes:
            return "否决项少者在前";
        case domain::TieBreak::fewestFindings:
            return "问题处数少者在前";
        case domain::TieBreak::lastPlace:
            return "上期名次高者在前";
        case domain::TieBreak::byHand:
            break;
        case domain::TieBreak::higherInChecklist:
            for (const Check& check : ranking.checks)
                if (check.kind == tie.checklistKind)
                    return fmt::format("“{}”得分高者在前", check.title);
            return fmt::format("“{}”得分高者在前", tie.checklistKind);
    }
    for (const domain::HandDecision& decision : ranking.rules.byHand)
        if (std::find(decision.order.begin(), decision.order.end(), row.village) !=
            decision.order.end())
            return fmt::format("人工决定（{}）", decision.reason);
    return "人工决定";
}

/// How `behind` came to stand behind `before`, the row right above it.
std::string gapInWords(const Ranking& ranking, const Row& before, const Row& behind)
{
    const std::string names = fmt::format("{}（{}）", before.name, placeOf(before));
    if (behind.apart == Apart::shared) return fmt::format("与 {} 并列", names);
    if (behind.apart == Apart::tieStep)
        return fmt::format("与 {} 同分，{}，排在其后", names, stepInWords(ranking, behind));
    return fmt::format("比前一名 {} 少 {} 分", names, text(before.points - behind.points));
}

std::string leadInWords(const Ranking& ranking, const Row& row, const Row& behind)
{
    const std::string names = fmt::format("{}（{}）", behind.name, placeOf(behind));
    if (behind.apart == Apart::shared) return fmt::format("与 {} 并列", names);
    if (behind.apart == Apart::tieStep)
        return fmt::format("与 {} 同分，{}，排在其前", names, stepInWords(ranking, behind));
    return fmt::format("比后一名 {} 多 {} 分", names, text(row.points - behind.points));
}

std::string passedInWords(const Board& board, const ShortList& list, const Row& row, Passed why)
{
    switch (why) {
        case Passed::veto:
            return "因一票否决不能列入";
        case Passed::tieAtLine:
            return "在名额线上并列，按规则都不列入";
        case Passed::inBest:
            return "已在另一榜";
        case Passed::tieInQuota:
            return "本镇名额不够并列的村同时列入，都不列入";
        case Passed::quota:
            break;
    }
    std::string names;
    for (const Listed& listed : list.entries) {
        const Row& other = board.rows[static_cast<std::size_t>(listed.row)];
        if (other.town == row.town) names += (names.empty() ? "" : "、") + other.name;
    }
    return fmt::format("本镇名额已由 {} 占用", names);
}

void addList(std::vector<Node>& out, const Board& board, const ShortList& list, int row,
             const char* name)
{
    const Row& own = board.rows[static_cast<std::size_t>(row)];
    for (const Listed& listed : list.entries)
        if (listed.row == row)
            out.push_back(line(fmt::format("列入{}{}{}", name, listed.byVeto ? "（一票否决）" : "",
                                           listed.tieAtLine ? "（名额线上并列，一并列入）" : "")));
    for (const PassedOver& passed : list.passedOver)
        if (passed.row == row && passed.why != Passed::inBest)
            out.push_back(line(
                fmt::format("未列入{}：{}", name, passedInWords(board, list, own, passed.why))));
}

Node inspectionNode(const ApprovedScore& score, bool manySubjects, const FactsOf& factsOf)
{
    Node node;
    node.inspection = score.inspection;
    node.text = fmt::format("检查 {} 第 {} 版：{} / {} 分", score.inspection.value, score.revision,
                            text(score.points), text(score.maximum));
    if (score.inspection.empty())
        node.text = fmt::format("{} / {} 分", text(score.points), text(score.maximum));
    if (manySubjects) node.text = fmt::format("设施 {}，{}", score.subject.value, node.text);
    if (score.bonus > Points{}) node.text += fmt::format("，加分 {}", text(score.bonus));
    if (score.vetoes > 0) node.text += fmt::format("，一票否决 {} 项", score.vetoes);
    if (!score.used) node.text += "（按规则不计入）";
    const std::optional<InspectionFacts> facts =
        factsOf ? factsOf(score.inspection, score.revision) : std::nullopt;
    if (facts) {
        if (!facts->inspector.empty()) node.text += fmt::format("；检查人 {}", facts->inspector);
        if (!facts->reviewer.empty()) node.text += fmt::format("；审核人 {}", facts->reviewer);
        node.children = explainInspection(*facts);
    }
    return node;
}

Node partNode(const Ranking& ranking, const Part& part, const Check& check, const FactsOf& factsOf)
{
    Node node;
    switch (part.source) {
        case PartSource::inspected:
            node.text =
                fmt::format("{}：{} 分，占 {}%", check.title, text(part.score), text(part.share));
            break;
        case PartSource::spread:
            node.text = fmt::format("{}：缺检查，权重由其余检查分摊", check.title);
            break;
        case PartSource::uniform:
            node.text = fmt::format("{}：缺检查，统一赋 {} 分，占 {}%", check.title,
                                    text(part.score), text(part.share));
            break;
        case PartSource::meanOfVillages:
            node.text = fmt::format("{}：缺检查，按各村平均 {} 分计，占 {}%", check.title,
                                    text(part.score), text(part.share));
            break;
    }
    if (part.bonus > Points{}) node.text += fmt::format("，加分 {}", text(part.bonus));
    const auto first = ranking.scores.begin() + part.firstScore;
    const bool manySubjects =
        std::any_of(first, first + part.scores, [&](const ApprovedScore& score) {
            return score.subject != first->subject || score.subject != score.village;
        });
    for (auto score = first; score != first + part.scores; ++score)
        node.children.push_back(inspectionNode(*score, manySubjects, factsOf));
    return node;
}

Node pointsNode(const Ranking& ranking, const Row& row, const FactsOf& factsOf)
{
    Node node = line(fmt::format("总分 {} = 加权得分 {}", text(row.points), text(row.weighted)));
    if (row.bonusBeforeCap > Points{}) node.text += fmt::format(" + 加分 {}", text(row.bonus));
    if (row.bonus < row.bonusBeforeCap)
        node.text += fmt::format("（合计 {}，封顶 {}）", text(row.bonusBeforeCap), text(row.bonus));
    for (std::size_t i = 0; i < row.parts.size() && i < ranking.checks.size(); ++i)
        node.children.push_back(partNode(ranking, row.parts[i], ranking.checks[i], factsOf));
    return node;
}

Node rowNode(const Ranking& ranking, const Board& board, int number, const FactsOf& factsOf)
{
    const auto at = static_cast<std::size_t>(number);
    const Row& row = board.rows[at];
    Node node = line(fmt::format("{} {}：{}，共 {} 村{}，{} 分", townName(ranking, row.town),
                                 row.name, placeOf(row), board.rows.size(),
                                 board.villageClass.empty() ? "" : "（" + board.villageClass + "）",
                                 text(row.points)));
    addList(node.children, board, board.best, number, "最佳名单");
    addList(node.children, board, board.worst, number, "最差名单");
    if (number > 0) node.children.push_back(line(gapInWords(ranking, board.rows[at - 1], row)));
    if (at + 1 < board.rows.size())
        node.children.push_back(line(leadInWords(ranking, row, board.rows[at + 1])));
    if (row.lastPlace) node.children.push_back(line(fmt::format("上期第 {} 名", *row.lastPlace)));
    if (row.vetoes > 0) node.children.push_back(line(fmt::format("一票否决 {} 项", row.vetoes)));
    node.children.push_back(pointsNode(ranking, row, factsOf));
    return node;
}

Node notRankedNode(const Ranking& ranking, const NotRanked& village)
{
    Node node =
        line(fmt::format("{} {}：未参加排名", townName(ranking, village.town), village.name));
    if (village.why == NotRankedWhy::excluded)
        node.children.push_back(line("在本批次的排除名单里"));
    if (village.why == NotRankedWhy::nothingInspected)
        node.children.push_back(line("没有审核通过的检查"));
    if (village.why == NotRankedWhy::checkMissing)
        for (const int check : village.missingChecks)
            node.children.push_back(
                line(fmt::format("缺“{}”检查，按规则不排名",
                                 ranking.checks[static_cast<std::size_t>(check)].title)));
    return node;
}

void write(std::string& out, const Node& node, std::size_t depth)
{
    out += std::string(depth * 2, ' ') + node.text + '\n';
    for (const Node& child : node.children) write(out, child, depth + 1);
}

}  // namespace

base::Result<Node> explain(const Ranking& ranking, const domain::RegionCode& village,
                           const FactsOf& factsOf)
{
    for (const Board& board : ranking.boards)
        for (std::size_t i = 0; i < board.rows.size(); ++i)
            if (board.rows[i].village == village)
                return rowNode(ranking, board, static_cast<int>(i), factsOf);
    for (const NotRanked& notRanked : ranking.notRanked)
        if (notRanked.village == village) return notRankedNode(ranking, notRanked);
    return base::fail("ranking.village_unknown",
                      fmt::format("批次“{}”里没有代码为 {} 的村", ranking.name, village.value),
                      village.value);
}

std::string toText(const Node& node)
{
    std::string out;
    write(out, node, 0);
    return out;
}

}  // namespace ranking
