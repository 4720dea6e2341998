#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <optional>

#include "app/core_thread.h"
#include "app/viewmodels/around.h"
#include "app/viewmodels/draft_editor.h"
#include "app/viewmodels/last_time_model.h"
#include "core/actions/answers.h"
#include "core/domain/campaign.h"
#include "core/evidence/watermark.h"
#include "core/scoring/evidence.h"
#include "core/scoring/score.h"

namespace viewmodels {

/// What the judge of the revision before wrote when it was sent back.
struct SentBack {
    std::string by;
    std::string comment;                       ///< on the whole; may be empty
    std::map<std::string, std::string> items;  ///< by code: what is to be put right there
};

/// What is read when an inspection is opened.
struct OpenedInspection {
    domain::Inspection inspection;
    std::shared_ptr<const domain::Checklist> sheet;
    domain::CaptureSettings capture;
    std::string village;
    std::string town;
    std::string subject;  ///< of a facility; empty: the village itself
    bool readOnly = false;
    std::string currentItem;           ///< where it was left
    std::optional<SentBack> sentBack;  ///< what this revision answers
    std::shared_ptr<const LastTime> lastTime;
    std::vector<DraftEditor::Before> undos;  ///< what can be taken back, the newest last
    evidence::WatermarkFacts watermark;
};

/// The one inspection that is open, shared by the models of its pages (checklist, camera, finish).
/// Not seen by QML.
///
/// A gesture is put() or undo(): changed() comes at once with the new score, the commit runs on the
/// core thread; saved() says that it is on the disk, notSaved() that it was refused and has been
/// taken back from what is shown.
class OpenInspection : public QObject {
    Q_OBJECT
public:
    OpenInspection(app::CoreThread& core, Around around, QObject* parent = nullptr);

    void open(const domain::InspectionId& id);
    /// Shows what was read; open() ends here.
    void display(OpenedInspection opened);
    /// Nothing is open any more; the models of its pages are empty.
    void close();
    bool isOpen() const { return m_editor != nullptr; }
    const OpenedInspection& facts() const { return m_facts; }
    const domain::Inspection& inspection() const { return m_editor->shown(); }
    const domain::Checklist& sheet() const { return *m_facts.sheet; }
    const DraftEditor& editor() const { return *m_editor; }
    const scoring::Score& score() const { return m_score; }
    const std::vector<scoring::EvidenceProblem>& problems() const { return m_problems; }
    const Around& around() const { return m_around; }
    app::CoreThread& core() { return m_core; }

    /// The item that the page is on; kept on the disk, so that the app opens on it again.
    const std::string& currentItem() const { return m_facts.currentItem; }
    void goTo(const std::string& itemCode);

    /// A finding here and now, of no rule yet.
    domain::Finding newFinding() const;
    void put(domain::Answer answer);
    void put(std::vector<domain::Answer> answers);
    /// Takes the newest action back, also one of before a restart.
    void undo();
    /// Reads photos, signatures and what can be taken back again, after an action on them.
    void reload();
    /// What is said when the store itself fails.
    static base::Error brokenStore(const std::exception& cause);
    /// For what other models save: the same words in the state bar.
    void tellSaved();
    void tellNotSaved(const base::Error& error);

Q_SIGNALS:
    void opened();
    void failed(const base::Error& error);
    void changed();
    void currentChanged();
    void saving();
    void closed();
    void saved(double atMs);
    void notSaved(const base::Error& error);

private:
    void commit(DraftEditor::Step step);
    void settle(const domain::InspectionId& id, std::uint64_t step,
                const base::Result<actions::Changed>& changed);
    void showPhotos(std::vector<domain::PhotoEntry> photos);
    void rescore();

    app::CoreThread& m_core;
    Around m_around;
    OpenedInspection m_facts;
    std::unique_ptr<DraftEditor> m_editor;
    scoring::Score m_score;
    std::vector<scoring::EvidenceProblem> m_problems;
    bool m_undosStale = false;  ///< what the editor can take back is not what the store can
};

}  // namespace viewmodels
