#include "core/documents/fairness_tables.h"

#include <fmt/format.h>

#include "core/documents/figures.h"
#include "core/domain/checklist.h"

namespace documents {

namespace {

std::string checkName(const FairnessNames& names, const std::string& kind)
{
    for (const ranking::Check& check : names.checks)
        if (check.kind == kind) return domain::shortTitle(check.title);
    return kind;
}

std::string ruleText(const FairnessNames& names, const fairness::RuleUse& use)
{
    for (const domain::Checklist& sheet : names.checklists)
        if (sheet.kind == use.kind)
            if (const domain::Item* item = domain::findItem(sheet, use.itemCode))
                if (const domain::Rule* rule = domain::findRule(*item, use.ruleCode))
                    return item->title + "：" + rule->text;
    return use.ruleCode;
}

const char* listText(fairness::Where where)
{
    switch (where) {
        case fairness::Where::nowhere:
            return "不在榜";
        case fairness::Where::best:
            return "最佳";
        case fairness::Where::worst:
            return "最差";
    }
    return "";
}

std::string signedText(base::Points points)
{
    return (points.hundredths > 0 ? "+" : "") + twoDecimals(points);
}

constexpr const char* warning =
    "注：仅供核对评分尺度，不改变任何分数。各人检查的村不同，差异不等于谁对谁错。内部资料，不得公开"
    "。";

Table inspectorsTable(const fairness::Fairness& fairness, const FairnessNames& names)
{
    Table table{"检查员对照", names.campaign + "评分尺度对照", "", {}, {}, {warning}, true};
    table.columns = {
        {"检查类型", 12, ColumnKind::centre},   {"检查员", 12, ColumnKind::centre},
        {"检查次数", 9, ColumnKind::count},     {"平均分", 9, ColumnKind::points},
        {"标准差", 9, ColumnKind::points},      {"其他人次数", 10, ColumnKind::count},
        {"其他人平均", 10, ColumnKind::points}, {"其他人标准差", 11, ColumnKind::points},
        {"相差", 9, ColumnKind::centre}};
    for (const fairness::Figures& one : fairness.figures) {
        const bool others = one.others.inspections > 0;
        table.rows.push_back({checkName(names, one.kind), names.inspector(one.inspector),
                              std::to_string(one.own.inspections), twoDecimals(one.own.mean),
                              twoDecimals(one.own.spread), std::to_string(one.others.inspections),
                              others ? twoDecimals(one.others.mean) : "—",
                              others ? twoDecimals(one.others.spread) : "—",
                              others ? signedText(one.difference()) : "—"});
    }
    return table;
}

Table hangsOnTable(const fairness::Fairness& fairness, const FairnessNames& names)
{
    Table table{"取决于一人的村", names.campaign + "名次取决于一人的村", "", {}, {}, {}, true};
    table.subtitle = "如果该检查员的平均分与其他人一样，这些村会进入或离开榜单";
    table.columns = {{"村", 26, ColumnKind::text},
                     {"检查员", 12, ColumnKind::centre},
                     {"是否只有他查", 12, ColumnKind::centre},
                     {"现在名次", 9, ColumnKind::count},
                     {"现在榜单", 10, ColumnKind::centre},
                     {"拉平后名次", 10, ColumnKind::count},
                     {"拉平后榜单", 10, ColumnKind::centre}};
    for (const fairness::HangsOn& one : fairness.hangsOn)
        table.rows.push_back(
            {names.village(one.village), names.inspector(one.inspector), one.alone ? "是" : "否",
             std::to_string(one.place), listText(one.where),
             one.otherPlace == 0 ? "—" : std::to_string(one.otherPlace), listText(one.otherwise)});
    table.notes = {fairness.hangsOnKnown ? warning : "注：村和检查员太多，没有逐人试算。"};
    return table;
}

Table rulesTable(const fairness::Fairness& fairness, const FairnessNames& names)
{
    Table table{"规则使用对照", names.campaign + "扣分规则使用对照", "", {}, {}, {warning}, true};
    table.subtitle = "每百次检查里用到的次数，相差大的在前";
    table.columns = {{"检查员", 12, ColumnKind::centre}, {"检查类型", 11, ColumnKind::centre},
                     {"项目码", 8, ColumnKind::centre},  {"规则", 46, ColumnKind::text},
                     {"用到次数", 9, ColumnKind::count}, {"处数", 7, ColumnKind::count},
                     {"每百次", 9, ColumnKind::points},  {"其他人每百次", 12, ColumnKind::points},
                     {"相差", 10, ColumnKind::centre}};
    for (const fairness::RuleUse& use : fairness.rules) {
        const bool others = use.othersInspections > 0;
        table.rows.push_back({names.inspector(use.inspector), checkName(names, use.kind),
                              use.itemCode, ruleText(names, use), std::to_string(use.used),
                              std::to_string(use.findings), twoDecimals(use.share()),
                              others ? twoDecimals(use.othersShare()) : "—",
                              others ? signedText(use.share() - use.othersShare()) : "—"});
    }
    return table;
}

}  // namespace

std::vector<Table> fairnessTables(const fairness::Fairness& fairness, const FairnessNames& names)
{
    return {inspectorsTable(fairness, names), hangsOnTable(fairness, names),
            rulesTable(fairness, names)};
}

std::string fairnessText(const fairness::Fairness& fairness, const FairnessNames& names)
{
    std::string text = names.campaign + " 评分尺度对照\n";
    for (const fairness::Figures& one : fairness.figures) {
        text += fmt::format("{} {}：{} 次，平均 {}，标准差 {}", checkName(names, one.kind),
                            names.inspector(one.inspector), one.own.inspections,
                            twoDecimals(one.own.mean), twoDecimals(one.own.spread));
        if (one.others.inspections > 0)
            text += fmt::format("；其他人 {} 次，平均 {}，标准差 {}，相差 {}",
                                one.others.inspections, twoDecimals(one.others.mean),
                                twoDecimals(one.others.spread), signedText(one.difference()));
        text += "\n";
    }
    return text + "\n" + hangsOnText(fairness, names) + "\n仅供核对评分尺度，不改变任何分数。\n";
}

std::string hangsOnText(const fairness::Fairness& fairness, const FairnessNames& names)
{
    std::string text =
        fairness.hangsOnKnown ? "名次取决于一人的村\n" : "村和检查员太多，没有逐人试算\n";
    for (const fairness::HangsOn& one : fairness.hangsOn)
        text += fmt::format(
            "第 {} 名 {}：把{}的分按其他人的尺度拉平，为第 {} 名{}{}\n", one.place,
            names.village(one.village), names.inspector(one.inspector), one.otherPlace,
            one.where == one.otherwise
                ? std::string()
                : fmt::format("，由{}变为{}", listText(one.where), listText(one.otherwise)),
            one.alone ? "（只有他查过）" : "");
    if (fairness.hangsOn.empty() && fairness.hangsOnKnown) text += "没有\n";
    return text;
}

}  // namespace documents
