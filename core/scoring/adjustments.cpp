#include "core/scoring/adjustments.h"

#include <fmt/format.h>

#include <algorithm>

namespace scoring {

base::Points mostPoints(const domain::Checklist& sheet, const domain::Item& item)
{
    const bool earnsBonus =
        item.max == base::Points{} && std::ranges::find(item.rules, domain::RuleMethod::bonus,
                                                        &domain::Rule::method) != item.rules.end();
    return earnsBonus ? sheet.bonusCap : item.max;
}

base::Result<void> checkAdjustments(const domain::Checklist& sheet,
                                    const std::vector<domain::Adjustment>& adjustments)
{
    for (std::size_t i = 0; i < adjustments.size(); ++i) {
        const domain::Adjustment& one = adjustments[i];
        const std::string where = fmt::format("body.adjustments[{}]", i);
        const domain::Item* item = domain::findItem(sheet, one.itemCode);
        if (item == nullptr)
            return base::fail("review.item", "检查表没有这一项：" + one.itemCode, where);
        const base::Points most = mostPoints(sheet, *item);
        if (one.points < base::Points{} || one.points > most)
            return base::fail(
                "review.points",
                fmt::format("{} 的分数应在 0 到 {} 之间", item->code, base::toText(most)), where);
        if (one.reason.empty()) return base::fail("review.reason", "调整分数必须写原因", where);
    }
    return {};
}

}  // namespace scoring
