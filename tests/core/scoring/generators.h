#pragma once

#include <rapidcheck.h>

#include <string>

#include "tests/core/scoring/sheets.h"

// Any sheet and any answers to it, valid or odd, for property tests.
namespace generators {

using namespace rc;

inline domain::Rule anyRule(const std::string& code)
{
    using domain::RuleMethod;
    domain::Rule rule = sheets::rule(
        code,
        *gen::element(RuleMethod::perFinding, RuleMethod::once, RuleMethod::zeroItem,
                      RuleMethod::perMissing, RuleMethod::tier, RuleMethod::perHousehold,
                      RuleMethod::subPoint, RuleMethod::ratio, RuleMethod::overMagnitude,
                      RuleMethod::bonus, RuleMethod::veto),
        *gen::inRange<std::int64_t>(0, 600));
    if (*gen::arbitrary<bool>()) rule.cap = base::Points{*gen::inRange<std::int64_t>(0, 800)};
    rule.kinds = {"甲", "乙"};
    rule.tiers = {{"轻", {*gen::inRange<std::int64_t>(0, 300)}},
                  {"重", {*gen::inRange<std::int64_t>(0, 900)}}};
    rule.ratio = domain::RatioRule{95'000, *gen::inRange<std::int64_t>(1, 3'000),
                                   *gen::arbitrary<bool>(), "%"};
    rule.magnitudeOverThousandths = 500;
    rule.repeatPercent = *gen::element(0, 0, 150, 200);
    return rule;
}

inline domain::Item anyItem(const std::string& code)
{
    using domain::NotApplicable;
    domain::Item item = sheets::item(code, *gen::inRange(0, 12), {});
    item.notApplicable = *gen::element(NotApplicable::forbidden, NotApplicable::spreadSection,
                                       NotApplicable::spreadSheet, NotApplicable::fullMarks);
    item.sampleHouseholds = *gen::element(0, 5, 10);
    const int rules = *gen::inRange(1, 4);
    for (int i = 0; i < rules; ++i)
        item.rules.push_back(anyRule(std::string(1, static_cast<char>('a' + i))));
    return item;
}

inline std::optional<base::Points> anyCap()
{
    if (*gen::inRange(0, 4) > 0) return std::nullopt;
    return base::Points{*gen::inRange<std::int64_t>(0, 2'000)};
}

inline domain::Checklist anySheet()
{
    std::vector<domain::Section> sections;
    const int count = *gen::inRange(1, 5);
    for (int s = 0; s < count; ++s) {
        domain::Section section{"s" + std::to_string(s), "s", anyCap(), {}};
        const int items = *gen::inRange(1, 5);
        for (int i = 0; i < items; ++i)
            section.items.push_back(anyItem(section.code + "i" + std::to_string(i)));
        sections.push_back(std::move(section));
    }
    domain::Checklist sheet = sheets::sheet(std::move(sections));
    sheet.deductionCap = anyCap();
    sheet.bonusCap = base::Points{*gen::inRange<std::int64_t>(0, 600)};
    sheet.profiles = {{"all", "", {}}, {"some", "", {"s0"}}};
    return sheet;
}

inline domain::Finding anyFinding()
{
    domain::Finding finding = sheets::finding(*gen::element<std::string>("a", "b", "c", "?"));
    finding.kind = *gen::element<std::string>("", "甲", "乙");
    finding.tier = *gen::inRange(-1, 4);
    finding.household = *gen::inRange(0, 12);
    finding.repeat = *gen::element(false, false, true);
    if (*gen::arbitrary<bool>()) finding.valueThousandths = *gen::inRange<std::int64_t>(0, 120'000);
    return finding;
}

inline domain::Answer anyAnswer(const std::string& itemCode)
{
    using domain::AnswerState;
    domain::Answer answer =
        sheets::plain(itemCode, *gen::element(AnswerState::unanswered, AnswerState::ok,
                                              AnswerState::found, AnswerState::notApplicable));
    const int findings =
        answer.state == AnswerState::found ? *gen::inRange(0, 8) : *gen::element(0, 0, 1);
    for (int i = 0; i < findings; ++i) answer.findings.push_back(anyFinding());
    if (*gen::arbitrary<bool>()) answer.earned = {*gen::element<std::string>("a", "b")};
    answer.householdsVisited = *gen::element(0, 0, 3, 5, 10, 12);
    return answer;
}

inline std::vector<domain::Answer> anyAnswers(const domain::Checklist& sheet)
{
    std::vector<domain::Answer> answers;
    for (const domain::Section& section : sheet.sections)
        for (const domain::Item& item : section.items)
            if (*gen::inRange(0, 5) > 0) answers.push_back(anyAnswer(item.code));
    return answers;
}

}  // namespace generators
