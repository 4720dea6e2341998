#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/position.h"
#include "core/domain/checklist.h"
#include "core/domain/drawing.h"
#include "core/domain/ids.h"
#include "core/domain/photo.h"

namespace domain {

/// One 处: one thing found that a rule deducts (or gives bonus, or vetoes) for.
struct Finding {
    FindingId id;
    std::string ruleCode;
    std::int64_t foundAtMs = 0;
    std::string kind;                              ///< perMissing: which kind is missing
    int tier = -1;                                 ///< tier: index of the step
    int household = 0;                             ///< perHousehold: 1..n
    std::optional<std::int64_t> valueThousandths;  ///< ratio: measured; overMagnitude: size
    std::string place;
    std::string note;
    std::optional<base::Fix> fix;
    bool repeat = false;  ///< found last time too and not rectified

    bool operator==(const Finding&) const = default;
};

enum class AnswerState { unanswered, ok, found, notApplicable };

/// What the inspector said of one item. `ok` (合格) loses nothing; `found` has at least one
/// finding.
struct Answer {
    std::string itemCode;
    AnswerState state = AnswerState::unanswered;
    std::vector<Finding> findings;
    std::vector<std::string> earned;  ///< subPoint: codes of the rules that are met
    int householdsVisited = 0;        ///< sampled items: how many were really visited
    std::string note;

    bool operator==(const Answer&) const = default;
};

enum class SignatureKind { signedByHand, refused, nobodyThere };

struct Signature {
    std::string role;  ///< "inspector", "village"
    SignatureKind kind = SignatureKind::signedByHand;
    std::string name;
    std::string reason;  ///< for refused and nobodyThere
    std::string
        strokesSvg;  ///< path data of the hand-written signature, 0..1000 square; for signedByHand
    std::int64_t atMs = 0;

    bool operator==(const Signature&) const = default;
};

/// What makes a submitted revision hold: signed by the device, with the ends of its photos' chain.
/// docs/evidence-chain.md is the format; core/evidence makes and checks it.
struct Seal {
    std::string hash;           ///< of links and of what is signed: "sha256"
    std::string algorithm;      ///< "ed25519"
    std::string publicKey;      ///< hex
    std::vector<Sha256> joins;  ///< links outside this revision that a photo in it follows
    Sha256 lastLink;            ///< of the revision's newest photo; empty without photos
    std::string signature;      ///< hex, over the revision with this field empty

    bool operator==(const Seal&) const = default;
};

/// One whole revision as submitted: everything the score and the review need, in one record.
struct Inspection {
    InspectionId id;
    int revision = 1;
    CampaignId campaign;
    ChecklistRef checklist;
    std::string profile;  ///< of the checklist; empty when it has none
    RegionCode village;   ///< the ranked unit
    RegionCode subject;   ///< the village, or one facility of it
    UserId inspector;
    std::int64_t startedAtMs = 0;
    std::int64_t submittedAtMs = 0;
    int zoneOffsetMinutes = 480;
    std::optional<base::Fix> startFix;
    std::string noFixReason;      ///< said when there was no fix or one over the limit
    std::vector<Answer> answers;  ///< in the sheet's order, one an item
    std::vector<PhotoEntry> photos;
    std::vector<PhotoEntry> removedPhotos;  ///< taken out before submitting; still links, not sent
    std::vector<PhotoDrawing> drawings;     ///< on photos of this revision, one a photo at most
    std::vector<Signature> signatures;
    InspectionId parent;     ///< 回头看: the inspection that this one looks back at
    RecordId answersReview;  ///< the review that sent the previous revision back
    std::string remark;
    std::optional<Seal> seal;

    bool operator==(const Inspection&) const = default;
};

/// True when something was found that decides by itself (一票否决).
bool hasVeto(const Checklist& sheet, const Inspection& inspection);

}  // namespace domain
