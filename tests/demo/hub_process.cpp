#include "tests/demo/hub_process.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "tests/demo/pilot.h"
#include "tests/support/dies_with_us.h"

namespace demo {

HubProcess::HubProcess(QString program, QString folder)
    : m_program(std::move(program)), m_folder(std::move(folder))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([us = ::getpid()] { support::dieWith(us); });
}

HubProcess::~HubProcess()
{
    stop();
}

QString HubProcess::run(const QStringList& arguments)
{
    QProcess process;
    process.start(m_program, arguments + QStringList{QStringLiteral("--data"), m_folder});
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        throw DidNotHappen(("xuncun-hub " + arguments.join(u' ').toStdString() + ": " +
                            process.errorString().toStdString() + " " +
                            process.readAllStandardError().toStdString()));
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

void HubProcess::serve(quint16 port)
{
    m_port = port;
    m_process.setStandardOutputFile(m_folder + QStringLiteral("/hub.log"), QIODevice::Append);
    m_process.start(m_program,
                    {QStringLiteral("serve"), QStringLiteral("--data"), m_folder,
                     QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)});
    const bool up = QTest::qWaitFor(
        [port] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, port);
            return probe.waitForConnected(200);
        },
        20'000);
    if (!up || m_process.state() != QProcess::Running) {
        throw DidNotHappen("the hub did not start to serve");
    }
}

void HubProcess::stop()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished(5'000);
        }
    }
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

}  // namespace demo
