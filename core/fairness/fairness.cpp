#include "core/fairness/fairness.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "core/scoring/score.h"

namespace fairness {

namespace {

constexpr std::size_t rankedRowsAtMost = 20'000'000;

/// Counts, sums and squares that can be taken from each other.
struct Sums {
    std::int64_t count = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0;

    void add(std::int64_t value)
    {
        ++count;
        sum += value;
        squares += value * value;
    }
    Sums operator-(const Sums& part) const
    {
        return {count - part.count, sum - part.sum, squares - part.squares};
    }
    Sample sample() const
    {
        Sample sample;
        sample.inspections = static_cast<int>(count);
        if (count == 0) return sample;
        sample.mean = base::scaled({sum}, 1, count);
        const std::int64_t mean = sample.mean.hundredths;
        const std::int64_t off = squares - 2 * mean * sum + count * mean * mean;
        sample.spread = {std::llround(std::sqrt(
            static_cast<double>(std::max<std::int64_t>(off, 0)) / static_cast<double>(count)))};
        return sample;
    }
};

using RuleKey = std::tuple<std::string, std::string, std::string>;  // kind, item, rule

struct Uses {
    int used = 0;
    int findings = 0;
};

class Counter {
public:
    Counter(const ranking::RankingInput& input, const std::vector<Judgement>& judgements)
        : m_input(input)
    {
        for (const Judgement& judgement : judgements)
            m_judgements[{judgement.inspection, judgement.revision}] = &judgement;
    }

    void count()
    {
        std::set<domain::RegionCode> participants(m_input.campaign.participants.begin(),
                                                  m_input.campaign.participants.end());
        for (const ranking::ApprovedScore& score : m_input.scores) {
            if (participants.count(score.village) == 0 || score.maximum.hundredths <= 0) continue;
            const auto judgement = m_judgements.find({score.inspection, score.revision});
            const Judgement* by = judgement == m_judgements.end() ? nullptr : judgement->second;
            const domain::UserId inspector = by ? by->inspector : domain::UserId{};
            const std::int64_t value =
                base::scaled(score.points, 10000, score.maximum.hundredths).hundredths;
            m_all[score.checklistKind].add(value);
            m_own[{score.checklistKind, inspector}].add(value);
            if (!by) continue;
            m_inspectors[score.inspection] = inspector;
            for (const auto& [rule, findings] : by->found) {
                const RuleKey key{score.checklistKind, rule.first, rule.second};
                for (Uses* uses : {&m_allUses[key], &m_ownUses[{key, inspector}]}) {
                    ++uses->used;
                    uses->findings += findings;
                }
            }
        }
    }

    Fairness result() const
    {
        Fairness fairness;
        std::set<domain::UserId> inspectors;
        for (const ranking::Check& check : m_input.checks)
            for (const auto& [key, sums] : m_own) {
                if (key.first != check.kind || key.second.empty()) continue;
                inspectors.insert(key.second);
                fairness.figures.push_back({key.second, check.kind, sums.sample(),
                                            (m_all.at(check.kind) - sums).sample()});
            }
        addRules(fairness);
        fairness.hangsOnKnown =
            inspectors.size() * m_input.campaign.participants.size() <= rankedRowsAtMost;
        if (fairness.hangsOnKnown)
            fairness.hangsOn = hangsOnOf(m_input, m_inspectors, fairness.figures);
        return fairness;
    }

private:
    void addRules(Fairness& fairness) const
    {
        for (const Figures& figures : fairness.figures)
            for (const auto& [key, all] : m_allUses) {
                if (std::get<0>(key) != figures.kind) continue;
                RuleUse use;
                use.inspector = figures.inspector;
                std::tie(use.kind, use.itemCode, use.ruleCode) = key;
                if (const auto own = m_ownUses.find({key, figures.inspector});
                    own != m_ownUses.end()) {
                    use.used = own->second.used;
                    use.findings = own->second.findings;
                }
                use.inspections = figures.own.inspections;
                use.othersUsed = all.used - use.used;
                use.othersFindings = all.findings - use.findings;
                use.othersInspections = figures.others.inspections;
                fairness.rules.push_back(std::move(use));
            }
        const auto apart = [](const RuleUse& use) {
            return std::abs((use.share() - use.othersShare()).hundredths);
        };
        std::stable_sort(fairness.rules.begin(), fairness.rules.end(),
                         [&](const RuleUse& a, const RuleUse& b) { return apart(a) > apart(b); });
    }

    const ranking::RankingInput& m_input;
    std::map<std::pair<domain::InspectionId, int>, const Judgement*> m_judgements;
    std::map<domain::InspectionId, domain::UserId> m_inspectors;
    std::map<std::string, Sums> m_all;
    std::map<std::pair<std::string, domain::UserId>, Sums> m_own;
    std::map<RuleKey, Uses> m_allUses;
    std::map<std::pair<RuleKey, domain::UserId>, Uses> m_ownUses;
};

Points shareOf(int used, int inspections)
{
    return inspections == 0 ? Points{} : base::scaled({10000}, used, inspections);
}

}  // namespace

Points RuleUse::share() const
{
    return shareOf(used, inspections);
}

Points RuleUse::othersShare() const
{
    return shareOf(othersUsed, othersInspections);
}

Judgement judgementOf(const domain::Checklist& checklist, const domain::Inspection& inspection,
                      const domain::UserId& inspector)
{
    Judgement judgement{inspection.id, inspection.revision, inspector, {}};
    const scoring::Score score =
        scoring::scoreOf(checklist, inspection.profile, inspection.answers);
    for (const scoring::SectionScore& section : score.sections)
        for (const scoring::ItemScore& item : section.items)
            for (const scoring::RuleLine& line : item.lines)
                judgement.found[{item.code, line.ruleCode}] += std::max(line.count, 1);
    return judgement;
}

Fairness fairnessOf(const ranking::RankingInput& input, const std::vector<Judgement>& judgements)
{
    Counter counter(input, judgements);
    counter.count();
    return counter.result();
}

}  // namespace fairness
