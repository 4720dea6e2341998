#pragma once

#include "core/domain/codec_words.h"

// The fields of a campaign and its rules; a ranking carries them too. Included by the codec files
// only.
namespace domain {

template <class Io>
void describe(Io& io, WeightedChecklist& weighted)
{
    io.field("checklist", weighted.checklist);
    io.field("weight", weighted.weight);
}

template <class Io>
void describe(Io& io, TieStep& step)
{
    io.field("by", step.by);
    io.optional("kind", step.checklistKind);
}

template <class Io>
void describe(Io& io, HandDecision& decision)
{
    io.field("order", decision.order);
    io.field("reason", decision.reason);
}

template <class Io>
void describe(Io& io, RankingRules& rules)
{
    io.field("missing", rules.missing);
    io.field("uniformScore", rules.uniformScore);
    io.field("several", rules.several);
    io.optional("lookBack", rules.lookBack);
    io.field("vetoEffects", rules.vetoEffects);
    io.field("bonusCap", rules.bonusCap);
    io.field("bestCount", rules.bestCount);
    io.field("worstCount", rules.worstCount);
    io.field("bestPerTown", rules.bestPerTown);
    io.field("worstPerTown", rules.worstPerTown);
    io.field("byClass", rules.byClass);
    io.field("ties", rules.ties);
    io.field("atLine", rules.atLine);
    io.optional("byHand", rules.byHand);
}

template <class Io>
void describe(Io& io, CaptureSettings& capture)
{
    io.field("photoLongSide", capture.photoLongSidePx);
    io.field("photoQuality", capture.photoQuality);
    io.metres("accuracyLimit", capture.accuracyLimitM);
    io.field("originalsWanted", capture.originalsWanted);
}

template <class Io>
void describe(Io& io, VillageClass& one)
{
    io.field("village", one.village);
    io.field("title", one.title);
}

template <class Io>
void describe(Io& io, ExclusionReason& one)
{
    io.field("village", one.village);
    io.field("reason", one.reason);
}

template <class Io>
void describe(Io& io, CampaignShare& share)
{
    io.field("campaign", share.campaign);
    io.field("weight", share.weight);
}

template <class Io>
void describe(Io& io, RectificationSettings& settings)
{
    io.field("urgentHours", settings.urgentHours);
    io.field("majorHours", settings.majorHours);
    io.field("ordinaryHours", settings.ordinaryHours);
    io.field("appealDays", settings.appealDays);
    io.optional("appealUntil", settings.appealUntil);
}

template <class Io>
void describe(Io& io, Campaign& campaign)
{
    io.field("id", campaign.id);
    io.field("name", campaign.name);
    io.field("period", campaign.period);
    io.field("firstDay", campaign.firstDay);
    io.field("lastDay", campaign.lastDay);
    io.field("state", campaign.state);
    io.field("checklists", campaign.checklists);
    io.field("participants", campaign.participants);
    io.optional("excluded", campaign.excluded);
    io.optional("exclusionReasons", campaign.exclusionReasons);
    io.optional("classes", campaign.classes);
    io.optional("previous", campaign.previous);
    io.optional("combines", campaign.combines);
    io.field("rules", campaign.rules);
    io.field("capture", campaign.capture);
    io.optional("rectification", campaign.rectification);
}

}  // namespace domain
