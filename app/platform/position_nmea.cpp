#include "app/platform/position_sources.h"

namespace platform {
namespace {
constexpr qsizetype longestRest =
    4096;  // a receiver at the wrong speed sends bytes without line ends
}

NmeaPosition::NmeaPosition(OpenDevice open) : m_open(std::move(open))
{
    m_watch.setInterval(5'000);
    m_watch.setSingleShot(true);
    m_retry.setInterval(3'000);
    m_retry.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        lose();
        connectDevice();
    });
    connect(&m_retry, &QTimer::timeout, this, &NmeaPosition::connectDevice);
}

NmeaPosition::~NmeaPosition() = default;

void NmeaPosition::start()
{
    if (!m_device) {
        connectDevice();
    }
}

void NmeaPosition::stop()
{
    m_watch.stop();
    m_retry.stop();
    m_device.reset();
}

void NmeaPosition::connectDevice()
{
    m_rest.clear();
    m_device = m_open();
    if (!m_device) {
        m_retry.start();
        return;
    }
    connect(m_device.get(), &QIODevice::readyRead, this, &NmeaPosition::readLines);
    m_watch.start();
}

void NmeaPosition::readLines()
{
    m_rest += m_device->readAll();
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
        const std::string_view line(m_rest.constData() + from,
                                    static_cast<std::size_t>(end - from));
        from = end + 1;
        switch (m_reader.read(line)) {
            case NmeaReader::Event::fix:
                m_watch.start();
                accept(m_reader.fix());
                break;
            case NmeaReader::Event::noFix:
                m_watch.start();  // it is there and says so
                lose();
                break;
            case NmeaReader::Event::nothing:
                break;
        }
    }
    m_rest.remove(0, from);
    if (m_rest.size() > longestRest) {
        m_rest.clear();
    }
}

}  // namespace platform
