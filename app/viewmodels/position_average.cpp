#include "app/viewmodels/position_average.h"

#include "core/evidence/place.h"

namespace viewmodels {

namespace {
constexpr std::int64_t freshMs = 1500;  // a receiver gives a fix a second; an older one was counted
}

PositionAverage::PositionAverage(std::function<std::optional<base::Fix>()> position,
                                 QObject* parent, int tickMs)
    : QObject(parent), m_position(std::move(position))
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &PositionAverage::tick);
}

void PositionAverage::start()
{
    if (running()) return;
    m_fixes.clear();
    m_left = seconds;
    m_tick.start();
    Q_EMIT changed();
}

void PositionAverage::cancel()
{
    m_tick.stop();
    m_fixes.clear();
    m_left = 0;
    Q_EMIT changed();
}

double PositionAverage::accuracyM() const
{
    const auto average = evidence::averageOf(m_fixes);
    return average ? average->accuracyM : -1;
}

void PositionAverage::tick()
{
    const auto fix = m_position ? m_position() : std::nullopt;
    if (fix && fix->ageMs < freshMs) m_fixes.push_back(*fix);
    if (--m_left > 0) {
        Q_EMIT changed();
        return;
    }
    const auto average = evidence::averageOf(m_fixes);
    cancel();
    Q_EMIT finished(average);
}

}  // namespace viewmodels
