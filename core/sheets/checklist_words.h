#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/domain/checklist.h"

// The headings of a checklist table and the words in its cells.
namespace sheets {

enum class Column {
    section,
    sectionCode,
    sectionCap,
    item,
    title,
    max,
    text,
    rule,
    method,
    price,
    cap,
    details,
    households,
    notApplicable,
    photo,
    photos,
    wideAndClose,
    gallery,
    rectify,
    rectificationPhoto,
    severity,
    basis,
    repeat
};
constexpr std::size_t columnCount = 23;

/// The heading that is written.
const char* headingOf(Column column);
/// The column of a heading, also as offices say it ("序", "分值", "细则"); bracketed additions do
/// not matter.
std::optional<Column> columnOfHeading(std::string_view heading);

/// One enum value and how an office says it; the first is what is written.
std::string wordOf(domain::RuleMethod method);
std::string wordOf(domain::NotApplicable rule);
std::string wordOf(domain::PhotoNeed need);
std::string wordOf(domain::Severity severity);
std::string wordOf(domain::SubjectKind subject);
std::string wordOf(domain::ChecklistState state);

std::optional<domain::RuleMethod> methodOf(std::string_view word);
std::optional<domain::NotApplicable> notApplicableOf(std::string_view word);
std::optional<domain::PhotoNeed> photoNeedOf(std::string_view word);
std::optional<domain::Severity> severityOf(std::string_view word);
std::optional<domain::SubjectKind> subjectOf(std::string_view word);
std::optional<domain::ChecklistState> stateOf(std::string_view word);
/// What a repeated finding costs, in percent of the price: "200%" (as it is written), "2倍",
/// "加倍"; nothing is 0.
std::string repeatText(int percent);
std::optional<int> repeatOf(std::string_view text);
/// 是, 否 and nothing (否).
std::optional<bool> yesOf(std::string_view word);

/// "每处、一次性…": what may be filled in, for messages.
std::string methodChoices();

/// What a method needs besides its price, as one cell: "标识牌；登记本", "没公示=1；没按时=2",
/// "不低于 95 每 1 %", "超过 0.5".
std::string detailsOf(const domain::Rule& rule);
/// Fills the rule from such a cell; false where it does not fit the rule's method.
bool readDetails(std::string_view text, domain::Rule& rule);

}  // namespace sheets
