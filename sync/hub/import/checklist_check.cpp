#include "sync/hub/import/checklist_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/domain/limits.h"

namespace hub {

namespace {
using domain::RuleMethod;

class Check {
public:
    explicit Check(const domain::Checklist& checklist) : m_checklist(checklist) {}

    base::Errors run()
    {
        need(!m_checklist.kind.empty() && m_checklist.kind.size() <= 16, "checklist.kind",
             "检查表种类为空或太长", "kind");
        need(m_checklist.version >= 1, "checklist.version", "版本号应从 1 起", "version");
        need(!m_checklist.title.empty(), "checklist.title", "检查表没有名称", "title");
        for (const domain::Section& section : m_checklist.sections) checkSection(section);
        need(m_items > 0, "checklist.empty", "检查表没有检查项", "sections");
        need(m_items <= domain::limits::itemsPerChecklist, "checklist.too_many", "检查项太多",
             "sections");
        for (const domain::Profile& profile : m_checklist.profiles)
            for (const std::string& section : profile.excludedSections)
                need(m_sections.contains(section), "checklist.profile",
                     "去掉的部分不存在：" + section, "profile " + profile.code);
        return std::move(m_errors);
    }

private:
    void need(bool holds, const char* code, std::string message, std::string where)
    {
        if (!holds) m_errors.push_back({code, std::move(message), std::move(where)});
    }

    void checkSection(const domain::Section& section)
    {
        const std::string where = "section " + section.code;
        need(!section.code.empty(), "checklist.section", "部分没有编号", "sections");
        need(m_sections.insert(section.code).second, "checklist.section_doubled", "部分编号重复",
             where);
        for (const domain::Item& item : section.items) checkItem(item);
    }

    void checkItem(const domain::Item& item)
    {
        const std::string where = "item " + item.code;
        ++m_items;
        need(!item.code.empty() && item.code.size() <= 16, "checklist.item", "检查项编号为空或太长",
             where);
        need(m_codes.insert(item.code).second, "checklist.item_doubled", "检查项编号重复", where);
        need(item.max >= base::Points{}, "checklist.points", "满分不能小于 0", where);
        need(!item.rules.empty(), "checklist.rules", "检查项没有扣分规则", where);
        std::set<std::string> codes;
        for (const domain::Rule& rule : item.rules) {
            need(codes.insert(rule.code).second, "checklist.rule_doubled",
                 "规则编号重复：" + rule.code, where);
            checkRule(rule, where + " rule " + rule.code);
        }
    }

    void checkRule(const domain::Rule& rule, const std::string& where)
    {
        need(!rule.code.empty() && rule.code.size() <= 8, "checklist.rule", "规则编号为空或太长",
             where);
        need(rule.price >= base::Points{}, "checklist.price", "扣分不能小于 0", where);
        need(!rule.cap || *rule.cap >= base::Points{}, "checklist.cap", "封顶不能小于 0", where);
        need(rule.method != RuleMethod::tier || !rule.tiers.empty(), "checklist.tiers",
             "分档扣分没有写档次", where);
        need(rule.method != RuleMethod::perMissing || !rule.kinds.empty(), "checklist.kinds",
             "按种类扣分没有写种类", where);
        need(rule.method != RuleMethod::ratio || (rule.ratio && rule.ratio->stepThousandths > 0),
             "checklist.ratio", "按比例扣分没有写阈值和步长", where);
        need(rule.evidence.photosAtLeast >= 0 && rule.evidence.photosAtLeast <= 20,
             "checklist.photos", "照片张数有误", where);
    }

    const domain::Checklist& m_checklist;
    base::Errors m_errors;
    std::set<std::string> m_sections;
    std::set<std::string> m_codes;
    std::size_t m_items = 0;
};
}  // namespace

base::Errors problemsOf(const domain::Checklist& checklist)
{
    return Check(checklist).run();
}

}  // namespace hub
