#include <fmt/format.h>

#include "core/documents/figures.h"
#include "core/documents/tables.h"
#include "core/domain/checklist.h"

namespace documents {

namespace {

constexpr std::size_t photosShown = 6;

std::string joined(const std::vector<std::string>& texts, const char* between,
                   std::size_t shown = 1000)
{
    std::string all;
    for (std::size_t i = 0; i < texts.size() && i < shown; ++i)
        all += (i == 0 ? "" : between) + texts[i];
    if (texts.size() > shown) all += fmt::format("{}等 {} 张", between, texts.size());
    return all;
}

std::string orDash(const std::string& text)
{
    return text.empty() ? "—" : text;
}

/// "整改中（逾期）" broken where a person would break it, each state on a line of its own.
std::string stateCell(std::string text)
{
    for (const auto& [sign, broken] :
         {std::pair<std::string, std::string>{"、", "\n"}, {"（", "\n（"}})
        for (std::size_t at = text.find(sign); at != std::string::npos;
             at = text.find(sign, at + broken.size()))
            text.replace(at, sign.size(), broken);
    return orDash(std::move(text));
}

std::vector<std::string> rowOf(const Problem& problem, const Names& names, const std::string& check,
                               bool internal)
{
    const std::string town = names.townOfVillage(problem.village);
    const std::string village = names.village(problem.village);
    std::vector<std::string> row = {town,
                                    village,
                                    check,
                                    problem.itemCode,
                                    problem.description,
                                    std::to_string(problem.count),
                                    problem.veto ? "否决" : twoDecimals(problem.deducted),
                                    joined(problem.places, "、"),
                                    joined(problem.photos, "\n", photosShown)};
    if (internal) row.push_back(problem.inspector);
    for (std::string text :
         {problem.submittedAtMs > 0 ? dayOf(problem.submittedAtMs) : std::string(),
          orDash(problem.deadline), town + village, stateCell(problem.rectification),
          problem.remark})
        row.push_back(std::move(text));
    return row;
}

std::vector<Column> columnsOf(bool internal)
{
    std::vector<Column> columns = {
        {"序号", 5, ColumnKind::count},      {"镇街", 10, ColumnKind::centre},
        {"村", 11, ColumnKind::centre},      {"检查类型", 9, ColumnKind::centre},
        {"项目码", 7.5, ColumnKind::centre}, {"问题描述", 34, ColumnKind::text},
        {"处数", 5, ColumnKind::count},      {"扣分", 6.5, ColumnKind::points},
        {"位置", 18, ColumnKind::text},      {"照片号", 10.5, ColumnKind::centre}};
    if (internal) columns.push_back({"检查人", 8, ColumnKind::centre});
    for (Column column :
         {Column{"检查时间", 11, ColumnKind::centre}, Column{"整改期限", 11, ColumnKind::centre},
          Column{"责任单位", 16, ColumnKind::text}, Column{"整改状态", 13, ColumnKind::centre},
          Column{"备注", 10, ColumnKind::centre}})
        columns.push_back(std::move(column));
    return columns;
}

}  // namespace

namespace {

/// How far things are put right changes from day to day and is in no package.
std::string statesInWords(const ProblemOptions& options)
{
    return options.particularsOf ? fmt::format("4.整改状态和已下发的整改期限截至{}，不出自排名包。",
                                               dayInWords(options.asOf))
                                 : std::string();
}

}  // namespace

Table issuesTable(const report::VerifiedPackage& package, const ProblemOptions& options)
{
    const Names names(package);
    const bool internal = options.audience == Audience::internal;
    Table table;
    table.name = "问题清单";
    table.title = package.ranking.name + "问题清单";
    table.columns = columnsOf(internal);
    table.landscape = true;
    base::Points deducted;
    std::int64_t found = 0;
    for (const Problem& problem : problemsOf(package, options)) {
        std::string check = problem.checkKind;
        for (const ranking::Check& one : package.ranking.checks)
            if (one.kind == problem.checkKind) check = domain::shortTitle(one.title);
        std::vector<std::string>& row = table.rows.emplace_back();
        row.push_back(std::to_string(table.rows.size()));
        for (std::string& cell : rowOf(problem, names, check, internal))
            row.push_back(std::move(cell));
        deducted += problem.deducted;
        found += problem.count;
    }
    table.subtitle =
        fmt::format("检查时间：{}至{}　　共 {} 项 {} 处{}", dayInWords(package.ranking.firstDay),
                    dayInWords(package.ranking.lastDay), table.rows.size(), found,
                    internal ? "　　内部资料，不得公开" : "");
    table.notes = {
        "注：1.扣分为该项目封顶和复核之后的数，大项封顶、缺项折算见全表；2."
        "照片号为照片指纹的前八位；"
        "3.整改期限自本清单下发之日起算。" +
            statesInWords(options),
        "排名包指纹（SHA-256）：" + package.sha256};
    return table;
}

}  // namespace documents
