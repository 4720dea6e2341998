#include "app/platform/position.h"

namespace platform {
namespace {
constexpr qint64 forgetAfterMs = 60'000;
}

PositionSource::PositionSource(QObject* parent, int silentAfterMs) : QObject(parent)
{
    m_silent.setSingleShot(true);
    m_silent.setInterval(silentAfterMs);
    connect(&m_silent, &QTimer::timeout, this, &PositionSource::lose);
}

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
    m_silent.start();
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

ChosenPosition::ChosenPosition() = default;

ChosenPosition::~ChosenPosition() = default;

base::Result<void> ChosenPosition::choose(const QString& setting)
{
    if (m_source && setting == m_setting) return {};
    auto source = makePositionSource(setting);
    if (!source) return tl::unexpected(source.error());
    m_source = std::move(*source);
    m_setting = setting;
    lose();  // what the one before said
    connect(m_source.get(), &PositionSource::fixChanged, this, &ChosenPosition::accept);
    connect(m_source.get(), &PositionSource::lost, this, &ChosenPosition::lose);
    if (m_running) m_source->start();
    return {};
}

void ChosenPosition::start()
{
    m_running = true;
    if (m_source) m_source->start();
}

void ChosenPosition::stop()
{
    m_running = false;
    if (m_source) m_source->stop();
}

}  // namespace platform
