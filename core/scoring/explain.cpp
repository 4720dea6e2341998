#include <fmt/format.h>

#include "core/scoring/score.h"

namespace scoring {

namespace {

std::string text(Points points)
{
    return base::toText(points);
}

const char* wordOf(ItemState state)
{
    switch (state) {
        case ItemState::unanswered:
            return "未查";
        case ItemState::ok:
            return "合格";
        case ItemState::found:
            return "有问题";
        case ItemState::notApplicable:
            return "不适用";
        case ItemState::notInProfile:
            return "不在此类检查内";
    }
    return "";
}

void explainItem(std::string& out, const ItemScore& item)
{
    if (item.max > Points{})
        out += fmt::format("    {} {}：{} / {}（{}）\n", item.code, item.title, text(item.points),
                           text(item.max), wordOf(item.state));
    else
        out += fmt::format("    {} {}\n", item.code, item.title);
    for (const RuleLine& line : item.lines) out += fmt::format("      {}\n", line.words);
    if (item.deducted < item.deductedBeforeCaps && !item.adjustment)
        out += fmt::format("      扣完为止：应扣 {}，实扣 {}\n", text(item.deductedBeforeCaps),
                           text(item.deducted));
    if (item.adjustment)
        out += fmt::format("      审核调整：{} → {}，理由：{}\n", text(item.pointsBeforeAdjustment),
                           text(item.adjustment->points), item.adjustment->reason);
}

void explainSection(std::string& out, const SectionScore& section)
{
    if (section.max > Points{})
        out +=
            fmt::format("  {}：{} / {}{}\n", section.title, text(section.points), text(section.max),
                        section.applies ? "" : "（不适用，分值由其余部分分摊）");
    else
        out += fmt::format("  {}\n", section.title);
    if (section.deducted < section.deductedBeforeCap)
        out += fmt::format("    本部分最多扣 {}\n", text(section.deducted));
    if (section.applies && section.pointsOf != section.appliedMax)
        out += fmt::format("    不适用项的 {} 分由本部分其余项分摊：{} × {} ÷ {} = {}\n",
                           text(section.pointsOf - section.appliedMax),
                           text(section.appliedMax - section.deducted), text(section.pointsOf),
                           text(section.appliedMax), text(section.points));
    for (const ItemScore& item : section.items)
        if (!item.lines.empty() || item.adjustment || item.state == ItemState::notApplicable)
            explainItem(out, item);
}

}  // namespace

std::string explain(const Score& score)
{
    std::string out = fmt::format("得分 {} / {}", text(score.points), text(score.maximum));
    if (score.bonus > Points{}) out += fmt::format("，加分 {}", text(score.bonus));
    if (score.itemsMissing > 0) out += fmt::format("（还有 {} 项未查）", score.itemsMissing);
    out += '\n';
    if (score.carriedFrom != score.maximum && score.carriedFrom > Points{}) {
        Points sum;
        for (const SectionScore& section : score.sections) sum += section.points;
        out += fmt::format("  适用部分共 {} 分，折算到 {} 分：{} × {} ÷ {}\n",
                           text(score.carriedFrom), text(score.maximum), text(sum),
                           text(score.maximum), text(score.carriedFrom));
    }
    for (const Veto& veto : score.vetoes)
        out += fmt::format("  一票否决：{} {}\n", veto.itemCode, veto.text);
    for (const SectionScore& section : score.sections) explainSection(out, section);
    if (score.bonus < score.bonusBeforeCap)
        out +=
            fmt::format("  加分合计 {}，封顶 {}\n", text(score.bonusBeforeCap), text(score.bonus));
    return out;
}

}  // namespace scoring
