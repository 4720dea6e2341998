#include "core/scoring/rule_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace scoring {

namespace {

using domain::Finding;
using domain::Item;
using domain::Rule;
using domain::RuleMethod;
using Findings = std::vector<const Finding*>;

/// Distinct names count once each; findings that name nothing count one each.
template <class Key>
int countDistinct(const Findings& findings, Key key)
{
    std::set<decltype(key(*findings.front()))> named;
    int unnamed = 0;
    for (const Finding* finding : findings) {
        const auto name = key(*finding);
        if (name == decltype(name){})
            ++unnamed;
        else
            named.insert(name);
    }
    return static_cast<int>(named.size()) + unnamed;
}

void perFinding(RuleLine& line, int count, const char* unit)
{
    line.count = count;
    line.beforeCaps = line.price * count;
    line.words = fmt::format("{} {} × {} = {}", count, unit, base::toText(line.price),
                             base::toText(line.beforeCaps));
}

void once(RuleLine& line, Points price)
{
    line.count = 1;
    line.price = price;
    line.beforeCaps = price;
    line.words = fmt::format("一次性扣 {}", base::toText(price));
}

void zeroItem(RuleLine& line, const Item& item)
{
    line.count = 1;
    line.price = item.max;
    line.beforeCaps = item.max;
    line.words = fmt::format("此项不得分，扣 {}", base::toText(item.max));
}

void tier(RuleLine& line, const Rule& rule, const Findings& findings)
{
    const domain::TierStep* worst = nullptr;
    for (const Finding* finding : findings) {
        if (finding->tier < 0 || static_cast<std::size_t>(finding->tier) >= rule.tiers.size())
            continue;
        const domain::TierStep& step = rule.tiers[static_cast<std::size_t>(finding->tier)];
        if (!worst || step.price > worst->price) worst = &step;
    }
    if (!worst) return;
    line.count = 1;
    line.price = worst->price;
    line.beforeCaps = worst->price;
    line.words = fmt::format("{}，扣 {}", worst->text, base::toText(worst->price));
}

void perHousehold(RuleLine& line, const Item& item, const Findings& findings, int visited)
{
    perFinding(line, countDistinct(findings, [](const Finding& f) { return f.household; }), "户");
    const int planned = item.sampleHouseholds;
    if (planned <= 0 || visited <= 0 || visited == planned) return;
    // A sample can hardly have fewer households than fail in it; the mistake is named by
    // problemsOf.
    const int sample = std::max(visited, line.count);
    line.beforeCaps = base::scaled(line.beforeCaps, planned, sample);
    line.words = fmt::format("实查 {} 户中 {} 户，按应查 {} 户折算：{} × {} × {} ÷ {} = {}", sample,
                             line.count, planned, line.count, base::toText(line.price), planned,
                             sample, base::toText(line.beforeCaps));
}

void ratio(RuleLine& line, const Rule& rule, const Findings& findings)
{
    if (!rule.ratio || rule.ratio->stepThousandths <= 0) return;
    std::int64_t worstMiss = 0;
    for (const Finding* finding : findings)
        if (finding->valueThousandths) {
            const std::int64_t above =
                *finding->valueThousandths - rule.ratio->thresholdThousandths;
            worstMiss = std::max(worstMiss, rule.ratio->atLeast ? -above : above);
        }
    if (worstMiss == 0) return;
    const std::int64_t step = rule.ratio->stepThousandths;
    const std::int64_t steps = std::min<std::int64_t>((worstMiss - 1) / step + 1, 1'000'000);
    line.count = static_cast<int>(steps);
    line.beforeCaps = line.price * steps;
    line.words =
        fmt::format("{}标准 {:g}{}，{} 档 × {} = {}", rule.ratio->atLeast ? "低于" : "超过",
                    static_cast<double>(worstMiss) / 1000.0, rule.ratio->unit, steps,
                    base::toText(line.price), base::toText(line.beforeCaps));
}

int countOverMagnitude(const Rule& rule, const Findings& findings)
{
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(), [&](const Finding* finding) {
            return finding->valueThousandths &&
                   *finding->valueThousandths > rule.magnitudeOverThousandths;
        }));
}

void apply(RuleLine& line, const Rule& rule, const Item& item, const Findings& findings,
           int visited)
{
    const int count = static_cast<int>(findings.size());
    switch (rule.method) {
        case RuleMethod::perFinding:
            return perFinding(line, count, "处");
        case RuleMethod::once:
            return once(line, rule.price);
        case RuleMethod::zeroItem:
            return zeroItem(line, item);
        case RuleMethod::perMissing:
            return perFinding(
                line, countDistinct(findings, [](const Finding& f) { return f.kind; }), "种");
        case RuleMethod::tier:
            return tier(line, rule, findings);
        case RuleMethod::perHousehold:
            return perHousehold(line, item, findings, visited);
        case RuleMethod::subPoint:
            return;
        case RuleMethod::ratio:
            return ratio(line, rule, findings);
        case RuleMethod::overMagnitude:
            return perFinding(line, countOverMagnitude(rule, findings), "处");
        case RuleMethod::bonus:
            return perFinding(line, count, "项");
        case RuleMethod::veto:
            line.count = count;
            line.words = "一票否决";
            return;
    }
}

}  // namespace

std::optional<RuleLine> lineOf(const Rule& rule, const Item& item, const Findings& findings,
                               int householdsVisited)
{
    if (findings.empty()) return std::nullopt;
    RuleLine line;
    line.ruleCode = rule.code;
    line.method = rule.method;
    line.price = rule.price;
    for (const Finding* finding : findings) line.findings.push_back(finding->id);
    apply(line, rule, item, findings, householdsVisited);
    if (line.words.empty()) line.words = "不计分";
    line.afterCap = rule.cap ? std::min(line.beforeCaps, *rule.cap) : line.beforeCaps;
    if (line.afterCap < line.beforeCaps)
        line.words += fmt::format("，此条封顶 {}", base::toText(line.afterCap));
    line.words = rule.text + "：" + line.words;
    return line;
}

RuleLine lineOfUnmet(const Rule& rule)
{
    RuleLine line;
    line.ruleCode = rule.code;
    line.method = rule.method;
    line.count = 1;
    line.price = line.beforeCaps = line.afterCap = rule.price;
    line.words = fmt::format("{}：未做到，不得 {}", rule.text, base::toText(rule.price));
    return line;
}

}  // namespace scoring
