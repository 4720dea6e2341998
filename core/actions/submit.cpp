#include "core/actions/submit.h"

#include <algorithm>

#include "core/actions/transact.h"
#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "core/evidence/seal.h"
#include "core/evidence/sign_off.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "core/store/shots.h"

namespace actions {

namespace {
constexpr std::size_t strokesBytes = 32 * 1024;

struct Draft {
    domain::Inspection inspection;
    domain::Checklist sheet;
};

base::Result<Draft> load(Context& context, const domain::InspectionId& id)
{
    auto inspection = store::Drafts(context.db).find(id);
    if (!inspection) return draftUnknown();
    auto sheet = store::Reference(context.db)
                     .checklist(inspection->checklist.kind, inspection->checklist.version);
    if (!sheet) return base::fail("checklist.missing", "评分表还没有同步到本机，请联网后再试");
    return Draft{std::move(*inspection), std::move(*sheet)};
}

base::Result<void> complete(const Draft& draft)
{
    std::string lines;
    for (const scoring::EvidenceProblem& problem :
         scoring::problemsOf(draft.sheet, draft.inspection))
        if (scoring::blocksSubmit(problem.problem))
            lines.append(lines.empty() ? "" : "\n").append(scoring::toText(problem));
    if (!lines.empty()) return base::fail("draft.incomplete", lines);
    return {};
}

// A reason is asked for what the place is not known of; the campaign says how well.
base::Result<void> signedOff(Context& context, const domain::Inspection& inspection)
{
    const auto campaign = store::Reference(context.db).campaign(inspection.campaign);
    const auto capture = campaign ? campaign->capture : domain::CaptureSettings();
    for (const evidence::Lack lack : evidence::lacksOf(inspection, capture.accuracyLimitM))
        switch (lack) {
            case evidence::Lack::inspectorUnsigned:
                return base::fail("draft.inspector_unsigned", "还没有检查人签名，请签名后再提交");
            case evidence::Lack::villageUnsigned:
                return base::fail("draft.village_unsigned",
                                  "还没有村干部签名，也没有写明拒签或无人，请补上后再提交");
            case evidence::Lack::positionReason:
                return base::fail("draft.position_reason",
                                  "有的位置没有定位或不准，请写明原因后再提交");
        }
    return {};
}

// Photos of drafts that were thrown away go along as taken out, so that the device's chain has no
// gap.
void seal(Context& context, domain::Inspection& inspection)
{
    store::Drafts drafts(context.db);
    for (domain::PhotoEntry& entry : drafts.loosePhotos())
        inspection.removedPhotos.push_back(std::move(entry));
    drafts.clearLoosePhotos();
    if (const auto keys = store::Identity(context.db).keys())
        inspection.seal = evidence::sealOf(inspection, keys->publicKey, keys->secretKey);
}

// Photos that were taken out are not sent; originals only where the campaign asks for them.
void chooseMedia(Context& context, const Draft& draft)
{
    store::Media media(context.db);
    const auto campaign = store::Reference(context.db).campaign(draft.inspection.campaign);
    const bool originals = campaign && campaign->capture.originalsWanted;
    for (const store::DraftPhoto& photo : store::Drafts(context.db).photos(draft.inspection.id)) {
        const auto same = [&](const domain::PhotoEntry& entry) {
            return entry.sha256 == photo.entry.sha256;
        };
        const bool listed = std::ranges::any_of(draft.inspection.photos, same);
        media.putWanted(photo.entry.sha256, listed);
        media.putWanted(photo.entry.thumbSha256, listed);
        media.putWanted(photo.entry.originalSha256, listed && originals);
    }
}
}  // namespace

base::Result<void> setSignature(Context& context, const domain::InspectionId& draft,
                                domain::Signature signature)
{
    if (signature.strokesSvg.size() > strokesBytes)
        return base::fail("signature.too_large", "签名太复杂，请重签");
    if (signature.kind != domain::SignatureKind::signedByHand && signature.reason.empty())
        return base::fail("signature.reason", "请填写未签名的原因");
    signature.atMs = context.clock.wallMs();
    return transact(context, [&]() -> base::Result<void> {
        store::Drafts drafts(context.db);
        if (!drafts.exists(draft)) return draftUnknown();
        drafts.putSignature(draft, signature, signature.atMs);
        return {};
    });
}

base::Result<void> clearSignature(Context& context, const domain::InspectionId& draft,
                                  const std::string& role)
{
    return transact(context, [&]() -> base::Result<void> {
        store::Drafts drafts(context.db);
        if (!drafts.exists(draft)) return draftUnknown();
        drafts.deleteSignature(draft, role, context.clock.wallMs());
        return {};
    });
}

base::Result<void> setRemark(Context& context, const domain::InspectionId& draft,
                             const std::string& remark)
{
    if (remark.size() > domain::limits::noteCharacters * 4)
        return base::fail("text.too_long", "文字超过 2000 字，请缩短");
    return transact(context, [&]() -> base::Result<void> {
        store::Drafts drafts(context.db);
        if (!drafts.exists(draft)) return draftUnknown();
        drafts.putRemark(draft, remark, context.clock.wallMs());
        return {};
    });
}

base::Result<std::vector<scoring::EvidenceProblem>> problemsOfDraft(Context& context,
                                                                    const domain::InspectionId& id)
{
    return reading([&]() -> base::Result<std::vector<scoring::EvidenceProblem>> {
        const auto draft = load(context, id);
        if (!draft) return tl::unexpected(draft.error());
        return scoring::problemsOf(draft->sheet, draft->inspection);
    });
}

base::Result<scoring::Score> scoreOfDraft(Context& context, const domain::InspectionId& id)
{
    return reading([&]() -> base::Result<scoring::Score> {
        const auto draft = load(context, id);
        if (!draft) return tl::unexpected(draft.error());
        return scoring::scoreOf(draft->sheet, draft->inspection.profile, draft->inspection.answers);
    });
}

base::Result<domain::RecordId> submit(Context& context, const domain::InspectionId& id)
{
    return transact(context, [&]() -> base::Result<domain::RecordId> {
        auto draft = load(context, id);
        if (!draft) return tl::unexpected(draft.error());
        if (store::Shots(context.db).countOf(id.value) > 0)
            return base::fail("photo.on_its_way", "还有照片正在保存，请稍等再提交");
        auto ready = complete(*draft);
        if (ready) ready = signedOff(context, draft->inspection);
        if (!ready) return tl::unexpected(ready.error());
        domain::Inspection& inspection = draft->inspection;
        inspection.submittedAtMs = context.clock.wallMs();
        seal(context, inspection);
        const auto record = appendRecord(context, domain::RecordKind::inspection,
                                         domain::canonicalJson(inspection));
        if (!record) return tl::unexpected(record.error());
        const auto score = scoring::scoreOf(draft->sheet, inspection.profile, inspection.answers);
        store::Records(context.db).putScore(inspection.id, inspection.revision, score.total());
        chooseMedia(context, *draft);
        store::Drafts(context.db).remove(id);
        return record->id;
    });
}

base::Result<int> scorePulled(Context& context, std::size_t limit)
{
    return transact(context, [&]() -> base::Result<int> {
        store::Records records(context.db);
        const store::Reference reference(context.db);
        int scored = 0;
        for (const domain::InspectionId& id : records.unscored(limit)) {
            const auto inspection = records.newest(id);
            const auto sheet = inspection ? reference.checklist(inspection->checklist.kind,
                                                                inspection->checklist.version)
                                          : std::nullopt;
            if (!sheet) continue;
            const auto score = scoring::scoreOf(*sheet, inspection->profile, inspection->answers);
            records.putScore(id, inspection->revision, score.total());
            ++scored;
        }
        return scored;
    });
}

}  // namespace actions
