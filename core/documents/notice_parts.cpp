#include "core/documents/notice_parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "core/documents/tables.h"
#include "core/domain/checklist.h"

namespace documents {

namespace {

Block paragraph(std::string text)
{
    Block block;
    block.text = std::move(text);
    return block;
}

Block tableBlock(std::vector<Column> columns, std::vector<std::vector<std::string>> rows)
{
    Block block;
    block.table.columns = std::move(columns);
    block.table.rows = std::move(rows);
    return block;
}

/// "50%、30%、20%" where weights sum to a hundred, else the bare weights.
std::string checksInWords(const ranking::Ranking& ranking)
{
    base::Points sum;
    for (const ranking::Check& check : ranking.checks) sum += check.weight;
    const char* unit = sum == base::Points::whole(100) ? "%" : "";
    std::string words;
    for (const ranking::Check& check : ranking.checks)
        words += fmt::format("{}{}（权重{}{}）", words.empty() ? "" : "、",
                             domain::shortTitle(check.title), base::toText(check.weight), unit);
    return words;
}

std::string notRankedInWords(const ranking::Ranking& ranking)
{
    int counts[3] = {};
    for (const ranking::NotRanked& one : ranking.notRanked) ++counts[static_cast<int>(one.why)];
    std::string words;
    const auto add = [&](ranking::NotRankedWhy why, const char* text) {
        const int count = counts[static_cast<int>(why)];
        if (count > 0) words += fmt::format("{}{}{}个", words.empty() ? "" : "，", text, count);
    };
    add(ranking::NotRankedWhy::nothingInspected, "没有审核通过的检查");
    add(ranking::NotRankedWhy::checkMissing, "缺检查");
    add(ranking::NotRankedWhy::excluded, "在排除名单");
    return words;
}

std::string coverageInWords(const ranking::Ranking& ranking)
{
    std::string words;
    for (const ranking::Coverage& coverage : ranking.coverage)
        for (const ranking::Check& check : ranking.checks)
            if (check.kind == coverage.checklistKind)
                words += fmt::format("{}{}{}个村", words.empty() ? "" : "、",
                                     domain::shortTitle(check.title), coverage.approved);
    return words;
}

std::size_t rankedIn(const ranking::Ranking& ranking)
{
    std::size_t ranked = 0;
    for (const ranking::Board& board : ranking.boards) ranked += board.rows.size();
    return ranked;
}

struct Spread {
    std::int64_t least[3] = {};  ///< of at least 90, 80, 70
    std::int64_t all = 0;
    base::Points sum;
    base::Points highest;
    base::Points lowest;
};

Spread spreadOf(const ranking::Board& board)
{
    Spread spread;
    for (const ranking::Row& row : board.rows) {
        for (int i = 0; i < 3; ++i)
            if (row.points >= base::Points::whole(90 - 10 * i)) ++spread.least[i];
        spread.highest = spread.all == 0 ? row.points : std::max(spread.highest, row.points);
        spread.lowest = spread.all == 0 ? row.points : std::min(spread.lowest, row.points);
        spread.sum += row.points;
        ++spread.all;
    }
    return spread;
}

std::string meansInWords(const ranking::Ranking& ranking, const ranking::Board& board)
{
    std::string words;
    for (std::size_t c = 0; c < ranking.checks.size(); ++c) {
        base::Points sum;
        std::int64_t count = 0;
        for (const ranking::Row& row : board.rows)
            if (c < row.parts.size() && row.parts[c].source == ranking::PartSource::inspected) {
                sum += row.parts[c].score;
                ++count;
            }
        if (count > 0)
            words += fmt::format("{}{}{}分", words.empty() ? "" : "、",
                                 domain::shortTitle(ranking.checks[c].title),
                                 twoDecimals(base::scaled(sum, 1, count)));
    }
    return words;
}

void addDistribution(std::vector<Block>& blocks, const ranking::Ranking& ranking,
                     const ranking::Board& board)
{
    const Spread spread = spreadOf(board);
    if (spread.all == 0) return;
    const std::string who = board.villageClass.empty() ? "" : board.villageClass + "中，";
    blocks.push_back(paragraph(fmt::format(
        "{}参加排名的{}个村平均得分{}分，最高{}分，最低{}分。其中，90分及以上的{}个，占{}"
        "；80分及以上的{}个，"
        "占{}；70分及以上的{}个，占{}；70分以下的{}个，占{}。各项检查平均得分：{}。",
        who, spread.all, twoDecimals(base::scaled(spread.sum, 1, spread.all)),
        twoDecimals(spread.highest), twoDecimals(spread.lowest), spread.least[0],
        percent(spread.least[0], spread.all), spread.least[1], percent(spread.least[1], spread.all),
        spread.least[2], percent(spread.least[2], spread.all), spread.all - spread.least[2],
        percent(spread.all - spread.least[2], spread.all), meansInWords(ranking, board))));
    const std::int64_t bands[] = {spread.least[0], spread.least[1] - spread.least[0],
                                  spread.least[2] - spread.least[1], spread.all - spread.least[2]};
    const char* names[] = {"90分及以上", "80分及以上、不满90分", "70分及以上、不满80分",
                           "不满70分"};
    std::vector<std::vector<std::string>> rows;
    rows.reserve(5);
    for (int i = 0; i < 4; ++i)
        rows.push_back({names[i], std::to_string(bands[i]), percent(bands[i], spread.all)});
    rows.push_back({"合计", std::to_string(spread.all), percent(spread.all, spread.all)});
    blocks.push_back(tableBlock({{"得分", 24, ColumnKind::centre},
                                 {"村数", 12, ColumnKind::count},
                                 {"占比", 12, ColumnKind::centre}},
                                std::move(rows)));
}

}  // namespace

std::vector<Block> situationOf(const report::VerifiedPackage& package)
{
    const ranking::Ranking& ranking = package.ranking;
    std::set<domain::RegionCode> towns;
    for (const ranking::TownRow& town : ranking.towns)
        if (town.participants > 0) towns.insert(town.town);
    std::vector<Block> blocks;
    const std::string made = package.input.campaign.combines.empty()
                                 ? fmt::format("检查内容为{}，共审核通过检查{}次",
                                               checksInWords(ranking), ranking.scores.size())
                                 : "总分由以下各期评比按权重合成：" + checksInWords(ranking);
    blocks.push_back(
        paragraph(fmt::format("本次评比涉及{}个镇乡（街道）的{}个村（社区），{}。", towns.size(),
                              package.input.campaign.participants.size(), made)));
    const std::string why = notRankedInWords(ranking);
    blocks.push_back(paragraph(fmt::format(
        "各项检查完成情况：{}。参加排名的{}个村，未参加排名的{}个村{}。", coverageInWords(ranking),
        rankedIn(ranking), ranking.notRanked.size(), why.empty() ? "" : "（" + why + "）")));
    std::string rules;
    for (const std::string& sentence : rulesInWords(ranking))
        rules += (rules.empty() ? "" : "；") + sentence;
    blocks.push_back(paragraph("排名规则：" + rules + "。"));
    if (std::any_of(package.checklists.begin(), package.checklists.end(),
                    [](const domain::Checklist& sheet) { return sheet.sample; }))
        blocks.push_back(paragraph("本次使用的评分表为示例。"));
    return blocks;
}

std::vector<Block> distributionOf(const report::VerifiedPackage& package)
{
    std::vector<Block> blocks;
    for (const ranking::Board& board : package.ranking.boards)
        addDistribution(blocks, package.ranking, board);
    if (blocks.empty()) blocks.push_back(paragraph("没有参加排名的村。"));
    return blocks;
}

std::vector<Block> frequentBlocks(const report::VerifiedPackage& package,
                                  const NoticeOptions& options)
{
    constexpr std::size_t villagesNamed = 5;
    const std::vector<Problem> problems = problemsOf(package, options.problems);
    const std::vector<FrequentProblem> frequent = frequentOf(package, problems);
    const Names names(package);
    std::vector<Block> blocks;
    for (const FrequentProblem& one : frequent) {
        if (blocks.size() == static_cast<std::size_t>(std::max(options.frequentCount, 0))) break;
        std::string where;
        for (std::size_t i = 0; i < one.worst.size() && i < villagesNamed; ++i)
            where += fmt::format("{}{}{}（{}处）", i == 0 ? "" : "、",
                                 names.townOfVillage(one.worst[i].first),
                                 names.village(one.worst[i].first), one.worst[i].second);
        blocks.push_back(paragraph(
            fmt::format("{}．{}（{}）一项，共发现{}处，涉及{}个村，集中在{}{}。", blocks.size() + 1,
                        plainTitle(one.title), one.itemCode, one.count, one.villages, where,
                        one.worst.size() > villagesNamed ? "等村" : "")));
    }
    std::map<domain::RegionCode, std::set<std::string>> vetoes;
    for (const Problem& problem : problems)
        if (problem.veto) vetoes[problem.village].insert(problem.ruleText);
    std::string vetoed;
    for (const auto& [village, what] : vetoes)
        vetoed +=
            fmt::format("{}{}{}（{}）", vetoed.empty() ? "" : "；", names.townOfVillage(village),
                        names.village(village), fmt::join(what, "；"));
    if (!vetoed.empty())
        blocks.push_back(
            paragraph(fmt::format("一票否决事项涉及{}个村。{}。", vetoes.size(), vetoed)));
    if (blocks.empty()) blocks.push_back(paragraph("没有发现问题。"));
    return blocks;
}

}  // namespace documents
