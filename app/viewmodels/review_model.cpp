#include "app/viewmodels/review_model.h"

#include <algorithm>

#include "app/viewmodels/read_score.h"
#include "app/viewmodels/reason_words.h"
#include "app/viewmodels/sheet_title.h"
#include "core/base/points.h"

namespace viewmodels {

namespace {

/// As the ranking explains it, from the sum down to the photos.
ranking::Node scoreTree(const ReviewSheet& sheet)
{
    ranking::Node tree;
    tree.text = base::toText(sheet.score.total()) + " / " + base::toText(sheet.score.maximum);
    const int revision = sheet.inspection().revision;
    tree.children = ranking::explainInspection(
        {sheet.sheet, sheet.inspection(), adjustmentsOf(sheet.history, revision), {}, {}}, false,
        ReasonWords::ofInspection());
    return tree;
}

}  // namespace

ReviewModel::ReviewModel(app::CoreThread& core, Decide decide, QString mediaFolder, QObject* parent)
    : QObject(parent),
      m_core(core),
      m_decide(std::move(decide)),
      m_mediaFolder(mediaFolder.toStdString()),
      m_item(mediaFolder, this)
{
}

void ReviewModel::showReviewer(std::optional<domain::User> reviewer)
{
    m_reviewer = std::move(reviewer);
    Q_EMIT changed();
}

void ReviewModel::open(const QString& inspectionId)
{
    m_id.value = inspectionId.toStdString();
    m_row = 0;
    m_comments.clear();
    setError({});
    refresh();
}

void ReviewModel::refresh()
{
    app::whenDone(
        m_core.run([id = m_id, folder = m_mediaFolder](SQLite::Database& db) {
            return readReviewSheet(db, id, folder);
        }),
        this,
        [this, id = m_id](std::optional<ReviewSheet> sheet) {
            if (id == m_id) display(std::move(sheet));
        },
        [this](const std::exception&) {
            m_readError = tr("读取这份检查失败，请返回列表再打开");
            Q_EMIT errorChanged();
        });
}

void ReviewModel::display(std::optional<ReviewSheet> sheet)
{
    m_sheet = std::move(sheet);
    m_readError = m_sheet ? QString() : tr("平板上还没有这份检查，同步后再打开");
    if (m_sheet) {
        m_id = m_sheet->history.head.id;
        m_reasons.display(scoreTree(*m_sheet));
        m_events.show(reviewEvents(*m_sheet));
        m_changes.show(reviewChanges(*m_sheet));
    }
    showItems();
    Q_EMIT errorChanged();
    Q_EMIT changed();
}

void ReviewModel::showItems()
{
    std::vector<ReviewItemRow> rows =
        m_sheet ? reviewItems(*m_sheet) : std::vector<ReviewItemRow>();
    m_row = rows.empty() ? -1 : std::clamp(m_row, 0, static_cast<int>(rows.size()) - 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].current = static_cast<int>(i) == m_row;
        const auto comment = m_comments.find(rows[i].code);
        if (comment != m_comments.end()) rows[i].comment = comment->second;
    }
    m_items.show(std::move(rows));
    m_item.show(m_sheet ? &*m_sheet : nullptr, itemCode());
    Q_EMIT currentChanged();
}

void ReviewModel::goTo(int row)
{
    if (row < 0 || row >= m_items.rowCount() || row == m_row) return;
    m_row = row;
    showItems();
}

const std::string& ReviewModel::itemCode() const
{
    static const std::string none;
    return m_row < 0 ? none : m_items.rows()[static_cast<std::size_t>(m_row)].code;
}

void ReviewModel::setComment(const QString& comment)
{
    if (m_row < 0) return;
    const std::string words = comment.trimmed().toStdString();
    if (words.empty())
        m_comments.erase(itemCode());
    else
        m_comments[itemCode()] = words;
    showItems();
    Q_EMIT changed();
}

QString ReviewModel::comment() const
{
    const auto found = m_comments.find(itemCode());
    return found == m_comments.end() ? QString() : text(found->second);
}

void ReviewModel::setError(const QString& error)
{
    if (m_error == error) return;
    m_error = error;
    Q_EMIT errorChanged();
}

QString ReviewModel::village() const
{
    return m_sheet ? text(m_sheet->village.name) : QString();
}

QString ReviewModel::town() const
{
    return m_sheet ? text(m_sheet->townName) : QString();
}

QString ReviewModel::sheetTitle() const
{
    if (!m_sheet) return {};
    return SheetTitle::of(domain::shortTitle(m_sheet->sheet.title),
                          !m_sheet->history.head.parent.empty());
}

QString ReviewModel::inspector() const
{
    return m_sheet ? text(m_sheet->inspectorName) : QString();
}

double ReviewModel::submittedAtMs() const
{
    return m_sheet ? static_cast<double>(m_sheet->inspection().submittedAtMs) : 0;
}

int ReviewModel::minutesOnSite() const
{
    if (!m_sheet) return 0;
    const domain::Inspection& inspection = m_sheet->inspection();
    return static_cast<int>((inspection.submittedAtMs - inspection.startedAtMs) / 60'000);
}

int ReviewModel::revision() const
{
    return m_sheet ? m_sheet->inspection().revision : 0;
}

check::State ReviewModel::checkState() const
{
    return m_sheet ? stateOf(m_sheet->history.head.state) : check::State::NotStarted;
}

QString ReviewModel::total() const
{
    return m_sheet ? text(m_sheet->score.total()) : QString();
}

QString ReviewModel::maximum() const
{
    return m_sheet ? text(m_sheet->score.maximum) : QString();
}

QString ReviewModel::lost() const
{
    if (!m_sheet) return {};
    const base::Points lost = m_sheet->score.maximum - m_sheet->score.points;
    return lost.hundredths > 0 ? text(lost) : QString();
}

int ReviewModel::photoCount() const
{
    return m_sheet ? static_cast<int>(m_sheet->inspection().photos.size()) : 0;
}

int ReviewModel::photosArrived() const
{
    return m_sheet ? m_sheet->photosOnHub : 0;
}

}  // namespace viewmodels
