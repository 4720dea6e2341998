#include "app/viewmodels/open_inspection.h"

#include "app/viewmodels/read_inspection.h"
#include "app/viewmodels/words.h"
#include "core/actions/answers.h"
#include "core/store/drafts.h"
#include "core/store/ui_state.h"

namespace viewmodels {

OpenInspection::OpenInspection(app::CoreThread& core, Around around, QObject* parent)
    : QObject(parent), m_core(core), m_around(std::move(around))
{
}

base::Error OpenInspection::brokenStore(const std::exception& cause)
{
    return {"store.broken", tr("没有保存：本机数据读写出错，请重新打开应用").toStdString(),
            cause.what()};
}

void OpenInspection::open(const domain::InspectionId& id)
{
    app::whenDone(
        m_core.run([id](SQLite::Database& db) { return readInspection(db, id); }), this,
        [this](const base::Result<OpenedInspection>& opened) {
            if (opened)
                display(*opened);
            else
                Q_EMIT failed(opened.error());
        },
        [this](const std::exception& broken) { Q_EMIT failed(brokenStore(broken)); });
}

void OpenInspection::display(OpenedInspection opened)
{
    m_facts = std::move(opened);
    m_editor =
        std::make_unique<DraftEditor>(m_facts.inspection, m_facts.sheet, std::move(m_facts.undos));
    m_undosStale = false;
    rescore();
    Q_EMIT this->opened();
}

void OpenInspection::close()
{
    m_editor.reset();
    m_facts = {};
    m_score = {};
    m_problems.clear();
    Q_EMIT closed();
}

void OpenInspection::goTo(const std::string& itemCode)
{
    if (!isOpen() || itemCode == m_facts.currentItem) return;
    m_facts.currentItem = itemCode;
    Q_EMIT currentChanged();
    if (m_facts.readOnly) return;
    // Not kept is no loss of work: the app then opens on another item.
    m_core.run([key = currentItemKey(m_facts.inspection), itemCode](SQLite::Database& db) {
        store::UiState(db).put(key, itemCode);
    });
}

domain::Finding OpenInspection::newFinding() const
{
    domain::Finding finding;
    finding.id = {m_around.ids.next()};
    finding.foundAtMs = m_around.clock.wallMs();
    finding.fix = m_around.position ? m_around.position() : std::nullopt;
    return finding;
}

void OpenInspection::put(domain::Answer answer)
{
    put(std::vector<domain::Answer>{std::move(answer)});
}

void OpenInspection::put(std::vector<domain::Answer> answers)
{
    if (isOpen() && !m_facts.readOnly) commit(m_editor->put(std::move(answers)));
}

void OpenInspection::undo()
{
    if (isOpen() && !m_facts.readOnly) commit(m_editor->undo());
}

void OpenInspection::commit(DraftEditor::Step step)
{
    if (step.number == 0) return;
    rescore();
    Q_EMIT changed();
    Q_EMIT saving();
    const domain::InspectionId id = m_facts.inspection.id;
    const auto save = [id, undo = step.undo, answers = std::move(step.after),
                       &around = m_around](SQLite::Database& db) {
        actions::Context context{db, around.clock, around.ids};
        return undo ? actions::undoLast(context, id) : actions::putAnswers(context, id, answers);
    };
    app::whenDone(
        m_core.run(save), this,
        [this, id, number = step.number](const base::Result<actions::Changed>& changed) {
            settle(id, number, changed);
        },
        [this, id, number = step.number](const std::exception& broken) {
            settle(id, number, tl::unexpected(brokenStore(broken)));
        });
}

void OpenInspection::settle(const domain::InspectionId& id, std::uint64_t step,
                            const base::Result<actions::Changed>& changed)
{
    const bool stillOpen = isOpen() && m_facts.inspection.id == id;
    if (changed && stillOpen) {
        if (!m_editor->committed(step, changed->answers)) {
            rescore();
            Q_EMIT this->changed();
        }
        if (changed->photos) showPhotos(*changed->photos);
    } else if (stillOpen) {
        m_editor->refused(step);
        m_undosStale = true;
        rescore();
        Q_EMIT this->changed();
    }
    if (!changed)
        tellNotSaved(changed.error());
    else
        tellSaved();
    if (stillOpen && m_undosStale && !m_editor->unsaved()) reload();
}

void OpenInspection::showPhotos(std::vector<domain::PhotoEntry> photos)
{
    if (photos == m_editor->shown().photos) return;
    m_editor->photosAre(std::move(photos));
    rescore();
    Q_EMIT changed();
}

void OpenInspection::reload()
{
    if (!isOpen() || m_facts.readOnly) return;
    const domain::InspectionId id = m_facts.inspection.id;
    app::whenDone(
        m_core.run([id](SQLite::Database& db) {
            return std::pair(store::Drafts(db).find(id), undosOf(db, id));
        }),
        this,
        [this, id](const auto& read) {
            const auto& [draft, undos] = read;
            if (!draft || !isOpen() || m_facts.inspection.id != id) return;
            m_editor->photosAre(draft->photos);
            m_editor->headIs(*draft);
            m_undosStale = m_editor->unsaved();
            if (!m_undosStale) m_editor->undosAre(undos);
            rescore();
            Q_EMIT changed();
        },
        [this](const std::exception& broken) { Q_EMIT failed(brokenStore(broken)); });
}

void OpenInspection::tellSaved()
{
    // A later gesture is still under way: it will tell.
    if (isOpen() && m_editor->unsaved()) return;
    Q_EMIT saved(static_cast<double>(m_around.clock.wallMs()));
}

void OpenInspection::tellNotSaved(const base::Error& error)
{
    Q_EMIT notSaved(error);
}

void OpenInspection::rescore()
{
    const domain::Inspection& shown = m_editor->shown();
    m_score = scoring::scoreOf(*m_facts.sheet, shown.profile, shown.answers);
    m_problems = scoring::problemsOf(*m_facts.sheet, shown);
}

}  // namespace viewmodels
