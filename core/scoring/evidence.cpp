#include "core/scoring/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/scoring/profile.h"

namespace scoring {

namespace {

using base::Points;
using domain::Answer;
using domain::AnswerState;
using domain::Finding;
using domain::Item;
using domain::PhotoEntry;
using domain::PhotoNeed;
using domain::Rule;
using domain::RuleMethod;

int photosNeeded(const Rule& rule)
{
    return lackOf(rule.evidence, {}).photos;
}

Problem problemOf(const PhotoLack& lack, const PhotoCount& counted)
{
    if (counted.all() == 0) return Problem::photoMissing;
    return lack.photos == 1 && lack.wide != lack.close ? Problem::viewMissing
                                                       : Problem::photosTooFew;
}

const char* viewMissingText(const PhotoLack& lack)
{
    return photoViewText(lack.wide ? domain::PhotoView::wide : domain::PhotoView::close);
}

class Examiner {
public:
    Examiner(const domain::Checklist& checklist, const std::string& profile,
             const std::vector<Answer>& answers, const std::vector<PhotoEntry>& photos)
        : m_checklist(checklist), m_profile(profileOf(checklist, profile)), m_answers(answers)
    {
        for (const PhotoEntry& photo : photos) m_photos[photo.itemCode].push_back(&photo);
        for (const Answer& answer : answers)
            for (const Finding& finding : answer.findings)
                m_ruleOf.emplace(finding.id, finding.ruleCode);
    }

    std::vector<EvidenceProblem> run()
    {
        std::map<std::string, const Answer*> byItem;
        std::vector<const Answer*> doubled;
        for (const Answer& answer : m_answers)
            if (!byItem.emplace(answer.itemCode, &answer).second) doubled.push_back(&answer);
        std::set<std::string> known;
        for (const domain::Section& section : m_checklist.sections) {
            if (isExcluded(m_profile, section.code)) continue;
            for (const Item& item : section.items) {
                known.insert(item.code);
                const auto found = byItem.find(item.code);
                examineItem(item, found == byItem.end() ? nullptr : found->second);
            }
        }
        if (m_firstAway && !m_anyApplies) add(Problem::nothingApplies, m_firstAway->code);
        for (const Answer& answer : m_answers)
            if (!known.contains(answer.itemCode) && answer.state != AnswerState::unanswered)
                add(Problem::itemUnknown, answer.itemCode);
        for (const Answer* answer : doubled) add(Problem::itemDoubled, answer->itemCode);
        return std::move(m_problems);
    }

private:
    EvidenceProblem& add(Problem problem, const std::string& item, const std::string& rule = {},
                         const domain::FindingId& finding = {})
    {
        EvidenceProblem& added = m_problems.emplace_back();
        added.problem = problem;
        added.itemCode = item;
        added.ruleCode = rule;
        added.finding = finding;
        return added;
    }

    void examineItem(const Item& item, const Answer* answer)
    {
        const bool extra = item.max == Points{};
        const bool away = answer && answer->state == AnswerState::notApplicable;
        if (!extra && !away) m_anyApplies = true;
        if (!extra && away && !m_firstAway) m_firstAway = &item;
        if (!answer || answer->state == AnswerState::unanswered) {
            if (!answer || (answer->findings.empty() && answer->earned.empty())) {
                if (!extra) add(Problem::unanswered, item.code);
                return;
            }
        }
        if (away) {
            if (item.notApplicable == domain::NotApplicable::forbidden && !extra)
                add(Problem::notApplicableForbidden, item.code);
            for (const Finding& finding : answer->findings)
                add(Problem::findingNotApplicable, item.code, finding.ruleCode, finding.id);
            return;
        }
        const bool hasSubPoints =
            std::any_of(item.rules.begin(), item.rules.end(),
                        [](const Rule& rule) { return rule.method == RuleMethod::subPoint; });
        if (answer->state == AnswerState::found && answer->findings.empty() && !hasSubPoints)
            add(Problem::findingMissing, item.code);
        for (const std::string& earned : answer->earned)
            if (!domain::findRule(item, earned)) add(Problem::ruleUnknown, item.code, earned);
        for (const Finding& finding : answer->findings) examineFinding(item, finding);
        examineHouseholds(item, *answer);
        examineItemPhotos(item, *answer);
    }

