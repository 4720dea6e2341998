#include "core/scoring/score.h"

#include <algorithm>
#include <map>

#include "core/scoring/profile.h"
#include "core/scoring/rule_line.h"

namespace scoring {

namespace {

using domain::Answer;
using domain::AnswerState;
using domain::Item;
using domain::Rule;
using domain::RuleMethod;

/// Bonus and veto items have no points of their own and need no answer.
bool isExtra(const Item& item)
{
    return item.max == Points{};
}

ItemState stateOf(const Answer* answer)
{
    if (!answer) return ItemState::unanswered;
    if (answer->state == AnswerState::notApplicable) return ItemState::notApplicable;
    if (answer->state == AnswerState::found || !answer->findings.empty()) return ItemState::found;
    if (answer->state == AnswerState::ok) return ItemState::ok;
    return answer->earned.empty() ? ItemState::unanswered : ItemState::found;
}

/// Scores one sheet; what belongs to the whole sheet is gathered in `score` on the way.
class Scorer {
public:
    Scorer(const domain::Checklist& checklist, const domain::Profile* profile,
           const std::vector<Answer>& answers, const std::vector<domain::Adjustment>& adjustments)
        : m_checklist(checklist), m_profile(profile)
    {
        for (const Answer& answer : answers) m_answers.emplace(answer.itemCode, &answer);
        for (const domain::Adjustment& adjustment : adjustments)
            m_adjustments[adjustment.itemCode] = &adjustment;
    }

    Score run()
    {
        m_score.maximum = domain::maximumOf(m_checklist);
        for (const domain::Section& section : m_checklist.sections)
            m_score.sections.push_back(scoreSection(section));
        m_score.bonus = std::min(m_score.bonusBeforeCap, m_checklist.bonusCap);
        finishSheet();
        return std::move(m_score);
    }

private:
    void scoreRules(ItemScore& score, const Item& item, const Answer& answer)
    {
        std::vector<const domain::Finding*> findings;
        for (const Rule& rule : item.rules) {
            if (rule.method == RuleMethod::subPoint) {
                if (score.state == ItemState::found &&
                    std::find(answer.earned.begin(), answer.earned.end(), rule.code) ==
                        answer.earned.end())
                    score.lines.push_back(lineOfUnmet(rule));
                continue;
            }
            findings.clear();
            for (const domain::Finding& finding : answer.findings)
                if (finding.ruleCode == rule.code) findings.push_back(&finding);
            std::optional<RuleLine> line = lineOf(rule, item, findings, answer.householdsVisited);
            if (!line) continue;
            if (rule.method == RuleMethod::veto)
                m_score.vetoes.push_back({item.code, rule.code, rule.text, line->findings});
            if (rule.method != RuleMethod::bonus)
                score.findings += static_cast<int>(findings.size());
            score.lines.push_back(std::move(*line));
        }
    }

    ItemScore scoreItem(const Item& item, bool excluded)
    {
        ItemScore score;
        score.code = item.code;
        score.title = item.title;
        score.max = item.max;
        const auto found = m_answers.find(item.code);
        const Answer* answer = found == m_answers.end() ? nullptr : found->second;
        score.state = excluded ? ItemState::notInProfile : stateOf(answer);
        if (answer && (score.state == ItemState::found)) scoreRules(score, item, *answer);
        Points bonus;
        for (const RuleLine& line : score.lines)
            (line.method == RuleMethod::bonus ? bonus : score.deductedBeforeCaps) += line.afterCap;
        score.deducted = std::min(score.deductedBeforeCaps, item.max);
        const bool away = excluded || (score.state == ItemState::notApplicable &&
                                       item.notApplicable != domain::NotApplicable::fullMarks);
        score.points = away ? Points{} : item.max - score.deducted;
        score.pointsBeforeAdjustment = isExtra(item) ? bonus : score.points;
        if (!excluded) adjust(score, item, bonus);
        m_score.bonusBeforeCap += bonus;
        m_score.findings += score.findings;
        if (!isExtra(item) && !excluded) {
            ++m_score.itemsToAnswer;
            ++(score.state == ItemState::unanswered ? m_score.itemsMissing : m_score.itemsAnswered);
        }
        return score;
    }

