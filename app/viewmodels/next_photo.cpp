#include "app/viewmodels/next_photo.h"

#include <algorithm>

namespace viewmodels {

namespace {

using domain::EvidenceRule;
using domain::Finding;
using domain::FindingId;
using domain::PhotoNeed;
using domain::PhotoView;
using domain::Rule;
using scoring::EvidenceProblem;

class NextPhotoChooser {
public:
    NextPhotoChooser(const domain::Item& item, const domain::Answer& answer,
                     const std::vector<EvidenceProblem>& problems,
                     const std::vector<PhotoUnderWay>& underWay)
        : m_item(item), m_answer(answer), m_problems(problems), m_underWay(underWay)
    {
    }

    NextPhoto ofFinding(const FindingId& finding) const
    {
        NextPhoto next{finding, false, {}};
        const Rule* rule = ruleOf(finding);
        if (!rule) return next;
        next.viewsAsked = asksForViews(rule->evidence);
        // What is asked of the item as a whole is asked through the rule of its findings.
        const FindingId asked = rule->evidence.photo == PhotoNeed::perItem ? FindingId{} : finding;
        const auto problem =
            std::find_if(m_problems.begin(), m_problems.end(), [&](const EvidenceProblem& one) {
                return isAbout(one, asked) && (!asked.empty() || one.ruleCode == rule->code);
            });
        if (problem != m_problems.end()) next.view = viewOf(*rule, countWith(*problem));
        return next;
    }

    NextPhoto choose() const
    {
        const auto& findings = m_answer.findings;
        for (auto finding = findings.rbegin(); finding != findings.rend(); ++finding)
            if (isLacking(finding->id)) return ofFinding(finding->id);
        for (const EvidenceProblem& problem : m_problems) {
            if (!isAbout(problem, {}) || !isLackingAfter(problem)) continue;
            const Rule* rule = domain::findRule(m_item, problem.ruleCode);
            return {{}, asksForViews(rule->evidence), viewOf(*rule, countWith(problem))};
        }
        return findings.empty() ? NextPhoto() : ofFinding(findings.back().id);
    }

private:
    static bool asksForViews(const EvidenceRule& evidence)
    {
        return evidence.wideAndClose &&
               (evidence.photo == PhotoNeed::perFinding || evidence.photo == PhotoNeed::perItem);
    }

    /// First the place, then the thing; one photo of which nobody said what it is was the place.
    static std::optional<PhotoView> viewOf(const Rule& rule, const scoring::PhotoCount& count)
    {
        const scoring::PhotoLack lack = scoring::lackOf(rule.evidence, count);
        if (lack.wide && (!lack.close || count.all() == 0)) return PhotoView::wide;
        return lack.close ? std::optional(PhotoView::close) : std::nullopt;
    }

    const Rule* ruleOf(const FindingId& id) const
    {
        const auto finding = std::find_if(m_answer.findings.begin(), m_answer.findings.end(),
                                          [&](const Finding& one) { return one.id == id; });
        return finding == m_answer.findings.end() ? nullptr
                                                  : domain::findRule(m_item, finding->ruleCode);
    }

    bool isAbout(const EvidenceProblem& problem, const FindingId& finding) const
    {
        return problem.itemCode == m_item.code && problem.finding == finding &&
               scoring::lacksPhoto(problem.problem);
    }

    scoring::PhotoCount countWith(const EvidenceProblem& problem) const
    {
        scoring::PhotoCount count = problem.counted;
        for (const PhotoUnderWay& photo : m_underWay) {
            const Rule* rule = ruleOf(photo.finding);
            if (photo.finding == problem.finding ||
                (problem.finding.empty() && rule && rule->code == problem.ruleCode))
                count.add(photo.view);
        }
        return count;
    }

    bool isLackingAfter(const EvidenceProblem& problem) const
    {
        const Rule* rule = domain::findRule(m_item, problem.ruleCode);
        return rule && scoring::lackOf(rule->evidence, countWith(problem)).photos > 0;
    }

    bool isLacking(const FindingId& finding) const
    {
        return std::any_of(m_problems.begin(), m_problems.end(), [&](const EvidenceProblem& one) {
            return isAbout(one, finding) && isLackingAfter(one);
        });
    }

    const domain::Item& m_item;
    const domain::Answer& m_answer;
    const std::vector<EvidenceProblem>& m_problems;
    const std::vector<PhotoUnderWay>& m_underWay;
};

}  // namespace

NextPhoto nextPhoto(const domain::Item& item, const domain::Answer& answer,
                    const std::vector<EvidenceProblem>& problems, const FindingId& named,
                    const std::vector<PhotoUnderWay>& underWay)
{
    const NextPhotoChooser chooser(item, answer, problems, underWay);
    return named.empty() ? chooser.choose() : chooser.ofFinding(named);
}

}  // namespace viewmodels
