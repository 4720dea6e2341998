#include "app/machine.h"

#include <QDir>
#include <QFile>
#include <QThreadPool>

#include "core/actions/device.h"
#include "core/crypto/random.h"
#include "core/store/identity.h"
#include "core/store/open.h"
#include "core/store/sync_choice.h"
#include "sync/client/curl_transport.h"
#include "sync/client/hub_address.h"
#include "sync/client/session.h"

namespace app {
namespace {

/// Opens the store and makes sure that the tablet has its keys, once for the whole life of the app.
base::Result<SQLite::Database> openPrepared(const std::string& path, const base::Clock& clock,
                                            base::UuidSource& ids)
{
    auto db = store::open(path);
    if (!db) {
        return db;
    }
    actions::Context context{*db, clock, ids};
    if (auto keys = actions::prepareDevice(context); !keys) {
        return tl::unexpected(keys.error());
    }
    return db;
}

RoundResult asLoopResult(const client::RoundResult& round)
{
    RoundResult result;
    result.enrolled = round.enrolled;
    result.changed = round.changed;
    result.recordsLeft = round.left.recordsLeft;
    result.photosLeft = round.left.photosLeft;
    result.bytesLeft = round.left.bytesLeft;
    result.problem = round.problem;
    result.retryAfterS = round.retryAfterS;
    return result;
}

/// The user's choice of networks keeps this round from going anywhere.
RoundResult heldBack()
{
    RoundResult held;
    held.problem = base::Error{
        "sync.held", "按设置，现在的网络不用来同步；需要时到“设置”里改，数据都在平板上", {}};
    return held;
}

std::unique_ptr<platform::Camera> cameraFor(const Options& options, const Folders& folders)
{
    return options.photosFolder.isEmpty()
               ? platform::makeDeviceCamera(folders.shots)
               : platform::makeFolderCamera(options.photosFolder, folders.shots);
}

}  // namespace

client::CurlOptions connectionTo(const Folders& folders, const std::string& url,
                                 const std::string& pin)
{
    client::CurlOptions connection;
    connection.hubUrl = url;
    connection.pinnedKey = pin;
    if (QFile::exists(folders.hubCa)) connection.caFile = folders.hubCa.toStdString();
    return connection;
}

Folders foldersIn(const QString& dataFolder)
{
    return {dataFolder,
            dataFolder + QStringLiteral("/tablet.db"),
            dataFolder + QStringLiteral("/media"),
            dataFolder + QStringLiteral("/shots"),
            dataFolder + QStringLiteral("/xuncun.log"),
            dataFolder + QStringLiteral("/exports"),
            dataFolder + QStringLiteral("/hub-ca.pem")};
}

base::Result<std::unique_ptr<Machine>> Machine::make(const Options& options)
{
    if (!QDir().mkpath(options.dataFolder)) {
        return base::fail("data.folder", "数据文件夹建不了，请检查路径和权限",
                          options.dataFolder.toStdString());
    }
    std::unique_ptr<Machine> machine(new Machine(options));
    if (!options.position.isEmpty()) {
        if (const auto chosen = machine->position.choose(options.position); !chosen) {
            return tl::unexpected(chosen.error());
        }
    }
    return machine;
}

Machine::Machine(const Options& asked)
    : options(asked),
      folders(foldersIn(asked.dataFolder)),
      ids(clock, crypto::randomBytes),
      core([this, path = folders.store.toStdString()] { return openPrepared(path, clock, ids); }),
      camera(cameraFor(asked, folders)),
      photos(folders.media),
      sync([path = folders.store.toStdString()] { return store::open(path); }, round(), network)
{
}

/// What was tapped is saved before anything else is waited for: the sync loop may give up waiting.
Machine::~Machine()
{
    core.finish();
}

RunRound Machine::round()
{
    return
        [this](SQLite::Database& db, const ReportProgress& report, const std::atomic<bool>& stop) {
            const auto enrolment = store::Identity(db).enrolment();
            if (!enrolment || enrolment->token.empty()) {
                RoundResult nobody;
                nobody.enrolled = false;
                return nobody;
            }
            const store::SyncChoice choice = store::syncChoice(db);
            const bool metered = network.isMetered();
            if (!store::allows(choice.records, metered)) {
                return heldBack();
            }
            const auto transport =
                client::curlTransport(connectionTo(folders, enrolment->hubUrl, enrolment->hubPin));
            client::SessionOptions session;
            session.mediaFolder = folders.media.toStdString();
            session.photos = store::allows(choice.photos, metered) ? client::PhotoPolicy::send
                                                                   : client::PhotoPolicy::hold;
            session.stop = &stop;
            session.wishes = &wishes;
            session.pace = &pace;
            session.onProgress = [&report](const client::Progress& progress) {
                SyncProgress shown;
                shown.recordsLeft = progress.recordsLeft;
                shown.photosLeft = progress.photosLeft;
                shown.bytesLeft = progress.bytesLeft;
                report(shown);
            };
            return asLoopResult(
                client::runSession(db, *transport, clock, crypto::randomBytes, session));
        };
}

base::Result<void> Machine::takeHubCa() const
{
    if (options.hubCaFile.isEmpty()) {
        return {};
    }
    QFile::remove(folders.hubCa);
    if (!QFile::copy(options.hubCaFile, folders.hubCa)) {
        return base::fail("hub.ca", "证书文件读不出来，或数据文件夹写不进去",
                          options.hubCaFile.toStdString());
    }
    return {};
}

base::Result<void> Machine::enrolNow(client::EnrolAsk ask)
try {
    const auto address = client::hubAddressFrom(ask.hubUrl);
    if (!address) {
        return tl::unexpected(address.error());
    }
    ask.hubUrl = address->url;
    ask.hubPin = address->pin;
    if (auto taken = takeHubCa(); !taken) {
        return taken;
    }
    auto db = store::open(folders.store.toStdString());
    if (!db) {
        return tl::unexpected(db.error());
    }
    const auto transport = client::curlTransport(connectionTo(folders, ask.hubUrl, ask.hubPin));
    actions::Context context{*db, clock, ids};
    const auto keys = actions::prepareDevice(context);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    ask.onlyUser = actions::ownerOfUnsent(context);
    const auto enrolment = client::enrol(*transport, clock, crypto::randomBytes, *keys, ask);
    if (!enrolment) {
        return tl::unexpected(enrolment.error());
    }
    return actions::storeEnrolment(context, *enrolment);
} catch (const std::exception& broken) {
    return base::fail("store.broken", "没有登记成功：本机数据出错", broken.what());
}

QFuture<base::Result<void>> Machine::enrol(client::EnrolAsk ask)
{
    ask.deviceName = options.deviceName.toStdString();
    auto promise = std::make_shared<QPromise<base::Result<void>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([this, promise, ask = std::move(ask)] {
        promise->addResult(enrolNow(ask));
        promise->finish();
    });
    return future;
}

}  // namespace app
