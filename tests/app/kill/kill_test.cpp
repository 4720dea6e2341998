#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <random>

#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/open.h"
#include "tests/app/qt_application.h"
#include "tests/support/dies_with_us.h"
#include "tests/support/tablet.h"

namespace {

/// The whole check at one moment: as the pages showed it, or as the store holds it.
struct Check {
    QByteArray item;
    QJsonValue answers;
    QSet<QString> photos;
    QJsonObject rest;  ///< signatures, drawings, remark, positions …

    Check(QByteArray currentItem, const QByteArray& json) : item(std::move(currentItem))
    {
        QJsonParseError wrong;
        rest = QJsonDocument::fromJson(json, &wrong).object();
        INFO(json.toStdString());
        REQUIRE(wrong.error == QJsonParseError::NoError);
        answers = rest.take(QStringLiteral("answers"));
        for (const QJsonValue& photo : rest.take(QStringLiteral("photos")).toArray())
            photos.insert(photo[QStringLiteral("id")].toString());
        rest.remove(QStringLiteral("removedPhotos"));  // no page shows them
    }
};

/// What the app told between its start and its death.
struct Life {
    QList<Check> shown;         ///< the first is what it opened with
    std::optional<Check> kept;  ///< what the store held after the last change that it settled
    qsizetype lastSaved = 0;    ///< was shown when the bar last said "saved": its answers or later
                                ///< ones must be there again
    qsizetype savedBefore = 0;  ///< the same for the "saved" before
    int savings = 0;            ///< changes that went to the store
    int settled = 0;            ///< of them, those after which `kept` was read; in their order
    int takingAway = 0;         ///< which of them may take photos out, the newest

    int underWay() const { return savings - settled; }
    /// Something that may take photos out was tapped, and `kept` may be from before it.
    bool tookAway() const { return takingAway > settled; }

    void hear(const QByteArray& line)
    {
        if (line == "saving") ++savings;
        // Tapped, and not at the store yet: a "saved" or "kept" that comes now is of a change
        // before.
        if (line == "taking-away") takingAway = savings + 1;
        if (line == "saved" && !shown.isEmpty())
            savedBefore = std::exchange(lastSaved, shown.size() - 1);
        const qsizetype first = line.indexOf(' ');
        const qsizetype second = line.indexOf(' ', first + 1);
        if (first < 0 || second < 0) return;
        const QByteArray what = line.left(first);
        const Check check(line.mid(first + 1, second - first - 1), line.mid(second + 1));
        if (what == "shown" || what == "opened") shown.append(check);
        if (what != "kept") return;
        kept = check;
        ++settled;
    }
};

/// Lets the app live for a while after it has opened, and kills it with SIGKILL.
Life live(const QString& data, const QString& photos, unsigned seed, int killAfterMs)
{
    Life life;
    QProcess app;
    app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    app.setChildProcessModifier([us = ::getpid()] { support::dieWith(us); });
    app.start(QStringLiteral(XUNCUN_KILL_HAND), {data, photos, QString::number(seed)});
    QElapsedTimer sinceOpened;
    QElapsedTimer sinceStart;
    sinceStart.start();
    while (sinceStart.elapsed() < 120'000 &&
           (!sinceOpened.isValid() || sinceOpened.elapsed() < killAfterMs)) {
        app.waitForReadyRead(5);
        while (app.canReadLine()) life.hear(app.readLine().trimmed());
        if (!sinceOpened.isValid() && !life.shown.isEmpty()) sinceOpened.start();
        REQUIRE(app.state() != QProcess::NotRunning);
    }
    app.kill();
    app.waitForFinished();
    while (app.canReadLine()) life.hear(app.readLine().trimmed());
    return life;
}

/// Every answer that was called saved is there, and nothing that was never shown.
bool hasAnswersOf(const Check& there, const Life& before)
{
    for (qsizetype i = before.lastSaved; i < before.shown.size(); ++i)
        if (there.answers == before.shown[i].answers) return true;
    return false;
}

/// The item that was shown last is kept just after it is shown: the kill may fall between.
bool isOnTheSameItem(const Check& there, const Life& before)
{
    for (qsizetype i = before.savedBefore; i < before.shown.size(); ++i)
        if (there.item == before.shown[i].item) return true;
    return false;
}

std::string textOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

Check storedIn(const std::string& path)
{
    auto db = store::open(path);
    REQUIRE(db);
    CHECK(db->execAndGet("PRAGMA integrity_check").getString() == "ok");
    const auto drafts = store::Drafts(*db).list();
    REQUIRE(drafts.size() == 1);
    return {{},
            QByteArray::fromStdString(
                domain::canonicalJson(*store::Drafts(*db).find(drafts.front().id)))};
}

int roundsAsked()
{
    const int asked = qEnvironmentVariableIntValue("XUNCUN_KILL_ROUNDS");
    return asked > 0 ? asked : 5;
}

}  // namespace

TEST_CASE("Killed at any moment, the app opens on the same item with all that it had called saved",
          "[kill]")
{
    support::qtApplication();
    support::Tablet tablet;
    const QString data = QString::fromStdString(tablet.folder() / "data");
    const QString photos = QString::fromStdString(tablet.folder() / "camera");
    const std::string store = (data + QStringLiteral("/tablet.db")).toStdString();
    REQUIRE(QDir().mkpath(data));
    REQUIRE(QDir().mkpath(photos));
    tablet.db().exec("VACUUM INTO '" + store + "'");
    QImage picture(800, 600, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    REQUIRE(picture.save(photos + QStringLiteral("/a.jpg")));

    const unsigned seed = std::random_device()();
    std::mt19937 random(seed);
    Life before;
    std::optional<Check> stored;
    qsizetype changes = 0;
    for (int round = 0; round < roundsAsked(); ++round) {
        INFO("seed " << seed << ", round " << round);
        const Life life = live(data, photos, static_cast<unsigned>(random()),
                               200 + static_cast<int>(random() % 3000));
        REQUIRE_FALSE(life.shown.isEmpty());
        const Check& opened = life.shown.first();
        if (round > 0) {
            CHECK(opened.answers == stored->answers);
            CHECK(textOf(opened.rest) == textOf(stored->rest));
            CHECK(opened.photos.contains(stored->photos));  // one between its files and its row is
                                                            // adopted
            REQUIRE(hasAnswersOf(opened, before));
            REQUIRE(isOnTheSameItem(opened, before));
        }
        stored = storedIn(store);
        REQUIRE(hasAnswersOf(*stored, life));
        if (life.kept && !life.tookAway()) REQUIRE(stored->photos.contains(life.kept->photos));
        if (life.kept && life.underWay() == 0) {
            REQUIRE(stored->answers == life.kept->answers);
            REQUIRE(textOf(stored->rest) == textOf(life.kept->rest));
        }
        changes += life.shown.size() - 1;
        before = life;
    }
    INFO("seed " << seed);
    CHECK(changes > roundsAsked());  // the hand really did something
}
