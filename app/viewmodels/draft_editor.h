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
    /// The answers that one gesture replaced, and with what.
    struct Step {
        std::uint64_t number = 0;  ///< 0: nothing changed, nothing to save
        std::vector<domain::Answer> before;
        std::vector<domain::Answer> after;
    };

    DraftEditor(domain::Inspection saved, std::shared_ptr<const domain::Checklist> sheet);

    const domain::Inspection& shown() const { return m_shown; }
    const domain::Checklist& sheet() const { return *m_sheet; }
    /// The answer to an item of the sheet; unanswered when nothing was said.
    domain::Answer answer(const std::string& itemCode) const;

    /// Replaces the answers, as one gesture that undo() takes back as one.
    Step put(std::vector<domain::Answer> answers);
    bool canUndo() const { return !m_undo.empty(); }
    /// A step that says again what was said before the last gesture (which may be under way still).
    Step undo();

    void committed(std::uint64_t step);
    /// The step is taken out of what is shown; undo() forgets everything up to it.
    void refused(std::uint64_t step);
    bool unsaved() const { return !m_underWay.empty(); }

    /// Photos come and go by actions of their own, saved before they are told here.
    void photosAre(std::vector<domain::PhotoEntry> photos);
    /// Signatures, remark and position of the start, from the draft as it is saved.
    void headIs(const domain::Inspection& saved);

private:
    Step start(std::vector<domain::Answer> answers, bool undoable);
    static void apply(domain::Inspection& inspection, const std::vector<domain::Answer>& answers);

    std::shared_ptr<const domain::Checklist> m_sheet;
    domain::Inspection m_saved;
    domain::Inspection m_shown;
    std::deque<Step> m_underWay;
    std::vector<Step> m_undo;
    std::uint64_t m_last = 0;
};

}  // namespace viewmodels
