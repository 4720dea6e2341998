#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"

namespace viewmodels {

/// One inspection being filled in: as it is saved, as it is shown, and what can be taken back. No
/// Qt, no I/O.
///
/// A gesture changes what is shown at once and gives a Step to be saved; committed() or refused()
/// tells later what became of it, in the order of the steps. Shown is always: what is saved, and
/// every step under way on top of it.
class DraftEditor {
public:
    struct Step {
        std::uint64_t number = 0;  ///< 0: nothing changed, nothing to save
        bool undo = false;         ///< saved by taking the newest action back
        std::vector<domain::Answer> after;
    };
    /// What an action replaced; no answers when it was on photos alone.
    using Before = std::vector<domain::Answer>;

    /// `undos` are the actions that the store can take back, the newest last.
    DraftEditor(domain::Inspection saved, std::shared_ptr<const domain::Checklist> sheet,
                std::vector<Before> undos = {});

    const domain::Inspection& shown() const { return m_shown; }
    const domain::Checklist& sheet() const { return *m_sheet; }
    /// The answer to an item of the sheet; unanswered when nothing was said.
    domain::Answer answer(const std::string& itemCode) const;

    /// Replaces the answers, as one gesture that undo() takes back as one.
    Step put(std::vector<domain::Answer> answers);
    bool canUndo() const { return !m_undo.empty(); }
    /// A step that says again what was said before the last action (which may be under way still).
    Step undo();

    /// `answers` are the step's as they were saved; false when they are not as it was shown, and
    /// what is shown has changed with them.
    bool committed(std::uint64_t step, const std::vector<domain::Answer>& answers);
    /// The step is taken out of what is shown. What can be taken back is then asked of the store.
    void refused(std::uint64_t step);
    bool unsaved() const { return !m_underWay.empty(); }
    /// What the store can take back now. Requires that no step is under way.
    void undosAre(std::vector<Before> undos) { m_undo = std::move(undos); }

    /// Photos come and go by actions of their own, saved before they are told here.
    void photosAre(std::vector<domain::PhotoEntry> photos);
    /// Drawings, signatures, remark and position of the start, from the draft as it is saved.
    void headIs(const domain::Inspection& saved);

private:
    Step start(Step step);
    void showAgain();
    static void apply(domain::Inspection& inspection, const std::vector<domain::Answer>& answers);

    std::shared_ptr<const domain::Checklist> m_sheet;
    domain::Inspection m_saved;
    domain::Inspection m_shown;
    std::deque<Step> m_underWay;
    std::vector<Before> m_undo;
    std::uint64_t m_last = 0;
};

}  // namespace viewmodels
