#include "core/sheets/rule_text.h"

#include "core/base/points.h"

namespace sheets {

namespace {

using domain::RuleMethod;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The last number of a text and where it begins.
std::optional<std::pair<base::Points, std::size_t>> lastNumber(std::string_view text)
{
    std::size_t end = text.size();
    while (end > 0 && !isDigit(text[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && (isDigit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
    const auto points = base::pointsFromText(text.substr(begin, end - begin));
    if (!points) return std::nullopt;
    return std::pair(*points, begin);
}

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::optional<RuleMethod> methodOfText(std::string_view text)
{
    if (has(text, "否决")) return RuleMethod::veto;
    if (has(text, "不得分")) return RuleMethod::zeroItem;
    if (has(text, "每户") || has(text, "每人")) return RuleMethod::perHousehold;
    if (has(text, "每少") || has(text, "每缺")) return RuleMethod::perMissing;
    if (has(text, "每")) return RuleMethod::perFinding;
    if (has(text, "加")) return RuleMethod::bonus;
    if (has(text, "扣") || has(text, "缺") || has(text, "未") || has(text, "无") ||
        has(text, "一次"))
        return RuleMethod::once;
    return std::nullopt;
}

}  // namespace

std::optional<std::vector<domain::Rule>> rulesFromText(std::string_view text)
{
    std::vector<domain::Rule> rules;
    while (!text.empty()) {
        const std::size_t wide = text.find("；");
        const std::size_t narrow = text.find(';');
        const std::size_t at = std::min(wide, narrow);
        const std::string_view part = text.substr(0, at);
        text = at == std::string_view::npos ? std::string_view()
                                            : text.substr(at + (at == wide ? 3 : 1));
        if (part.empty() || has(part, "扣完为止")) continue;
        const std::optional<RuleMethod> method = methodOfText(part);
        const auto price = lastNumber(part);
        const bool priced = method != RuleMethod::veto && method != RuleMethod::zeroItem;
        if (!method || (priced && !price) || rules.size() >= 26) return std::nullopt;
        domain::Rule rule;
        rule.code = std::string(1, static_cast<char>('a' + rules.size()));
        rule.text = std::string(part);
        rule.method = *method;
        if (priced) rule.price = price->first;
        rules.push_back(std::move(rule));
    }
    if (rules.empty()) return std::nullopt;
    return rules;
}

int householdsInText(std::string_view text)
{
    for (const std::string_view unit : {"户", "人"})
        for (std::size_t at = text.find(unit); at != std::string_view::npos;
             at = text.find(unit, at + 1)) {
            std::size_t end = at;
            while (end > 0 && text[end - 1] == ' ') --end;
            int number = 0;
            int scale = 1;
            for (; end > 0 && isDigit(text[end - 1]) && scale <= 1000; --end, scale *= 10)
                number += (text[end - 1] - '0') * scale;
            if (number > 0) return number;
        }
    return 0;
}

std::pair<std::string, std::optional<base::Points>> withoutSubtotal(std::string_view title)
{
    const auto number = lastNumber(title);
    std::size_t end = title.size();
    for (const std::string_view bracket : {"）", ")", "分"})
        if (title.substr(0, end).ends_with(bracket)) end -= bracket.size();
    if (!number || end == 0 || !isDigit(title[end - 1]) || number->second == 0)
        return {std::string(title), std::nullopt};
    std::string_view name = title.substr(0, number->second);
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view end_ : {" ", "（", "("})
            if (name.ends_with(end_)) {
                name.remove_suffix(end_.size());
                again = true;
            }
    }
    if (name.empty()) return {std::string(title), std::nullopt};
    return {std::string(name), number->first};
}

}  // namespace sheets
