#include "app/viewmodels/item_model.h"

#include <algorithm>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/gestures.h"
#include "app/viewmodels/rule_words.h"

namespace viewmodels {

namespace {

const scoring::ItemScore* scoreOf(const scoring::Score& score, const domain::Item& open)
{
    for (const scoring::SectionScore& section : score.sections)
        for (const scoring::ItemScore& item : section.items)
            if (item.code == open.code) return &item;
    return nullptr;
}

}  // namespace

ItemModel::ItemModel(OpenInspection& open, QObject* parent) : QObject(parent), m_open(open)
{
    connect(&m_open, &OpenInspection::opened, this, [this] {
        m_lastTime.show(m_open.facts().lastTime, m_open.around().mediaFolder);
        m_lastTime.showItem(m_open.currentItem());
        refresh();
    });
    connect(&m_open, &OpenInspection::currentChanged, this, [this] {
        m_lastTime.showItem(m_open.currentItem());
        setError({});
        refresh();
    });
    connect(&m_open, &OpenInspection::changed, this, &ItemModel::refresh);
}

const domain::Item* ItemModel::item() const
{
    return m_open.isOpen() ? domain::findItem(m_open.sheet(), m_open.currentItem()) : nullptr;
}

domain::Answer ItemModel::answer() const
{
    return m_open.editor().answer(m_open.currentItem());
}

void ItemModel::refresh()
{
    const domain::Item* open = item();
    if (!open) return;
    std::vector<domain::PhotoEntry> photos;
    const auto& all = m_open.inspection().photos;
    std::copy_if(all.begin(), all.end(), std::back_inserter(photos),
                 [&](const domain::PhotoEntry& photo) { return photo.itemCode == open->code; });
    const domain::Answer said = answer();
    m_inputs.show(inputsOf(*open, said));
    m_lastTime.showNow(open, said);
    m_findings.show(findingsOf(*open, said, photos));
    m_photos.show(photoRows(photos, m_open.sheet(), m_open.around().mediaFolder));
    Q_EMIT changed();
}

template <class Gesture>
void ItemModel::gesture(int input, Gesture gesture)
{
    const domain::Item* open = item();
    const auto& rows = m_inputs.rows();
    if (!open || m_open.facts().readOnly || input < 0 || input >= static_cast<int>(rows.size()))
        return;
    setError({});
    m_open.put(gesture(*open, answer(), rows[static_cast<std::size_t>(input)]));
}

void ItemModel::add(int input)
{
    gesture(input, [this](const auto& item, domain::Answer answer, const InputRow& row) {
        return gestures::add(item, std::move(answer), row, m_open.newFinding());
    });
}

void ItemModel::remove(int input)
{
    gesture(input, [](const auto& item, domain::Answer answer, const InputRow& row) {
        return gestures::removeNewest(item, std::move(answer), row);
    });
}

void ItemModel::toggle(int input)
{
    gesture(input, [this](const auto& item, domain::Answer answer, const InputRow& row) {
        return gestures::toggle(item, std::move(answer), row, m_open.newFinding());
    });
}

void ItemModel::measure(int input, const QString& value)
{
    gesture(input, [&](const auto& item, domain::Answer answer, const InputRow& row) {
        const domain::Answer before = answer;
        auto measured = gestures::measure(item, std::move(answer), row,
                                          value.trimmed().toStdString(), m_open.newFinding());
        if (!measured) setError(ErrorWords::of(measured.error()));
        return measured.value_or(before);
    });
}

void ItemModel::againNotFixed(const QString& findingId)
{
    const std::optional<domain::Finding> last = m_lastTime.toRepeat({findingId.toStdString()});
    if (item() && last && !m_open.facts().readOnly)
        m_open.put(gestures::repeat(answer(), *last, m_open.newFinding()));
}

void ItemModel::describeFinding(const QString& findingId, const QString& place, const QString& note)
{
    if (item() && !m_open.facts().readOnly)
        m_open.put(gestures::describeFinding(answer(), {findingId.toStdString()},
                                             place.trimmed().toStdString(),
                                             note.trimmed().toStdString()));
}

void ItemModel::sizeFinding(const QString& findingId, const QString& size)
{
    if (!item() || m_open.facts().readOnly) return;
    setError({});
    auto sized = gestures::size(answer(), {findingId.toStdString()}, size.trimmed().toStdString());
    if (sized)
        m_open.put(std::move(*sized));
    else
        setError(ErrorWords::of(sized.error()));
}

void ItemModel::removeFinding(const QString& findingId)
{
    if (item() && !m_open.facts().readOnly)
        m_open.put(gestures::removeFinding(answer(), {findingId.toStdString()}));
}

void ItemModel::setHouseholdsVisited(int households)
{
    if (!item() || m_open.facts().readOnly) return;
    domain::Answer said = answer();
    const auto failing =
        std::max_element(said.findings.begin(), said.findings.end(),
                         [](const auto& a, const auto& b) { return a.household < b.household; });
    const int least = failing == said.findings.end() ? 1 : std::max(1, failing->household);
    said.householdsVisited = std::clamp(households, least, 99);
    m_open.put(std::move(said));
}

QString ItemModel::code() const
{
    return m_open.isOpen() ? text(m_open.currentItem()) : QString();
}

QString ItemModel::title() const
{
    const domain::Item* open = item();
    return open ? text(open->title) : QString();
}

QString ItemModel::basis() const
{
    const domain::Item* open = item();
    return open ? text(open->basis) : QString();
}

QString ItemModel::why() const
{
    const domain::Item* open = item();
    const scoring::ItemScore* score = open ? scoreOf(m_open.score(), *open) : nullptr;
    if (!score) return {};
    // The one rule that is counted stands beside its count.
    const auto& inputs = m_inputs.rows();
    const bool above = inputs.size() == 1 && inputs.front().control == InputRow::Stepper;
    return RuleWords::all(*score, *open, above ? &RuleWords::how : &RuleWords::of)
        .join(QLatin1Char('\n'));
}

QString ItemModel::lost() const
{
    const domain::Item* open = item();
    const scoring::ItemScore* score = open ? scoreOf(m_open.score(), *open) : nullptr;
    return score && score->deducted > base::Points{} ? text(score->deducted) : QString();
}

int ItemModel::sampleHouseholds() const
{
    const domain::Item* open = item();
    return open ? open->sampleHouseholds : 0;
}

int ItemModel::householdsVisited() const
{
    return item() ? answer().householdsVisited : 0;
}

int ItemModel::findingCount() const
{
    return m_findings.rowCount();
}

int ItemModel::sizesMissing() const
{
    const auto& rows = m_findings.rows();
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const FindingRow& row) {
        return !row.sizeOver.empty() && row.size.empty();
    }));
}

void ItemModel::setError(const QString& error)
{
    if (m_error == error) return;
    m_error = error;
    Q_EMIT errorChanged();
}

}  // namespace viewmodels
