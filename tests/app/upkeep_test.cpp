#include "app/upkeep.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QSignalSpy>
#include <QThread>
#include <catch2/catch.hpp>
#include <set>

#include "app/log.h"
#include "app/machine.h"
#include "app/models.h"
#include "core/actions/photos.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "tests/app/qt_application.h"
#include "tests/support/attach_photo.h"
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
    options.photosFolder = options.dataFolder + QStringLiteral("/camera");
    options.position = QStringLiteral("none");
    auto machine = app::Machine::make(options);
    REQUIRE(machine);
    REQUIRE((*machine)->core.opened());
    return std::move(*machine);
}

void wantWideAndClose(Tablet& tablet)
{
    tablet.db().exec(
        R"(UPDATE checklist SET body =
           replace(body, '"photosAtLeast":1', '"photosAtLeast":1,"wideAndClose":true'))");
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
    app::Models models(*machine);
    app::Upkeep upkeep(*machine, models.shots);
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
        "warning media sweep: 0 photos found again, 2 files set aside, 1 missing"));

    upkeep.start();
    settle(*machine);
    CHECK(changed.count() == 1);  // the second time all is in order
}

TEST_CASE(
    "Shots that were noted when the app was killed are photos of their findings after the start",
    "[upkeep]")
{
    support::qtApplication();
    Tablet tablet;
    wantWideAndClose(tablet);
    const auto draft = tablet.start("LJ");
    const QString folder = QString::fromStdString(tablet.folder().path());
    QDir().mkpath(folder + QStringLiteral("/camera"));
    for (int i = 0; i < 10; ++i) {
        QImage picture(800, 600, QImage::Format_RGB32);
        picture.fill(QColor(10 * i, 120, 60));
        REQUIRE(picture.save(folder + QStringLiteral("/camera/%1.jpg").arg(i)));
    }
    const auto noted = [&] { return store::Shots(tablet.db()).list(); };
    std::vector<domain::FindingId> findings;
    {
        const auto machine = machineOver(tablet);
        auto models = std::make_unique<app::Models>(*machine);
        models->open.open(draft);
        REQUIRE(support::eventually([&] { return models->checklist.loaded(); }));
        for (int i = 0; i < 5; ++i) models->checklist.addTo(QStringLiteral("LJ07"));
        for (const auto& finding : models->open.editor().answer("LJ07").findings)
            findings.push_back(finding.id);
        models->capture.begin({});
        for (int i = 0; i < 10; ++i) models->capture.take();
        REQUIRE(support::eventually([&] {
            return noted().size() + store::Drafts(tablet.db()).photos(draft).size() == 10;
        }));
        models.reset();  // nothing that is made from now on comes to its row
    }
    REQUIRE_FALSE(noted().empty());

    const auto machine = machineOver(tablet);
    app::Models models(*machine);
    app::Upkeep upkeep(*machine, models.shots);
    QSignalSpy recovered(&upkeep, &app::Upkeep::recovered);
    const int left = static_cast<int>(noted().size());
    upkeep.start();
    REQUIRE(support::eventually([&] { return recovered.count() == 1; }, 20'000));
    CHECK(recovered.front() == QList<QVariant>{left, 0});
    const auto photos = store::Drafts(tablet.db()).find(draft)->photos;
    REQUIRE(photos.size() == 10);
    std::set<std::pair<std::string, bool>> with;
    for (const domain::PhotoEntry& photo : photos) {
        REQUIRE(photo.view);
        with.emplace(photo.finding.value, *photo.view == domain::PhotoView::wide);
        CHECK(photo.itemCode == "LJ07");
        CHECK(QFile::exists(mediaFile(tablet, photo)));
    }
    CHECK(with.size() == 10);  // one of each for each finding
    CHECK(noted().empty());
    CHECK(QDir(folder + QStringLiteral("/shots")).isEmpty());
    CHECK_FALSE(QFile::exists(folder + QStringLiteral("/media/strangers")));
}

TEST_CASE("A camera's file whose photo was entered just before the kill is not set aside",
          "[upkeep]")
{
    support::qtApplication();
    Tablet tablet;
    const QString shot = QString::fromStdString(tablet.folder() / "shots/1.jpg");
    writeFile(shot, "as the camera gave it");
    support::CapturedPhoto photo;
    photo.jpeg = "scaled";
    photo.originalPath = shot.toStdString();
    REQUIRE(
        support::attachPhoto(tablet.context(), tablet.mediaFolder(), tablet.start("LJ"), photo));
    const auto machine = machineOver(tablet);
    app::Models models(*machine);
    app::Upkeep upkeep(*machine, models.shots);
    QSignalSpy recovered(&upkeep, &app::Upkeep::recovered);
    QSignalSpy swept(&upkeep, &app::Upkeep::swept);
    upkeep.start();
    REQUIRE(support::eventually([&] { return swept.count() == 1; }));
    CHECK(recovered.count() == 0);
    CHECK_FALSE(QFile::exists(shot));
}

TEST_CASE("A noted shot whose file is no photo is set aside and told, and holds up nothing",
          "[upkeep]")
{
    support::qtApplication();
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const QString folder = QString::fromStdString(tablet.folder().path());
    store::Shot shot;
    shot.target = draft.value;
    shot.file = (folder + QStringLiteral("/shots/half.jpg")).toStdString();
    shot.ours = true;
    writeFile(QString::fromStdString(shot.file), "\xff\xd8 and no more");
    REQUIRE(actions::noteShot(tablet.context(), tablet.mediaFolder(), shot));

    const auto machine = machineOver(tablet);
    app::Models models(*machine);
    app::Upkeep upkeep(*machine, models.shots);
    QSignalSpy recovered(&upkeep, &app::Upkeep::recovered);
    upkeep.start();
    REQUIRE(support::eventually([&] { return recovered.count() == 1; }));
    CHECK(recovered.front() == QList<QVariant>{0, 1});
    CHECK(QFile::exists(folder + QStringLiteral("/media/strangers/half.jpg")));
    CHECK(store::Shots(tablet.db()).list().empty());
}

TEST_CASE("A folder in which all is in order is left as it is, and nobody is told", "[upkeep]")
{
    support::qtApplication();
    Tablet tablet;
    const auto photo = tablet.photo(tablet.start("LJ"));
    const auto machine = machineOver(tablet);
    app::Models models(*machine);
    app::Upkeep upkeep(*machine, models.shots);
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
