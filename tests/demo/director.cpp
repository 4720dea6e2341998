#include "tests/demo/director.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QTimer>
#include <iostream>

#include "tests/demo/pilot.h"
#include "tests/support/dies_with_us.h"

namespace demo {
namespace {
constexpr int longestActMs = 240'000;
}

Director::Director(CuttableProxy& proxy, QString pictureFolder, QString platform)
    : m_proxy(proxy), m_pictureFolder(std::move(pictureFolder)), m_platform(std::move(platform))
{
}

void Director::perform(const QString& act, const QStringList& appArguments, End expected)
{
    std::cout << "== " << act.toStdString() << std::endl;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setChildProcessModifier([us = ::getpid()] { support::dieWith(us); });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto fact = m_told.cbegin(); fact != m_told.cend(); ++fact) {
        environment.insert(QStringLiteral("DEMO_") + fact.key(), fact.value());
    }
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), m_platform);
    process.setProcessEnvironment(environment);

    bool killed = false;
    QObject::connect(&process, &QProcess::readyReadStandardOutput, &process, [&] {
        while (process.canReadLine()) {
            const QString line = QString::fromUtf8(process.readLine()).trimmed();
            if (line.startsWith(u'@')) {
                obey(process, line.mid(1), killed);
            } else {
                std::cout << "   " << line.toStdString() << std::endl;
            }
        }
    });
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(longestActMs, &process, &QProcess::kill);
    process.start(QCoreApplication::applicationFilePath(),
                  QStringList{QStringLiteral("--act"), act, QStringLiteral("--out"),
                              m_pictureFolder, QStringLiteral("--")} +
                      appArguments);
    if (!process.waitForStarted()) {
        throw DidNotHappen("act " + act.toStdString() + " could not be started");
    }
    loop.exec();

    const bool finished = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (expected == End::killed ? !killed : !finished) {
        throw DidNotHappen("act " + act.toStdString() + " did not end as it should");
    }
}

void Director::obey(QProcess& process, const QString& wish, bool& killed)
{
    if (wish == u"kill") {
        killed = true;
        process.kill();
        return;
    }
    if (wish.startsWith(u"tell ")) {
        const QString fact = wish.mid(5);
        m_told.insert(fact.section(u'=', 0, 0), fact.section(u'=', 1));
        return;
    }
    if (wish == u"cut") {
        m_proxy.cut();
    } else if (wish == u"up") {
        m_proxy.up();
    } else if (wish.startsWith(u"cut-after ")) {
        m_proxy.cutAfter(wish.section(u' ', 1).toLongLong());
    } else if (wish == u"wait-for-cut" && m_proxy.isUp()) {
        QObject::connect(
            &m_proxy, &CuttableProxy::wasCut, &process, [&process] { process.write("ok\n"); },
            Qt::SingleShotConnection);
        return;
    }
    process.write("ok\n");
}

}  // namespace demo