    void adjust(ItemScore& score, const Item& item, Points& bonus)
    {
        const auto found = m_adjustments.find(item.code);
        if (found == m_adjustments.end()) return;
        score.adjustment = *found->second;
        if (isExtra(item)) {
            bonus = std::clamp(found->second->points, Points{}, m_checklist.bonusCap);
            return;
        }
        score.points = std::clamp(found->second->points, Points{}, item.max);
        score.deducted = item.max - score.points;
    }

    SectionScore scoreSection(const domain::Section& section)
    {
        SectionScore score;
        score.code = section.code;
        score.title = section.title;
        const bool excluded = isExcluded(m_profile, section.code);
        Points spreadInSection;
        for (const Item& item : section.items) {
            score.items.push_back(scoreItem(item, excluded));
            const ItemScore& scored = score.items.back();
            score.max += item.max;
            const bool spread = scored.state == ItemState::notApplicable && !scored.adjustment &&
                                item.notApplicable != domain::NotApplicable::fullMarks;
            if (excluded || (spread && item.notApplicable == domain::NotApplicable::spreadSheet))
                continue;
            if (spread) {
                spreadInSection += item.max;
            } else {
                score.appliedMax += item.max;
                score.lost += scored.deducted;
            }
        }
        score.applies = !excluded && (score.appliedMax > Points{} || score.max == Points{});
        if (score.appliedMax > Points{}) {
            score.pointsOf = score.appliedMax + spreadInSection;
            score.deductedBeforeCap = score.pointsOf - base::scaled(score.appliedMax - score.lost,
                                                                    score.pointsOf.hundredths,
                                                                    score.appliedMax.hundredths);
        }
        // After the carrying: what a sheet prints as the most is the most, whatever applies.
        score.deducted = section.deductionCap
                             ? std::min(score.deductedBeforeCap, *section.deductionCap)
                             : score.deductedBeforeCap;
        score.points = score.pointsOf - score.deducted;
        return score;
    }

    /// The sheet's points from sections of which those in `zeroed` count nothing.
    Points sheetPoints(const std::vector<bool>& zeroed) const
    {
        Points sum;
        Points of;
        for (std::size_t i = 0; i < m_score.sections.size(); ++i) {
            of += m_score.sections[i].pointsOf;
            if (!zeroed[i]) sum += m_score.sections[i].points;
        }
        if (of == Points{}) return {};
        return base::scaled(sum, m_score.maximum.hundredths, of.hundredths);
    }

    void finishSheet()
    {
        for (const SectionScore& section : m_score.sections)
            m_score.carriedFrom += section.pointsOf;
        std::vector<bool> zeroed(m_score.sections.size(), false);
        m_score.points = sheetPoints(zeroed);
        const Points floor =
            m_checklist.deductionCap ? m_score.maximum - *m_checklist.deductionCap : Points{};
        if (m_score.carriedFrom > Points{}) m_score.points = std::max(m_score.points, floor);
        m_score.pointsIfVetoed = m_score.points;
        bool wholeSheet = false;
        for (const Veto& veto : m_score.vetoes)
            for (std::size_t i = 0; i < m_score.sections.size(); ++i)
                for (const ItemScore& item : m_score.sections[i].items)
                    if (item.code == veto.itemCode) {
                        zeroed[i] = true;
                        wholeSheet = wholeSheet || m_score.sections[i].max == Points{};
                    }
        if (wholeSheet)
            m_score.pointsIfVetoed = {};
        else if (!m_score.vetoes.empty())
            m_score.pointsIfVetoed = std::min(m_score.points, sheetPoints(zeroed));
    }

    const domain::Checklist& m_checklist;
    const domain::Profile* m_profile;
    std::map<std::string, const Answer*> m_answers;
    std::map<std::string, const domain::Adjustment*> m_adjustments;
    Score m_score;
};

}  // namespace

Score scoreOf(const domain::Checklist& checklist, const std::string& profile,
              const std::vector<Answer>& answers,
              const std::vector<domain::Adjustment>& adjustments)
{
    return Scorer(checklist, profileOf(checklist, profile), answers, adjustments).run();
}

}  // namespace scoring
