#include <QDateTime>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/review_model.h"
#include "core/scoring/adjustments.h"

// The decisions on one inspection: which may be made now, and what became of them.
namespace viewmodels {

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
    if (adjustBlocked() != Blocked::No || m_row < 0) return;
    const auto wanted = base::pointsFromText(points.trimmed().toStdString());
    const domain::Item* item = domain::findItem(m_sheet->sheet, itemCode());
    if (!wanted || !item || wanted->hundredths < 0 ||
        *wanted > scoring::mostPoints(m_sheet->sheet, *item))
        return setError(tr("分数应在 0 到 %1 之间").arg(m_item.most()));
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
            // An adjusted or confirmed one is still open: what is to be mended may yet be sent.
            if (done && decision != Decision::Adjust && decision != Decision::ConfirmVeto)
                m_comments.clear();
            refresh();
            if (done) Q_EMIT decided(decision);
        },
        [this](const std::exception&) {
            m_busy = false;
            setError(tr("没有保存，请再试一次"));
            Q_EMIT changed();
        });
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

ReviewModel::Blocked ReviewModel::adjustBlocked() const
{
    if (m_reviewer && !domain::adjustsPoints(*m_reviewer)) return Blocked::NoRight;
    const Blocked blocked = decideBlocked();
    if (blocked != Blocked::No) return blocked;
    for (const store::ReviewRow& row : m_sheet->history.reviews)
        if (!row.refused && row.review.decision == domain::Decision::adjust &&
            row.review.revision == revision() && row.review.reviewer != m_reviewer->id)
            return Blocked::AdjustedByOther;
    return Blocked::No;
}

QString ReviewModel::refusal() const
{
    if (!m_sheet || !m_sheet->refused) return {};
    const RefusedDecision& refused = *m_sheet->refused;
    const QStringList words{tr("通过"), tr("退回"), tr("作废"), tr("调整"), tr("确认否决")};
    const auto& reviews = m_sheet->history.reviews;
    for (std::size_t i = 0; i < reviews.size() && refused.code == "review.decided"; ++i)
        if (reviews[i].record == refused.other)
            return tr("%1 先做了决定（%2，%3），您的没有生效")
                .arg(text(m_sheet->reviewerNames[i]),
                     words.value(static_cast<int>(reviews[i].review.decision)),
                     QDateTime::fromMSecsSinceEpoch(reviews[i].createdAtMs)
                         .toString(QStringLiteral("MM-dd HH:mm")));
    return tr("您的决定没有生效：%1").arg(ErrorWords::of(refused.code, refused.message));
}

}  // namespace viewmodels
