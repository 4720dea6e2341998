#include "app/viewmodels/gestures.h"

#include <algorithm>

#include "core/domain/measured.h"

namespace viewmodels::gestures {

namespace {

using domain::Answer;
using domain::AnswerState;
using domain::Finding;

const domain::Rule& ruleOf(const domain::Item& item, const InputRow& input)
{
    return item.rules[static_cast<std::size_t>(input.rule)];
}

/// The finding says which kind, step or household it is of.
Finding filled(const domain::Rule& rule, const InputRow& input, Finding finding)
{
    finding.ruleCode = rule.code;
    if (rule.method == domain::RuleMethod::perMissing && input.choice >= 0)
        finding.kind = rule.kinds[static_cast<std::size_t>(input.choice)];
    if (rule.method == domain::RuleMethod::tier) finding.tier = input.choice;
    if (rule.method == domain::RuleMethod::perHousehold) finding.household = input.choice + 1;
    return finding;
}

bool isOf(const Finding& finding, const domain::Rule& rule, const InputRow& input)
{
    if (finding.ruleCode != rule.code) return false;
    switch (rule.method) {
        case domain::RuleMethod::perMissing:
            return input.choice < 0 ||
                   finding.kind == rule.kinds[static_cast<std::size_t>(input.choice)];
        case domain::RuleMethod::tier:
            return finding.tier == input.choice;
        case domain::RuleMethod::perHousehold:
            return finding.household == input.choice + 1;
        case domain::RuleMethod::perFinding:
        case domain::RuleMethod::once:
        case domain::RuleMethod::zeroItem:
        case domain::RuleMethod::subPoint:
        case domain::RuleMethod::ratio:
        case domain::RuleMethod::overMagnitude:
        case domain::RuleMethod::bonus:
        case domain::RuleMethod::veto:
            return true;
    }
    return true;
}

/// An item that lost its last finding is not in order by itself: the inspector has to say so.
Answer settled(Answer answer)
{
    if (!answer.findings.empty() || !answer.earned.empty())
        answer.state = AnswerState::found;
    else if (answer.state == AnswerState::found)
        answer.state = AnswerState::unanswered;
    return answer;
}

base::Result<std::int64_t> thousandths(const std::string& value)
{
    const std::optional<std::int64_t> number = domain::thousandthsOf(value);
    if (!number)
        return base::fail("checklist.not_a_number", "请输入数字，例如 12.5，最多三位小数", value);
    return *number;
}

}  // namespace

Answer add(const domain::Item& item, Answer answer, const InputRow& input, Finding finding)
{
    answer.findings.push_back(filled(ruleOf(item, input), input, std::move(finding)));
    return settled(std::move(answer));
}

Answer removeNewest(const domain::Item& item, Answer answer, const InputRow& input)
{
    const auto newest =
        std::find_if(answer.findings.rbegin(), answer.findings.rend(),
                     [&](const Finding& f) { return isOf(f, ruleOf(item, input), input); });
    if (newest != answer.findings.rend()) answer.findings.erase(std::next(newest).base());
    return settled(std::move(answer));
}

Answer toggle(const domain::Item& item, Answer answer, const InputRow& input, Finding finding)
{
    if (input.choice == InputRow::noneMet) {
        answer.earned.clear();
        answer.state = input.on ? AnswerState::unanswered : AnswerState::found;
        return answer.findings.empty() ? answer : settled(std::move(answer));
    }
    const domain::Rule& rule = ruleOf(item, input);
    if (rule.method == domain::RuleMethod::subPoint) {
        if (std::erase(answer.earned, rule.code) == 0) answer.earned.push_back(rule.code);
        return settled(std::move(answer));
    }
    if (std::erase_if(answer.findings, [&](const Finding& f) { return isOf(f, rule, input); }) > 0)
        return settled(std::move(answer));
    if (rule.method == domain::RuleMethod::tier)
        std::erase_if(answer.findings, [&](const Finding& f) { return f.ruleCode == rule.code; });
    if (rule.method == domain::RuleMethod::perHousehold && answer.householdsVisited == 0)
        answer.householdsVisited = item.sampleHouseholds;
    return add(item, std::move(answer), input, std::move(finding));
}

base::Result<Answer> measure(const domain::Item& item, Answer answer, const InputRow& input,
                             const std::string& value, Finding finding)
{
    const domain::Rule& rule = ruleOf(item, input);
    if (!value.empty()) {
        const base::Result<std::int64_t> number = thousandths(value);
        if (!number) return tl::unexpected(number.error());
        finding.valueThousandths = *number;
    }
    std::erase_if(answer.findings, [&](const Finding& f) { return f.ruleCode == rule.code; });
    if (value.empty()) return settled(std::move(answer));
    return add(item, std::move(answer), input, std::move(finding));
}

base::Result<Answer> size(Answer answer, const domain::FindingId& finding, const std::string& value)
{
    std::optional<std::int64_t> given;
    if (!value.empty()) {
        const base::Result<std::int64_t> number = thousandths(value);
        if (!number) return tl::unexpected(number.error());
        given = *number;
    }
    for (Finding& known : answer.findings)
        if (known.id == finding) known.valueThousandths = given;
    return answer;
}

Answer removeFinding(Answer answer, const domain::FindingId& finding)
{
    std::erase_if(answer.findings, [&](const Finding& f) { return f.id == finding; });
    return settled(std::move(answer));
}

Answer describeFinding(Answer answer, const domain::FindingId& finding, std::string place,
                       std::string note)
{
    for (Finding& known : answer.findings) {
        if (known.id == finding) {
            known.place = std::move(place);
            known.note = std::move(note);
            break;
        }
    }
    return answer;
}

Answer repeat(Answer answer, const Finding& last, Finding finding)
{
    // Of a kind, a step or a household there is one finding at most.
    for (Finding& known : answer.findings) {
        const bool single = !known.kind.empty() || known.tier >= 0 || known.household > 0;
        if (single && known.ruleCode == last.ruleCode && known.kind == last.kind &&
            known.tier == last.tier && known.household == last.household) {
            known.repeat = true;
            return answer;
        }
    }
    Finding again = last;
    again.id = std::move(finding.id);
    again.foundAtMs = finding.foundAtMs;
    again.fix = finding.fix;
    again.repeat = true;
    answer.findings.push_back(std::move(again));
    return settled(std::move(answer));
}

Answer ok(const domain::Item& item, Answer answer)
{
    answer.findings.clear();
    answer.earned.clear();
    answer.state = AnswerState::ok;
    for (const domain::Rule& rule : item.rules)
        if (rule.method == domain::RuleMethod::subPoint) answer.earned.push_back(rule.code);
    answer.householdsVisited = item.sampleHouseholds;
    return answer;
}

Answer notApplicable(Answer answer)
{
    answer.findings.clear();
    answer.earned.clear();
    answer.householdsVisited = 0;
    answer.state = AnswerState::notApplicable;
    return answer;
}

}  // namespace viewmodels::gestures
