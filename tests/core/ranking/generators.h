#pragma once

#include <rapidcheck.h>

#include "tests/core/ranking/villages.h"

// Any campaign with any rules and scores, for property tests. Points come from few values so that
// ties abound.
namespace generators {

using namespace rc;

inline domain::RankingRules anyRules()
{
    domain::RankingRules rules;
    rules.missing =
        *gen::element(domain::MissingCheck::spreadWeight, domain::MissingCheck::uniformScore,
                      domain::MissingCheck::meanOfOthers, domain::MissingCheck::notRanked);
    rules.several =
        *gen::element(domain::SeveralInspections::mean, domain::SeveralInspections::latest,
                      domain::SeveralInspections::meanWithoutExtremes);
    rules.vetoEffects = *gen::container<std::vector<domain::VetoEffect>>(
        gen::element(domain::VetoEffect::outOfBest, domain::VetoEffect::intoWorst,
                     domain::VetoEffect::sectionToZero));
    rules.bestCount = *gen::inRange(0, 6);
    rules.worstCount = *gen::inRange(0, 6);
    rules.bestPerTown = *gen::inRange(0, 3);
    rules.worstPerTown = *gen::inRange(0, 3);
    rules.byClass = *gen::arbitrary<bool>();
    rules.atLine = *gen::element(domain::TieAtLine::takeAll, domain::TieAtLine::takeNone);
    rules.ties = *gen::container<std::vector<domain::TieStep>>(
        gen::element(domain::TieStep{domain::TieBreak::fewestVetoes, ""},
                     domain::TieStep{domain::TieBreak::fewestFindings, ""},
                     domain::TieStep{domain::TieBreak::lastPlace, ""},
                     domain::TieStep{domain::TieBreak::higherInChecklist, "B"},
                     domain::TieStep{domain::TieBreak::byHand, ""}));
    const int decisions = *gen::inRange(0, 3);
    for (int i = 0; i < decisions; ++i) {
        const int first = *gen::inRange(1, 12);
        rules.byHand.push_back({{villages::code(first), villages::code(*gen::inRange(1, 12)),
                                 villages::code(*gen::inRange(1, 12))},
                                "理由"});
    }
    return rules;
}

/// The facilities f1 and f2 of a village, or none, each for some of the checks.
inline void addSubjects(ranking::RankingInput& input, const domain::RegionCode& village)
{
    using Kinds = std::vector<std::string>;
    const int count = *gen::inRange(0, 3);
    for (int i = 1; i <= count; ++i)
        input.subjects.push_back({{village.value + "-" + std::to_string(i)},
                                  village,
                                  "设施" + std::to_string(i),
                                  *gen::element(Kinds{}, Kinds{"A"}, Kinds{"A", "C"})});
}

inline ranking::RankingInput anyCampaign()
{
    ranking::RankingInput input = villages::campaign(
        {{"A", *gen::inRange(1, 60)}, {"B", *gen::inRange(1, 60)}, {"C", *gen::inRange(0, 60)}});
    input.campaign.rules = anyRules();
    const int count = *gen::inRange(0, 16);
    for (int i = 1; i <= count; ++i) {
        villages::addVillage(input, i, *gen::element<std::string>("t1", "t2", "t3"));
        ranking::Village& village = input.villages.back();
        village.villageClass = *gen::element<std::string>("", "精品村");
        if (!village.villageClass.empty())
            input.campaign.classes.push_back({village.code, village.villageClass});
        addSubjects(input, village.code);
        if (*gen::arbitrary<bool>()) {
            village.lastPlace = *gen::inRange(1, 5);
            village.lastPoints = base::Points{*gen::inRange<std::int64_t>(8'000, 10'000)};
        }
        for (const char* kind : {"A", "B", "C"}) {
            const int inspections = *gen::element(0, 1, 1, 1, 2, 4);
            for (int k = 0; k < inspections; ++k) {
                ranking::ApprovedScore& score =
                    villages::addScore(input, i, *gen::element(8000, 9000, 9001, 9050, 10'000),
                                       kind, *gen::element<std::string>("", "", "-1", "-2"));
                score.bonus = {*gen::element(0, 0, 150, 333)};
                score.findings = *gen::inRange(0, 4);
                score.vetoes = *gen::element(0, 0, 0, 1);
                score.pointsIfVetoed = {*gen::element(0, 5'000)};
                score.maximum = {*gen::element(10'000, 10'000, 12'000)};
            }
        }
    }
    return input;
}

}  // namespace generators
