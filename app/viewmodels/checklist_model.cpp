#include "app/viewmodels/checklist_model.h"

#include <algorithm>
#include <numeric>

#include "app/viewmodels/checklist_rows.h"
#include "app/viewmodels/error_words.h"
#include "app/viewmodels/gestures.h"
#include "app/viewmodels/sheet_title.h"

namespace viewmodels {

ChecklistModel::ChecklistModel(OpenInspection& open, QObject* parent)
    : QObject(parent), m_open(open)
{
    connect(&m_open, &OpenInspection::opened, this, [this] {
        setError({});
        m_deductedOnly = false;
        Q_EMIT deductedOnlyChanged();
        Q_EMIT opened();
        refresh();
        Q_EMIT currentChanged();
    });
    connect(&m_open, &OpenInspection::failed, this,
            [this](const base::Error& error) { setError(ErrorWords::of(error)); });
    connect(&m_open, &OpenInspection::changed, this, &ChecklistModel::refresh);
    connect(&m_open, &OpenInspection::currentChanged, this, [this] {
        refresh();
        Q_EMIT currentChanged();
    });
}

void ChecklistModel::refresh()
{
    if (!m_open.isOpen()) return;
    std::vector<ItemRow> items = itemRowsOf(m_open);
    m_photosMissing =
        std::accumulate(items.begin(), items.end(), 0,
                        [](int sum, const ItemRow& row) { return sum + row.photosMissing; });
    m_sections.show(sectionRowsOf(m_open, items));
    if (m_deductedOnly)
        std::erase_if(items,
                      [](const ItemRow& row) { return row.findings == 0 && row.lost.empty(); });
    m_items.show(std::move(items));
    Q_EMIT changed();
}

void ChecklistModel::open(const QString& inspectionId)
{
    m_open.open({inspectionId.toStdString()});
}

void ChecklistModel::goTo(const QString& itemCode)
{
    if (m_open.isOpen() && domain::findItem(m_open.sheet(), itemCode.toStdString()))
        m_open.goTo(itemCode.toStdString());
}

void ChecklistModel::goToSection(int section)
{
    if (section < 0 || section >= m_sections.rowCount()) return;
    setDeductedOnly(false);
    const std::string& code = m_sections.rows()[static_cast<std::size_t>(section)].code;
    const auto& rows = m_items.rows();
    const auto inSection = [&](const ItemRow& row) { return row.section == code; };
    auto found = std::find_if(rows.begin(), rows.end(), [&](const ItemRow& row) {
        return inSection(row) && row.state == answer::State::Unanswered;
    });
    if (found == rows.end()) found = std::find_if(rows.begin(), rows.end(), inSection);
    if (found != rows.end()) m_open.goTo(found->code);
}

template <class Wanted>
void ChecklistModel::goToNext(Wanted wanted)
{
    if (!m_open.isOpen()) return;
    setDeductedOnly(false);
    const auto& rows = m_items.rows();
    const auto here = rows.begin() + std::max(0, currentRow());
    auto found = std::find_if(here == rows.end() ? here : here + 1, rows.end(), wanted);
    if (found == rows.end()) found = std::find_if(rows.begin(), here, wanted);
    if (found != rows.end()) m_open.goTo(found->code);
}

void ChecklistModel::nextUnanswered()
{
    goToNext(
        [](const ItemRow& row) { return !row.extra && row.state == answer::State::Unanswered; });
}

void ChecklistModel::nextAsked()
{
    goToNext([](const ItemRow& row) { return !row.asked.empty(); });
}

void ChecklistModel::addTo(const QString& itemCode)
{
    goTo(itemCode);
    m_item.add(0);
}

template <class Gesture>
void ChecklistModel::say(const QString& itemCode, Gesture gesture)
{
    const std::string code = itemCode.toStdString();
    const domain::Item* item = m_open.isOpen() ? domain::findItem(m_open.sheet(), code) : nullptr;
    if (item && !readOnly()) m_open.put(gesture(*item, m_open.editor().answer(code)));
}

void ChecklistModel::setOk(const QString& itemCode)
{
    say(itemCode, [](const domain::Item& item, domain::Answer said) {
        return gestures::ok(item, std::move(said));
    });
}

void ChecklistModel::setNotApplicable(const QString& itemCode)
{
    say(itemCode, [](const domain::Item& item, domain::Answer said) {
        return item.notApplicable == domain::NotApplicable::forbidden
                   ? said
                   : gestures::notApplicable(std::move(said));
    });
}

void ChecklistModel::restOfSectionOk()
{
    const int section = currentSection();
    if (section < 0 || readOnly()) return;
    const std::string code = m_sections.rows()[static_cast<std::size_t>(section)].code;
    std::vector<domain::Answer> answers;
    for (const ItemRow& row : itemRowsOf(m_open)) {
        if (row.extra || row.section != code || row.state != answer::State::Unanswered) continue;
        answers.push_back(gestures::ok(*domain::findItem(m_open.sheet(), row.code),
                                       m_open.editor().answer(row.code)));
    }
    m_open.put(std::move(answers));
}

void ChecklistModel::undo()
{
    if (m_open.isOpen() && !readOnly()) m_open.undo();
}

bool ChecklistModel::readOnly() const
{
    return m_open.facts().readOnly;
}

QString ChecklistModel::inspectionId() const
{
    return m_open.isOpen() ? text(m_open.inspection().id.value) : QString();
}

QString ChecklistModel::village() const
{
    return text(m_open.facts().village);
}

QString ChecklistModel::town() const
{
    return text(m_open.facts().town);
}

QString ChecklistModel::subject() const
{
    return text(m_open.facts().subject);
}

QString ChecklistModel::sheetTitle() const
{
    if (!m_open.isOpen()) return {};
    return SheetTitle::of(m_open.sheet().title, !m_open.inspection().parent.empty());
}

bool ChecklistModel::sampleSheet() const
{
    return m_open.isOpen() && m_open.sheet().sample;
}

QString ChecklistModel::sentBackBy() const
{
    return m_open.facts().sentBack ? text(m_open.facts().sentBack->by) : QString();
}

QString ChecklistModel::sentBackComment() const
{
    return m_open.facts().sentBack ? text(m_open.facts().sentBack->comment) : QString();
}

int ChecklistModel::asked() const
{
    return m_open.facts().sentBack ? static_cast<int>(m_open.facts().sentBack->items.size()) : 0;
}

QString ChecklistModel::total() const
{
    return text(m_open.score().total());
}

QString ChecklistModel::maximum() const
{
    return text(m_open.score().maximum);
}

bool ChecklistModel::vetoed() const
{
    return !m_open.score().vetoes.empty();
}

int ChecklistModel::answered() const
{
    return m_open.score().itemsAnswered;
}

int ChecklistModel::itemCount() const
{
    return m_open.score().itemsToAnswer;
}

bool ChecklistModel::canUndo() const
{
    return m_open.isOpen() && m_open.editor().canUndo();
}

QString ChecklistModel::currentItem() const
{
    return text(m_open.currentItem());
}

int ChecklistModel::currentRow() const
{
    const auto& rows = m_items.rows();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [](const ItemRow& row) { return row.current; });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

int ChecklistModel::currentSection() const
{
    const auto& rows = m_sections.rows();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [](const SectionRow& row) { return row.current; });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

int ChecklistModel::restOfSection() const
{
    const int section = currentSection();
    return section < 0 ? 0 : m_sections.rows()[static_cast<std::size_t>(section)].unanswered;
}

void ChecklistModel::setDeductedOnly(bool only)
{
    if (m_deductedOnly == only) return;
    m_deductedOnly = only;
    refresh();
    Q_EMIT deductedOnlyChanged();
    Q_EMIT currentChanged();
}

void ChecklistModel::setError(const QString& error)
{
    if (m_error == error) return;
    m_error = error;
    Q_EMIT errorChanged();
}

}  // namespace viewmodels
