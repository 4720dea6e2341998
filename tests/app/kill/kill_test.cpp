#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <catch2/catch.hpp>
#include <random>

#include "core/store/drafts.h"
#include "core/store/open.h"
#include "tests/app/qt_application.h"
#include "tests/support/tablet.h"

namespace {

/// What the pages showed of the open check at one moment, or what the store holds of it.
struct Shown {
    QByteArray item;
    int photos = 0;
    QByteArray answers;
};

/// What the app told between its start and its death.
struct Life {
    QList<Shown> shown;       ///< the first is what it opened with
    qsizetype lastSaved = 0;  ///< was shown when the bar last said "saved": it or a later one must
                              ///< be there again
    qsizetype savedBefore = 0;  ///< the same for the "saved" before

    bool tookAway =
        false;  ///< since the last "saved" something was tapped that may take photos out

    void hear(const QByteArray& line)
    {
        const QList<QByteArray> words = line.split(' ');
        if (words.first() == "saved" && !shown.isEmpty()) {
            savedBefore = std::exchange(lastSaved, shown.size() - 1);
            tookAway = false;
        }
        tookAway = tookAway || words.first() == "taking-away";
        if (words.size() == 4 && (words.first() == "shown" || words.first() == "opened"))
            shown.append({words[1], words[2].toInt(), words[3]});
    }
};

/// Lets the app live for a while after it has opened, and kills it with SIGKILL.
Life live(const QString& data, const QString& photos, unsigned seed, int killAfterMs)
{
    Life life;
    QProcess app;
    app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
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
bool isOneOf(const Shown& there, const Life& before)
{
    for (qsizetype i = before.lastSaved; i < before.shown.size(); ++i)
        if (there.answers == before.shown[i].answers) return true;
    return false;
}

/// The item that was shown last is kept just after it is shown: the kill may fall between.
bool isOnTheSameItem(const Shown& there, const Life& before)
{
    for (qsizetype i = before.savedBefore; i < before.shown.size(); ++i)
        if (there.item == before.shown[i].item) return true;
    return false;
}

char letterOf(domain::AnswerState state)
{
    switch (state) {
        case domain::AnswerState::unanswered:
            return 'u';
        case domain::AnswerState::ok:
            return 'o';
        case domain::AnswerState::found:
            return 'f';
        case domain::AnswerState::notApplicable:
            return 'n';
    }
    return '?';
}

Shown storedIn(const std::string& path)
{
    auto db = store::open(path);
    REQUIRE(db);
    CHECK(db->execAndGet("PRAGMA integrity_check").getString() == "ok");
    const auto drafts = store::Drafts(*db).list();
    REQUIRE(drafts.size() == 1);
    const auto draft = store::Drafts(*db).find(drafts.front().id);
    Shown stored;
    stored.photos = static_cast<int>(draft->photos.size());
    for (const domain::Answer& answer : draft->answers)
        stored.answers += QByteArray::fromStdString(answer.itemCode) + letterOf(answer.state) +
                          QByteArray::number(static_cast<int>(answer.findings.size())) + ',';
    return stored;
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
    Shown stored;
    qsizetype changes = 0;
    for (int round = 0; round < roundsAsked(); ++round) {
        INFO("seed " << seed << ", round " << round);
        const Life life = live(data, photos, static_cast<unsigned>(random()),
                               200 + static_cast<int>(random() % 3000));
        REQUIRE_FALSE(life.shown.isEmpty());
        const Shown& opened = life.shown.first();
        if (round > 0) {
            INFO("opened with " << opened.answers.toStdString());
            INFO("stored was  " << stored.answers.toStdString());
            INFO("last saved  " << before.shown[before.lastSaved].answers.toStdString());
            CHECK(opened.answers == stored.answers);
            CHECK(opened.photos >= stored.photos);  // one between its files and its row is adopted
            REQUIRE(isOneOf(opened, before));
            REQUIRE(isOnTheSameItem(opened, before));
        }
        stored = storedIn(store);
        REQUIRE(isOneOf(stored, life));
        if (!life.tookAway) REQUIRE(stored.photos >= life.shown[life.lastSaved].photos);
        changes += life.shown.size() - 1;
        before = life;
    }
    INFO("seed " << seed);
    CHECK(changes > roundsAsked());  // the hand really did something
}
