#include "tests/demo/cuttable_proxy.h"

namespace demo {

CuttableProxy::CuttableProxy(quint16 hubPort, QObject* parent) : QObject(parent), m_hubPort(hubPort)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* tablet = m_server.nextPendingConnection()) {
            if (m_up) {
                relay(tablet);
            } else {
                tablet->abort();
                tablet->deleteLater();
            }
        }
    });
}

void CuttableProxy::cut()
{
    m_up = false;
    m_cutAt.reset();
    for (const QPointer<QTcpSocket>& socket : std::exchange(m_sockets, {})) {
        if (socket) {
            socket->abort();
        }
    }
    Q_EMIT wasCut();
}

void CuttableProxy::up()
{
    m_up = true;
}

void CuttableProxy::relay(QTcpSocket* tablet)
{
    auto* hub = new QTcpSocket(tablet);
    hub->connectToHost(QHostAddress::LocalHost, m_hubPort);
    m_sockets << tablet << hub;
    connect(tablet, &QTcpSocket::readyRead, this, [this, tablet, hub] {
        const QByteArray bytes = tablet->readAll();
        hub->write(bytes);
        count(bytes.size());
    });
    connect(hub, &QTcpSocket::readyRead, tablet, [tablet, hub] { tablet->write(hub->readAll()); });
    connect(hub, &QTcpSocket::disconnected, tablet, &QTcpSocket::disconnectFromHost);
    connect(tablet, &QTcpSocket::disconnected, hub, &QTcpSocket::disconnectFromHost);
    connect(tablet, &QTcpSocket::disconnected, tablet, &QObject::deleteLater);
    m_sockets.removeIf([](const QPointer<QTcpSocket>& socket) { return socket.isNull(); });
}

void CuttableProxy::count(qint64 bytes)
{
    m_bytesUp += bytes;
    if (m_cutAt && m_bytesUp >= *m_cutAt) {
        QMetaObject::invokeMethod(this, &CuttableProxy::cut, Qt::QueuedConnection);
    }
}

}  // namespace demo
