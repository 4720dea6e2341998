#include "core/domain/checklist.h"

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

}  // namespace domain
