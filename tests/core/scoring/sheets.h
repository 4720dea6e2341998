#pragma once

#include <string>
#include <vector>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"

// Small sheets and answers for tests.
namespace sheets {

inline domain::Rule rule(const std::string& code, domain::RuleMethod method,
                         std::int64_t hundredths)
{
    domain::Rule rule;
    rule.code = code;
    rule.text = code;
    rule.method = method;
    rule.price = {hundredths};
    return rule;
}

inline domain::Item item(const std::string& code, std::int64_t maxPoints,
                         std::vector<domain::Rule> rules)
{
    domain::Item item;
    item.code = code;
    item.title = code;
    item.max = base::Points::whole(maxPoints);
    item.rules = std::move(rules);
    return item;
}

inline domain::Checklist sheet(std::vector<domain::Section> sections)
{
    domain::Checklist sheet;
    sheet.kind = "TT";
    sheet.title = "测试";
    sheet.sections = std::move(sections);
    return sheet;
}

/// A sheet of one section with these items.
inline domain::Checklist sheetOf(std::vector<domain::Item> items)
{
    return sheet({domain::Section{"s", "s", std::nullopt, std::move(items)}});
}

inline domain::Finding finding(const std::string& ruleCode, const std::string& id = {})
{
    static int next = 0;
    domain::Finding finding;
    finding.id = {id.empty() ? "f" + std::to_string(++next) : id};
    finding.ruleCode = ruleCode;
    return finding;
}

inline domain::Answer found(const std::string& itemCode, std::vector<domain::Finding> findings)
{
    domain::Answer answer;
    answer.itemCode = itemCode;
    answer.state = domain::AnswerState::found;
    answer.findings = std::move(findings);
    return answer;
}

inline domain::Answer found(const std::string& itemCode, const std::string& ruleCode, int count)
{
    std::vector<domain::Finding> findings;
    for (int i = 0; i < count; ++i) findings.push_back(finding(ruleCode));
    return found(itemCode, std::move(findings));
}

inline domain::Answer plain(const std::string& itemCode, domain::AnswerState state)
{
    domain::Answer answer;
    answer.itemCode = itemCode;
    answer.state = state;
    return answer;
}

}  // namespace sheets
