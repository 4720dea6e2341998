#include "app/viewmodels/rule_words.h"

#include <algorithm>

#include "app/viewmodels/words.h"
#include "core/domain/measured.h"

namespace viewmodels {

using domain::Rule;
using domain::RuleMethod;
using evidence::Fault;
using scoring::RuleLine;

namespace {

const Rule* ruleAt(const RuleLine& line, const domain::Item& item)
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

QString RuleWords::counted(const RuleLine& line, const Rule& rule, const domain::Item& item)
{
    const QString count = QString::number(line.count);
    const QString price = text(line.price);
    // What repeats cost on top is said behind it.
    base::Points plain = line.repeated > 0 ? line.price * line.count : line.beforeCaps;
    if (line.repeated > 0 && line.sample > 0)
        plain = base::scaled(plain, item.sampleHouseholds, line.sample);
    const QString sum = text(plain);
    switch (rule.method) {
        case RuleMethod::perFinding:
            return tr("%1 处 × %2 = %3").arg(count, price, sum);
        case RuleMethod::overMagnitude:
            return tr("%1 处中超过 %2 的 %3 处 × %4 = %5")
                .arg(QString::number(line.findings.size()),
                     text(domain::thousandthsText(rule.magnitudeOverThousandths)), count, price,
                     sum);
        case RuleMethod::perMissing:
            return tr("%1 种 × %2 = %3").arg(count, price, sum);
        case RuleMethod::perHousehold:
            if (line.sample == 0) return tr("%1 户 × %2 = %3").arg(count, price, sum);
            return tr("实查 %1 户中 %2 户，按应查 %3 户折算：%2 × %4 × %3 ÷ %1 = %5")
                .arg(QString::number(line.sample), count, QString::number(item.sampleHouseholds),
                     price, sum);
        case RuleMethod::ratio: {
            const QString miss = text(domain::thousandthsText(line.missThousandths));
            const QString unit = rule.ratio ? text(rule.ratio->unit) : QString();
            if (line.missThousandths == 0) return tr("达到标准，不扣分");
            return (rule.ratio && rule.ratio->atLeast ? tr("低于标准 %1%2，%3 档 × %4 = %5")
                                                      : tr("超过标准 %1%2，%3 档 × %4 = %5"))
                .arg(miss, unit, count, price, sum);
        }
        case RuleMethod::bonus:
            return tr("%1 项 × %2 = %3").arg(count, price, sum);
        case RuleMethod::once:
            return tr("一次性扣 %1").arg(price);
        case RuleMethod::zeroItem:
            return tr("此项不得分，扣 %1").arg(price);
        case RuleMethod::tier:
            return line.count == 0 ? tr("不计分") : tr("%1，扣 %2").arg(stepOf(line, rule), price);
        case RuleMethod::subPoint:
            return tr("未做到，不得 %1").arg(price);
        case RuleMethod::veto:
            return tr("一票否决");
    }
    return {};
}

QString RuleWords::how(const RuleLine& line, const domain::Item& item)
{
    const Rule* rule = ruleAt(line, item);
    if (!rule) return text(line.words);
    QString how = counted(line, *rule, item);
    if (line.repeated > 0)
        how = tr("%1；其中上期未整改 %2，按 %3% 扣，共扣 %4")
                  .arg(how, QString::number(line.repeated), QString::number(rule->repeatPercent),
                       text(line.beforeCaps));
    if (line.afterCap < line.beforeCaps) how = tr("%1，此条封顶 %2").arg(how, text(line.afterCap));
    return how;
}

QString RuleWords::of(const RuleLine& line, const domain::Item& item)
{
    const Rule* rule = ruleAt(line, item);
    return rule ? tr("%1：%2").arg(text(rule->text), how(line, item)) : how(line, item);
}

QStringList RuleWords::all(const scoring::ItemScore& score, const domain::Item& item,
                           QString (*said)(const RuleLine&, const domain::Item&))
{
    QStringList lines;
    for (const RuleLine& line : score.lines) lines.append(said(line, item));
    if (score.deducted < score.deductedBeforeCaps && !score.adjustment)
        lines.append(tr("扣完为止：应扣 %1，实扣 %2")
                         .arg(text(score.deductedBeforeCaps), text(score.deducted)));
    return lines;
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
