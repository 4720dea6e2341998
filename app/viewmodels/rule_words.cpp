#include "app/viewmodels/rule_words.h"

#include <algorithm>

#include "app/viewmodels/words.h"

namespace viewmodels {

using domain::Rule;
using domain::RuleMethod;
using evidence::Fault;
using scoring::RuleLine;

namespace {

const Rule* ruleOf(const RuleLine& line, const domain::Item& item)
{
    const auto found = std::find_if(item.rules.begin(), item.rules.end(),
                                    [&](const Rule& rule) { return rule.code == line.ruleCode; });
    return found == item.rules.end() ? nullptr : &*found;
}

/// The step whose price was taken; the heavier ones stand last.
QString stepOf(const RuleLine& line, const Rule& rule)
{
    const auto step = std::find_if(rule.tiers.begin(), rule.tiers.end(),
                                   [&](const auto& tier) { return tier.price == line.price; });
    return step == rule.tiers.end() ? QString() : text(step->text);
}

}  // namespace

QString RuleWords::of(const RuleLine& line, const domain::Item& item)
{
    const Rule* rule = ruleOf(line, item);
    if (!rule) return text(line.words);
    const bool repeats = line.repeated > 0;
    const QString sum = text(repeats ? line.price * line.count : line.beforeCaps);
    const QString price = text(line.price);
    const bool scaled = !repeats && line.beforeCaps != line.price * line.count;
    QString how;
    switch (rule->method) {
        case RuleMethod::perFinding:
        case RuleMethod::overMagnitude:
            how = tr("%1 处 × %2 = %3").arg(line.count).arg(price, sum);
            break;
        case RuleMethod::perMissing:
            how = tr("%1 种 × %2 = %3").arg(line.count).arg(price, sum);
            break;
        case RuleMethod::perHousehold:
            how = scaled ? tr("%1 户 × %2，按应查 %3 户折算 = %4")
                               .arg(line.count)
                               .arg(price)
                               .arg(item.sampleHouseholds)
                               .arg(sum)
                         : tr("%1 户 × %2 = %3").arg(line.count).arg(price, sum);
            break;
        case RuleMethod::ratio:
            if (rule->ratio && rule->ratio->atLeast)
                how = tr("低于标准 %1 档 × %2 = %3").arg(line.count).arg(price, sum);
            else
                how = tr("超过标准 %1 档 × %2 = %3").arg(line.count).arg(price, sum);
            break;
        case RuleMethod::bonus:
            how = tr("%1 项 × %2 = %3").arg(line.count).arg(price, sum);
            break;
        case RuleMethod::once:
            how = tr("一次性扣 %1").arg(price);
            break;
        case RuleMethod::zeroItem:
            how = tr("此项不得分，扣 %1").arg(price);
            break;
        case RuleMethod::tier:
            how = tr("%1，扣 %2").arg(stepOf(line, *rule), price);
            break;
        case RuleMethod::subPoint:
            how = tr("未做到，不得 %1").arg(price);
            break;
        case RuleMethod::veto:
            return tr("%1：一票否决").arg(text(rule->text));
    }
    if (repeats)
        how = tr("%1；其中上期未整改 %2，按 %3% 扣，共扣 %4")
                  .arg(how)
                  .arg(line.repeated)
                  .arg(rule->repeatPercent)
                  .arg(text(line.beforeCaps));
    if (line.beforeCaps == base::Points{}) how = tr("不计分");
    if (line.afterCap < line.beforeCaps) how = tr("%1，此条封顶 %2").arg(how, text(line.afterCap));
    return tr("%1：%2").arg(text(rule->text), how);
}

QString FaultWords::of(const evidence::ChainFault& fault)
{
    const int place = fault.place;
    switch (fault.fault) {
        case Fault::entryChanged:
            return tr("第 %1 张照片的内容、时间或位置与拍摄时不符").arg(place);
        case Fault::entryDoubled:
            return tr("第 %1 张照片重复登记").arg(place);
        case Fault::photoReused:
            return tr("第 %1 张照片与前面一张是同一张图").arg(place);
        case Fault::entryMissing:
            return tr("第 %1 张照片之前的照片被移除").arg(place);
        case Fault::lastMissing:
            return tr("第 %1 张照片之后的照片被移除").arg(place);
        case Fault::branched:
            return tr("第 %1 张照片像是事后插入的").arg(place);
        case Fault::clockWentBack:
            return tr("第 %1 张照片的时间早于它之前的照片").arg(place);
        case Fault::notSealed:
            return tr("这一版没有设备签名");
        case Fault::algorithmUnknown:
            return tr("签名算法本版本不认识，请升级后再核对");
        case Fault::keyForeign:
            return tr("签名不是这台设备的");
        case Fault::signatureWrong:
            return tr("这一版提交后被改动过");
    }
    return {};
}

}  // namespace viewmodels
