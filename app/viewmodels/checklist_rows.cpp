#include "app/viewmodels/checklist_rows.h"

#include <algorithm>
#include <map>

namespace viewmodels {

namespace {

using scoring::EvidenceProblem;

std::map<std::string, int> photosMissing(const std::vector<EvidenceProblem>& problems)
{
    std::map<std::string, int> missing;
    for (const EvidenceProblem& problem : problems)
        if (scoring::lacksPhoto(problem.problem))
            missing[problem.itemCode] += std::max(1, problem.need - problem.have);
    return missing;
}

std::map<std::string, int> photosTaken(const std::vector<domain::PhotoEntry>& photos)
{
    std::map<std::string, int> taken;
    for (const domain::PhotoEntry& photo : photos) ++taken[photo.itemCode];
    return taken;
}

answer::State itemStateOf(scoring::ItemState state)
{
    switch (state) {
        case scoring::ItemState::unanswered:
            return answer::State::Unanswered;
        case scoring::ItemState::ok:
            return answer::State::Ok;
        case scoring::ItemState::found:
            return answer::State::Found;
        case scoring::ItemState::notApplicable:
        case scoring::ItemState::notInProfile:
            return answer::State::NotApplicable;
    }
    return answer::State::Unanswered;
}

bool isCounted(const domain::Item& item)
{
    return !item.rules.empty() && item.rules.front().method == domain::RuleMethod::perFinding;
}

ItemRow rowOf(const scoring::SectionScore& section, const scoring::ItemScore& score,
              const domain::Item& item)
{
    ItemRow row;
    row.code = item.code;
    row.title = item.title;
    row.section = section.code;
    row.sectionTitle = section.title;
    row.state = itemStateOf(score.state);
    row.maximum = base::toText(item.max);
    row.extra = item.max == base::Points{};
    row.findings = score.findings;
    if (!row.extra) row.points = base::toText(score.points);
    if (score.deducted > base::Points{}) row.lost = base::toText(score.deducted);
    row.mayNotApply = item.notApplicable != domain::NotApplicable::forbidden;
    row.counts = isCounted(item);
    return row;
}

}  // namespace

std::vector<ItemRow> itemRowsOf(const OpenInspection& open)
{
    std::map<std::string, int> missing = photosMissing(open.problems());
    std::map<std::string, int> unsized;
    for (const EvidenceProblem& problem : open.problems())
        if (problem.problem == scoring::Problem::valueMissing) ++unsized[problem.itemCode];
    std::map<std::string, int> taken = photosTaken(open.inspection().photos);
    std::vector<ItemRow> rows;
    for (const scoring::SectionScore& section : open.score().sections) {
        for (const scoring::ItemScore& score : section.items) {
            const domain::Item* item = domain::findItem(open.sheet(), score.code);
            if (!item || score.state == scoring::ItemState::notInProfile) continue;
            ItemRow row = rowOf(section, score, *item);
            row.photos = taken[row.code];
            row.photosMissing = missing[row.code];
            row.sizesMissing = unsized[row.code];
            if (const auto& back = open.facts().sentBack)
                if (const auto asked = back->items.find(row.code); asked != back->items.end())
                    row.asked = asked->second;
            row.current = row.code == open.currentItem();
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<SectionRow> sectionRowsOf(const OpenInspection& open, const std::vector<ItemRow>& items)
{
    std::vector<SectionRow> rows;
    for (const scoring::SectionScore& section : open.score().sections) {
        SectionRow row;
        row.code = section.code;
        row.title = section.title;
        if (section.max > base::Points{}) {
            row.points = base::toText(section.points);
            row.maximum = base::toText(section.pointsOf);
        }
        bool any = false;
        for (const ItemRow& item : items) {
            if (item.section != section.code) continue;
            any = true;
            row.photosMissing += item.photosMissing;
            row.asked += item.asked.empty() ? 0 : 1;
            row.unanswered += !item.extra && item.state == answer::State::Unanswered ? 1 : 0;
            row.current = row.current || item.current;
        }
        if (any) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace viewmodels
