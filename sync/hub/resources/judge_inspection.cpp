#include "core/domain/region.h"
#include "sync/hub/resources/judge.h"
#include "sync/hub/store/projections.h"

namespace hub {

Refusal quarantine(std::string code, std::string message, std::string where)
{
    return {protocol::Outcome::quarantined,
            {std::move(code), std::move(message), std::move(where)},
            {}};
}

Refusal conflict(std::string code, std::string message, domain::RecordId other)
{
    return {
        protocol::Outcome::conflict, {std::move(code), std::move(message), {}}, std::move(other)};
}

namespace {
std::optional<Refusal> judgeFirst(const domain::Inspection& inspection)
{
    if (inspection.revision == 1) return std::nullopt;
    return quarantine("inspection.revision_gap", "服务器没有这次检查的上一版", "body.revision");
}

std::optional<Refusal> judgeNext(Connection& connection, const domain::Inspection& inspection,
                                 const InspectionRow& before)
{
    if (before.campaign != inspection.campaign || before.kind != inspection.checklist.kind ||
        before.concerns.village != inspection.village.value ||
        before.subject != inspection.subject || before.parent != inspection.parent ||
        before.concerns.owner != inspection.inspector.value)
        return quarantine("inspection.changed_subject",
                          "修改版与原检查的批次、检查表、对象或检查人不同", "body");
    if (inspection.revision <= before.revision)
        return conflict("inspection.revision_exists", "这一版已经有了，以先到的为准",
                        revisionRecord(connection, inspection.id, inspection.revision));
    if (inspection.revision > before.revision + 1)
        return quarantine("inspection.revision_gap", "服务器没有这次检查的上一版", "body.revision");
    if (before.state != domain::InspectionState::sentBack)
        return conflict("inspection.not_sent_back", "上一版没有被退回，不能提交修改版",
                        before.decidedBy.empty() ? before.record : before.decidedBy);
    if (!inspection.answersReview.empty() && inspection.answersReview != before.decidedBy)
        return quarantine("inspection.answers_other", "修改版回应的不是最近一次退回",
                          "body.answersReview");
    return std::nullopt;
}
}  // namespace

namespace {
/// 回头看: at an approved inspection of the same place by the same kind of sheet.
std::optional<Refusal> judgeParent(Connection& connection, const domain::Inspection& inspection)
{
    if (inspection.parent.empty()) return std::nullopt;
    const auto parent = findInspection(connection, inspection.parent);
    if (!parent)
        return quarantine("inspection.parent", "服务器没有回头看所指的检查", "body.parent");
    if (parent->subject != inspection.subject || parent->kind != inspection.checklist.kind)
        return quarantine("inspection.parent_other", "回头看的对象或检查表与原检查不同",
                          "body.parent");
    if (parent->state != domain::InspectionState::approved)
        return quarantine("inspection.parent_not_approved", "只能对审核通过的检查回头看",
                          "body.parent");
    return std::nullopt;
}
}  // namespace

std::optional<Refusal> judgeInspection(Connection& connection, const domain::Inspection& inspection,
                                       Concerns& concerns)
{
    const SheetOfCampaign sheet =
        sheetOf(connection, inspection.campaign, inspection.checklist, inspection.village);
    if (!sheet.published)
        return quarantine("inspection.campaign", "批次不存在、未发布或已结束", "body.campaign");
    if (!sheet.sheetThere)
        return quarantine("inspection.checklist", "这个批次不用这个版本的检查表", "body.checklist");
    if (!sheet.participates)
        return quarantine("inspection.village", "这个村不在批次的参评名单里", "body.village");
    if (!isAssigned(connection, inspection.inspector, inspection.campaign, inspection.village,
                    inspection.checklist.kind))
        return quarantine("inspection.not_assigned",
                          "这个村的这项检查没有分给该检查员；服务器已保留，请办公室核实收入",
                          "body.village");
    if (auto refusal = judgeParent(connection, inspection)) return refusal;
    concerns = {inspection.village.value, domain::townOf(inspection.village).value,
                inspection.inspector.value};
    return judgeRevision(connection, inspection);
}

std::optional<Refusal> judgeRevision(Connection& connection, const domain::Inspection& inspection)
{
    const auto before = findInspection(connection, inspection.id);
    return before ? judgeNext(connection, inspection, *before) : judgeFirst(inspection);
}

}  // namespace hub
