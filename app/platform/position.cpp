#include "app/platform/position.h"

namespace platform {
namespace {
constexpr qint64 forgetAfterMs = 60'000;
}

PositionSource::PositionSource(QObject* parent) : QObject(parent) {}

PositionSource::~PositionSource() = default;

std::optional<base::Fix> PositionSource::latest() const
{
    if (!m_last || (m_lost && m_since.elapsed() > forgetAfterMs)) {
        return std::nullopt;
    }
    base::Fix fix = *m_last;
    fix.ageMs += m_since.elapsed();
    return fix;
}

void PositionSource::accept(const base::Fix& fix)
{
    m_last = fix;
    m_since.start();
    m_lost = false;
    Q_EMIT fixChanged(fix);
}

void PositionSource::lose()
{
    if (!m_lost) {
        m_lost = true;
        Q_EMIT lost();
    }
}

}  // namespace platform
