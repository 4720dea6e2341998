#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace demo {

/// The real hub as its own process, on a loopback port and in a folder of its own.
class HubProcess {
public:
    HubProcess(QString program, QString folder);
    ~HubProcess();

    /// Runs a subcommand and returns what it printed; throws DidNotHappen when it fails.
    QString run(const QStringList& arguments);
    /// Serves, and returns once the port answers.
    void serve(quint16 port);
    void stop();
    quint16 port() const { return m_port; }

private:
    QString m_program;
    QString m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

/// A loopback port that nobody listens on.
quint16 freePort();

}  // namespace demo
