#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <optional>

namespace demo {

/// The network between the tablets and the hub, which can be cut: a relay on loopback.
class CuttableProxy : public QObject {
    Q_OBJECT

public:
    explicit CuttableProxy(quint16 hubPort, QObject* parent = nullptr);

    quint16 port() const { return m_server.serverPort(); }
    bool isUp() const { return m_up; }
    qint64 bytesUp() const { return m_bytesUp; }

    /// Breaks what runs and refuses what comes, until up() again.
    void cut();
    void up();
    /// Cuts by itself once so many more bytes went from tablet to hub: in the middle of a photo.
    void cutAfter(qint64 bytes) { m_cutAt = m_bytesUp + bytes; }

Q_SIGNALS:
    void wasCut();

private:
    void relay(QTcpSocket* tablet);
    void count(qint64 bytes);

    quint16 m_hubPort;
    QTcpServer m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
    bool m_up = true;
    qint64 m_bytesUp = 0;
    std::optional<qint64> m_cutAt;
};

}  // namespace demo
