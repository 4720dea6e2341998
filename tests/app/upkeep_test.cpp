#include "app/upkeep.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QThread>
#include <catch2/catch.hpp>

#include "app/log.h"
#include "app/machine.h"
#include "core/actions/pending_photo.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "tests/app/qt_application.h"
#include "tests/support/tablet.h"

namespace {

using support::Tablet;

QString mediaFile(const Tablet& tablet, const domain::PhotoEntry& photo)
{
    return QString::fromStdString(tablet.mediaFolder() + "/" +
                                  store::mediaPath(photo.sha256, store::MediaKind::photo));
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The app's machine over a tablet's own folder, as at its next start.
std::unique_ptr<app::Machine> machineOver(const Tablet& tablet)
{
    app::Options options;
    options.dataFolder = QString::fromStdString(tablet.folder().path());
    options.position = QStringLiteral("none");
    auto machine = app::Machine::make(options);
    REQUIRE(machine);
    REQUIRE((*machine)->core.opened());
    return std::move(*machine);
}

/// All that was sent to the core thread is done and answered.
void settle(app::Machine& machine)
{
    bool done = false;
    QObject here;
    app::whenDone(
        machine.core.run([](SQLite::Database&) {}), &here, [&] { done = true; },
        [&](const std::exception&) { done = true; });
    REQUIRE(support::eventually([&] { return done; }));
}

}  // namespace

TEST_CASE(
    "At the start files without a row are set aside, rows without a file are marked, and the "
    "log says how many",
    "[upkeep]")
{
    support::qtApplication();
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto kept = tablet.photo(draft);
    const auto gone = tablet.photo(draft);
    REQUIRE(QFile::remove(mediaFile(tablet, gone)));
    const QString folder = QString::fromStdString(tablet.folder().path());
    writeFile(folder + QStringLiteral("/media/cd/whose.jpg"), "a file that nobody knows");
    writeFile(folder + QStringLiteral("/shots/shot-7.jpg"), "a shot that was never processed");
    const QString log = folder + QStringLiteral("/xuncun.log");
    app::logTo(log);

    const auto machine = machineOver(tablet);
    app::Upkeep upkeep(*machine);
    QSignalSpy changed(&upkeep, &app::Upkeep::photosChanged);
    upkeep.start();
    REQUIRE(support::eventually([&] { return changed.count() == 1; }));

    CHECK(QFile::exists(folder + QStringLiteral("/media/strangers/whose.jpg")));
    CHECK(contentOf(folder + QStringLiteral("/media/strangers/shot-7.jpg")) ==
          "a shot that was never processed");
    CHECK_FALSE(QFile::exists(folder + QStringLiteral("/shots/shot-7.jpg")));
    CHECK(QFile::exists(mediaFile(tablet, kept)));
    CHECK(store::Media(tablet.db()).find(gone.sha256)->state == store::MediaState::missing);
    CHECK(contentOf(log).contains(
        "warning media sweep: 0 adopted, 1 strangers, 1 missing, 1 shots set aside"));

    upkeep.start();
    settle(*machine);
    CHECK(changed.count() == 1);  // the second time all is in order
}

TEST_CASE("A photo that was killed between its files and its row is in its check after the start",
          "[upkeep]")
{
    support::qtApplication();
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto photo = tablet.photo(draft, "LJ01");
    const std::string note = tablet.mediaFolder() + "/pending/" + photo.id.value;
    writeFile(QString::fromStdString(note),
              QByteArray::fromStdString(actions::pendingText({draft, photo, 0})));
    tablet.db().exec("DELETE FROM draft_photo");
    tablet.db().exec("DELETE FROM media");
    REQUIRE(store::Drafts(tablet.db()).find(draft)->photos.empty());

    const auto machine = machineOver(tablet);
    app::Upkeep upkeep(*machine);
    QSignalSpy changed(&upkeep, &app::Upkeep::photosChanged);
    upkeep.start();
    REQUIRE(support::eventually([&] { return changed.count() == 1; }));
    const auto photos = store::Drafts(tablet.db()).find(draft)->photos;
    REQUIRE(photos.size() == 1);
    CHECK(photos.front().id == photo.id);
    CHECK_FALSE(QFile::exists(QString::fromStdString(note)));
}

TEST_CASE("A folder in which all is in order is left as it is, and nobody is told", "[upkeep]")
{
    support::qtApplication();
    Tablet tablet;
    const auto photo = tablet.photo(tablet.start("LJ"));
    const auto machine = machineOver(tablet);
    app::Upkeep upkeep(*machine);
    QSignalSpy changed(&upkeep, &app::Upkeep::photosChanged);
    upkeep.start();
    settle(*machine);
    settle(*machine);
    CHECK(changed.count() == 0);
    CHECK(QFile::exists(mediaFile(tablet, photo)));
}

TEST_CASE("The log has a line with time and weight for what is reported from any thread", "[log]")
{
    support::qtApplication();
    const support::TemporaryFolder folder;
    const QString file = QString::fromStdString(folder / "a.log");
    app::logTo(file);
    qInfo("the first word");
    std::unique_ptr<QThread> thread(QThread::create([] { qWarning("from another thread: 存疑"); }));
    thread->start();
    REQUIRE(thread->wait(5000));
    const QList<QByteArray> lines = contentOf(file).trimmed().split('\n');
    REQUIRE(lines.size() == 2);
    CHECK(QDateTime::fromString(QString::fromUtf8(lines[0].split(' ').first()), Qt::ISODateWithMs)
              .isValid());
    CHECK(lines[0].endsWith(" info the first word"));
    CHECK(lines[1].endsWith(" warning from another thread: 存疑"));
}

TEST_CASE("A log of 1 MB is set aside once and a new one begins", "[log]")
{
    support::qtApplication();
    const support::TemporaryFolder folder;
    const QString file = QString::fromStdString(folder / "a.log");
    writeFile(file, QByteArray(1'000'000, 'x'));
    writeFile(file + QStringLiteral(".1"), "the one before");
    app::logTo(file);
    qInfo("a new page");
    CHECK(contentOf(file).endsWith(" info a new page\n"));
    CHECK(contentOf(file).size() < 200);
    CHECK(contentOf(file + QStringLiteral(".1")).size() == 1'000'000);
}

TEST_CASE("Where no log can be written, work goes on", "[log]")
{
    support::qtApplication();
    const support::TemporaryFolder folder;
    app::logTo(QString::fromStdString(folder / "not/there/a.log"));
    qInfo("nobody hears this");
    CHECK_FALSE(QFile::exists(QString::fromStdString(folder / "not/there/a.log")));
}
