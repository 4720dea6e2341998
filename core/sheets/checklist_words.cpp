#include "core/sheets/checklist_words.h"

#include <fmt/format.h>

#include <initializer_list>
#include <vector>

#include "core/base/points.h"
#include "core/domain/measured.h"
#include "core/domain/severity_text.h"

namespace sheets {

namespace {

using namespace domain;

struct Heading {
    Column column;
    std::initializer_list<std::string_view> words;
};

const Heading headings[] = {
    {Column::section, {"类别", "指标", "分类", "大类"}},
    {Column::sectionCode, {"类别编码"}},
    {Column::sectionCap, {"类别封顶"}},
    {Column::item, {"项目码", "序", "序号", "码", "编号"}},
    {Column::title, {"检查内容", "检查项", "内容", "标准", "考核内容"}},
    {Column::max, {"满分", "分值", "标准分"}},
    {Column::text, {"扣分规则", "评分规则", "细则", "扣分标准", "评分标准", "评分细则"}},
    {Column::rule, {"规则码"}},
    {Column::method, {"计分方式"}},
    {Column::price, {"单价"}},
    {Column::cap, {"封顶", "规则封顶"}},
    {Column::details, {"参数", "种类或分档"}},
    {Column::households, {"抽查户数"}},
    {Column::notApplicable, {"不适用"}},
    {Column::photo, {"照片", "取证"}},
    {Column::photos, {"照片张数"}},
    {Column::wideAndClose, {"远近各一"}},
    {Column::gallery, {"禁用相册"}},
    {Column::rectify, {"整改"}},
    {Column::rectificationPhoto, {"整改照片"}},
    {Column::severity, {"程度"}},
    {Column::basis, {"依据", "出处"}},
    {Column::repeat, {"重复发现", "上期未整改"}},
};

template <class Enum>
struct Word {
    Enum value;
    std::string_view text;
};

// Several words of one value: the first is written.
const Word<RuleMethod> methods[] = {
    {RuleMethod::perFinding, "每处"},
    {RuleMethod::once, "一次性"},
    {RuleMethod::zeroItem, "不得分"},
    {RuleMethod::perMissing, "每缺一种"},
    {RuleMethod::tier, "分档"},
    {RuleMethod::perHousehold, "每户"},
    {RuleMethod::subPoint, "得分点"},
    {RuleMethod::ratio, "比例"},
    {RuleMethod::overMagnitude, "超过才计"},
    {RuleMethod::bonus, "加分"},
    {RuleMethod::veto, "否决"},
    {RuleMethod::perMissing, "每少一种"},
    {RuleMethod::perHousehold, "每人"},
    {RuleMethod::veto, "一票否决"},
    {RuleMethod::once, "一次"},
};
const Word<NotApplicable> notApplicables[] = {
    {NotApplicable::forbidden, "不可"},
    {NotApplicable::spreadSection, "类内分摊"},
    {NotApplicable::spreadSheet, "全表分摊"},
    {NotApplicable::fullMarks, "给满分"},
};
const Word<PhotoNeed> photoNeeds[] = {
    {PhotoNeed::none, "无"},       {PhotoNeed::optional, "选"},     {PhotoNeed::perFinding, "必"},
    {PhotoNeed::perItem, "每项"},  {PhotoNeed::ledger, "台账"},     {PhotoNeed::ledger, "台"},
    {PhotoNeed::optional, "可附"}, {PhotoNeed::perFinding, "每处"},
};
const Word<Severity> severities[] = {
    {Severity::ordinary, domain::severityText(Severity::ordinary)},
    {Severity::major, domain::severityText(Severity::major)},
    {Severity::urgent, domain::severityText(Severity::urgent)},
};
const Word<SubjectKind> subjects[] = {{SubjectKind::village, "村"},
                                      {SubjectKind::facility, "设施"}};
const Word<ChecklistState> states[] = {{ChecklistState::draft, "草稿"},
                                       {ChecklistState::published, "已发布"},
                                       {ChecklistState::retired, "已停用"}};

template <class Enum, std::size_t n>
std::string wordIn(const Word<Enum> (&words)[n], Enum value)
{
    for (const Word<Enum>& word : words)
        if (word.value == value) return std::string(word.text);
    return {};
}

template <class Enum, std::size_t n>
std::optional<Enum> valueIn(const Word<Enum> (&words)[n], std::string_view text)
{
    for (const Word<Enum>& word : words)
        if (word.text == text) return word.value;
    return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

bool readTiers(std::string_view text, Rule& rule)
{
    for (const std::string_view part : split(text, "；")) {
        const std::size_t at = part.rfind('=');
        if (at == std::string_view::npos) return false;
        const auto price = base::pointsFromText(part.substr(at + 1));
        if (!price) return false;
        rule.tiers.push_back({std::string(part.substr(0, at)), *price});
    }
    return true;
}

bool readRatio(std::string_view text, Rule& rule)
{
    const std::vector<std::string_view> words = split(text, " ");
    if (words.size() < 4 || (words[0] != "不低于" && words[0] != "不高于") || words[2] != "每")
        return false;
    const std::optional<std::int64_t> threshold = domain::thousandthsOf(words[1]);
    const std::optional<std::int64_t> step = domain::thousandthsOf(words[3]);
    if (!threshold || !step) return false;
    RatioRule ratio{*threshold, *step, words[0] == "不低于", {}};
    for (std::size_t i = 4; i < words.size(); ++i)
        ratio.unit += (i > 4 ? " " : "") + std::string(words[i]);
    rule.ratio = ratio;
    return true;
}

}  // namespace

const char* headingOf(Column column)
{
    for (const Heading& heading : headings)
        if (heading.column == column) return heading.words.begin()->data();
    return "";
}

std::optional<Column> columnOfHeading(std::string_view heading)
{
    for (const std::string_view bracket : {"（", "("})
        heading = heading.substr(0, heading.find(bracket));
    for (const Heading& known : headings)
        for (const std::string_view word : known.words)
            if (word == heading) return known.column;
    return std::nullopt;
}

std::string wordOf(RuleMethod method)
{
    return wordIn(methods, method);
}
std::string wordOf(NotApplicable rule)
{
    return wordIn(notApplicables, rule);
}
std::string wordOf(PhotoNeed need)
{
    return wordIn(photoNeeds, need);
}
std::string wordOf(Severity severity)
{
    return wordIn(severities, severity);
}
std::string wordOf(SubjectKind subject)
{
    return wordIn(subjects, subject);
}
std::string wordOf(ChecklistState state)
{
    return wordIn(states, state);
}

std::optional<RuleMethod> methodOf(std::string_view word)
{
    return valueIn(methods, word);
}
std::optional<NotApplicable> notApplicableOf(std::string_view word)
{
    return valueIn(notApplicables, word);
}
std::optional<PhotoNeed> photoNeedOf(std::string_view word)
{
    return valueIn(photoNeeds, word);
}
std::optional<Severity> severityOf(std::string_view word)
{
    return valueIn(severities, word);
}
std::optional<SubjectKind> subjectOf(std::string_view word)
{
    return valueIn(subjects, word);
}
std::optional<ChecklistState> stateOf(std::string_view word)
{
    return valueIn(states, word);
}

std::string repeatText(int percent)
{
    return percent > 0 ? fmt::format("{}%", percent) : std::string();
}

std::optional<int> repeatOf(std::string_view text)
{
    if (text.empty()) return 0;
    if (text == "加倍") return 200;
    const std::string_view times = "倍";
    const bool percent = text.ends_with('%');
    if (!percent && !text.ends_with(times)) return std::nullopt;
    text.remove_suffix(percent ? 1 : times.size());
    const std::optional<std::int64_t> value = domain::thousandthsOf(text);
    const std::int64_t one = percent ? 1000 : 10;  // thousandths of a percent's worth
    if (!value || *value < 0 || *value % one != 0 || *value / one > 10'000) return std::nullopt;
    return static_cast<int>(*value / one);
}

std::optional<bool> yesOf(std::string_view word)
{
    if (word == "是" || word == "√" || word == "◎") return true;
    if (word == "否" || word.empty()) return false;
    return std::nullopt;
}

std::string methodChoices()
{
    std::string choices;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(RuleMethod::veto); ++i)
        choices += (i > 0 ? "、" : "") + std::string(methods[i].text);
    return choices;
}

std::string detailsOf(const Rule& rule)
{
    std::string text;
    switch (rule.method) {
        case RuleMethod::perMissing:
            for (const std::string& kind : rule.kinds) text += (text.empty() ? "" : "；") + kind;
            return text;
        case RuleMethod::tier:
            for (const TierStep& step : rule.tiers)
                text += (text.empty() ? "" : "；") + step.text + "=" + base::toText(step.price);
            return text;
        case RuleMethod::ratio:
            if (!rule.ratio) return {};
            return fmt::format("{} {} 每 {} {}", rule.ratio->atLeast ? "不低于" : "不高于",
                               domain::thousandthsText(rule.ratio->thresholdThousandths),
                               domain::thousandthsText(rule.ratio->stepThousandths),
                               rule.ratio->unit);
        case RuleMethod::overMagnitude:
            return "超过 " + domain::thousandthsText(rule.magnitudeOverThousandths);
        case RuleMethod::perFinding:
        case RuleMethod::once:
        case RuleMethod::zeroItem:
        case RuleMethod::perHousehold:
        case RuleMethod::subPoint:
        case RuleMethod::bonus:
        case RuleMethod::veto:
            return {};
    }
    return {};
}

bool readDetails(std::string_view text, Rule& rule)
{
    if (text.empty())
        return rule.method != RuleMethod::tier && rule.method != RuleMethod::ratio &&
               rule.method != RuleMethod::overMagnitude;
    if (rule.method == RuleMethod::perMissing) {
        for (const std::string_view kind : split(text, "；")) rule.kinds.emplace_back(kind);
        return true;
    }
    if (rule.method == RuleMethod::tier) return readTiers(text, rule);
    if (rule.method == RuleMethod::ratio) return readRatio(text, rule);
    constexpr std::string_view over = "超过 ";
    if (rule.method != RuleMethod::overMagnitude || !text.starts_with(over)) return false;
    const std::optional<std::int64_t> size = domain::thousandthsOf(text.substr(over.size()));
    rule.magnitudeOverThousandths = size.value_or(0);
    return size.has_value();
}

}  // namespace sheets
