#include "core/scoring/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/domain/limits.h"

namespace scoring {

namespace {

using base::Points;
using domain::Item;
using domain::Rule;
using domain::RuleMethod;

constexpr std::size_t nameBytes = domain::limits::nameCharacters * 4;

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

bool takesPoints(RuleMethod method)
{
    return method != RuleMethod::bonus && method != RuleMethod::veto;
}

bool needsPrice(RuleMethod method)
{
    return method != RuleMethod::zeroItem && method != RuleMethod::tier &&
           method != RuleMethod::veto;
}

bool weighsRepeats(RuleMethod method)
{
    return takesPoints(method) && method != RuleMethod::zeroItem && method != RuleMethod::subPoint;
}

class Validator {
public:
    explicit Validator(const domain::Checklist& checklist) : m_checklist(checklist) {}

    base::Errors run()
    {
        checkSheet();
        for (const domain::Section& section : m_checklist.sections) checkSection(section);
        checkProfiles();
        return std::move(m_errors);
    }

private:
    void add(const char* code, std::string message, const std::string& where = {})
    {
        m_errors.push_back(
            {code, where.empty() ? std::move(message) : where + "：" + message, where});
    }

    void checkName(const std::string& name, const char* what, const std::string& where)
    {
        if (name.empty())
            add("checklist.name_missing", fmt::format("请填写{}", what), where);
        else if (name.size() > nameBytes)
            add("checklist.name_too_long",
                fmt::format("{}太长，请缩到 {} 个字以内", what, domain::limits::nameCharacters),
                where);
    }

    void checkSheet()
    {
        if (!isKind(m_checklist.kind))
            add("checklist.kind", "检查类型请用 1 到 16 个字母、数字或“-”");
        if (m_checklist.version < 1) add("checklist.version", "版本号请从 1 开始");
        checkName(m_checklist.title, "检查表名称", {});
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
        checkName(section.title, "类别名称", section.code);
        if (section.code.empty())
            add("checklist.section_code", fmt::format("类别“{}”没有编码", section.title));
        else if (!m_sections.insert(section.code).second)
            add("checklist.section_doubled", "类别编码重复", section.code);
        if (section.items.empty()) add("checklist.section_empty", "类别里没有项目", section.code);
        Points sum;
        for (const Item& item : section.items) {
            checkItem(item);
            sum += item.max;
        }
        if (section.deductionCap &&
            (*section.deductionCap <= Points{} || *section.deductionCap > sum))
            add("checklist.section_cap",
                fmt::format("类别扣分封顶应大于 0 且不超过各项满分之和 {}", base::toText(sum)),
                section.code);
    }

    void checkItem(const Item& item)
    {
        checkName(item.title, "检查内容", item.code);
        if (item.code.empty() || item.code.size() > 16)
            add("checklist.item_code", fmt::format("“{}”的项目码请填 1 到 16 个字符", item.title));
        else if (!m_items.insert(item.code).second)
            add("checklist.item_doubled", "项目码重复", item.code);
        if (item.max < Points{}) add("checklist.item_max", "满分不能是负数", item.code);
        if (item.rules.empty()) add("checklist.rules_missing", "没有评分规则", item.code);
        if (item.sampleHouseholds < 0 || item.sampleHouseholds > 1000)
            add("checklist.households", "抽查户数请填 0 到 1000", item.code);
        std::set<std::string> codes;
        Points subPoints;
        bool anySubPoint = false;
        for (const Rule& rule : item.rules) {
            const std::string where = item.code + "/" + rule.code;
            if (!isRuleCode(rule.code))
                add("checklist.rule_code", "规则码请用 1 到 8 个小写字母或数字", where);
            else if (!codes.insert(rule.code).second)
                add("checklist.rule_doubled", "规则码重复", where);
            checkRule(item, rule, where);
            if (rule.method == RuleMethod::subPoint) {
                anySubPoint = true;
                subPoints += rule.price;
            }
        }
        if (anySubPoint && subPoints != item.max)
            add("checklist.sub_points",
                fmt::format("各得分点合计 {}，与满分 {} 不符", base::toText(subPoints),
                            base::toText(item.max)),
                item.code);
    }

