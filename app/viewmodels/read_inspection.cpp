#include "app/viewmodels/read_inspection.h"

#include "app/viewmodels/read_watermark.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"
#include "core/store/ui_state.h"

namespace viewmodels {

namespace {

std::shared_ptr<const LastTime> readLastTime(SQLite::Database& db,
                                             const domain::Inspection& inspection)
{
    const store::Records records(db);
    const auto last = records.before(inspection);
    if (!last) return nullptr;
    const auto sheet =
        store::Reference(db).checklist(last->checklist.kind, last->checklist.version);
    if (!sheet) return nullptr;
    LastTime lastTime;
    lastTime.inspection = *last;
    lastTime.watermark = readWatermarkFacts(db, *last, *sheet);
    lastTime.sheet = std::make_shared<const domain::Checklist>(*sheet);
    const scoring::Score score = scoring::scoreOf(*sheet, last->profile, last->answers);
    for (const scoring::SectionScore& section : score.sections)
        for (const scoring::ItemScore& item : section.items)
            lastTime.lost.emplace(item.code, item.deducted);
    const store::Rectifications rectifications(db);
    for (const domain::Answer& answer : last->answers)
        for (const domain::Finding& finding : answer.findings)
            if (const auto task = rectifications.find(finding.id);
                task && (task->state == domain::RectificationState::checked ||
                         task->state == domain::RectificationState::closed ||
                         task->state == domain::RectificationState::cancelled))
                lastTime.mended.insert(finding.id);
    return std::make_shared<const LastTime>(std::move(lastTime));
}

std::optional<SentBack> readSentBack(SQLite::Database& db, const domain::Inspection& inspection)
{
    if (inspection.answersReview.empty()) return std::nullopt;
    const auto record = store::Records(db).find(inspection.answersReview);
    const auto review =
        record ? domain::reviewFromJson(record->body) : tl::unexpected(base::Error());
    if (!review || review->decision != domain::Decision::sendBack) return std::nullopt;
    SentBack sentBack{store::Reference(db).personName(review->reviewer), review->comment, {}};
    for (const domain::ItemComment& item : review->items)
        sentBack.items.emplace(item.itemCode, item.text);
    return sentBack;
}

/// The first that is to be put right, else the first without an answer, else the first.
std::string firstItem(const domain::Checklist& sheet, const domain::Inspection& inspection,
                      const std::optional<SentBack>& sentBack)
{
    if (sentBack)
        for (const domain::Section& section : sheet.sections)
            for (const domain::Item& item : section.items)
                if (sentBack->items.contains(item.code)) return item.code;
    for (const domain::Answer& answer : inspection.answers)
        if (answer.state == domain::AnswerState::unanswered &&
            domain::findItem(sheet, answer.itemCode))
            return answer.itemCode;
    return sheet.sections.empty() || sheet.sections.front().items.empty()
               ? std::string()
               : sheet.sections.front().items.front().code;
}

}  // namespace

std::vector<DraftEditor::Before> undosOf(SQLite::Database& db, const domain::InspectionId& id)
{
    std::vector<DraftEditor::Before> undos;
    for (store::Undo& undo : store::Drafts(db).undos(id)) undos.push_back(std::move(undo.answers));
    return undos;
}

std::string currentItemKey(const domain::Inspection& inspection)
{
    return "item:" + inspection.id.value + ":" + std::to_string(inspection.revision);
}

base::Result<OpenedInspection> readInspection(SQLite::Database& db, const domain::InspectionId& id)
{
    OpenedInspection opened;
    auto inspection = store::Drafts(db).find(id);
    if (!inspection) {
        inspection = store::Records(db).newest(id);
        opened.readOnly = true;
    }
    if (!inspection)
        return base::fail("inspection.unknown", "这次检查不在本机，请返回后重新打开", id.value);
    const store::Reference reference(db);
    const auto sheet =
        reference.checklist(inspection->checklist.kind, inspection->checklist.version);
    if (!sheet)
        return base::fail("inspection.sheet_missing", "本机没有这张检查表，请联网同步后再打开",
                          inspection->checklist.kind);
    if (const auto campaign = reference.campaign(inspection->campaign))
        opened.capture = campaign->capture;
    opened.village = reference.regionName(inspection->village);
    opened.town = reference.regionName(domain::townOf(inspection->village));
    if (inspection->subject != inspection->village)
        opened.subject = reference.regionName(inspection->subject);
    opened.watermark = readWatermarkFacts(db, *inspection, *sheet);
    opened.lastTime = readLastTime(db, *inspection);
    if (!opened.readOnly) opened.undos = undosOf(db, id);
    opened.sentBack = readSentBack(db, *inspection);
    const auto kept = store::UiState(db).get(currentItemKey(*inspection));
    opened.currentItem = kept && domain::findItem(*sheet, *kept)
                             ? *kept
                             : firstItem(*sheet, *inspection, opened.sentBack);
    opened.sheet = std::make_shared<const domain::Checklist>(*sheet);
    opened.inspection = std::move(*inspection);
    return opened;
}

}  // namespace viewmodels
