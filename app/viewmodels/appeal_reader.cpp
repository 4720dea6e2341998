#include "app/viewmodels/appeal_reader.h"

#include "core/actions/appeal.h"
#include "core/scoring/adjustments.h"
#include "core/store/appeals.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {

AppealLine lineOf(const store::Reference& reference, const store::AppealRow& row,
                  const std::string& item, const std::optional<domain::Checklist>& sheet)
{
    AppealLine line;
    const domain::Item* contested = sheet ? domain::findItem(*sheet, row.appeal.itemCode) : nullptr;
    if (contested != nullptr) line.most = scoring::mostPoints(*sheet, *contested);
    line.record = row.record.value;
    line.itemCode = row.appeal.itemCode;
    line.item = item;
    line.reason = row.appeal.reason;
    line.who = reference.personName(row.appeal.by);
    line.atMs = row.createdAtMs;
    if (!row.answer) return line;
    const domain::Review& answer = *row.answer;
    line.outcome = answer.decision == domain::Decision::adjust ? AppealLine::Outcome::Granted
                                                               : AppealLine::Outcome::Upheld;
    if (!answer.adjustments.empty()) line.points = base::toText(answer.adjustments.front().points);
    line.answer = answer.comment;
    line.answeredBy = reference.personName(answer.reviewer);
    line.answeredAtMs = row.answeredAtMs;
    return line;
}

std::string titleOf(const std::optional<domain::Checklist>& sheet, const std::string& code)
{
    const domain::Item* item = sheet ? domain::findItem(*sheet, code) : nullptr;
    return item != nullptr ? code + " " + item->title : code;
}

}  // namespace

std::optional<AppealSheet> readAppealsOf(actions::Context& context,
                                         const domain::InspectionId& inspection)
{
    const auto newest = store::Records(context.db).newest(inspection);
    const auto head = store::Records(context.db).head(inspection);
    if (!newest || !head) return std::nullopt;
    const store::Reference reference(context.db);
    const auto checklist = reference.checklist(newest->checklist.kind, newest->checklist.version);
    AppealSheet sheet;
    sheet.inspection = inspection;
    sheet.revision = head->revision;
    sheet.village = head->village;
    sheet.state = head->state;
    sheet.untilMs = actions::appealUntil(context, inspection, {}).value_or(0);
    for (const store::AppealRow& row : store::Appeals(context.db).of(inspection))
        sheet.lines.push_back(
            lineOf(reference, row, titleOf(checklist, row.appeal.itemCode), checklist));
    return sheet;
}

std::optional<AppealSheet> readAppealsOf(actions::Context& context,
                                         const domain::FindingId& finding)
{
    const auto task = store::Rectifications(context.db).find(finding);
    if (!task || task->state == domain::RectificationState::waiting) return std::nullopt;
    const store::Reference reference(context.db);
    const domain::RectificationNotice& notice = task->notice;
    AppealSheet sheet;
    sheet.inspection = task->inspection;
    sheet.revision = notice.revision;
    sheet.village = notice.village;
    sheet.itemCode = notice.itemCode;
    sheet.finding = finding;
    sheet.untilMs = actions::appealUntil(context, task->inspection, notice.itemCode).value_or(0);
    // A village has the task without its inspection, and nothing to answer.
    const auto newest = store::Records(context.db).newest(task->inspection);
    const auto checklist =
        newest ? reference.checklist(newest->checklist.kind, newest->checklist.version)
               : std::nullopt;
    for (const store::AppealRow& row : store::Appeals(context.db).of(task->inspection))
        if (row.appeal.itemCode == notice.itemCode)
            sheet.lines.push_back(
                lineOf(reference, row, notice.itemCode + " " + notice.itemTitle, checklist));
    return sheet;
}

}  // namespace viewmodels