    void checkRule(const Item& item, const Rule& rule, const std::string& where)
    {
        checkName(rule.text, "评分规则", where);
        if (takesPoints(rule.method) && item.max == Points{})
            add("checklist.item_without_points", "满分为 0 的项目只能有加分和否决规则", where);
        if (rule.price < Points{} || (needsPrice(rule.method) && rule.price == Points{}))
            add("checklist.price", "单价应大于 0", where);
        if (takesPoints(rule.method) && rule.price > item.max)
            add("checklist.price_over_max",
                fmt::format("单价 {} 超过满分 {}", base::toText(rule.price),
                            base::toText(item.max)),
                where);
        if (rule.cap && *rule.cap <= Points{})
            add("checklist.rule_cap", "规则封顶应大于 0", where);
        else if (rule.cap && takesPoints(rule.method) && *rule.cap > item.max)
            add("checklist.rule_cap",
                fmt::format("规则封顶 {} 超过满分 {}", base::toText(*rule.cap),
                            base::toText(item.max)),
                where);
        if (rule.repeatPercent != 0 &&
            (rule.repeatPercent <= 100 || rule.repeatPercent > 1000 || !weighsRepeats(rule.method)))
            add("checklist.repeat",
                "重复发现只对按处、按种、按户、一次性、分档、比例的扣分加重，请填 101% 到 1000%",
                where);
        if (rule.evidence.photosAtLeast < 1 || rule.evidence.photosAtLeast > 20)
            add("checklist.photos", "照片张数请填 1 到 20", where);
        checkMethod(item, rule, where);
    }

    void checkMethod(const Item& item, const Rule& rule, const std::string& where)
    {
        if (rule.method == RuleMethod::perMissing) {
            const std::set<std::string> kinds(rule.kinds.begin(), rule.kinds.end());
            if (kinds.size() != rule.kinds.size() || kinds.contains(""))
                add("checklist.kinds", "种类有重复或空白", where);
            for (const std::string& kind : rule.kinds)
                if (kind.find("；") != std::string::npos)
                    add("checklist.kinds", fmt::format("种类“{}”里不能有“；”", kind), where);
        }
        if (rule.method == RuleMethod::tier) checkTiers(item, rule, where);
        if (rule.method == RuleMethod::perHousehold && item.sampleHouseholds <= 0)
            add("checklist.households", "按户扣分请填抽查户数", where);
        if (rule.method == RuleMethod::ratio &&
            (!rule.ratio || rule.ratio->stepThousandths <= 0 || rule.ratio->unit.empty()))
            add("checklist.ratio", "按比例扣分请写明标准、每档多少和单位", where);
        if (rule.method == RuleMethod::overMagnitude && rule.magnitudeOverThousandths < 0)
            add("checklist.magnitude", "起计的大小不能是负数", where);
        if (rule.method == RuleMethod::bonus && m_checklist.bonusCap <= Points{})
            add("checklist.bonus_cap", "有加分规则，请填加分封顶", where);
        if (rule.method == RuleMethod::bonus &&
            (rule.evidence.photo == domain::PhotoNeed::none ||
             rule.evidence.photo == domain::PhotoNeed::optional))
            add("checklist.bonus_proof", "加分须有证明，照片请填“必”“每项”或“台账”", where);
    }

    void checkTiers(const Item& item, const Rule& rule, const std::string& where)
    {
        if (rule.tiers.empty()) add("checklist.tiers", "分档扣分请写明各档", where);
        for (std::size_t i = 0; i < rule.tiers.size(); ++i) {
            const domain::TierStep& step = rule.tiers[i];
            if (step.text.find("；") != std::string::npos)
                add("checklist.tiers", fmt::format("第 {} 档的说明里不能有“；”", i + 1), where);
            if (step.text.empty() || step.price <= Points{} || step.price > item.max)
                add("checklist.tiers",
                    fmt::format("第 {} 档须有说明，扣分大于 0 且不超过满分", i + 1), where);
            if (i > 0 && step.price <= rule.tiers[i - 1].price)
                add("checklist.tiers", "各档请从轻到重排列，扣分逐档增加", where);
        }
    }

    void checkProfiles()
    {
        std::set<std::string> codes;
        for (const domain::Profile& profile : m_checklist.profiles) {
            if (profile.code.empty() || !codes.insert(profile.code).second)
                add("checklist.profile_doubled", "适用对象的编码空白或重复", profile.code);
            checkName(profile.title, "适用对象名称", profile.code);
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
    base::Errors m_errors;
};

}  // namespace

base::Errors problemsOf(const domain::Checklist& checklist)
{
    return Validator(checklist).run();
}

}  // namespace scoring
