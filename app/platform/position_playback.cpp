#include <algorithm>

#include "app/platform/position_sources.h"

namespace platform {

PlaybackPosition::PlaybackPosition(const QString& file, double speed) : m_file(file), m_speed(speed)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PlaybackPosition::playNext);
}

void PlaybackPosition::start()
{
    if (m_file.isOpen() || m_file.open(QIODevice::ReadOnly)) {
        m_timer.start(0);
    }
}

void PlaybackPosition::stop()
{
    m_timer.stop();
}

void PlaybackPosition::playNext()
{
    const auto before = m_reader.secondOfDay();
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine(4096);
        const auto event = m_reader.read({line.constData(), static_cast<std::size_t>(line.size())});
        if (event == NmeaReader::Event::nothing) {
            continue;
        }
        const double gap = before && m_reader.secondOfDay() ? *m_reader.secondOfDay() - *before : 0;
        m_timer.start(m_speed > 0 ? static_cast<int>(std::clamp(gap, 0.2, 5.0) * 1000 / m_speed)
                                  : 0);
        if (event == NmeaReader::Event::fix) {
            base::Fix fix = m_reader.fix();
            fix.source = base::PositionSource::file;
            accept(fix);
        } else {
            lose();
        }
        return;
    }
    m_file.seek(0);
    m_reader = {};
    m_timer.start(m_speed > 0 ? 1000 : 0);
    Q_EMIT wrapped();
}

}  // namespace platform
