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

using Names = Explainer::Names;

std::string_view nameOf(const Names& names, const domain::RegionCode& code)
{
    const auto found = names.find(code.value);
    return found == names.end() ? std::string_view(code.value) : found->second;
}

/// How a score of one of several subjects is introduced.
std::string subjectWords(const ApprovedScore& score, const Names& subjects)
{
    return score.subject == score.village
               ? std::string("本村，")
               : fmt::format("设施 {}，", nameOf(subjects, score.subject));
}

Node inspectionNode(const ApprovedScore& score, const std::string& subject, const FactsOf& factsOf)
{
    Node node;
    node.inspection = score.inspection;
    node.text = fmt::format("检查 {} 第 {} 版：{} / {} 分", score.inspection.value, score.revision,
                            text(score.points), text(score.maximum));
    if (score.inspection.empty())
        node.text = fmt::format("{} / {} 分", text(score.points), text(score.maximum));
    node.text = subject + node.text;
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

/// "（本村 2 个设施平均）": what the score is the mean of; empty for the village itself.
std::string meanInWords(std::vector<ApprovedScore>::const_iterator first, int scores)
{
    int subjects = 0;
    for (auto score = first; score != first + scores; ++score)
        if (score == first || score->subject != (score - 1)->subject) ++subjects;
    return subjects > 1 ? fmt::format("（{} 个设施平均）", subjects) : std::string();
}

Node partNode(const Ranking& ranking, const Part& part, const Check& check, const Names& subjects,
              const FactsOf& factsOf)
{
    const auto first = ranking.scores.begin() + part.firstScore;
    Node node;
    switch (part.source) {
        case PartSource::inspected:
            node.text = fmt::format("{}：{} 分{}，占 {}%", check.title, text(part.score),
                                    meanInWords(first, part.scores), text(part.share));
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
    const bool manySubjects =
        std::any_of(first, first + part.scores, [&](const ApprovedScore& score) {
            return score.subject != first->subject || score.subject != score.village;
        });
    for (auto score = first; score != first + part.scores; ++score)
        node.children.push_back(inspectionNode(
            *score, manySubjects ? subjectWords(*score, subjects) : std::string(), factsOf));
    return node;
}

Node pointsNode(const Ranking& ranking, const Row& row, const Names& subjects,
                const FactsOf& factsOf)
{
    Node node = line(fmt::format("总分 {} = 加权得分 {}", text(row.points), text(row.weighted)));
    if (row.bonusBeforeCap > Points{}) node.text += fmt::format(" + 加分 {}", text(row.bonus));
    if (row.bonus < row.bonusBeforeCap)
        node.text += fmt::format("（合计 {}，封顶 {}）", text(row.bonusBeforeCap), text(row.bonus));
    for (std::size_t i = 0; i < row.parts.size() && i < ranking.checks.size(); ++i)
        node.children.push_back(
            partNode(ranking, row.parts[i], ranking.checks[i], subjects, factsOf));
    return node;
}

void addLines(std::vector<TreeLine>& lines, const Node& node, int depth)
{
    lines.push_back({depth, &node});
    for (const Node& child : node.children) addLines(lines, child, depth + 1);
}

}  // namespace

Explainer::Explainer(const Ranking& ranking) : m_ranking(ranking)
{
    for (const TownRow& town : ranking.towns) m_towns.emplace(town.town.value, town.name);
    for (const SubjectName& one : ranking.subjects) m_subjects.emplace(one.code.value, one.name);
    std::size_t villages = ranking.notRanked.size();
    for (const Board& board : ranking.boards) villages += board.rows.size();
    m_villages.reserve(villages);
    for (std::size_t i = 0; i < ranking.notRanked.size(); ++i)
        m_villages[ranking.notRanked[i].village.value] = {-1, static_cast<int>(i)};
    for (std::size_t b = 0; b < ranking.boards.size(); ++b) {
        const Board& board = ranking.boards[b];
        for (std::size_t i = 0; i < board.rows.size(); ++i)
            m_villages[board.rows[i].village.value] = {static_cast<int>(b), static_cast<int>(i)};
        m_tellers.emplace_back(ranking, board);
    }
}

Node Explainer::rowNode(const Where& where, const FactsOf& factsOf) const
{
    const Board& board = m_ranking.boards[static_cast<std::size_t>(where.board)];
    const auto at = static_cast<std::size_t>(where.number);
    const Row& row = board.rows[at];
    Node node = line(fmt::format("{} {}：{}，共 {} 村{}，{} 分", nameOf(m_towns, row.town),
                                 row.name, placeInWords(row), board.rows.size(),
                                 board.villageClass.empty() ? "" : "（" + board.villageClass + "）",
                                 text(row.points)));
    for (std::string& words : m_tellers[static_cast<std::size_t>(where.board)].tell(where.number))
        node.children.push_back(line(std::move(words)));
    if (row.vetoes > 0) node.children.push_back(line(fmt::format("一票否决 {} 项", row.vetoes)));
    node.children.push_back(pointsNode(m_ranking, row, m_subjects, factsOf));
    return node;
}

Node Explainer::notRankedNode(const NotRanked& village) const
{
    Node node = line(fmt::format("{} {}：未参加排名", nameOf(m_towns, village.town), village.name));
    if (village.why == NotRankedWhy::excluded)
        node.children.push_back(
            line("在本批次的排除名单里" + (village.reason.empty() ? "" : "：" + village.reason)));
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

std::vector<TreeLine> linesOf(const Node& node)
{
    std::vector<TreeLine> lines;
    addLines(lines, node, 0);
    return lines;
}

std::string toText(const Node& node)
{
    std::string out;
    for (const TreeLine& line : linesOf(node))
        out += std::string(static_cast<std::size_t>(line.depth) * 2, ' ') + line.node->text + '\n';
    return out;
}

}  // namespace ranking
