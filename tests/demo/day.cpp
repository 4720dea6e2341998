#include "tests/demo/day.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <iostream>

#include "tests/demo/cuttable_proxy.h"
#include "tests/demo/director.h"
#include "tests/demo/hub_process.h"
#include "tests/demo/pilot.h"
#include "tests/demo/props.h"

namespace demo {
namespace {

/// Enrolment codes by person, as the hub wrote them: "id code name role" lines.
QMap<QString, QString> codesIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw DidNotHappen("the hub wrote no enrolment codes");
    }
    QMap<QString, QString> codes;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        codes.insert(line.section(u' ', 0, 0), line.section(u' ', 1, 1));
    }
    return codes;
}

QString shortPoints(qint64 hundredths)
{
    QString text = QString::number(static_cast<double>(hundredths) / 100, 'f', 2);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.'))) {
        text.chop(1);
    }
    return text;
}

/// The hub's own ranking in the words of the screen: "1 云栖坞村 99.5|2 …".
QString rankingOf(HubProcess& hub)
{
    const QString text =
        hub.run({QStringLiteral("rank"), QStringLiteral("demo"), QStringLiteral("--json")});
    QStringList lines;
    for (const QJsonValue value : QJsonDocument::fromJson(text.toUtf8())
                                      .object()
                                      .value(QStringLiteral("boards"))
                                      .toArray()
                                      .at(0)
                                      .toObject()
                                      .value(QStringLiteral("rows"))
                                      .toArray()) {
        const QJsonObject row = value.toObject();
        lines << QStringLiteral("%1 %2 %3")
                     .arg(row.value(QStringLiteral("place")).toInt())
                     .arg(row.value(QStringLiteral("name")).toString(),
                          shortPoints(row.value(QStringLiteral("points")).toInteger()));
    }
    return lines.join(u'|');
}

}  // namespace

void runDay(const DayOptions& options)
{
    QElapsedTimer clock;
    clock.start();
    QDir(options.pictures).removeRecursively();
    QTemporaryDir own;
    const QString photos = own.filePath(QStringLiteral("camera"));
    const QString receiver = own.filePath(QStringLiteral("receiver.log"));
    const QString codes = own.filePath(QStringLiteral("codes.txt"));
    paintPhotos(photos, 6);
    writeReceiverLog(receiver, 29.1001, 120.1501);

    HubProcess hub(options.hubProgram, own.filePath(QStringLiteral("hub")));
    std::cout << hub.run({QStringLiteral("demo"), QStringLiteral("--codes"), codes}).toStdString();
    hub.serve(freePort());
    CuttableProxy proxy(hub.port());
    Director director(proxy, options.pictures, options.platform);
    director.tell(QStringLiteral("HUB"), QStringLiteral("http://127.0.0.1:%1").arg(proxy.port()));
    const QMap<QString, QString> people = codesIn(codes);
    for (auto person = people.cbegin(); person != people.cend(); ++person) {
        director.tell(QStringLiteral("CODE_") + person.key(), person.value());
    }

    const auto tablet = [&](const char* name) {
        return QStringList{QStringLiteral("--data"),        own.filePath(QString::fromUtf8(name)),
                           QStringLiteral("--position"),    QStringLiteral("file:") + receiver,
                           QStringLiteral("--photos"),      photos,
                           QStringLiteral("--size"),        QStringLiteral("1280x800"),
                           QStringLiteral("--language"),    QStringLiteral("zh"),
                           QStringLiteral("--device-name"), QString::fromUtf8(name)};
    };
    director.perform(QStringLiteral("inspector-morning"), tablet("tablet-1"),
                     Director::End::killed);
    director.perform(QStringLiteral("inspector-after-kill"), tablet("tablet-1"));
    director.perform(QStringLiteral("inspector-day"), tablet("tablet-1"));
    director.perform(QStringLiteral("supervisor-morning"), tablet("tablet-2"));
    director.perform(QStringLiteral("inspector-evening"), tablet("tablet-1"));
    director.perform(QStringLiteral("supervisor-evening"), tablet("tablet-2"));

    const QString shown = director.told(QStringLiteral("RANKING"));
    const QString hubs = rankingOf(hub);
    if (shown.isEmpty() || shown != hubs) {
        throw DidNotHappen("the screen's ranking (" + shown.toStdString() + ") is not the hub's (" +
                           hubs.toStdString() + ")");
    }
    std::cout << "== the ranking, the same on the screen and from xuncun-hub\n"
              << hub.run({QStringLiteral("rank"), QStringLiteral("demo")}).toStdString()
              << "== pictures in " << options.pictures.toStdString() << ", "
              << clock.elapsed() / 1000 << " s\n";
}

}  // namespace demo
