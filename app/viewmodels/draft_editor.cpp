#include "app/viewmodels/draft_editor.h"

#include <algorithm>

namespace viewmodels {

namespace {

auto answerIn(const domain::Inspection& inspection, const std::string& itemCode)
{
    return std::find_if(inspection.answers.begin(), inspection.answers.end(),
                        [&](const domain::Answer& answer) { return answer.itemCode == itemCode; });
}

}  // namespace

DraftEditor::DraftEditor(domain::Inspection saved, std::shared_ptr<const domain::Checklist> sheet,
                         std::vector<Before> undos)
    : m_sheet(std::move(sheet)),
      m_saved(std::move(saved)),
      m_shown(m_saved),
      m_undo(std::move(undos))
{
}

domain::Answer DraftEditor::answer(const std::string& itemCode) const
{
    const auto found = answerIn(m_shown, itemCode);
    if (found != m_shown.answers.end()) return *found;
    domain::Answer none;
    none.itemCode = itemCode;
    return none;
}

DraftEditor::Step DraftEditor::put(std::vector<domain::Answer> answers)
{
    Step step;
    Before before;
    for (domain::Answer& next : answers) {
        domain::Answer now = answer(next.itemCode);
        if (now == next) continue;
        before.push_back(std::move(now));
        step.after.push_back(std::move(next));
    }
    if (step.after.empty()) return step;
    m_undo.push_back(std::move(before));
    return start(std::move(step));
}

DraftEditor::Step DraftEditor::undo()
{
    if (m_undo.empty()) return {};
    Step step;
    step.undo = true;
    step.after = std::move(m_undo.back());
    m_undo.pop_back();
    return start(std::move(step));
}

DraftEditor::Step DraftEditor::start(Step step)
{
    step.number = ++m_last;
    apply(m_shown, step.after);
    m_underWay.push_back(step);
    return step;
}

bool DraftEditor::committed(std::uint64_t step, const std::vector<domain::Answer>& answers)
{
    const auto done = std::find_if(m_underWay.begin(), m_underWay.end(),
                                   [&](const Step& s) { return s.number == step; });
    if (done == m_underWay.end()) return true;
    const bool asShown = done->after == answers;
    apply(m_saved, answers);
    m_underWay.erase(done);
    if (!asShown) showAgain();
    return asShown;
}

void DraftEditor::refused(std::uint64_t step)
{
    std::erase_if(m_underWay, [&](const Step& s) { return s.number == step; });
    m_undo.clear();
    showAgain();
}

void DraftEditor::showAgain()
{
    std::vector<domain::PhotoEntry> photos = std::move(m_shown.photos);
    m_shown = m_saved;
    m_shown.photos = std::move(photos);
    for (const Step& later : m_underWay) apply(m_shown, later.after);
}

void DraftEditor::photosAre(std::vector<domain::PhotoEntry> photos)
{
    m_saved.photos = photos;
    m_shown.photos = std::move(photos);
}

void DraftEditor::headIs(const domain::Inspection& saved)
{
    for (domain::Inspection* mine : {&m_saved, &m_shown}) {
        mine->drawings = saved.drawings;
        mine->signatures = saved.signatures;
        mine->remark = saved.remark;
        mine->startFix = saved.startFix;
        mine->noFixReason = saved.noFixReason;
    }
}

void DraftEditor::apply(domain::Inspection& inspection, const std::vector<domain::Answer>& answers)
{
    for (const domain::Answer& next : answers) {
        const auto found = answerIn(inspection, next.itemCode);
        if (found == inspection.answers.end())
            inspection.answers.push_back(next);
        else
            inspection.answers[static_cast<std::size_t>(found - inspection.answers.begin())] = next;
    }
}

}  // namespace viewmodels
