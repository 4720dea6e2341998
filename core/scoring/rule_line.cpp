#include "core/scoring/rule_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "core/domain/measured.h"

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

/// Those that cost more because they were found last time already.
Findings repeatedOf(const Rule& rule, const Findings& findings)
{
    Findings repeated;
    if (rule.repeatPercent > 0)
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(repeated),
                     [](const Finding* finding) { return finding->repeat; });
    return repeated;
}

void perUnit(RuleLine& line, const Rule& rule, int count, int repeated, const char* unit)
{
    line.count = count;
    line.beforeCaps = line.price * count;
    line.words = fmt::format("{} {} × {}", count, unit, base::toText(line.price));
    line.repeated = repeated;
    if (repeated > 0) {
        line.beforeCaps += base::scaled(line.price * repeated, rule.repeatPercent - 100, 100);
        line.words +=
            fmt::format("，其中 {} {}上期未整改，按 {}% 扣", repeated, unit, rule.repeatPercent);
    }
    line.words += fmt::format(" = {}", base::toText(line.beforeCaps));
}

/// What `plain` points come to for this finding.
Points weighted(const Rule& rule, const Finding& finding, Points plain)
{
    return rule.repeatPercent > 0 && finding.repeat ? base::scaled(plain, rule.repeatPercent, 100)
                                                    : plain;
}

/// For rules that take one sum: `points` instead of what the line has, where they are more.
void putWeighted(RuleLine& line, const Rule& rule, Points points)
{
    if (points <= line.beforeCaps) return;
    line.repeated = 1;
    line.beforeCaps = points;
    line.words +=
        fmt::format("；上期未整改，按 {}% 扣 = {}", rule.repeatPercent, base::toText(points));
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
    Points most;
    for (const Finding* finding : findings) {
        if (finding->tier < 0 || static_cast<std::size_t>(finding->tier) >= rule.tiers.size())
            continue;
        const domain::TierStep& step = rule.tiers[static_cast<std::size_t>(finding->tier)];
        const Points points = weighted(rule, *finding, step.price);
        if (!worst || points > most || (points == most && step.price > worst->price)) worst = &step;
        most = std::max(most, points);
    }
    if (!worst) return;
    line.count = 1;
    line.price = worst->price;
    line.beforeCaps = worst->price;
    line.words = fmt::format("{}，扣 {}", worst->text, base::toText(worst->price));
    putWeighted(line, rule, most);
}

void perHousehold(RuleLine& line, const Rule& rule, const Item& item, const Findings& findings,
                  int visited)
{
    const auto household = [](const Finding& f) { return f.household; };
    const int repeated = countDistinct(repeatedOf(rule, findings), household);
    perUnit(line, rule, countDistinct(findings, household), repeated, "户");
    const int planned = item.sampleHouseholds;
    if (planned <= 0 || visited <= 0 || visited == planned) return;
    // A sample can hardly have fewer households than fail in it; the mistake is named by
    // problemsOf.
    line.sample = std::max(visited, line.count);
    line.beforeCaps = base::scaled(line.price * line.count, planned, line.sample);
    line.words = fmt::format("实查 {} 户中 {} 户，按应查 {} 户折算：{} × {} × {} ÷ {} = {}",
                             line.sample, line.count, planned, line.count, base::toText(line.price),
                             planned, line.sample, base::toText(line.beforeCaps));
    if (repeated == 0) return;
    // Carried from a sample of its own: one more household must not make the repeated ones cheaper.
    const Points more =
        base::scaled(line.price * repeated, std::int64_t{rule.repeatPercent - 100} * planned,
                     std::int64_t{100} * std::max(visited, repeated));
    line.beforeCaps += more;
    line.words +=
        fmt::format("；其中 {} 户上期未整改，按 {}% 扣，再加 {} = {}", repeated, rule.repeatPercent,
                    base::toText(more), base::toText(line.beforeCaps));
}

/// By how much a measured value misses the threshold, 0 where it does not.
std::int64_t missOf(const domain::RatioRule& ratio, const Finding& finding)
{
    if (!finding.valueThousandths) return 0;
    const std::int64_t above = *finding.valueThousandths - ratio.thresholdThousandths;
    return std::max<std::int64_t>(ratio.atLeast ? -above : above, 0);
}

void ratio(RuleLine& line, const Rule& rule, const Findings& findings)
{
    if (!rule.ratio || rule.ratio->stepThousandths <= 0) return;
    std::int64_t worstMiss = 0;
    Points most;
    for (const Finding* finding : findings) {
        const std::int64_t miss = missOf(*rule.ratio, *finding);
        if (miss == 0) continue;
        const std::int64_t begun = (miss - 1) / rule.ratio->stepThousandths + 1;
        const std::int64_t steps = std::min<std::int64_t>(begun, 1'000'000);
        const Points points = weighted(rule, *finding, line.price * steps);
        if (points > most || (points == most && miss > worstMiss)) {
            worstMiss = miss;
            line.count = static_cast<int>(steps);
        }
        most = std::max(most, points);
    }
    if (worstMiss == 0) return;
    line.missThousandths = worstMiss;
    line.beforeCaps = line.price * line.count;
    line.words = fmt::format("{}标准 {}{}，{} 档 × {} = {}", rule.ratio->atLeast ? "低于" : "超过",
                             domain::thousandthsText(worstMiss), rule.ratio->unit, line.count,
                             base::toText(line.price), base::toText(line.beforeCaps));
    putWeighted(line, rule, most);
}

int countOverMagnitude(const Rule& rule, const Findings& findings)
{
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(), [&](const Finding* finding) {
            return finding->valueThousandths &&
                   *finding->valueThousandths > rule.magnitudeOverThousandths;
        }));
}

void overMagnitude(RuleLine& line, const Rule& rule, const Findings& findings)
{
    perUnit(line, rule, countOverMagnitude(rule, findings),
            countOverMagnitude(rule, repeatedOf(rule, findings)), "处");
    line.words = fmt::format("{} 处中超过 {} 的 {}", findings.size(),
                             domain::thousandthsText(rule.magnitudeOverThousandths), line.words);
}

void apply(RuleLine& line, const Rule& rule, const Item& item, const Findings& findings,
           int visited)
{
    const int count = static_cast<int>(findings.size());
    const Findings repeated = repeatedOf(rule, findings);
    const auto kind = [](const Finding& f) { return f.kind; };
    switch (rule.method) {
        case RuleMethod::perFinding:
            return perUnit(line, rule, count, static_cast<int>(repeated.size()), "处");
        case RuleMethod::once:
            once(line, rule.price);
            if (!repeated.empty())
                putWeighted(line, rule, weighted(rule, *repeated.front(), rule.price));
            return;
        case RuleMethod::zeroItem:
            return zeroItem(line, item);
        case RuleMethod::perMissing:
            return perUnit(line, rule, countDistinct(findings, kind), countDistinct(repeated, kind),
                           "种");
        case RuleMethod::tier:
            return tier(line, rule, findings);
        case RuleMethod::perHousehold:
            return perHousehold(line, rule, item, findings, visited);
        case RuleMethod::subPoint:
            return;
        case RuleMethod::ratio:
            return ratio(line, rule, findings);
        case RuleMethod::overMagnitude:
            return overMagnitude(line, rule, findings);
        case RuleMethod::bonus:
            return perUnit(line, rule, count, 0, "项");
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
