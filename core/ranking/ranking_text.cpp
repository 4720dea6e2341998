#include "core/ranking/ranking_text.h"

#include <fmt/format.h>

#include <map>

namespace ranking {

namespace {

/// Columns on a terminal: whatever is outside ASCII here is Chinese and takes two.
std::size_t widthOf(const std::string& text)
{
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        width += byte < 0x80 ? 1U : byte >= 0xC0 ? 2U : 0U;
    }
    return width;
}

std::string left(const std::string& text, std::size_t width)
{
    const std::size_t own = widthOf(text);
    return text + std::string(own < width ? width - own : 1, ' ');
}

std::string right(const std::string& text, std::size_t width)
{
    const std::size_t own = widthOf(text);
    return std::string(own < width ? width - own : 1, ' ') + text;
}

class Printer {
public:
    explicit Printer(const Ranking& ranking) : m_ranking(ranking)
    {
        for (const TownRow& town : ranking.towns) m_towns[town.town] = town.name;
    }

    std::string run()
    {
        m_out += fmt::format("{} 排名（{} 至 {}）\n", m_ranking.name, m_ranking.firstDay,
                             m_ranking.lastDay);
        for (const Coverage& coverage : m_ranking.coverage) addCoverage(coverage);
        for (const Board& board : m_ranking.boards) addBoard(board);
        addNotRanked();
        addTowns();
        if (!m_ranking.improved.empty())
            m_out += fmt::format("\n进步最快{}\n", m_ranking.previous
                                                       ? "（比" + m_ranking.previous->name + "）"
                                                       : std::string());
        for (const Improved& one : m_ranking.improved)
            m_out += left(std::to_string(one.place), 6) + left(one.name, 18) + "+" +
                     base::toText(one.by) + "\n";
        return std::move(m_out);
    }

private:
    std::string townOf(const domain::RegionCode& code) const
    {
        const auto found = m_towns.find(code);
        return found == m_towns.end() ? code.value : found->second;
    }

    void addCoverage(const Coverage& coverage)
    {
        std::string title = "全部检查";
        for (const Check& check : m_ranking.checks)
            if (check.kind == coverage.checklistKind) title = check.title;
        const int all =
            coverage.approved + coverage.waiting + coverage.sentBack + coverage.unchecked;
        m_out +=
            fmt::format("{}：已审 {} / {}，待审 {}，退回 {}，未查 {}\n", title, coverage.approved,
                        all, coverage.waiting, coverage.sentBack, coverage.unchecked);
    }

    void addRow(const Row& row, const std::string& remark)
    {
        std::string parts;
        for (const Part& part : row.parts)
            parts += right(part.source == PartSource::spread ? "—" : base::toText(part.score), 8);
        m_out += left(fmt::format("{}{}", row.place, row.shared ? "并" : ""), 6) +
                 left(row.name, 18) + left(townOf(row.town), 14) +
                 right(base::toText(row.points), 7) + parts;
        m_out += (remark.empty() ? "" : "  " + remark) + "\n";
    }

    void addList(const char* title, const Board& board, const ShortList& list)
    {
        m_out += fmt::format("\n{}{}\n", title,
                             board.villageClass.empty() ? "" : "（" + board.villageClass + "）");
        for (const Listed& listed : list.entries)
            addRow(board.rows[static_cast<std::size_t>(listed.row)], listed.byVeto ? "一票否决"
                                                                     : listed.tieAtLine ? "并列"
                                                                                        : "");
    }

    void addBoard(const Board& board)
    {
        addList("最佳", board, board.best);
        addList("最差", board, board.worst);
        std::string kinds;
        for (const Check& check : m_ranking.checks) kinds += right(check.kind, 8);
        m_out += "\n全部\n" + left("名次", 6) + left("村", 18) + left("镇街", 14) +
                 right("总分", 7) + kinds + "\n";
        for (const Row& row : board.rows) {
            std::string remark = missingInWords(m_ranking, row);
            if (row.vetoes > 0)
                remark += (remark.empty() ? "" : "；") + fmt::format("一票否决 {} 项", row.vetoes);
            addRow(row, remark);
        }
    }

    void addNotRanked()
    {
        if (!m_ranking.notRanked.empty()) m_out += "\n未排名\n";
        for (const NotRanked& village : m_ranking.notRanked) {
            std::string why =
                village.why == NotRankedWhy::excluded ? "在排除名单里" : "没有审核通过的检查";
            if (!village.reason.empty()) why += "：" + village.reason;
            if (village.why == NotRankedWhy::checkMissing) {
                why = "缺";
                for (const int check : village.missingChecks)
                    why += "“" + m_ranking.checks[static_cast<std::size_t>(check)].title + "”";
            }
            m_out += left(village.name, 24) + left(townOf(village.town), 14) + why + "\n";
        }
    }

    void addTowns()
    {
        m_out += "\n镇街\n";
        for (const TownRow& town : m_ranking.towns)
            m_out +=
                left(town.place == 0 ? "—"
                                     : fmt::format("{}{}", town.place, town.shared ? "并" : ""),
                     6) +
                left(town.name, 18) + right(town.place == 0 ? "—" : base::toText(town.points), 7) +
                fmt::format("  {} / {} 村\n", town.ranked, town.participants);
    }

    const Ranking& m_ranking;
    std::map<domain::RegionCode, std::string> m_towns;
    std::string m_out;
};

}  // namespace

std::string toText(const Ranking& ranking)
{
    return Printer(ranking).run();
}

}  // namespace ranking
