#include <QFileInfo>
#include <QSerialPort>
#include <QTcpSocket>

#include "app/platform/position_sources.h"

namespace platform {
namespace {

/// No receiver at all: never a fix, and nobody waits for one.
class NoPosition final : public PositionSource {
public:
    void start() override {}
    void stop() override {}
};

constexpr int usualBaud = 9600;

std::unique_ptr<QIODevice> openSerial(const QString& port, int baud)
{
    auto serial = std::make_unique<QSerialPort>(port);
    serial->setBaudRate(baud);
    return serial->open(QIODevice::ReadOnly) ? std::move(serial) : nullptr;
}

std::unique_ptr<QIODevice> openTcp(const QString& host, quint16 port)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(host, port, QIODevice::ReadOnly);
    return socket;
}

}  // namespace

base::Result<std::unique_ptr<PositionSource>> makePositionSource(const QString& setting)
{
    const QString kind = setting.section(u':', 0, 0);
    const QString rest = setting.section(u':', 1);
    if (setting == u"none") {
        return std::make_unique<NoPosition>();
    }
    if (setting == u"device") {
        return std::make_unique<DevicePosition>();
    }
    if (kind == u"serial") {
        const QString port = rest.section(u'@', 0, 0);
        const int baud = rest.contains(u'@') ? rest.section(u'@', 1).toInt() : usualBaud;
        if (!port.isEmpty() && baud > 0) {
            return std::make_unique<NmeaPosition>([port, baud] { return openSerial(port, baud); });
        }
    }
    if (kind == u"tcp") {
        const QString host = rest.section(u':', 0, -2);
        const quint16 port = rest.section(u':', -1).toUShort();
        if (!host.isEmpty() && port > 0) {
            return std::make_unique<NmeaPosition>([host, port] { return openTcp(host, port); });
        }
    }
    if (kind == u"file") {
        if (!QFileInfo(rest).isReadable()) {
            return base::fail("position.file", "定位记录文件读不到，请检查路径",
                              rest.toStdString());
        }
        return std::make_unique<PlaybackPosition>(rest);
    }
    return base::fail(
        "position.source",
        "定位来源写法不对：应为 device、serial:设备@波特率、tcp:主机:端口、file:文件 或 none",
        setting.toStdString());
}

}  // namespace platform