    void examineFinding(const Item& item, const Finding& finding)
    {
        const Rule* rule = domain::findRule(item, finding.ruleCode);
        if (!rule) {
            add(Problem::ruleUnknown, item.code, finding.ruleCode, finding.id);
            return;
        }
        const bool measured =
            rule->method == RuleMethod::ratio || rule->method == RuleMethod::overMagnitude;
        if (rule->method == RuleMethod::perMissing && finding.kind.empty() && !rule->kinds.empty())
            add(Problem::kindMissing, item.code, rule->code, finding.id);
        if (rule->method == RuleMethod::tier &&
            (finding.tier < 0 || static_cast<std::size_t>(finding.tier) >= rule->tiers.size()))
            add(Problem::tierMissing, item.code, rule->code, finding.id);
        if (rule->method == RuleMethod::perHousehold && finding.household <= 0)
            add(Problem::householdMissing, item.code, rule->code, finding.id);
        if (measured && !finding.valueThousandths)
            add(Problem::valueMissing, item.code, rule->code, finding.id);
        if (rule->evidence.photo == PhotoNeed::perFinding) examinePhotos(item, *rule, finding.id);
    }

    void examineHouseholds(const Item& item, const Answer& answer)
    {
        if (answer.householdsVisited <= 0) return;
        std::map<std::string, std::set<int>> failing;
        for (const Finding& finding : answer.findings)
            if (finding.household > 0) failing[finding.ruleCode].insert(finding.household);
        for (const auto& [rule, households] : failing)
            if (static_cast<int>(households.size()) > answer.householdsVisited) {
                EvidenceProblem& problem = add(Problem::householdsTooMany, item.code, rule);
                problem.have = static_cast<int>(households.size());
                problem.need = answer.householdsVisited;
            }
    }

    /// Whether the rule takes points: it has a finding, or its sub-point is not met.
    static bool isUsed(const Rule& rule, const Answer& answer)
    {
        if (rule.method == RuleMethod::subPoint)
            return answer.state != AnswerState::ok &&
                   std::find(answer.earned.begin(), answer.earned.end(), rule.code) ==
                       answer.earned.end();
        return std::any_of(answer.findings.begin(), answer.findings.end(),
                           [&](const Finding& finding) { return finding.ruleCode == rule.code; });
    }

    /// Photos needed once for an item: perItem rules with a finding, ledgers, and sub-points that
    /// are not met, which have no finding of their own: together they ask once.
    void examineItemPhotos(const Item& item, const Answer& answer)
    {
        const Rule* unmet = nullptr;
        for (const Rule& rule : item.rules) {
            const bool used = isUsed(rule, answer);
            const PhotoNeed need = rule.evidence.photo;
            if (used && rule.method == RuleMethod::subPoint && need != PhotoNeed::ledger) {
                const bool asks = need == PhotoNeed::perFinding || need == PhotoNeed::perItem;
                if (asks && (!unmet || photosNeeded(rule) > photosNeeded(*unmet))) unmet = &rule;
                continue;
            }
            if (need == PhotoNeed::perItem && used) examinePhotos(item, rule, {});
            if (need != PhotoNeed::ledger || countPhotos(item, rule, {}).all() > 0) continue;
            if (used)
                addLack(Problem::ledgerPhotoMissing, item, rule, {}, {});
            else if (answer.state == AnswerState::ok && item.max > Points{})
                addLack(Problem::ledgerPhotoAdvised, item, rule, {}, {});
        }
        if (unmet) examinePhotos(item, *unmet, {});
    }

    /// A photo of a finding proves that finding and its rule, one of the item whatever is asked of
    /// the item as a whole.
    bool proves(const PhotoEntry& photo, const Rule& rule, const domain::FindingId& finding) const
    {
        if (!finding.empty()) return photo.finding == finding;
        if (photo.finding.empty()) return true;
        const auto of = m_ruleOf.find(photo.finding);
        return of != m_ruleOf.end() && of->second == rule.code;
    }

    /// Counts the photos that prove a finding, or with an empty id the rule's loss on its item;
    /// names those that do not count.
    PhotoCount countPhotos(const Item& item, const Rule& rule, const domain::FindingId& finding)
    {
        PhotoCount count;
        const auto photos = m_photos.find(item.code);
        if (photos == m_photos.end()) return count;
        for (const PhotoEntry* photo : photos->second) {
            if (!proves(*photo, rule, finding)) continue;
            if (rule.evidence.galleryForbidden && photo->source == domain::PhotoSource::gallery)
                add(Problem::galleryForbidden, item.code, rule.code, finding).photo = photo->id;
            else
                count.add(photo->view);
        }
        return count;
    }

