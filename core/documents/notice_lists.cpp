#include <fmt/format.h>

#include <algorithm>

#include "core/documents/notice_parts.h"
#include "core/documents/tables.h"
#include "core/domain/checklist.h"

namespace documents {

namespace {

constexpr std::size_t annexRowsAtMost = 2000;
constexpr std::size_t passedNamed = 10;

std::string numeral(std::size_t number)
{
    static const char* const digits[] = {"",   "一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "十"};
    if (number <= 10) return digits[number];
    if (number < 20) return std::string("十") + digits[number - 10];
    return std::to_string(number);
}

Block styled(const char* style, std::string text, bool newPage = false)
{
    Block block;
    block.style = style;
    block.text = std::move(text);
    block.newPage = newPage;
    return block;
}

Block tableBlock(std::vector<Column> columns)
{
    Block block;
    block.table.columns = std::move(columns);
    return block;
}

std::string whyPassed(ranking::Passed why)
{
    switch (why) {
        case ranking::Passed::veto:
            return "有一票否决事项";
        case ranking::Passed::quota:
            return "所在镇街名额已满";
        case ranking::Passed::tieInQuota:
            return "与同镇街的村并列，名额不足";
        case ranking::Passed::tieAtLine:
            return "在上榜线上并列";
        case ranking::Passed::inBest:
            return "已列入前列";
    }
    return {};
}

class Lists {
public:
    explicit Lists(const report::VerifiedPackage& package)
        : m_ranking(package.ranking), m_names(package)
    {
        for (const Problem& problem : problemsOf(package, {}))
            if (!problem.veto)
                m_lost[problem.village][{problem.checkKind, problem.itemCode}] += problem.deducted;
        for (const domain::Checklist& sheet : package.checklists)
            for (const domain::Section& section : sheet.sections)
                for (const domain::Item& item : section.items)
                    m_titles[{sheet.kind, item.code}] = plainTitle(item.title);
    }

    std::vector<Block> run()
    {
        for (const ranking::Board& board : m_ranking.boards) {
            if (board.rows.empty()) continue;
            addList(board, board.best, true);
            addList(board, board.worst, false);
        }
        addTowns();
        addImproved();
        if (m_blocks.empty()) m_blocks.push_back(styled("Body", "没有参加排名的村。"));
        return std::move(m_blocks);
    }

private:
    using ItemKey = std::pair<std::string, std::string>;

    void heading(const std::string& text)
    {
        m_blocks.push_back(styled("Heading2", fmt::format("（{}）{}", numeral(++m_heading), text)));
    }

    /// The two items that cost a village most.
    std::string mainProblems(const domain::RegionCode& village) const
    {
        const auto lost = m_lost.find(village);
        if (lost == m_lost.end()) return {};
        std::vector<std::pair<ItemKey, base::Points>> items(lost->second.begin(),
                                                            lost->second.end());
        std::stable_sort(items.begin(), items.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        std::string words;
        for (std::size_t i = 0; i < items.size() && i < 2; ++i)
            if (const auto title = m_titles.find(items[i].first);
                items[i].second.hundredths > 0 && title != m_titles.end())
                words += (words.empty() ? "" : "；") + title->second;
        return words;
    }

    std::string listedRemark(const ranking::Row& row, const ranking::Listed& listed) const
    {
        if (listed.byVeto) return "有一票否决事项";
        return remarkOf(m_ranking, row);
    }

    void addList(const ranking::Board& board, const ranking::ShortList& list, bool best)
    {
        const std::string name = best ? bestName(m_ranking.rules) : worstName(m_ranking.rules);
        heading(board.villageClass.empty() ? name + "村" : board.villageClass + name);
        if (list.entries.empty()) {
            m_blocks.push_back(styled("Body", "无。"));
            return;
        }
        Block block =
            tableBlock({{"名次", best ? 9.0 : 8.5, ColumnKind::centre},
                        {"镇乡（街道）", 12, ColumnKind::centre},
                        {"村（社区）", 13, ColumnKind::centre},
                        {"得分", 8, ColumnKind::points},
                        {best ? "备注" : "主要扣分项目", best ? 18.0 : 22, ColumnKind::text}});
        std::vector<ranking::Listed> entries = list.entries;
        std::stable_sort(entries.begin(), entries.end(),
                         [](const auto& a, const auto& b) { return a.row < b.row; });
        for (const ranking::Listed& listed : entries) {
            const ranking::Row& row = board.rows.at(static_cast<std::size_t>(listed.row));
            std::string remark = listedRemark(row, listed);
            if (const std::string problems = best ? "" : mainProblems(row.village);
                !problems.empty())
                remark += (remark.empty() ? "" : "；") + problems;
            block.table.rows.push_back({placeText(row.place, row.shared), m_names.town(row.town),
                                        row.name, twoDecimals(row.points), remark});
        }
        m_blocks.push_back(std::move(block));
        addPassed(board, list);
    }

    void addPassed(const ranking::Board& board, const ranking::ShortList& list)
    {
        std::string words;
        std::size_t count = 0;
        for (const ranking::PassedOver& passed : list.passedOver) {
            if (passed.why == ranking::Passed::inBest || ++count > passedNamed) continue;
            const ranking::Row& row = board.rows.at(static_cast<std::size_t>(passed.row));
            words += fmt::format("{}第{}名{}{}（{}）", words.empty() ? "" : "、", row.place,
                                 m_names.town(row.town), row.name, whyPassed(passed.why));
        }
        if (words.empty()) return;
        if (count > passedNamed) words += fmt::format("等{}个村", count);
        m_blocks.push_back(styled("Note", "注：" + words + "，按规则未列入。"));
    }

    void addTowns()
    {
        Block block = tableBlock({{"名次", 9, ColumnKind::centre},
                                  {"镇乡（街道）", 16, ColumnKind::centre},
                                  {"平均分", 10, ColumnKind::points},
                                  {"排名村数", 10, ColumnKind::count},
                                  {bestName(m_ranking.rules), 9, ColumnKind::count},
                                  {worstName(m_ranking.rules), 9, ColumnKind::count}});
        for (const ranking::TownRow& town : m_ranking.towns)
            if (town.place > 0)
                block.table.rows.push_back({placeText(town.place, town.shared), town.name,
                                            twoDecimals(town.points), std::to_string(town.ranked),
                                            std::to_string(town.best), std::to_string(town.worst)});
        if (block.table.rows.size() < 2) return;
        heading("镇乡（街道）排名");
        m_blocks.push_back(std::move(block));
    }

    void addImproved()
    {
        if (m_ranking.improved.empty()) return;
        std::string words;
        for (const ranking::Improved& one : m_ranking.improved)
            words +=
                fmt::format("{}{}{}（提高{}分）", words.empty() ? "" : "、",
                            m_names.townOfVillage(one.village), one.name, base::toText(one.by));
        heading("进步最快的村");
        m_blocks.push_back(styled("Body", "与上期相比，得分提高最多的是" + words + "。"));
    }

    const ranking::Ranking& m_ranking;
    const Names m_names;
    std::map<domain::RegionCode, std::map<ItemKey, base::Points>> m_lost;
    std::map<ItemKey, std::string> m_titles;
    std::vector<Block> m_blocks;
    std::size_t m_heading = 0;
};

std::string partShort(const ranking::Part& part)
{
    return part.source == ranking::PartSource::spread ? "—" : twoDecimals(part.score);
}

Block rankingBlock(const ranking::Ranking& ranking, const ranking::Board& board, const Names& names)
{
    Block block = tableBlock({{"名次", 8, ColumnKind::centre},
                              {"镇街", 11, ColumnKind::centre},
                              {"村（社区）", 12, ColumnKind::centre},
                              {"总分", 8, ColumnKind::points}});
    for (const ranking::Check& check : ranking.checks)
        block.table.columns.push_back({domain::shortTitle(check.title), 9, ColumnKind::points});
    block.table.columns.push_back({"加分", 6.5, ColumnKind::points});
    for (const ranking::Row& row : board.rows) {
        std::vector<std::string> cells = {placeText(row.place, row.shared), names.town(row.town),
                                          row.name, twoDecimals(row.points)};
        for (const ranking::Part& part : row.parts) cells.push_back(partShort(part));
        cells.push_back(row.bonus.hundredths == 0 ? "" : twoDecimals(row.bonus));
        block.table.rows.push_back(std::move(cells));
    }
    return block;
}

std::vector<std::string> annexTitles(const report::VerifiedPackage& package)
{
    std::vector<std::string> titles = {package.ranking.name + "得分排名表"};
    if (!package.ranking.notRanked.empty()) titles.push_back("未参加排名的村");
    return titles;
}

}  // namespace

std::vector<Block> listsOf(const report::VerifiedPackage& package)
{
    return Lists(package).run();
}

std::vector<Block> annexNames(const report::VerifiedPackage& package)
{
    const std::vector<std::string> titles = annexTitles(package);
    std::vector<Block> blocks(titles.size());
    for (std::size_t i = 0; i < titles.size(); ++i)
        blocks[i].text = titles.size() == 1 ? "附件：" + titles[i]
                                            : fmt::format("{}{}．{}", i == 0 ? "附件：" : "　　　",
                                                          i + 1, titles[i]);
    return blocks;
}

std::vector<Block> annexesOf(const report::VerifiedPackage& package)
{
    const ranking::Ranking& ranking = package.ranking;
    const Names names(package);
    const std::vector<std::string> titles = annexTitles(package);
    std::vector<Block> blocks;
    blocks.push_back(styled("Annex", titles.size() == 1 ? "附件" : "附件1", true));
    blocks.push_back(styled("AnnexTitle", titles[0]));
    std::size_t rows = 0;
    for (const ranking::Board& board : ranking.boards) rows += board.rows.size();
    for (const ranking::Board& board : ranking.boards) {
        if (rows > annexRowsAtMost || board.rows.empty()) continue;
        if (!board.villageClass.empty()) blocks.push_back(styled("Heading3", board.villageClass));
        blocks.push_back(rankingBlock(ranking, board, names));
    }
    if (rows > annexRowsAtMost)
        blocks.push_back(styled("Body", fmt::format("共{}个村，见随文印发的电子表格。", rows)));
    blocks.push_back(styled(
        "Note",
        "注：“—”表示缺该项检查，权重由其余检查分摊。本通报数据全部取自冻结的排名包，"
        "任何人都可以重算核对，其指纹（SHA-256）为：" +
            package.sha256 +
            (package.replaces.empty() ? std::string()
                                      : "，更正的是指纹为" + package.replaces + "的排名包")));
    if (titles.size() == 1) return blocks;
    blocks.push_back(styled("Annex", "附件2", true));
    blocks.push_back(styled("AnnexTitle", titles[1]));
    Block block = tableBlock({{"序号", 6, ColumnKind::centre},
                              {"镇乡（街道）", 14, ColumnKind::centre},
                              {"村（社区）", 16, ColumnKind::centre},
                              {"原因", 24, ColumnKind::text}});
    for (const ranking::NotRanked& one : ranking.notRanked)
        if (block.table.rows.size() < annexRowsAtMost)
            block.table.rows.push_back({std::to_string(block.table.rows.size() + 1),
                                        names.town(one.town), one.name,
                                        whyNotRanked(ranking, one)});
    blocks.push_back(std::move(block));
    if (ranking.notRanked.size() > annexRowsAtMost)
        blocks.push_back(styled(
            "Note", fmt::format("共{}个村，其余见随文印发的电子表格。", ranking.notRanked.size())));
    return blocks;
}

}  // namespace documents
