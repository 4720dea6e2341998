#include <fmt/format.h>

#include <map>

#include "core/documents/figures.h"
#include "core/documents/tables.h"
#include "core/domain/checklist.h"

namespace documents {

namespace {

std::string listOf(const domain::RankingRules& rules, const ranking::Board& board, std::size_t row)
{
    for (const ranking::Listed& one : board.best.entries)
        if (static_cast<std::size_t>(one.row) == row) return bestName(rules);
    for (const ranking::Listed& one : board.worst.entries)
        if (static_cast<std::size_t>(one.row) == row) return worstName(rules);
    return {};
}

std::string moved(const ranking::Row& row)
{
    if (!row.lastPlace) return {};
    const int by = *row.lastPlace - row.place;
    return by == 0 ? "平" : fmt::format("{}{}", by > 0 ? "↑" : "↓", by > 0 ? by : -by);
}

std::string partText(const ranking::Part& part)
{
    switch (part.source) {
        case ranking::PartSource::inspected:
            return twoDecimals(part.score);
        case ranking::PartSource::spread:
            return "—";
        case ranking::PartSource::uniform:
        case ranking::PartSource::meanOfVillages:
            return twoDecimals(part.score) + "*";
    }
    return {};
}

Table boardTable(const ranking::Ranking& ranking, const ranking::Board& board, const Names& names)
{
    Table table;
    const std::string of = board.villageClass.empty() ? "" : "（" + board.villageClass + "）";
    table.name = "排名" + of;
    table.title = ranking.name + "得分排名表" + of;
    table.subtitle =
        fmt::format("检查时间：{}至{}　　参加排名 {} 个村", dayInWords(ranking.firstDay),
                    dayInWords(ranking.lastDay), board.rows.size());
    table.columns = {{"名次", 8, ColumnKind::count},
                     {"镇街", 11, ColumnKind::centre},
                     {"村", 13, ColumnKind::centre},
                     {"总分", 8, ColumnKind::points}};
    for (const ranking::Check& check : ranking.checks)
        table.columns.push_back({domain::shortTitle(check.title), 10, ColumnKind::points});
    for (Column column :
         {Column{"加分", 7, ColumnKind::points}, Column{"否决", 6, ColumnKind::count},
          Column{"问题处数", 8, ColumnKind::points}, Column{"上期名次", 7, ColumnKind::count},
          Column{"升降", 6, ColumnKind::centre}, Column{"榜", 6, ColumnKind::centre},
          Column{"备注", 26, ColumnKind::text}})
        table.columns.push_back(std::move(column));
    table.landscape = true;
    for (std::size_t i = 0; i < board.rows.size(); ++i) {
        const ranking::Row& row = board.rows[i];
        std::vector<std::string> cells = {placeText(row.place, row.shared), names.town(row.town),
                                          row.name, twoDecimals(row.points)};
        for (const ranking::Part& part : row.parts) cells.push_back(partText(part));
        cells.push_back(twoDecimals(row.bonus));
        cells.push_back(std::to_string(row.vetoes));
        cells.push_back(twoDecimals({row.findingsHundredths}));
        cells.push_back(row.lastPlace ? std::to_string(*row.lastPlace) : "");
        cells.push_back(moved(row));
        cells.push_back(listOf(ranking.rules, board, i));
        cells.push_back(remarkOf(ranking, row));
        table.rows.push_back(std::move(cells));
    }
    table.notes = {"注：“—”表示缺该项检查，其权重由其余检查分摊；“*”表示该分数按规则补给。"};
    return table;
}

Table notRankedTable(const ranking::Ranking& ranking, const Names& names)
{
    Table table{"未参加排名", ranking.name + "未参加排名的村", "", {}, {}, {}, false};
    table.columns = {{"序号", 6, ColumnKind::count},
                     {"镇街", 14, ColumnKind::centre},
                     {"村", 18, ColumnKind::centre},
                     {"原因", 44, ColumnKind::text}};
    for (const ranking::NotRanked& one : ranking.notRanked)
        table.rows.push_back({std::to_string(table.rows.size() + 1), names.town(one.town), one.name,
                              whyNotRanked(ranking, one)});
    return table;
}

Table townTable(const ranking::Ranking& ranking)
{
    Table table{"镇街排名", ranking.name + "镇街排名", "按参加排名各村得分的平均数", {}, {}, {},
                false};
    table.columns = {{"名次", 10, ColumnKind::count},
                     {"镇街", 18, ColumnKind::centre},
                     {"平均分", 10, ColumnKind::points},
                     {"参评村数", 10, ColumnKind::count},
                     {"排名村数", 10, ColumnKind::count},
                     {bestName(ranking.rules) + "村数", 10, ColumnKind::count},
                     {worstName(ranking.rules) + "村数", 10, ColumnKind::count}};
    for (const ranking::TownRow& town : ranking.towns)
        table.rows.push_back({town.place == 0 ? "—" : placeText(town.place, town.shared), town.name,
                              town.place == 0 ? "—" : twoDecimals(town.points),
                              std::to_string(town.participants), std::to_string(town.ranked),
                              std::to_string(town.best), std::to_string(town.worst)});
    return table;
}

Table improvedTable(const ranking::Ranking& ranking, const Names& names)
{
    Table table{"进步最快", ranking.name + "进步最快的村", "与上期得分相比", {}, {}, {}, false};
    table.columns = {{"名次", 10, ColumnKind::count},
                     {"镇街", 16, ColumnKind::centre},
                     {"村", 18, ColumnKind::centre},
                     {"提高分数", 12, ColumnKind::points}};
    for (const ranking::Improved& one : ranking.improved)
        table.rows.push_back({placeText(one.place, one.shared), names.townOfVillage(one.village),
                              one.name, twoDecimals(one.by)});
    return table;
}

Table inspectionsTable(const ranking::Ranking& ranking, const Names& names)
{
    Table table{"检查明细", ranking.name + "检查明细", "", {}, {}, {}, false};
    table.columns = {{"镇街", 12, ColumnKind::centre},     {"村", 14, ColumnKind::centre},
                     {"检查类型", 12, ColumnKind::centre}, {"检查对象", 20, ColumnKind::centre},
                     {"提交日期", 12, ColumnKind::centre}, {"得分", 9, ColumnKind::points},
                     {"满分", 9, ColumnKind::points},      {"加分", 8, ColumnKind::points},
                     {"否决", 6, ColumnKind::count},       {"处数", 6, ColumnKind::count},
                     {"是否计入", 9, ColumnKind::centre}};
    table.landscape = true;
    std::map<std::string, std::string> titles;
    for (const ranking::Check& check : ranking.checks)
        titles[check.kind] = domain::shortTitle(check.title);
    std::map<domain::RegionCode, std::string> subjects;
    for (const ranking::Subject& one : ranking.subjects) subjects[one.code] = one.name;
    const auto subjectOf = [&](const ranking::ApprovedScore& score) {
        if (score.subject == score.village) return std::string("本村");
        const auto known = subjects.find(score.subject);
        return known == subjects.end() ? score.subject.value : known->second;
    };
    for (const ranking::ApprovedScore& score : ranking.scores)
        table.rows.push_back({names.townOfVillage(score.village), names.village(score.village),
                              titles[score.checklistKind], subjectOf(score),
                              score.submittedAtMs > 0 ? dayOf(score.submittedAtMs) : "",
                              twoDecimals(score.points), twoDecimals(score.maximum),
                              twoDecimals(score.bonus), std::to_string(score.vetoes),
                              std::to_string(score.findings), score.used ? "是" : "否"});
    return table;
}

Table rulesTable(const report::VerifiedPackage& package)
{
    const ranking::Ranking& ranking = package.ranking;
    Table table{"规则", ranking.name + "排名规则", "", {}, {}, {}, false};
    table.columns = {{"序号", 6, ColumnKind::count}, {"规则", 80, ColumnKind::text}};
    std::vector<std::string> sentences;
    for (const ranking::Check& check : ranking.checks)
        sentences.push_back(fmt::format("{}，权重 {}", check.title, base::toText(check.weight)));
    for (std::string& sentence : rulesInWords(ranking)) sentences.push_back(std::move(sentence));
    sentences.push_back("排名包指纹（SHA-256）：" + package.sha256);
    if (!package.replaces.empty())
        sentences.push_back("本次是更正，被更正的排名包指纹：" + package.replaces);
    for (const std::string& sentence : sentences)
        table.rows.push_back({std::to_string(table.rows.size() + 1), sentence});
    table.notes = {"本表所有数字出自上述排名包，可用 xuncun-hub verify 重算核对。"};
    return table;
}

}  // namespace

std::vector<Table> fullTables(const report::VerifiedPackage& package)
{
    const Names names(package);
    const ranking::Ranking& ranking = package.ranking;
    std::vector<Table> tables;
    for (const ranking::Board& board : ranking.boards)
        tables.push_back(boardTable(ranking, board, names));
    if (!ranking.notRanked.empty()) tables.push_back(notRankedTable(ranking, names));
    tables.push_back(townTable(ranking));
    if (!ranking.improved.empty()) tables.push_back(improvedTable(ranking, names));
    tables.push_back(inspectionsTable(ranking, names));
    tables.push_back(rulesTable(package));
    return tables;
}

}  // namespace documents
