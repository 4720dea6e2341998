#include "core/domain/checklist.h"

#include <string_view>

#include "core/domain/inspection.h"

namespace domain {

Points maximumOf(const Checklist& checklist)
{
    Points sum;
    for (const Section& section : checklist.sections)
        for (const Item& item : section.items) sum += item.max;
    return sum;
}

const Item* findItem(const Checklist& checklist, const std::string& itemCode)
{
    for (const Section& section : checklist.sections)
        for (const Item& item : section.items)
            if (item.code == itemCode) return &item;
    return nullptr;
}

const Rule* findRule(const Item& item, const std::string& ruleCode)
{
    for (const Rule& rule : item.rules)
        if (rule.code == ruleCode) return &rule;
    return nullptr;
}

bool hasVeto(const Checklist& sheet, const Inspection& inspection)
{
    for (const Answer& answer : inspection.answers)
        if (const Item* item = findItem(sheet, answer.itemCode))
            for (const Finding& finding : answer.findings)
                if (const Rule* rule = findRule(*item, finding.ruleCode);
                    rule != nullptr && rule->method == RuleMethod::veto)
                    return true;
    return false;
}

std::string shortTitle(const std::string& title)
{
    std::string words = title.substr(0, title.find("（"));
    for (const std::string_view ending : {"评分表", "检查表", "考核表", "检查", "考核", "评分"})
        if (words.ends_with(ending)) words.erase(words.size() - ending.size());
    return words.empty() ? title : words;
}

}  // namespace domain
