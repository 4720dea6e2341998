#include "app/log.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

namespace app {
namespace {

constexpr qint64 longestBytes = 1'000'000;

struct Log {
    QMutex mutex;
    QFile file;
    QtMessageHandler before = nullptr;
};

Log& log()
{
    static Log one;
    return one;
}

const char* wordOf(QtMsgType type)
{
    switch (type) {
        case QtDebugMsg:
            return "debug";
        case QtInfoMsg:
            return "info";
        case QtWarningMsg:
            return "warning";
        case QtCriticalMsg:
            return "critical";
        case QtFatalMsg:
            return "fatal";
    }
    return "";
}

void openAgainWhenLong(QFile& file)
{
    if (file.size() < longestBytes) {
        return;
    }
    const QString name = file.fileName();
    file.close();
    QFile::remove(name + QStringLiteral(".1"));
    QFile::rename(name, name + QStringLiteral(".1"));
    file.setFileName(name);
    if (!file.open(QIODevice::Append)) {
        file.close();
    }
}

void write(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    Log& to = log();
    if (to.before != nullptr) {
        to.before(type, context, message);
    }
    const QMutexLocker locked(&to.mutex);
    openAgainWhenLong(to.file);
    if (to.file.isOpen()) {
        to.file.write(QDateTime::currentDateTime().toString(Qt::ISODateWithMs).toUtf8() + ' ' +
                      wordOf(type) + ' ' + message.toUtf8() + '\n');
        to.file.flush();
    }
}

}  // namespace

void logTo(const QString& file)
{
    Log& to = log();
    {
        const QMutexLocker locked(&to.mutex);
        to.file.close();
        to.file.setFileName(file);
        if (!to.file.open(QIODevice::Append)) {
            return;
        }
    }
    if (to.before == nullptr) {
        to.before = qInstallMessageHandler(&write);
    }
}

}  // namespace app
