#include "core/scoring/validate_rule.h"

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

bool endsBlank(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    constexpr std::string_view wideSpace = "　";
    return !text.empty() && (blanks.find(text.front()) != std::string_view::npos ||
                             blanks.find(text.back()) != std::string_view::npos ||
                             text.starts_with(wideSpace) || text.ends_with(wideSpace));
}

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f;
    });
}

class RuleValidator {
public:
    RuleValidator(const domain::Checklist& checklist, const Item& item, const Rule& rule,
                  const std::string& where, const AddProblem& add)
        : m_checklist(checklist), m_item(item), m_rule(rule), m_where(where), m_add(add)
    {
    }

    void run()
    {
        checkName(m_rule.text, "评分规则", m_where, m_add);
        if (takesPoints(m_rule.method) && m_item.max == Points{})
            add("checklist.item_without_points", "满分为 0 的项目只能有加分和否决规则");
        if (m_rule.price < Points{} || (needsPrice(m_rule.method) && m_rule.price == Points{}))
            add("checklist.price", "单价应大于 0");
        if (takesPoints(m_rule.method) && m_rule.price > m_item.max)
            add("checklist.price_over_max",
                fmt::format("单价 {} 超过满分 {}", base::toText(m_rule.price),
                            base::toText(m_item.max)));
        if (m_rule.cap && *m_rule.cap <= Points{})
            add("checklist.rule_cap", "规则封顶应大于 0");
        else if (m_rule.cap && takesPoints(m_rule.method) && *m_rule.cap > m_item.max)
            add("checklist.rule_cap",
                fmt::format("规则封顶 {} 超过满分 {}", base::toText(*m_rule.cap),
                            base::toText(m_item.max)));
        if (m_rule.repeatPercent != 0 &&
            (m_rule.repeatPercent <= 100 || m_rule.repeatPercent > 1000 ||
             !weighsRepeats(m_rule.method)))
            add("checklist.repeat",
                "重复发现只对按处、按种、按户、一次性、分档、比例的扣分加重，请填 101% 到 1000%");
        if (m_rule.evidence.photosAtLeast < 1 || m_rule.evidence.photosAtLeast > 20)
            add("checklist.photos", "照片张数请填 1 到 20");
        checkMethod();
        checkUnused();
    }

private:
    void add(const char* code, std::string message) { m_add(code, std::move(message), m_where); }

    void checkMethod()
    {
        if (m_rule.method == RuleMethod::perMissing) {
            const std::set<std::string> kinds(m_rule.kinds.begin(), m_rule.kinds.end());
            if (kinds.size() != m_rule.kinds.size() || kinds.contains(""))
                add("checklist.kinds", "种类有重复或空白");
            for (const std::string& kind : m_rule.kinds)
                if (kind.find("；") != std::string::npos)
                    add("checklist.kinds", fmt::format("种类“{}”里不能有“；”", kind));
            for (const std::string& kind : m_rule.kinds) checkText(kind, "种类", m_where, m_add);
        }
        if (m_rule.method == RuleMethod::tier) checkTiers();
        if (m_rule.method == RuleMethod::perHousehold && m_item.sampleHouseholds <= 0)
            add("checklist.households", "按户扣分请填抽查户数");
        if (m_rule.method == RuleMethod::ratio &&
            (!m_rule.ratio || m_rule.ratio->stepThousandths <= 0 || m_rule.ratio->unit.empty()))
            add("checklist.ratio", "按比例扣分请写明标准、每档多少和单位");
        if (m_rule.ratio) checkText(m_rule.ratio->unit, "单位", m_where, m_add);
        if (m_rule.method == RuleMethod::overMagnitude && m_rule.magnitudeOverThousandths < 0)
            add("checklist.magnitude", "起计的大小不能是负数");
        if (m_rule.method == RuleMethod::bonus && m_checklist.bonusCap <= Points{})
            add("checklist.bonus_cap", "有加分规则，请填加分封顶");
        if (m_rule.method == RuleMethod::bonus &&
            (m_rule.evidence.photo == domain::PhotoNeed::none ||
             m_rule.evidence.photo == domain::PhotoNeed::optional))
            add("checklist.bonus_proof", "加分须有证明，照片请填“必”“每项”或“台账”");
    }

    void checkTiers()
    {
        if (m_rule.tiers.empty()) add("checklist.tiers", "分档扣分请写明各档");
        for (std::size_t i = 0; i < m_rule.tiers.size(); ++i) {
            const domain::TierStep& step = m_rule.tiers[i];
            checkText(step.text, "分档的说明", m_where, m_add);
            if (step.text.find("；") != std::string::npos)
                add("checklist.tiers", fmt::format("第 {} 档的说明里不能有“；”", i + 1));
            if (step.text.empty() || step.price <= Points{} || step.price > m_item.max)
                add("checklist.tiers",
                    fmt::format("第 {} 档须有说明，扣分大于 0 且不超过满分", i + 1));
            if (i > 0 && step.price <= m_rule.tiers[i - 1].price)
                add("checklist.tiers", "各档请从轻到重排列，扣分逐档增加");
        }
    }

    /// A table has no cell for what the method does not use.
    void checkUnused()
    {
        const auto unused = [&](const char* what) {
            add("checklist.unused", fmt::format("这种计分方式用不上{}，请删去", what));
        };
        if (!m_rule.kinds.empty() && m_rule.method != RuleMethod::perMissing) unused("种类");
        if (!m_rule.tiers.empty() && m_rule.method != RuleMethod::tier) unused("分档");
        if (m_rule.ratio && m_rule.method != RuleMethod::ratio) unused("比例");
        if (m_rule.magnitudeOverThousandths != 0 && m_rule.method != RuleMethod::overMagnitude)
            unused("起计的大小");
    }

    const domain::Checklist& m_checklist;
    const Item& m_item;
    const Rule& m_rule;
    const std::string& m_where;
    const AddProblem& m_add;
};

}  // namespace

void checkName(const std::string& name, const char* what, const std::string& where,
               const AddProblem& add)
{
    if (name.empty())
        add("checklist.name_missing", fmt::format("请填写{}", what), where);
    else if (name.size() > nameBytes)
        add("checklist.name_too_long",
            fmt::format("{}太长，请缩到 {} 个字以内", what, domain::limits::nameCharacters), where);
    checkText(name, what, where, add);
}

void checkText(const std::string& text, const char* what, const std::string& where,
               const AddProblem& add)
{
    if (endsBlank(text))
        add("checklist.blanks", fmt::format("{}“{}”的首尾有空白，请去掉", what, text), where);
    if (hasControl(text))
        add("checklist.control", fmt::format("{}里有看不见的控制字符，请去掉", what), where);
}

void checkRule(const domain::Checklist& checklist, const Item& item, const Rule& rule,
               const std::string& where, const AddProblem& add)
{
    RuleValidator(checklist, item, rule, where, add).run();
}

}  // namespace scoring
