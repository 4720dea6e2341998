#include "core/scoring/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/domain/limits.h"
#include "core/scoring/validate_rule.h"

namespace scoring {

namespace {

using base::Points;
using domain::Item;
using domain::Rule;
using domain::RuleMethod;

constexpr int mostVersions = 1'000'000;

bool isRuleCode(const std::string& code)
{
    return !code.empty() && code.size() <= 8 && std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
}

bool isKind(const std::string& kind)
{
    return !kind.empty() && kind.size() <= 16 && std::all_of(kind.begin(), kind.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

class Validator {
public:
    explicit Validator(const domain::Checklist& checklist) : m_checklist(checklist) {}

    std::vector<PlacedProblem> run()
    {
        checkSheet();
        for (const domain::Section& section : m_checklist.sections) {
            m_place = {.section = m_place.section + 1};
            checkSection(section);
        }
        checkProfiles();
        return std::move(m_problems);
    }

private:
    void add(const char* code, std::string message, const std::string& where = {})
    {
        m_problems.push_back(
            {{code, where.empty() ? std::move(message) : where + "：" + message, where}, m_place});
    }

    void checkSheet()
    {
        if (!isKind(m_checklist.kind))
            add("checklist.kind", "检查类型请用 1 到 16 个字母、数字或“-”");
        if (m_checklist.version < 1 || m_checklist.version > mostVersions)
            add("checklist.version", fmt::format("版本号请填 1 到 {}", mostVersions));
        checkName(m_checklist.title, "检查表名称", {}, m_add);
        const Points maximum = domain::maximumOf(m_checklist);
        if (maximum <= Points{}) add("checklist.empty", "检查表没有计分的项目");
        if (m_checklist.deductionCap &&
            (*m_checklist.deductionCap <= Points{} || *m_checklist.deductionCap > maximum))
            add("checklist.cap", "全表扣分封顶应大于 0 且不超过满分");
        if (m_checklist.bonusCap < Points{}) add("checklist.bonus_cap", "加分封顶不能是负数");
        std::size_t items = 0;
        for (const domain::Section& section : m_checklist.sections) items += section.items.size();
        if (items > domain::limits::itemsPerChecklist)
            add("checklist.too_many_items",
                fmt::format("项目共 {} 个，最多 {} 个", items, domain::limits::itemsPerChecklist));
    }

    void checkSection(const domain::Section& section)
    {
        checkName(section.title, "类别名称", section.code, m_add);
        checkText(section.code, "类别编码", section.code, m_add);
        if (section.code.find("；") != std::string::npos)
            add("checklist.section_code", "类别编码里不能有“；”", section.code);
        if (section.code.empty())
            add("checklist.section_code", fmt::format("类别“{}”没有编码", section.title));
        else if (!m_sections.insert(section.code).second)
            add("checklist.section_doubled", "类别编码重复", section.code);
        if (section.items.empty()) add("checklist.section_empty", "类别里没有项目", section.code);
        Points sum;
        for (const Item& item : section.items) {
            ++m_place.item;
            checkItem(item);
            m_place.rule = -1;
            sum += item.max;
        }
        m_place.item = -1;
        if (section.deductionCap &&
            (*section.deductionCap <= Points{} || *section.deductionCap > sum))
            add("checklist.section_cap",
                fmt::format("类别扣分封顶应大于 0 且不超过各项满分之和 {}", base::toText(sum)),
                section.code);
    }

    void checkItem(const Item& item)
    {
        checkName(item.title, "检查内容", item.code, m_add);
        checkText(item.code, "项目码", item.code, m_add);
        checkText(item.basis, "依据", item.code, m_add);
        if (item.code.empty() || item.code.size() > 16)
            add("checklist.item_code", fmt::format("“{}”的项目码请填 1 到 16 个字符", item.title));
        else if (!m_items.insert(item.code).second)
            add("checklist.item_doubled", "项目码重复", item.code);
        else if (item.code.find_first_not_of("0123456789") == std::string::npos &&
                 isKind(m_checklist.kind))
            add("checklist.item_number",
                fmt::format("项目码不能只是数字，请写成 {}{}", m_checklist.kind, item.code),
                item.code);
        if (item.max < Points{}) add("checklist.item_max", "满分不能是负数", item.code);
        if (item.rules.empty()) add("checklist.rules_missing", "没有评分规则", item.code);
        if (item.sampleHouseholds < 0 || item.sampleHouseholds > 1000)
            add("checklist.households", "抽查户数请填 0 到 1000", item.code);
        std::set<std::string> codes;
        Points subPoints;
        bool anySubPoint = false;
        for (const Rule& rule : item.rules) {
            ++m_place.rule;
            const std::string where = item.code + "/" + rule.code;
            if (!isRuleCode(rule.code))
                add("checklist.rule_code", "规则码请用 1 到 8 个小写字母或数字", where);
            else if (!codes.insert(rule.code).second)
                add("checklist.rule_doubled", "规则码重复", where);
            checkRule(m_checklist, item, rule, where, m_add);
            if (rule.method == RuleMethod::subPoint) {
                anySubPoint = true;
                subPoints += rule.price;
            }
        }
        m_place.rule = -1;
        if (anySubPoint && subPoints != item.max)
            add("checklist.sub_points",
                fmt::format("各得分点合计 {}，与满分 {} 不符", base::toText(subPoints),
                            base::toText(item.max)),
                item.code);
    }

    void checkProfiles()
    {
        std::set<std::string> codes;
        m_place = {};
        for (const domain::Profile& profile : m_checklist.profiles) {
            ++m_place.profile;
            checkText(profile.code, "适用对象的编码", profile.code, m_add);
            if (profile.code.empty() || !codes.insert(profile.code).second)
                add("checklist.profile_doubled", "适用对象的编码空白或重复", profile.code);
            checkName(profile.title, "适用对象名称", profile.code, m_add);
            for (const std::string& section : profile.excludedSections)
                if (!m_sections.contains(section))
                    add("checklist.profile_section", fmt::format("没有编码为“{}”的类别", section),
                        profile.code);
            const bool anyLeft = std::any_of(
                m_checklist.sections.begin(), m_checklist.sections.end(),
                [&](const domain::Section& section) {
                    const auto& out = profile.excludedSections;
                    return std::find(out.begin(), out.end(), section.code) == out.end() &&
                           std::any_of(section.items.begin(), section.items.end(),
                                       [](const Item& item) { return item.max > Points{}; });
                });
            if (!anyLeft)
                add("checklist.profile_empty", "适用对象没有留下计分的类别", profile.code);
        }
    }

    const domain::Checklist& m_checklist;
    std::set<std::string> m_sections;
    std::set<std::string> m_items;
    ProblemPlace m_place;
    std::vector<PlacedProblem> m_problems;
    const AddProblem m_add = [this](const char* code, std::string message,
                                    const std::string& where) {
        add(code, std::move(message), where);
    };
};

}  // namespace

std::vector<PlacedProblem> placedProblemsOf(const domain::Checklist& checklist)
{
    return Validator(checklist).run();
}

base::Errors problemsOf(const domain::Checklist& checklist)
{
    base::Errors errors;
    for (PlacedProblem& problem : placedProblemsOf(checklist))
        errors.push_back(std::move(problem.error));
    return errors;
}

}  // namespace scoring