    void examinePhotos(const Item& item, const Rule& rule, const domain::FindingId& finding)
    {
        const PhotoCount counted = countPhotos(item, rule, finding);
        const PhotoLack lack = lackOf(rule.evidence, counted);
        if (lack.photos > 0) addLack(problemOf(lack, counted), item, rule, finding, counted);
    }

    void addLack(Problem kind, const Item& item, const Rule& rule, const domain::FindingId& finding,
                 const PhotoCount& counted)
    {
        EvidenceProblem& problem = add(kind, item.code, rule.code, finding);
        problem.counted = counted;
        problem.lack = lackOf(rule.evidence, counted);
        problem.have = counted.all();
        problem.need = problem.have + problem.lack.photos;
    }

    const domain::Checklist& m_checklist;
    const domain::Profile* m_profile;
    const std::vector<Answer>& m_answers;
    std::map<std::string, std::vector<const PhotoEntry*>> m_photos;
    std::map<domain::FindingId, std::string> m_ruleOf;
    const Item* m_firstAway = nullptr;  ///< the first item with points that does not apply
    bool m_anyApplies = false;
    std::vector<EvidenceProblem> m_problems;
};

}  // namespace

std::vector<EvidenceProblem> problemsOf(const domain::Checklist& checklist,
                                        const std::string& profile,
                                        const std::vector<Answer>& answers,
                                        const std::vector<PhotoEntry>& photos)
{
    return Examiner(checklist, profile, answers, photos).run();
}

std::vector<EvidenceProblem> problemsOf(const domain::Checklist& checklist,
                                        const domain::Inspection& inspection)
{
    return problemsOf(checklist, inspection.profile, inspection.answers, inspection.photos);
}

bool blocksSubmit(Problem problem)
{
    return problem != Problem::ledgerPhotoAdvised && problem != Problem::galleryForbidden;
}

bool lacksPhoto(Problem problem)
{
    return problem == Problem::photoMissing || problem == Problem::photosTooFew ||
           problem == Problem::viewMissing || problem == Problem::ledgerPhotoMissing;
}

std::string toText(const EvidenceProblem& problem)
{
    const std::string& item = problem.itemCode;
    switch (problem.problem) {
        case Problem::unanswered:
            return fmt::format("{} 还没有检查", item);
        case Problem::itemUnknown:
            return fmt::format("{} 不在这张检查表里", item);
        case Problem::itemDoubled:
            return fmt::format("{} 有两份答案，请只留一份", item);
        case Problem::ruleUnknown:
            return fmt::format("{} 没有扣分规则“{}”", item, problem.ruleCode);
        case Problem::notApplicableForbidden:
            return fmt::format("{} 不能选“不适用”", item);
        case Problem::nothingApplies:
            return "没有适用的项目，请至少检查一项";
        case Problem::findingMissing:
            return fmt::format("{} 标为有问题，但没有记下问题", item);
        case Problem::findingNotApplicable:
            return fmt::format("{} 选了“不适用”，却记有问题", item);
        case Problem::kindMissing:
            return fmt::format("{} 没有选缺的是哪一种", item);
        case Problem::tierMissing:
            return fmt::format("{} 没有选属于哪一档", item);
        case Problem::householdMissing:
            return fmt::format("{} 没有选是哪一户", item);
        case Problem::householdsTooMany:
            return fmt::format("{} 有 {} 户不合格，却只走访了 {} 户", item, problem.have,
                               problem.need);
        case Problem::valueMissing:
            return fmt::format("{} 没有填实测值或大小", item);
        case Problem::photoMissing:
            return problem.lack.wide ? fmt::format("{} 缺照片，请拍远景、近景各一张", item)
                                     : fmt::format("{} 缺照片，请补拍", item);
        case Problem::photosTooFew:
            return fmt::format("{} 需要 {} 张照片{}，只有 {} 张，请补拍", item, problem.need,
                               problem.lack.wide && problem.lack.close ? "（远景、近景都要有）"
                               : problem.lack.wide || problem.lack.close
                                   ? fmt::format("（还缺{}）", viewMissingText(problem.lack))
                                   : "",
                               problem.have);
        case Problem::viewMissing:
            return fmt::format("{} 缺{}照片，请补拍", item, viewMissingText(problem.lack));
        case Problem::ledgerPhotoMissing:
            return fmt::format("{} 扣了分，请拍台账", item);
        case Problem::ledgerPhotoAdvised:
            return fmt::format("{} 建议拍一张台账", item);
        case Problem::galleryForbidden:
            return fmt::format("{} 只认现场拍摄的照片，相册里的不算", item);
    }
    return {};
}

}  // namespace scoring
