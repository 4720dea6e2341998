#include "app/viewmodels/review_model.h"

#include <algorithm>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/sheet_title.h"
#include "core/base/points.h"

namespace viewmodels {

namespace {

std::vector<SectionRow> sectionRows(const scoring::Score& score)
{
    std::vector<SectionRow> rows;
    for (const scoring::SectionScore& section : score.sections) {
        SectionRow row;
        row.code = section.code;
        row.title = section.title;
        row.points = base::toText(section.points);
        if (section.applies && section.pointsOf.hundredths > 0)
            row.maximum = base::toText(section.pointsOf);
        rows.push_back(std::move(row));
    }
    return rows;
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
        [this](const std::exception&) { setError(tr("读取这份检查失败，请返回列表再打开")); });
}

void ReviewModel::display(std::optional<ReviewSheet> sheet)
{
    m_sheet = std::move(sheet);
    if (m_sheet) {
        m_id = m_sheet->history.head.id;
        m_sections.show(sectionRows(m_sheet->score));
        m_events.show(reviewEvents(*m_sheet));
        m_changes.show(reviewChanges(*m_sheet));
        setError({});
    } else {
        setError(tr("平板上还没有这份检查，同步后再打开"));
    }
    showItems();
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

domain::Review ReviewModel::review(domain::Decision decision, const QString& comment) const
{
    domain::Review review;
    review.inspection = m_id;
    review.revision = revision();
    review.decision = decision;
    review.comment = comment.trimmed().toStdString();
    if (m_reviewer) review.reviewer = m_reviewer->id;
    return review;
}

void ReviewModel::approve()
{
    if (approveBlocked() == Blocked::No)
        decide(review(domain::Decision::approve, {}), Decision::Approve);
}

void ReviewModel::confirmVeto()
{
    if (approveBlocked() == Blocked::VetoUnconfirmed)
        decide(review(domain::Decision::confirmVeto, {}), Decision::ConfirmVeto);
}

void ReviewModel::sendBack(const QString& comment)
{
    if (decideBlocked() != Blocked::No) return;
    domain::Review back = review(domain::Decision::sendBack, comment);
    for (const auto& [item, words] : m_comments) back.items.push_back({item, words});
    if (back.comment.empty() && back.items.empty()) return setError(tr("退回要写明哪一项、怎么改"));
    decide(std::move(back), Decision::SendBack);
}

void ReviewModel::voidIt(const QString& reason)
{
    if (decideBlocked() != Blocked::No) return;
    if (reason.trimmed().isEmpty()) return setError(tr("作废要写明原因"));
    decide(review(domain::Decision::voidIt, reason), Decision::Void);
}

void ReviewModel::adjust(const QString& points, const QString& reason)
{
    if (decideBlocked() != Blocked::No || m_row < 0) return;
    const auto wanted = base::pointsFromText(points.trimmed().toStdString());
    const domain::Item* item = domain::findItem(m_sheet->sheet, itemCode());
    if (!wanted || !item || wanted->hundredths < 0 || *wanted > item->max)
        return setError(tr("分数应在 0 到 %1 之间").arg(m_item.maximum()));
    if (reason.trimmed().isEmpty()) return setError(tr("调整要写明原因"));
    domain::Review changed = review(domain::Decision::adjust, reason);
    changed.adjustments.push_back({itemCode(), *wanted, reason.trimmed().toStdString()});
    decide(std::move(changed), Decision::Adjust);
}

void ReviewModel::decide(domain::Review review, Decision decision)
{
    m_busy = true;
    setError({});
    Q_EMIT changed();
    app::whenDone(
        m_decide(std::move(review)), this,
        [this, decision](const base::Result<void>& done) {
            m_busy = false;
            if (!done) setError(ErrorWords::of(done.error()));
            if (done) m_comments.clear();
            refresh();
            if (done) Q_EMIT decided(decision);
        },
        [this](const std::exception&) {
            m_busy = false;
            setError(tr("没有保存，请再试一次"));
            Q_EMIT changed();
        });
}

void ReviewModel::setError(const QString& error)
{
    if (m_error == error) return;
    m_error = error;
    Q_EMIT errorChanged();
}

ReviewModel::Blocked ReviewModel::decideBlocked() const
{
    if (!m_sheet) return Blocked::NotLoaded;
    if (m_busy) return Blocked::Deciding;
    if (!m_reviewer ||
        (m_reviewer->role != domain::Role::supervisor && m_reviewer->role != domain::Role::chief))
        return Blocked::NotAllowed;
    if (m_reviewer->id == m_sheet->inspection().inspector) return Blocked::OwnInspection;
    if (m_sheet->history.head.state != domain::InspectionState::submitted) return Blocked::Decided;
    return Blocked::No;
}

ReviewModel::Blocked ReviewModel::approveBlocked() const
{
    const Blocked blocked = decideBlocked();
    if (blocked != Blocked::No) return blocked;
    if (photosArrived() < photoCount()) return Blocked::PhotosMissing;
    if (!domain::hasVeto(m_sheet->sheet, m_sheet->inspection())) return Blocked::No;
    for (const store::ReviewRow& row : m_sheet->history.reviews)
        if (!row.refused && row.review.decision == domain::Decision::confirmVeto &&
            row.review.revision == revision())
            return row.review.reviewer == m_reviewer->id ? Blocked::SecondPerson : Blocked::No;
    return Blocked::VetoUnconfirmed;
}

bool ReviewModel::conflict() const
{
    return m_sheet && m_reviewer &&
           std::ranges::any_of(m_sheet->history.reviews, [this](const store::ReviewRow& row) {
               return row.refused && row.review.reviewer == m_reviewer->id &&
                      row.review.revision == revision();
           });
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
