#include "core/domain/codec.h"
#include "core/domain/codec_campaign.h"
#include "core/domain/codec_words.h"

namespace domain {

template <class Io>
void describe(Io& io, Region& region)
{
    io.field("code", region.code);
    io.optional("parent", region.parent);
    io.field("kind", region.kind);
    io.field("name", region.name);
    io.optional("aliases", region.aliases);
    io.optional("ur", region.urCode);
    io.optional("position", region.position);
    io.optional("positionLearnt", region.positionLearnt);
    io.optional("retired", region.retired);
}

template <class Io>
void describe(Io& io, EvidenceRule& evidence)
{
    io.field("photo", evidence.photo);
    io.field("photosAtLeast", evidence.photosAtLeast);
    io.optional("wideAndClose", evidence.wideAndClose);
    io.optional("rectificationPhoto", evidence.rectificationPhoto);
    io.optional("galleryForbidden", evidence.galleryForbidden);
}

template <class Io>
void describe(Io& io, TierStep& step)
{
    io.field("text", step.text);
    io.field("price", step.price);
}

template <class Io>
void describe(Io& io, RatioRule& ratio)
{
    io.field("threshold", ratio.thresholdThousandths);
    io.field("step", ratio.stepThousandths);
    io.field("atLeast", ratio.atLeast);
    io.field("unit", ratio.unit);
}

template <class Io>
void describe(Io& io, Rule& rule)
{
    io.field("code", rule.code);
    io.field("text", rule.text);
    io.field("method", rule.method);
    io.field("price", rule.price);
    io.optional("cap", rule.cap);
    io.optional("kinds", rule.kinds);
    io.optional("tiers", rule.tiers);
    io.optional("ratio", rule.ratio);
    io.optional("magnitudeOver", rule.magnitudeOverThousandths);
    io.optional("repeatPercent", rule.repeatPercent);
    io.field("evidence", rule.evidence);
    io.optional("rectify", rule.rectify);
    io.field("severity", rule.severity);
}

template <class Io>
void describe(Io& io, Item& item)
{
    io.field("code", item.code);
    io.field("title", item.title);
    io.field("max", item.max);
    io.field("notApplicable", item.notApplicable);
    io.optional("households", item.sampleHouseholds);
    io.field("rules", item.rules);
    io.optional("basis", item.basis);
}

template <class Io>
void describe(Io& io, Section& section)
{
    io.field("code", section.code);
    io.field("title", section.title);
    io.optional("deductionCap", section.deductionCap);
    io.field("items", section.items);
}

template <class Io>
void describe(Io& io, Profile& profile)
{
    io.field("code", profile.code);
    io.field("title", profile.title);
    io.optional("excludedSections", profile.excludedSections);
}

template <class Io>
void describe(Io& io, Checklist& checklist)
{
    io.field("kind", checklist.kind);
    io.field("version", checklist.version);
    io.field("title", checklist.title);
    io.optional("sample", checklist.sample);
    io.field("subject", checklist.subject);
    io.field("state", checklist.state);
    io.optional("deductionCap", checklist.deductionCap);
    io.field("bonusCap", checklist.bonusCap);
    io.field("sections", checklist.sections);
    io.optional("profiles", checklist.profiles);
}

template <class Io>
void describe(Io& io, User& user)
{
    io.field("id", user.id);
    io.field("name", user.name);
    io.field("role", user.role);
    io.optional("scope", user.scope);
    io.field("active", user.active);
    io.optional("mayAdjust", user.mayAdjust);
}

template <class Io>
void describe(Io& io, Assignment& assignment)
{
    io.field("campaign", assignment.campaign);
    io.field("inspector", assignment.inspector);
    io.field("regions", assignment.regions);
    io.optional("kinds", assignment.checklistKinds);
}

std::string canonicalJson(const Region& region)
{
    return io::write(region);
}
std::string canonicalJson(const Checklist& checklist)
{
    return io::write(checklist);
}
std::string canonicalJson(const Campaign& campaign)
{
    return io::write(campaign);
}
std::string canonicalJson(const User& user)
{
    return io::write(user);
}
std::string canonicalJson(const Assignment& assignment)
{
    return io::write(assignment);
}

base::Result<Region> regionFromJson(const std::string& text)
{
    return io::read<Region>(text);
}
base::Result<Checklist> checklistFromJson(const std::string& text)
{
    return io::read<Checklist>(text);
}
base::Result<Campaign> campaignFromJson(const std::string& text)
{
    return io::read<Campaign>(text);
}
base::Result<User> userFromJson(const std::string& text)
{
    return io::read<User>(text);
}
base::Result<Assignment> assignmentFromJson(const std::string& text)
{
    return io::read<Assignment>(text);
}

}  // namespace domain
