#include "sync/hub/resources/incoming.h"

#include <set>

#include "core/base/uuid.h"
#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "core/domain/received.h"
#include "core/evidence/faults.h"
#include "core/scoring/evidence.h"
#include "sync/protocol/fields.h"

namespace hub {

std::shared_ptr<const domain::Checklist> Sheets::find(Connection& connection,
                                                      const domain::ChecklistRef& ref)
{
    const std::lock_guard lock(m_mutex);
    if (const auto kept = m_bySha256.find(ref.sha256.value); kept != m_bySha256.end())
        return kept->second;
    const auto found = findChecklist(connection, ref.kind, ref.version);
    if (!found || crypto::sha256(domain::canonicalJson(*found)) != ref.sha256.value) return nullptr;
    auto sheet = std::make_shared<const domain::Checklist>(*found);
    m_bySha256.emplace(ref.sha256.value, sheet);
    return sheet;
}

namespace {
std::optional<base::Error> photoProblem(const domain::Inspection& inspection)
{
    if (inspection.photos.size() > domain::limits::photosPerInspection)
        return base::Error{"inspection.photos_too_many", "照片张数超过上限", "body.photos"};
    std::set<std::string> seen;
    for (std::size_t i = 0; i < inspection.photos.size(); ++i) {
        const domain::PhotoEntry& photo = inspection.photos[i];
        const std::string where = "body.photos[" + std::to_string(i) + "]";
        const bool thumbOk =
            photo.thumbSha256.empty() ||
            (protocol::isSha256(photo.thumbSha256.value) && photo.thumbBytes > 0 &&
             photo.thumbBytes <= static_cast<std::int64_t>(domain::limits::thumbnailBytes));
        if (!protocol::isSha256(photo.sha256.value) || !thumbOk || photo.bytes <= 0 ||
            photo.bytes > static_cast<std::int64_t>(domain::limits::photoBytes))
            return base::Error{"inspection.photo", "照片的校验值或大小有误", where};
        if (!seen.insert(photo.sha256.value).second)
            return base::Error{"inspection.photo_doubled", "同一张照片列了两次", where};
    }
    return std::nullopt;
}

std::optional<base::Error> drawingProblem(const domain::Inspection& inspection)
{
    std::set<domain::PhotoId> drawable;
    for (const domain::PhotoEntry& photo : inspection.photos) drawable.insert(photo.id);
    for (std::size_t i = 0; i < inspection.drawings.size(); ++i) {
        const domain::PhotoDrawing& drawing = inspection.drawings[i];
        const std::string where = "body.drawings[" + std::to_string(i) + "]";
        if (drawable.erase(drawing.photo) == 0)
            return base::Error{"inspection.drawing", "标注不属于这次检查的照片，或重复", where};
        if (auto problem = domain::problemOf(drawing))
            return base::Error{problem->code, problem->message, where};
    }
    return std::nullopt;
}

/// A revision that was changed after its tablet sealed it, or that another tablet sealed; the
/// message names every photo that does not fit. What else may be odd about its photos is shown to
/// the reviewer.
std::optional<base::Error> sealProblem(const domain::Inspection& inspection,
                                       const domain::Record& record, const Device& device)
{
    if (!inspection.seal) return std::nullopt;
    // A restored or copied tablet has a new incarnation with keys that were never enrolled.
    const std::string key = record.incarnation == device.incarnation ? device.publicKey : "";
    std::string named;
    bool refused = false;
    for (const evidence::ChainFault& fault : evidence::faultsOf(inspection, key)) {
        named.append(named.empty() ? "" : "；").append(evidence::toText(fault));
        refused = refused || fault.fault == evidence::Fault::signatureWrong ||
                  fault.fault == evidence::Fault::keyForeign;
    }
    if (refused) return base::Error{"inspection.seal", named, "body.seal"};
    return std::nullopt;
}

std::optional<base::Error> inspectionProblem(const domain::Inspection& inspection,
                                             const domain::Record& record, const Device& device,
                                             Connection& reference, Sheets& sheets)
{
    if (!base::isUuid(inspection.id.value))
        return base::Error{"inspection.id", "检查编号不是有效的 UUID", "body.id"};
    if (inspection.inspector != record.author)
        return base::Error{"inspection.inspector", "检查人与提交人不是同一人", "body.inspector"};
    if (inspection.revision < 1)
        return base::Error{"inspection.revision", "版次有误", "body.revision"};
    if (inspection.subject != inspection.village &&
        !inspection.subject.value.starts_with(inspection.village.value + "-"))
        return base::Error{"inspection.subject", "检查对象不属于这个村", "body.subject"};
    if (auto problem = photoProblem(inspection)) return problem;
    if (auto problem = drawingProblem(inspection)) return problem;
    if (auto problem = sealProblem(inspection, record, device)) return problem;
    const auto sheet = sheets.find(reference, inspection.checklist);
    if (sheet == nullptr)
        return base::Error{"inspection.checklist_unknown", "服务器没有这个版本的检查表",
                           "body.checklist"};
    for (const scoring::EvidenceProblem& problem : scoring::problemsOf(*sheet, inspection))
        if (scoring::blocksSubmit(problem.problem))
            return base::Error{"inspection.incomplete", scoring::toText(problem),
                               "body.answers." + problem.itemCode};
    return std::nullopt;
}

base::Error inBody(base::Error error)
{
    error.where = error.where.empty() ? "body" : "body." + error.where;
    return error;
}

void readBody(Incoming& incoming, std::optional<base::Result<domain::Inspection>> inspection,
              const Device& device, Connection& reference, Sheets& sheets)
{
    const domain::Record& record = incoming.entry.record;
    switch (domain::kindOf(record.kind)) {
        case domain::RecordKind::inspection: {
            if (!*inspection) {
                incoming.wrong = inBody(inspection->error());
                return;
            }
            domain::Inspection& read = **inspection;
            incoming.wrong = inspectionProblem(read, record, device, reference, sheets);
            incoming.inspection = std::move(read);
            return;
        }
        case domain::RecordKind::review: {
            auto review = domain::reviewFromJson(record.body);
            if (!review) {
                incoming.wrong = inBody(review.error());
                return;
            }
            if (review->reviewer != record.author)
                incoming.wrong =
                    base::Error{"review.reviewer", "审核人与提交人不是同一人", "body.reviewer"};
            incoming.review = std::move(*review);
            return;
        }
        case domain::RecordKind::photoReceived:
        case domain::RecordKind::photoRejected:
        case domain::RecordKind::scope:
            incoming.wrong =
                base::Error{"record.kind_forbidden", "这种记录只能由服务器产生", "kind"};
            return;
        case domain::RecordKind::rectification: {
            auto step = domain::rectificationStepFromJson(record.body);
            if (!step) {
                incoming.wrong = inBody(step.error());
                return;
            }
            if (step->by != record.author)
                incoming.wrong =
                    base::Error{"rectification.by", "办理人与提交人不是同一人", "body.by"};
            incoming.rectification = std::move(*step);
            return;
        }
        case domain::RecordKind::appeal: {
            auto appeal = domain::appealFromJson(record.body);
            if (!appeal) {
                incoming.wrong = inBody(appeal.error());
                return;
            }
            if (appeal->by != record.author)
                incoming.wrong = base::Error{"appeal.by", "申诉人与提交人不是同一人", "body.by"};
            incoming.appeal = std::move(*appeal);
            return;
        }
        case domain::RecordKind::publication:
        case domain::RecordKind::redaction:
        case domain::RecordKind::unknown:
            incoming.wrong = base::Error{
                "record.kind_unknown", "服务器还不认识这种记录，已保存，升级服务器后处理", "kind"};
            return;
    }
}
}  // namespace

base::Result<Incoming> readIncoming(const std::string& line, const Caller& caller,
                                    Connection& reference, Sheets& sheets)
{
    Incoming incoming;
    auto received = domain::receivedFromJson(line);
    auto salvaged = received ? std::optional(std::move(received->record)) : salvageHeader(line);
    if (!salvaged) return tl::unexpected(received.error());
    const auto device = findDevice(reference, salvaged->device);
    if (!device || (device->id != caller.device && device->user != caller.user.id))
        return base::fail("push.device", "记录不是这台平板产生的", "device");
    incoming.entry.record = std::move(*salvaged);
    if (received) {
        incoming.entry.bytes = domain::canonical(incoming.entry.record);
        readBody(incoming, std::move(received->inspection), *device, reference, sheets);
    } else {
        incoming.entry.bytes = line;
        incoming.wrong = received.error();
    }
    incoming.entry.sha256 = crypto::sha256(incoming.entry.bytes);
    return incoming;
}

}  // namespace hub
