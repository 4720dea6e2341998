#include "core/domain/codec.h"
#include "core/domain/codec_words.h"
#include "core/domain/json_inspection.h"

namespace domain {

template <class Io>
void describe(Io& io, ShotClocks& clocks)
{
    io.field("wallMs", clocks.wallMs);
    io.field("zone", clocks.zoneOffsetMinutes);
    io.field("bootMs", clocks.bootMs);
    io.optional("gnssMs", clocks.gnssMs);
    io.optional("doubtful", clocks.doubtful);
}

template <class Io>
void describe(Io& io, PhotoEntry& photo)
{
    io.field("id", photo.id);
    io.field("sha256", photo.sha256);
    io.field("bytes", photo.bytes);
    io.field("width", photo.widthPx);
    io.field("height", photo.heightPx);
    io.optional("thumbSha256", photo.thumbSha256);
    io.optional("thumbBytes", photo.thumbBytes);
    io.optional("originalSha256", photo.originalSha256);
    io.optional("item", photo.itemCode);
    io.optional("finding", photo.finding);
    io.optional("view", photo.view);
    io.field("source", photo.source);
    io.field("clocks", photo.clocks);
    io.optional("fix", photo.fix);
    io.optional("previousLink", photo.previousLink);
    io.optional("link", photo.link);
}

template <class Io>
void describe(Io& io, Shape& shape)
{
    io.field("kind", shape.kind);
    io.optional("x1", shape.x1);
    io.optional("y1", shape.y1);
    io.optional("x2", shape.x2);
    io.optional("y2", shape.y2);
    io.optional("text", shape.text);
}

template <class Io>
void describe(Io& io, PhotoDrawing& drawing)
{
    io.field("photo", drawing.photo);
    io.field("shapes", drawing.shapes);
}

template <class Io>
void describe(Io& io, PhotoReceived& received)
{
    io.field("sha256", received.sha256);
    io.field("bytes", received.bytes);
}

template <class Io>
void describe(Io& io, Finding& finding)
{
    io.field("id", finding.id);
    io.field("rule", finding.ruleCode);
    io.field("atMs", finding.foundAtMs);
    io.optional("kind", finding.kind);
    std::optional<int> tier = finding.tier < 0 ? std::nullopt : std::optional(finding.tier);
    io.optional("tier", tier);
    finding.tier = tier.value_or(-1);
    io.optional("household", finding.household);
    io.optional("value", finding.valueThousandths);
    io.optional("place", finding.place);
    io.optional("note", finding.note);
    io.optional("fix", finding.fix);
    io.optional("repeat", finding.repeat);
}

template <class Io>
void describe(Io& io, Answer& answer)
{
    io.field("item", answer.itemCode);
    io.field("state", answer.state);
    io.optional("findings", answer.findings);
    io.optional("earned", answer.earned);
    io.optional("households", answer.householdsVisited);
    io.optional("note", answer.note);
}

template <class Io>
void describe(Io& io, Signature& signature)
{
    io.field("role", signature.role);
    io.field("kind", signature.kind);
    io.optional("name", signature.name);
    io.optional("reason", signature.reason);
    io.optional("strokes", signature.strokesSvg);
    io.field("atMs", signature.atMs);
}

template <class Io>
void describe(Io& io, Seal& seal)
{
    io.field("hash", seal.hash);
    io.field("algorithm", seal.algorithm);
    io.field("publicKey", seal.publicKey);
    io.optional("joins", seal.joins);
    io.optional("lastLink", seal.lastLink);
    io.optional("signature", seal.signature);
}

template <class Io>
void describe(Io& io, Inspection& inspection)
{
    io.field("id", inspection.id);
    io.field("revision", inspection.revision);
    io.field("campaign", inspection.campaign);
    io.field("checklist", inspection.checklist);
    io.optional("profile", inspection.profile);
    io.field("village", inspection.village);
    io.field("subject", inspection.subject);
    io.field("inspector", inspection.inspector);
    io.field("startedAtMs", inspection.startedAtMs);
    io.field("submittedAtMs", inspection.submittedAtMs);
    io.field("zone", inspection.zoneOffsetMinutes);
    io.optional("startFix", inspection.startFix);
    io.optional("noFixReason", inspection.noFixReason);
    io.field("answers", inspection.answers);
    io.field("photos", inspection.photos);
    io.optional("removedPhotos", inspection.removedPhotos);
    io.optional("drawings", inspection.drawings);
    io.optional("signatures", inspection.signatures);
    io.optional("parent", inspection.parent);
    io.optional("answersReview", inspection.answersReview);
    io.optional("remark", inspection.remark);
    io.optional("seal", inspection.seal);
}

template <class Io>
void describe(Io& io, ItemComment& comment)
{
    io.field("item", comment.itemCode);
    io.field("text", comment.text);
}

template <class Io>
void describe(Io& io, Adjustment& adjustment)
{
    io.field("item", adjustment.itemCode);
    io.field("points", adjustment.points);
    io.field("reason", adjustment.reason);
}

template <class Io>
void describe(Io& io, Review& review)
{
    io.field("inspection", review.inspection);
    io.field("revision", review.revision);
    io.field("decision", review.decision);
    io.optional("comment", review.comment);
    io.optional("items", review.items);
    io.optional("adjustments", review.adjustments);
    io.field("reviewer", review.reviewer);
    io.optional("bulk", review.bulk);
    io.optional("appeal", review.appeal);
}

template <class Io>
void describe(Io& io, RectificationNotice& notice)
{
    io.optional("number", notice.number);
    io.field("campaign", notice.campaign);
    io.field("village", notice.village);
    io.field("subject", notice.subject);
    io.field("revision", notice.revision);
    io.field("kind", notice.kind);
    io.field("item", notice.itemCode);
    io.field("title", notice.itemTitle);
    io.optional("rule", notice.ruleText);
    io.optional("place", notice.place);
    io.optional("note", notice.note);
    io.field("severity", notice.severity);
    io.optional("responsible", notice.responsible);
    io.field("foundAtMs", notice.foundAtMs);
    io.field("dueAtMs", notice.dueAtMs);
    io.optional("repeat", notice.repeat);
    io.optional("fix", notice.fix);
    io.optional("before", notice.before);
}

template <class Io>
void describe(Io& io, RectificationStep& step)
{
    io.field("inspection", step.inspection);
    io.field("finding", step.finding);
    io.field("action", step.action);
    io.optional("after", step.after);
    io.field("by", step.by);
    io.optional("comment", step.comment);
    io.optional("notice", step.notice);
    io.optional("photos", step.photos);
}

template <class Io>
void describe(Io& io, Appeal& appeal)
{
    io.field("inspection", appeal.inspection);
    io.field("revision", appeal.revision);
    io.field("item", appeal.itemCode);
    io.optional("finding", appeal.finding);
    io.field("reason", appeal.reason);
    io.field("by", appeal.by);
}

std::string canonicalJson(const Inspection& inspection)
{
    return io::write(inspection);
}
std::string canonicalJson(const PhotoEntry& photo)
{
    return io::write(photo);
}
std::string canonicalJson(const PhotoDrawing& drawing)
{
    return io::write(drawing);
}
std::string canonicalJson(const base::Fix& fix)
{
    return io::write(fix);
}
std::string canonicalJson(const PhotoReceived& received)
{
    return io::write(received);
}
std::string canonicalJson(const Answer& answer)
{
    return io::write(answer);
}
std::string canonicalJson(const Review& review)
{
    return io::write(review);
}
std::string canonicalJson(const RectificationStep& step)
{
    return io::write(step);
}
std::string canonicalJson(const Appeal& appeal)
{
    return io::write(appeal);
}

base::Result<Inspection> inspectionFrom(const io::Value& json)
{
    return io::readFrom<Inspection>(json);
}
base::Result<Inspection> inspectionFromJson(const std::string& text)
{
    return io::read<Inspection>(text);
}
base::Result<PhotoEntry> photoEntryFromJson(const std::string& text)
{
    return io::read<PhotoEntry>(text);
}
base::Result<PhotoDrawing> photoDrawingFromJson(const std::string& text)
{
    return io::read<PhotoDrawing>(text);
}
base::Result<base::Fix> fixFromJson(const std::string& text)
{
    return io::read<base::Fix>(text);
}
base::Result<PhotoReceived> photoReceivedFromJson(const std::string& text)
{
    return io::read<PhotoReceived>(text);
}
base::Result<Answer> answerFromJson(const std::string& text)
{
    return io::read<Answer>(text);
}
base::Result<Review> reviewFromJson(const std::string& text)
{
    return io::read<Review>(text);
}
base::Result<RectificationStep> rectificationStepFromJson(const std::string& text)
{
    return io::read<RectificationStep>(text);
}
base::Result<Appeal> appealFromJson(const std::string& text)
{
    return io::read<Appeal>(text);
}

}  // namespace domain
