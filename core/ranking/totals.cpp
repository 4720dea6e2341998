#include "core/ranking/totals.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace ranking {

Points outOfHundred(const ApprovedScore& score, bool vetoZeroes)
{
    const Points points = vetoZeroes && score.vetoes > 0 ? score.pointsIfVetoed : score.points;
    if (score.maximum == Points::whole(100) || score.maximum <= Points{}) return points;
    return base::scaled(points, 10'000, score.maximum.hundredths);
}

namespace {

using domain::MissingCheck;

/// What the inspections of one subject, or the subjects of one village, come to by one sheet.
struct Combined {
    Points score;
    Points bonus;
    int vetoes = 0;
    std::int64_t findingsHundredths = 0;
};

Combined meanOf(const std::vector<Combined>& all)
{
    Combined sum;
    for (const Combined& one : all) {
        sum.score += one.score;
        sum.bonus += one.bonus;
        sum.vetoes += one.vetoes;
        sum.findingsHundredths += one.findingsHundredths;
    }
    const auto n = static_cast<std::int64_t>(all.size());
    if (n > 1) {
        sum.score = base::scaled(sum.score, 1, n);
        sum.bonus = base::scaled(sum.bonus, 1, n);
        sum.findingsHundredths = base::scaled({sum.findingsHundredths}, 1, n).hundredths;
    }
    return sum;
}

using Scores = std::vector<ApprovedScore>::iterator;

/// Leaves one highest and one lowest out of three or more; of equals the earlier inspection goes.
void dropExtremes(Scores first, Scores last, bool vetoZeroes)
{
    if (last - first < 3) return;
    const auto less = [&](const ApprovedScore& a, const ApprovedScore& b) {
        return outOfHundred(a, vetoZeroes) < outOfHundred(b, vetoZeroes);
    };
    const Scores lowest = std::min_element(first, last, less);
    lowest->used = false;
    Scores highest = last;
    for (Scores score = first; score != last; ++score)
        if (score != lowest && (highest == last || less(*highest, *score))) highest = score;
    highest->used = false;
}

/// The inspections of one subject by one sheet. A veto counts even where its inspection is an
/// extreme.
Combined ofSubject(Scores first, Scores last, domain::SeveralInspections several, bool vetoZeroes)
{
    using domain::SeveralInspections;
    if (several == SeveralInspections::latest)
        std::for_each(first, last - 1, [](ApprovedScore& score) { score.used = false; });
    else if (several == SeveralInspections::meanWithoutExtremes)
        dropExtremes(first, last, vetoZeroes);
    std::vector<Combined> used;
    int vetoes = 0;
    for (; first != last; ++first) {
        if (first->used || several != SeveralInspections::latest) vetoes += first->vetoes;
        if (first->used)
            used.push_back(
                {outOfHundred(*first, vetoZeroes), first->bonus, 0, first->findings * 100LL});
    }
    Combined combined = meanOf(used);
    combined.vetoes = vetoes;
    return combined;
}

Combined ofVillage(Scores first, Scores last, domain::SeveralInspections several, bool vetoZeroes)
{
    if (last - first == 1)
        return {outOfHundred(*first, vetoZeroes), first->bonus, first->vetoes,
                first->findings * 100LL};
    std::vector<Combined> subjects;
    while (first != last) {
        const Scores next = std::find_if(first, last, [&](const ApprovedScore& score) {
            return score.subject != first->subject;
        });
        subjects.push_back(ofSubject(first, next, several, vetoZeroes));
        first = next;
    }
    return meanOf(subjects);
}

/// Shares in hundredths of a percent that sum to exactly 100.00: each boundary is rounded, not each
/// share.
void giveShares(Sum& sum, const std::vector<Check>& checks, Points weightUsed)
{
    Points before;
    Points boundary;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (sum.parts[i].source == PartSource::spread) continue;
        before += checks[i].weight;
        const Points next = base::scaled(before, 10'000, weightUsed.hundredths);
        sum.parts[i].share = next - boundary;
        boundary = next;
    }
}

class Adder {
public:
    Adder(RankingInput& input, const std::vector<Village>& participants)
        : m_input(input),
          m_rules(input.campaign.rules),
          m_participants(participants),
          m_vetoZeroes(std::find(m_rules.vetoEffects.begin(), m_rules.vetoEffects.end(),
                                 domain::VetoEffect::sectionToZero) != m_rules.vetoEffects.end())
    {
    }

    std::optional<Totals> run()
    {
        m_totals.sums.reserve(m_participants.size());
        auto score = m_input.scores.begin();
        for (const Village& village : m_participants) {
            const auto last =
                std::find_if(score, m_input.scores.end(),
                             [&](const ApprovedScore& s) { return s.village != village.code; });
            Sum& sum = m_totals.sums.emplace_back();
            sum.village = static_cast<std::size_t>(&village - m_participants.data());
            if (!addUp(sum, score, last)) return std::nullopt;
            m_coverage.add(village.code, sum.parts);
            score = last;
            if (m_rules.missing != MissingCheck::meanOfOthers && !finish(sum))
                m_totals.sums.pop_back();
        }
        if (score != m_input.scores.end()) return std::nullopt;
        if (m_rules.missing == MissingCheck::meanOfOthers) finishWithMeans();
        m_totals.coverage = m_coverage.take();
        return std::move(m_totals);
    }

private:
    void finishWithMeans()
    {
        findMeans();
        std::vector<Sum> ranked;
        ranked.reserve(m_totals.sums.size());
        for (Sum& sum : m_totals.sums)
            if (finish(sum)) ranked.push_back(std::move(sum));
        m_totals.sums = std::move(ranked);
    }

    /// The parts as they are inspected; false when the scores are not in order.
    bool addUp(Sum& sum, Scores score, Scores last) const
    {
        sum.parts.resize(m_input.checks.size());
        for (std::size_t i = 0; i < sum.parts.size(); ++i) {
            Part& part = sum.parts[i];
            const Scores next = std::find_if(score, last, [&](const ApprovedScore& s) {
                return s.checklistKind != m_input.checks[i].kind;
            });
            part.source = PartSource::spread;
            part.firstScore = score - m_input.scores.begin();
            part.scores = static_cast<int>(next - score);
            if (next != score) {
                if (next - score > 1 && !std::is_sorted(score, next, isBeforeInCheck)) return false;
                std::for_each(score, next, [](ApprovedScore& s) {
                    if (!s.used) s.used = true;  // a write would cost as much as the reading
                });
                const Combined combined = ofVillage(score, next, m_rules.several, m_vetoZeroes);
                part.source = PartSource::inspected;
                part.score = combined.score;
                part.bonus = combined.bonus;
                sum.vetoes += combined.vetoes;
                sum.findingsHundredths += combined.findingsHundredths;
            }
            score = next;
        }
        return score == last;
    }

    /// The mean of each sheet over the villages that were inspected by it.
    void findMeans()
    {
        m_means.resize(m_input.checks.size());
        for (std::size_t i = 0; i < m_means.size(); ++i) {
            Points all;
            std::int64_t count = 0;
            for (const Sum& sum : m_totals.sums)
                if (sum.parts[i].source == PartSource::inspected) {
                    all += sum.parts[i].score;
                    ++count;
                }
            if (count > 0) m_means[i] = base::scaled(all, 1, count);
        }
    }

    /// Says why the village cannot be ranked.
    bool refuse(const Sum& sum, NotRankedWhy why, std::vector<int> missing)
    {
        const Village& village = m_participants[sum.village];
        m_totals.notRanked.push_back(
            {village.code, village.name, village.town, why, std::move(missing), {}});
        return false;
    }

    /// False when it cannot be ranked.
    bool finish(Sum& sum)
    {
        std::vector<int> missing;
        for (std::size_t i = 0; i < sum.parts.size(); ++i)
            if (sum.parts[i].source != PartSource::inspected)
                missing.push_back(static_cast<int>(i));
        if (missing.size() == sum.parts.size())
            return refuse(sum, NotRankedWhy::nothingInspected, std::move(missing));
        if (!missing.empty() && m_rules.missing == MissingCheck::notRanked)
            return refuse(sum, NotRankedWhy::checkMissing, std::move(missing));
        for (const int check : missing)
            fillMissing(sum.parts[static_cast<std::size_t>(check)],
                        static_cast<std::size_t>(check));
        Points weight;
        std::int64_t weighted = 0;
        for (std::size_t i = 0; i < sum.parts.size(); ++i) {
            const Part& part = sum.parts[i];
            if (part.source == PartSource::spread) continue;
            weight += m_input.checks[i].weight;
            weighted += part.score.hundredths * m_input.checks[i].weight.hundredths;
            sum.bonusBeforeCap += part.bonus;
        }
        if (weight <= Points{})
            return refuse(sum, NotRankedWhy::nothingInspected, std::move(missing));
        sum.weighted = base::scaled({weighted}, 1, weight.hundredths);
        sum.bonus = std::min(sum.bonusBeforeCap, m_rules.bonusCap);
        sum.points = sum.weighted + sum.bonus;
        giveShares(sum, m_input.checks, weight);
        return true;
    }

    void fillMissing(Part& part, std::size_t check) const
    {
        if (m_rules.missing == MissingCheck::uniformScore) {
            part.source = PartSource::uniform;
            part.score = m_rules.uniformScore;
        } else if (m_rules.missing == MissingCheck::meanOfOthers && m_means[check]) {
            part.source = PartSource::meanOfVillages;
            part.score = *m_means[check];
        }
    }

    RankingInput& m_input;
    const domain::RankingRules& m_rules;
    const std::vector<Village>& m_participants;
    const bool m_vetoZeroes;
    CoverageCounter m_coverage{m_input};
    std::vector<std::optional<Points>> m_means;
    Totals m_totals;
};

}  // namespace

std::optional<Totals> totalsOf(RankingInput& input, const std::vector<Village>& participants)
{
    return Adder(input, participants).run();
}

}  // namespace ranking
