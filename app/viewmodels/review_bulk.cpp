#include <map>

#include "app/viewmodels/review_flags.h"
#include "app/viewmodels/review_queue_model.h"

// Approving in one go what nothing speaks against, and what shows only in all inspections together.
namespace viewmodels {

std::vector<domain::Review> ReviewQueueModel::unflagged() const
{
    std::vector<domain::Review> reviews;
    for (const int place : m_shown) {
        const ReviewRow& row = m_queue.rows[static_cast<std::size_t>(place)];
        const store::InspectionHead& head = row.facts.head;
        if (head.state != domain::InspectionState::submitted || row.facts.decidedHere ||
            head.photosOnHub < head.photos || row.flags.value_or(1) != 0)
            continue;
        domain::Review review;
        review.inspection = head.id;
        review.revision = head.revision;
        reviews.push_back(std::move(review));
    }
    return reviews;
}

int ReviewQueueModel::approvable() const
{
    return m_approve ? static_cast<int>(unflagged().size()) : 0;
}

void ReviewQueueModel::setApprove(Approve approve)
{
    m_approve = std::move(approve);
    Q_EMIT countsChanged();
}

void ReviewQueueModel::approveUnflagged()
{
    std::vector<domain::Review> reviews = unflagged();
    if (!m_approve || reviews.empty()) return;
    const int asked = static_cast<int>(reviews.size());
    app::whenDone(
        m_approve(std::move(reviews)), this,
        [this, asked](int approved) {
            refresh();
            Q_EMIT approvedMany(approved, asked);
        },
        [this](const std::exception&) {
            m_error = tr("没有保存，请再试一次");
            Q_EMIT loadedChanged();
        });
}

void ReviewQueueModel::flagMeans()
{
    using Key = std::pair<std::string, std::string>;  // inspector and sheet
    std::map<Key, flags::Scores> own;
    std::map<std::string, flags::Scores> all;
    for (const ReviewRow& row : m_queue.rows)
        if (const auto& inspected = row.facts.head.score ? row.facts.head.score : row.score)
            for (flags::Scores* scores :
                 {&own[{row.facts.head.inspector.value, row.facts.head.kind}],
                  &all[row.facts.head.kind]}) {
                scores->sumHundredths += inspected->hundredths;
                ++scores->count;
            }
    for (ReviewRow& row : m_queue.rows) {
        if (!row.flags) continue;
        const bool far = flags::isInspectorFarOff(
            own[{row.facts.head.inspector.value, row.facts.head.kind}], all[row.facts.head.kind]);
        *row.flags = far ? *row.flags | review::InspectorFarOff
                         : *row.flags & ~static_cast<int>(review::InspectorFarOff);
    }
}

}  // namespace viewmodels
