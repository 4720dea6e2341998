#include "core/ranking/explain.h"

#include <fmt/format.h>

#include "core/ranking/explain_points.h"

namespace ranking {

namespace {

using Names = Explainer::Names;

std::string_view nameOf(const Names& names, const domain::RegionCode& code)
{
    const auto found = names.find(code.value);
    return found == names.end() ? std::string_view(code.value) : found->second;
}

const std::vector<const Subject*>& subjectsOf(const Explainer::Subjects& subjects,
                                              const domain::RegionCode& village)
{
    static const std::vector<const Subject*> none;
    const auto found = subjects.find(village.value);
    return found == subjects.end() ? none : found->second;
}

void addLines(std::vector<TreeLine>& lines, const Node& node, int depth)
{
    lines.push_back({depth, &node});
    for (const Node& child : node.children) addLines(lines, child, depth + 1);
}

}  // namespace

Explainer::Explainer(const Ranking& ranking,
                     const std::optional<std::vector<domain::Review>>& published)
    : m_ranking(ranking), m_isPublished(published.has_value())
{
    if (published)
        for (const domain::Review& one : *published)
            m_adjusted[{one.inspection, one.revision}] = one.adjustments;
    for (const TownRow& town : ranking.towns) m_towns.emplace(town.town.value, town.name);
    for (const Subject& one : ranking.subjects) m_subjects[one.village.value].push_back(&one);
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
                                 base::toText(row.points)));
    for (std::string& words : m_tellers[static_cast<std::size_t>(where.board)].tell(where.number))
        node.children.push_back(line(std::move(words)));
    if (row.vetoes > 0) node.children.push_back(line(fmt::format("一票否决 {} 项", row.vetoes)));
    const FactsOf published = [&](const domain::InspectionId& id, int revision) {
        return asPublished(factsOf(id, revision));
    };
    node.children.push_back(
        PointsTeller(m_ranking, subjectsOf(m_subjects, row.village), factsOf ? published : factsOf)
            .tell(row));
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
        for (const int number : village.missingChecks) {
            const Check& check = m_ranking.checks[static_cast<std::size_t>(number)];
            Node missing = line(fmt::format("缺“{}”检查，按规则不排名", check.title));
            for (const Subject* facility : subjectsOf(m_subjects, village.village))
                if (isInspectedBy(*facility, check))
                    missing.children.push_back(unapprovedNode(*facility, ""));
            node.children.push_back(std::move(missing));
        }
    return node;
}

/// With the points that a supervisor had set when the ranking was published.
std::optional<InspectionFacts> Explainer::asPublished(std::optional<InspectionFacts> facts) const
{
    if (!facts || !m_isPublished) return facts;
    const auto adjusted = m_adjusted.find({facts->inspection.id, facts->inspection.revision});
    facts->adjustments =
        adjusted == m_adjusted.end() ? std::vector<domain::Adjustment>{} : adjusted->second;
    return facts;
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
