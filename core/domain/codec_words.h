#pragma once

#include "core/domain/campaign.h"
#include "core/domain/inspection.h"
#include "core/domain/json_io.h"
#include "core/domain/rectification.h"
#include "core/domain/region.h"
#include "core/domain/review.h"
#include "core/domain/user.h"

// The words that stand for enum values in stored and sent JSON. Never change one: old records use
// it. Included by the codec files only.
namespace domain {

#define XUNCUN_WORDS(Enum, ...)                                  \
    inline std::span<const io::Word<Enum>> wordsOf(Enum)         \
    {                                                            \
        using enum Enum;                                         \
        static constexpr io::Word<Enum> words[] = {__VA_ARGS__}; \
        return words;                                            \
    }

XUNCUN_WORDS(RegionKind, {province, "province"}, {city, "city"}, {county, "county"}, {town, "town"},
             {village, "village"}, {naturalVillage, "naturalVillage"}, {facility, "facility"})
XUNCUN_WORDS(RuleMethod, {perFinding, "perFinding"}, {once, "once"}, {zeroItem, "zeroItem"},
             {perMissing, "perMissing"}, {tier, "tier"}, {perHousehold, "perHousehold"},
             {subPoint, "subPoint"}, {ratio, "ratio"}, {overMagnitude, "overMagnitude"},
             {bonus, "bonus"}, {veto, "veto"})
XUNCUN_WORDS(PhotoNeed, {none, "none"}, {optional, "optional"}, {perFinding, "perFinding"},
             {perItem, "perItem"}, {ledger, "ledger"})
XUNCUN_WORDS(Severity, {ordinary, "ordinary"}, {major, "major"}, {urgent, "urgent"})
XUNCUN_WORDS(NotApplicable, {forbidden, "forbidden"}, {spreadSection, "spreadSection"},
             {spreadSheet, "spreadSheet"}, {fullMarks, "fullMarks"})
XUNCUN_WORDS(SubjectKind, {village, "village"}, {facility, "facility"})
XUNCUN_WORDS(ChecklistState, {draft, "draft"}, {published, "published"}, {retired, "retired"})
XUNCUN_WORDS(PhotoSource, {camera, "camera"}, {gallery, "gallery"})
XUNCUN_WORDS(PhotoView, {wide, "wide"}, {close, "close"})
XUNCUN_WORDS(ShapeKind, {arrow, "arrow"}, {circle, "circle"}, {text, "text"})
XUNCUN_WORDS(AnswerState, {unanswered, "unanswered"}, {ok, "ok"}, {found, "found"},
             {notApplicable, "notApplicable"})
XUNCUN_WORDS(SignatureKind, {signedByHand, "signed"}, {refused, "refused"},
             {nobodyThere, "nobodyThere"})
XUNCUN_WORDS(Decision, {approve, "approve"}, {sendBack, "sendBack"}, {voidIt, "void"},
             {adjust, "adjust"}, {confirmVeto, "confirmVeto"})
XUNCUN_WORDS(RectificationState, {waiting, "waiting"}, {issued, "issued"}, {working, "working"},
             {reported, "reported"}, {returned, "returned"}, {checked, "checked"},
             {closed, "closed"}, {cancelled, "cancelled"})
XUNCUN_WORDS(RectificationAction, {issue, "issue"}, {start, "start"}, {report, "report"},
             {sendBack, "sendBack"}, {accept, "accept"}, {close, "close"}, {cancel, "cancel"})
XUNCUN_WORDS(PeriodKind, {month, "month"}, {quarter, "quarter"}, {year, "year"}, {custom, "custom"})
XUNCUN_WORDS(CampaignState, {draft, "draft"}, {published, "published"}, {closed, "closed"})
XUNCUN_WORDS(MissingCheck, {spreadWeight, "spreadWeight"}, {uniformScore, "uniformScore"},
             {meanOfOthers, "meanOfOthers"}, {notRanked, "notRanked"})
XUNCUN_WORDS(SeveralInspections, {mean, "mean"}, {meanWithoutExtremes, "meanWithoutExtremes"},
             {latest, "latest"})
XUNCUN_WORDS(LookBack, {apart, "apart"}, {counts, "counts"})
XUNCUN_WORDS(VetoEffect, {outOfBest, "outOfBest"}, {intoWorst, "intoWorst"},
             {sectionToZero, "sectionToZero"})
XUNCUN_WORDS(TieBreak, {fewestVetoes, "fewestVetoes"}, {higherInChecklist, "higherInChecklist"},
             {fewestFindings, "fewestFindings"}, {lastPlace, "lastPlace"}, {byHand, "byHand"})
XUNCUN_WORDS(TieAtLine, {takeAll, "takeAll"}, {takeNone, "takeNone"})
XUNCUN_WORDS(Role, {inspector, "inspector"}, {supervisor, "supervisor"}, {chief, "chief"},
             {administrator, "administrator"}, {villageContact, "villageContact"})

#undef XUNCUN_WORDS

template <class Io>
void describe(Io& io, ChecklistRef& ref)
{
    io.field("kind", ref.kind);
    io.field("version", ref.version);
    io.field("sha256", ref.sha256);
}

}  // namespace domain
