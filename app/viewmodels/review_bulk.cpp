#include <cmath>
#include <map>

#include "app/viewmodels/review_flags.h"
#include "app/viewmodels/review_queue_model.h"

// Approving in one go what nothing speaks against, and what shows only in all inspections together.
namespace viewmodels {

namespace {
constexpr int inspectionsForMean = 5;
constexpr double meanFarOff = 8;  ///< points between an inspector's mean and everybody's
}  // namespace

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
    struct Mean {
        double sum = 0;
        int count = 0;
        double mean() const { return count == 0 ? 0 : sum / count; }
    };
    using Key = std::pair<std::string, std::string>;  // inspector and sheet
    std::map<Key, Mean> own;
    std::map<std::string, Mean> all;
    for (const ReviewRow& row : m_queue.rows)
        if (row.score)
            for (Mean* mean : {&own[{row.facts.head.inspector.value, row.facts.head.kind}],
                               &all[row.facts.head.kind]}) {
                mean->sum += static_cast<double>(row.score->hundredths) / 100;
                ++mean->count;
            }
    for (ReviewRow& row : m_queue.rows) {
        if (!row.flags) continue;
        const Mean& mine = own[{row.facts.head.inspector.value, row.facts.head.kind}];
        const bool far = mine.count >= inspectionsForMean &&
                         std::abs(mine.mean() - all[row.facts.head.kind].mean()) > meanFarOff;
        *row.flags = far ? *row.flags | review::InspectorFarOff
                         : *row.flags & ~static_cast<int>(review::InspectorFarOff);
    }
}

}  // namespace viewmodels
