#include "core/documents/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "core/documents/figures.h"
#include "core/domain/rectification.h"
#include "core/report/masking.h"

namespace documents {

namespace {

constexpr std::size_t photoSigns = 8;

std::string nameOf(const domain::PhotoEntry& photo)
{
    const std::string signs = photo.sha256.value.substr(0, photoSigns);
    return photo.view ? signs + " " + photoViewText(*photo.view) : signs;
}

/// The day until when, by the campaign's hours; a day begun counts.
std::string deadlineOf(const domain::RectificationSettings& settings, domain::Severity severity,
                       const std::string& day)
{
    constexpr std::int64_t hourMs = std::int64_t{3600} * 1000;
    const std::int64_t hours = domain::dueAtMs(settings, severity, 0) / hourMs;
    return dayAfter(day, static_cast<int>((hours + 23) / 24));
}

/// "已销号", or where findings of one problem stand differently "整改中 1 处、已销号 2 处".
std::string statesInWords(const std::map<std::string, int>& states)
{
    if (states.size() == 1) return states.begin()->first;
    std::string words;
    for (const auto& [state, count] : states)
        words += fmt::format("{}{} {} 处", words.empty() ? "" : "、", state, count);
    return words;
}

void append(std::string& text, const std::string& more, const char* between)
{
    if (more.empty() || text.find(more) != std::string::npos) return;
    text += (text.empty() ? "" : between) + more;
}

/// The problems of one inspection.
class Reader {
public:
    Reader(const domain::Checklist& sheet, const report::PackedInspection& packed,
           const domain::RectificationSettings& settings, const ProblemOptions& options)
        : m_sheet(sheet), m_inspection(packed.inspection), m_settings(settings), m_options(options)
    {
        if (options.particularsOf)
            if (auto known = options.particularsOf(m_inspection.id, m_inspection.revision))
                m_known = std::move(*known);
    }

    void read(const scoring::Score& score, std::vector<Problem>& problems) const
    {
        for (const scoring::SectionScore& section : score.sections)
            for (const scoring::ItemScore& item : section.items)
                if (section.applies && item.state != scoring::ItemState::notInProfile)
                    readItem(item, problems);
    }

private:
    void readItem(const scoring::ItemScore& score, std::vector<Problem>& problems) const
    {
        const domain::Item* item = domain::findItem(m_sheet, score.code);
        if (!item) return;
        const std::size_t first = problems.size();
        const base::Points lost = score.max - score.points;
        base::Points left = score.state == scoring::ItemState::notApplicable && !score.adjustment
                                ? base::Points{}
                                : lost;
        for (const scoring::RuleLine& line : score.lines) {
            const domain::Rule* rule = domain::findRule(*item, line.ruleCode);
            if (!rule || line.method == domain::RuleMethod::bonus) continue;
            const base::Points taken = std::min(line.afterCap, left);
            left -= taken;
            Problem problem = problemOf(*item, *rule, line);
            problem.deducted = taken;
            if (score.adjustment)
                problem.remark = "复核后计分";
            else if (taken < line.afterCap)
                problem.remark = "该项已扣完";
            problems.push_back(std::move(problem));
        }
        if (left.hundredths <= 0 || !score.adjustment) return;
        // A reviewer took more than the rules, or took something where nothing was found.
        if (problems.size() == first) problems.push_back(problemByReview(*item));
        problems.back().deducted += left;
    }

    Problem problemAt(const domain::Item& item) const
    {
        Problem problem;
        problem.village = m_inspection.village;
        problem.inspection = m_inspection.id;
        problem.checkKind = m_sheet.kind;
        problem.itemCode = item.code;
        problem.description = item.title;
        problem.submittedAtMs = m_inspection.submittedAtMs;
        if (m_options.audience == Audience::internal) problem.inspector = m_known.inspector;
        return problem;
    }

    Problem problemByReview(const domain::Item& item) const
    {
        Problem problem = problemAt(item);
        problem.count = 1;
        problem.remark = "复核后计分";
        return problem;
    }

    Problem problemOf(const domain::Item& item, const domain::Rule& rule,
                      const scoring::RuleLine& line) const
    {
        Problem problem = problemAt(item);
        problem.ruleCode = rule.code;
        problem.ruleText = rule.text;
        problem.count = std::max(line.count, 1);
        problem.veto = line.method == domain::RuleMethod::veto;
        problem.rectify = rule.rectify;
        problem.severity = rule.severity;
        if (rule.rectify) {
            problem.deadline = deadlineOf(m_settings, rule.severity, m_options.day);
            problem.rectification = "待下发";
        }
        if (problem.veto) problem.description = "一票否决：" + rule.text;
        // What an item asks for ("水泵、风机、曝气正常") is no problem before the rule says which.
        const bool saysMore = rule.method != domain::RuleMethod::tier &&
                              (item.rules.size() > 1 || !rule.text.starts_with("每处扣"));
        if (saysMore && !problem.veto) problem.description += "（" + rule.text + "）";
        addFindings(item, rule, problem);
        return problem;
    }

