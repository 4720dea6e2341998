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

void write(std::string& out, const Node& node, std::size_t depth)
{
    out += std::string(depth * 2, ' ') + node.text + '\n';
    for (const Node& child : node.children) write(out, child, depth + 1);
}

}  // namespace

Explainer::Explainer(const Ranking& ranking) : m_ranking(ranking)
{
    for (const TownRow& town : ranking.towns) m_towns.emplace(town.town.value, town.name);
    for (std::size_t i = 0; i < ranking.notRanked.size(); ++i)
        m_villages[ranking.notRanked[i].village.value] = {-1, static_cast<int>(i)};
    for (std::size_t b = 0; b < ranking.boards.size(); ++b) {
        const Board& board = ranking.boards[b];
        for (std::size_t i = 0; i < board.rows.size(); ++i)
            m_villages[board.rows[i].village.value] = {static_cast<int>(b), static_cast<int>(i)};
        m_best.push_back(indexOf(board.best));
        m_worst.push_back(indexOf(board.worst));
    }
}

Explainer::List Explainer::indexOf(const ShortList& list)
{
    List index;
    for (const Listed& listed : list.entries) index[listed.row].listed = &listed;
    for (const PassedOver& passed : list.passedOver) index[passed.row].passed = &passed;
    return index;
}

const std::string& Explainer::townName(const domain::RegionCode& code) const
{
    const auto found = m_towns.find(code.value);
    return found == m_towns.end() ? code.value : found->second;
}

Node Explainer::rowNode(const Where& where, const FactsOf& factsOf) const
{
    const Board& board = m_ranking.boards[static_cast<std::size_t>(where.board)];
    const auto at = static_cast<std::size_t>(where.number);
    const Row& row = board.rows[at];
    Node node = line(fmt::format("{} {}：{}，共 {} 村{}，{} 分", townName(row.town), row.name,
                                 placeOf(row), board.rows.size(),
                                 board.villageClass.empty() ? "" : "（" + board.villageClass + "）",
                                 text(row.points)));
    const auto addList = [&](const List& index, const ShortList& list, const char* name) {
        const auto found = index.find(where.number);
        if (found == index.end()) return;
        if (const Listed* listed = found->second.listed)
            node.children.push_back(
                line(fmt::format("列入{}{}{}", name, listed->byVeto ? "（一票否决）" : "",
                                 listed->tieAtLine ? "（名额线上并列，一并列入）" : "")));
        else if (found->second.passed->why != Passed::inBest)
            node.children.push_back(line(fmt::format(
                "未列入{}：{}", name, passedInWords(board, list, row, found->second.passed->why))));
    };
    addList(m_best[static_cast<std::size_t>(where.board)], board.best, "最佳名单");
    addList(m_worst[static_cast<std::size_t>(where.board)], board.worst, "最差名单");
    if (at > 0) node.children.push_back(line(gapInWords(m_ranking, board.rows[at - 1], row)));
    if (at + 1 < board.rows.size())
        node.children.push_back(line(leadInWords(m_ranking, row, board.rows[at + 1])));
    if (row.lastPlace) node.children.push_back(line(fmt::format("上期第 {} 名", *row.lastPlace)));
    if (row.vetoes > 0) node.children.push_back(line(fmt::format("一票否决 {} 项", row.vetoes)));
    node.children.push_back(pointsNode(m_ranking, row, factsOf));
    return node;
}

Node Explainer::notRankedNode(const NotRanked& village) const
{
    Node node = line(fmt::format("{} {}：未参加排名", townName(village.town), village.name));
    if (village.why == NotRankedWhy::excluded)
        node.children.push_back(line("在本批次的排除名单里"));
    if (village.why == NotRankedWhy::nothingInspected)
        node.children.push_back(line("没有审核通过的检查"));
    if (village.why == NotRankedWhy::checkMissing)
        for (const int check : village.missingChecks)
            node.children.push_back(
                line(fmt::format("缺“{}”检查，按规则不排名",
                                 m_ranking.checks[static_cast<std::size_t>(check)].title)));
    return node;
}

base::Result<Node> Explainer::explain(const domain::RegionCode& village,
                                      const FactsOf& factsOf) const
{
    const auto found = m_villages.find(village.value);
    if (found == m_villages.end())
        return base::fail(
            "ranking.village_unknown",
            fmt::format("批次“{}”里没有代码为 {} 的村", m_ranking.name, village.value),
            village.value);
    if (found->second.board < 0)
        return notRankedNode(m_ranking.notRanked[static_cast<std::size_t>(found->second.number)]);
    return rowNode(found->second, factsOf);
}

base::Result<Node> explain(const Ranking& ranking, const domain::RegionCode& village,
                           const FactsOf& factsOf)
{
    return Explainer(ranking).explain(village, factsOf);
}

std::string toText(const Node& node)
{
    std::string out;
    write(out, node, 0);
    return out;
}

}  // namespace ranking
