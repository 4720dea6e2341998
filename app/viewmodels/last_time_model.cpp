#include "app/viewmodels/last_time_model.h"

#include <algorithm>

#include "app/viewmodels/words.h"

namespace viewmodels {

LastTimeModel::LastTimeModel(QObject* parent) : QObject(parent) {}

void LastTimeModel::show(std::shared_ptr<const LastTime> lastTime, const QString& mediaFolder)
{
    m_lastTime = std::move(lastTime);
    m_mediaFolder = mediaFolder;
    showItem(m_item);
}

void LastTimeModel::showItem(const std::string& itemCode)
{
    m_item = itemCode;
    std::vector<domain::PhotoEntry> photos;
    if (m_lastTime) {
        const auto& all = m_lastTime->inspection.photos;
        std::copy_if(all.begin(), all.end(), std::back_inserter(photos),
                     [&](const domain::PhotoEntry& photo) { return photo.itemCode == itemCode; });
    }
    m_photos.show(m_lastTime ? photoRows(photos, *m_lastTime->sheet, m_mediaFolder)
                             : std::vector<PhotoRow>());
    Q_EMIT changed();
}

const domain::Answer* LastTimeModel::current() const
{
    if (!m_lastTime) return nullptr;
    const auto& answers = m_lastTime->inspection.answers;
    const auto found =
        std::find_if(answers.begin(), answers.end(),
                     [&](const domain::Answer& answer) { return answer.itemCode == m_item; });
    return found == answers.end() ? nullptr : &*found;
}

void LastTimeModel::showNow(const domain::Item* item, const domain::Answer& said)
{
    const domain::Answer* last = current();
    const domain::Item* before = last ? domain::findItem(*m_lastTime->sheet, m_item) : nullptr;
    std::vector<domain::Finding> old;
    if (before)
        std::copy_if(last->findings.begin(), last->findings.end(), std::back_inserter(old),
                     [this](const auto& f) { return !m_lastTime->mended.contains(f.id); });
    m_left.show(before ? oldFindingsOf(*before, old, item, said) : std::vector<OldFindingRow>());
}

std::optional<domain::Finding> LastTimeModel::toRepeat(const domain::FindingId& finding) const
{
    const domain::Answer* last = current();
    const bool offered = std::any_of(
        m_left.rows().begin(), m_left.rows().end(),
        [&](const OldFindingRow& row) { return row.id == finding && row.countable && !row.again; });
    if (!last || !offered) return std::nullopt;
    return *std::find_if(last->findings.begin(), last->findings.end(),
                         [&](const domain::Finding& f) { return f.id == finding; });
}

double LastTimeModel::atMs() const
{
    return m_lastTime ? static_cast<double>(m_lastTime->inspection.submittedAtMs) : 0;
}

answer::State LastTimeModel::state() const
{
    const domain::Answer* answer = current();
    return answer ? stateOf(answer->state) : answer::State::Unanswered;
}

int LastTimeModel::findings() const
{
    const domain::Answer* answer = current();
    return answer ? static_cast<int>(answer->findings.size()) : 0;
}

int LastTimeModel::mended() const
{
    const domain::Answer* answer = current();
    if (!answer) return 0;
    return static_cast<int>(
        std::count_if(answer->findings.begin(), answer->findings.end(),
                      [this](const auto& f) { return m_lastTime->mended.contains(f.id); }));
}

QString LastTimeModel::lost() const
{
    if (!m_lastTime) return {};
    const auto found = m_lastTime->lost.find(m_item);
    return found == m_lastTime->lost.end() || found->second == base::Points{} ? QString()
                                                                              : text(found->second);
}

QString LastTimeModel::note() const
{
    const domain::Answer* answer = current();
    return answer ? text(answer->note) : QString();
}

}  // namespace viewmodels
