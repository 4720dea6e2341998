#include "core/ranking/explain_place.h"

#include <fmt/format.h>

#include <algorithm>

namespace ranking {

namespace {

constexpr std::size_t namesAtMost = 5;

/// "甲村、乙村 等 7 村".
std::string listOf(const std::vector<std::string>& names)
{
    std::string words;
    for (std::size_t i = 0; i < names.size() && i < namesAtMost; ++i)
        words += (i > 0 ? "、" : "") + names[i];
    return names.size() > namesAtMost ? fmt::format("{} 等 {} 村", words, names.size()) : words;
}

const char* briefly(Passed why)
{
    switch (why) {
        case Passed::veto:
            return "一票否决";
        case Passed::quota:
        case Passed::tieInQuota:
            return "本镇名额";
        case Passed::tieAtLine:
            return "名额线上并列";
        case Passed::inBest:
            break;
    }
    return "已在另一榜";
}

const Row& rowOf(const Board& board, int number)
{
    return board.rows[static_cast<std::size_t>(number)];
}

}  // namespace

std::string placeInWords(const Row& row)
{
    return fmt::format("第 {} 名{}", row.place, row.shared ? "（并列）" : "");
}

PlaceTeller::PlaceTeller(const Ranking& ranking, const Board& board)
    : m_ranking(ranking), m_board(board), m_best(indexOf(board.best)), m_worst(indexOf(board.worst))
{
}

PlaceTeller::List PlaceTeller::indexOf(const ShortList& list)
{
    List index;
    for (const Listed& listed : list.entries) index[listed.row].listed = &listed;
    for (const PassedOver& passed : list.passedOver) index[passed.row].passed = &passed;
    return index;
}

std::vector<std::string> PlaceTeller::tell(int row) const
{
    std::vector<std::string> lines;
    tellList(lines, row, true);
    tellList(lines, row, false);
    tellNeighbours(lines, row);
    const Row& own = rowOf(m_board, row);
    if (!own.lastPlace) return lines;
    const std::string period =
        m_ranking.previous ? fmt::format("（{}）", m_ranking.previous->name) : std::string();
    lines.push_back(fmt::format("上期{}第 {} 名", period, *own.lastPlace));
    if (own.lastPoints && own.points != *own.lastPoints)
        lines.back() +=
            fmt::format("，总分比上期{} {} 分", own.points > *own.lastPoints ? "多" : "少",
                        base::toText(own.points > *own.lastPoints ? own.points - *own.lastPoints
                                                                  : *own.lastPoints - own.points));
    return lines;
}

void PlaceTeller::tellList(std::vector<std::string>& lines, int row, bool best) const
{
    const List& index = best ? m_best : m_worst;
    const char* name = best ? "最佳名单" : "最差名单";
    const auto found = index.find(row);
    if (found == index.end()) return;
    if (const Listed* listed = found->second.listed)
        lines.push_back(fmt::format("列入{}{}{}{}", name, listed->byVeto ? "（一票否决）" : "",
                                    listed->tieAtLine ? "（名额线上并列，一并列入）" : "",
                                    listed->byVeto ? std::string() : movedUp(row, best)));
    else if (found->second.passed->why != Passed::inBest)
        lines.push_back(fmt::format("未列入{}：{}", name,
                                    passedInWords(best ? m_board.best : m_board.worst,
                                                  rowOf(m_board, row), found->second.passed->why)));
}

/// Whom the list passed over before it came to this row.
std::string PlaceTeller::movedUp(int row, bool best) const
{
    std::vector<std::string> names;
    for (const PassedOver& passed : (best ? m_board.best : m_board.worst).passedOver)
        if (passed.why != Passed::inBest && (best ? passed.row < row : passed.row > row))
            names.push_back(
                fmt::format("{}（{}）", rowOf(m_board, passed.row).name, briefly(passed.why)));
    return names.empty() ? std::string() : fmt::format("，递补：{} 未列入", listOf(names));
}

void PlaceTeller::tellNeighbours(std::vector<std::string>& lines, int row) const
{
    const Row& own = rowOf(m_board, row);
    const auto first = m_board.rows.begin() + (own.place - 1);
    const auto end = own.shared
                         ? std::upper_bound(first, m_board.rows.end(), own.place,
                                            [](int place, const Row& r) { return place < r.place; })
                         : first + 1;
    if (end - first > 1) {
        std::vector<std::string> names;
        for (auto other = first; other != end && names.size() <= namesAtMost; ++other)
            if (&*other != &own) names.push_back(other->name);
        lines.push_back(
            end - first - 1 > static_cast<std::ptrdiff_t>(namesAtMost)
                ? fmt::format("与 {} 等 {} 村并列，规则分不出先后", names.front(), end - first - 1)
                : fmt::format("与 {} 并列，规则分不出先后", listOf(names)));
    }
    if (first != m_board.rows.begin()) {
        const Row& before = *(first - 1);
        const std::string name = fmt::format("{}（{}）", before.name, placeInWords(before));
        lines.push_back(
            first->apart == Apart::tieStep
                ? fmt::format("与 {} 同分，{}，排在其后", name, stepInWords(before, *first))
                : fmt::format("比前一名 {} 少 {} 分", name,
                              base::toText(before.points - own.points)));
    }
    if (end != m_board.rows.end()) {
        const std::string name = fmt::format("{}（{}）", end->name, placeInWords(*end));
        lines.push_back(end->apart == Apart::tieStep
                            ? fmt::format("与 {} 同分，{}，排在其前", name, stepInWords(own, *end))
                            : fmt::format("比后一名 {} 多 {} 分", name,
                                          base::toText(own.points - end->points)));
    }
}

std::string PlaceTeller::passedInWords(const ShortList& list, const Row& row, Passed why) const
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
    std::vector<std::string> names;
    for (const Listed& listed : list.entries)
        if (const Row& other = rowOf(m_board, listed.row); other.town == row.town)
            names.push_back(other.name);
    return fmt::format("本镇名额已由 {} 占用", listOf(names));
}

/// By which step of the tie order `behind` came behind.
std::string PlaceTeller::stepInWords(const Row& before, const Row& behind) const
{
    const auto step = static_cast<std::size_t>(behind.tieStep);
    if (behind.tieStep < 0 || step >= m_ranking.rules.ties.size()) return {};
    const domain::TieStep& tie = m_ranking.rules.ties[step];
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
            for (const Check& check : m_ranking.checks)
                if (check.kind == tie.checklistKind)
                    return fmt::format("“{}”得分高者在前", check.title);
            return fmt::format("“{}”得分高者在前", tie.checklistKind);
    }
    const auto names = [](const domain::HandDecision& decision, const Row& row) {
        return std::find(decision.order.begin(), decision.order.end(), row.village) !=
               decision.order.end();
    };
    for (const domain::HandDecision& decision : m_ranking.rules.byHand)
        if (names(decision, before) && names(decision, behind))
            return fmt::format("人工决定（{}）", decision.reason);
    return "人工决定";
}

}  // namespace ranking