    std::string fit(const std::string& text) const
    {
        return m_options.audience == Audience::internal ? text
                                                        : report::masked(text, m_known.names);
    }

    void addFindings(const domain::Item& item, const domain::Rule& rule, Problem& problem) const
    {
        std::string kinds;
        std::string notes;
        std::map<std::string, int> states;
        std::string dueDay;
        if (!m_known.subject.empty()) problem.places.push_back(m_known.subject);
        std::set<domain::FindingId> ids;
        for (const domain::Answer& answer : m_inspection.answers) {
            if (answer.itemCode != item.code) continue;
            for (const domain::Finding& finding : answer.findings) {
                if (finding.ruleCode != rule.code) continue;
                ids.insert(finding.id);
                append(kinds, finding.kind, "、");
                if (rule.method == domain::RuleMethod::tier && finding.tier >= 0 &&
                    static_cast<std::size_t>(finding.tier) < rule.tiers.size())
                    append(kinds, rule.tiers[static_cast<std::size_t>(finding.tier)].text, "、");
                addWords(finding.id, notes, states, dueDay, problem);
            }
            break;
        }
        if (!states.empty()) problem.rectification = statesInWords(states);
        if (!dueDay.empty()) problem.deadline = dueDay;
        append(problem.description, kinds, "：");
        append(problem.description, notes, "。");
        for (const domain::PhotoEntry& photo : m_inspection.photos)
            if (photo.itemCode == item.code && (photo.finding.empty() || ids.count(photo.finding)))
                problem.photos.push_back(nameOf(photo));
    }

    void addWords(const domain::FindingId& id, std::string& notes,
                  std::map<std::string, int>& states, std::string& dueDay, Problem& problem) const
    {
        const auto words = m_known.findings.find(id);
        if (words == m_known.findings.end()) return;
        append(notes, fit(words->second.note), "；");
        const std::string place = fit(words->second.place);
        if (!place.empty() &&
            std::find(problem.places.begin(), problem.places.end(), place) == problem.places.end())
            problem.places.push_back(place);
        if (!words->second.rectification.empty()) ++states[words->second.rectification];
        const std::string& due = words->second.dueDay;
        if (!due.empty() && (dueDay.empty() || due < dueDay)) dueDay = due;
    }

    const domain::Checklist& m_sheet;
    const domain::Inspection& m_inspection;
    const domain::RectificationSettings& m_settings;
    const ProblemOptions& m_options;
    Particulars m_known;
};

}  // namespace

std::vector<Problem> problemsOf(const report::VerifiedPackage& package,
                                const ProblemOptions& options)
{
    std::set<domain::RegionCode> participants(package.input.campaign.participants.begin(),
                                              package.input.campaign.participants.end());
    std::map<domain::RegionCode, domain::RegionCode> towns;
    for (const ranking::Village& village : package.input.villages)
        towns[village.code] = village.town;
    std::map<std::string, std::size_t> order;
    for (const ranking::Check& check : package.ranking.checks)
        order.emplace(check.kind, order.size());
    std::vector<Problem> problems;
    for (const report::PackedInspection& packed : package.inspections) {
        const domain::Checklist* sheet = sheetOf(package, packed.inspection.checklist);
        const auto score = scoreOf(package, packed);
        if (sheet && score && participants.count(packed.inspection.village) &&
            order.count(sheet->kind))
            Reader(*sheet, packed, package.input.campaign.rectification, options)
                .read(*score, problems);
    }
    std::stable_sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) {
        return std::tie(towns[a.village], a.village, order[a.checkKind], a.itemCode, a.ruleCode,
                        a.inspection) < std::tie(towns[b.village], b.village, order[b.checkKind],
                                                 b.itemCode, b.ruleCode, b.inspection);
    });
    return problems;
}

std::vector<FrequentProblem> frequentOf(const report::VerifiedPackage& package,
                                        const std::vector<Problem>& problems)
{
    std::map<std::pair<std::string, std::string>, std::map<domain::RegionCode, std::int64_t>> items;
    for (const Problem& problem : problems)
        if (!problem.veto)
            items[{problem.checkKind, problem.itemCode}][problem.village] += problem.count;
    std::vector<FrequentProblem> frequent;
    for (const auto& [key, villages] : items) {
        FrequentProblem one{key.first,
                            key.second,
                            key.second,
                            0,
                            static_cast<int>(villages.size()),
                            {villages.begin(), villages.end()}};
        for (const domain::Checklist& sheet : package.checklists)
            if (const domain::Item* item =
                    sheet.kind == key.first ? domain::findItem(sheet, key.second) : nullptr)
                one.title = item->title;
        for (const auto& village : one.worst) one.count += village.second;
        std::stable_sort(one.worst.begin(), one.worst.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        frequent.push_back(std::move(one));
    }
    std::stable_sort(frequent.begin(), frequent.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    return frequent;
}

}  // namespace documents
