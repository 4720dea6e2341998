#pragma once

#include <QFuture>
#include <QString>
#include <memory>

#include "app/core_thread.h"
#include "app/options.h"
#include "app/platform/camera.h"
#include "app/platform/heading.h"
#include "app/platform/network_state.h"
#include "app/platform/photo_processor.h"
#include "app/platform/position.h"
#include "app/sync_loop.h"
#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "sync/client/curl_transport.h"
#include "sync/client/enrol.h"
#include "sync/client/pace.h"
#include "sync/client/wishes.h"

namespace app {

/// Where things are under the data folder.
struct Folders {
    QString data;
    QString store;  ///< the database file
    QString media;  ///< photos by their hash
    QString shots;  ///< what the camera wrote and nobody processed yet
    QString log;
    QString exports;
    QString hubCa;  ///< who must have signed the hub's certificate, when the office gave a file
};

Folders foldersIn(const QString& dataFolder);

/// How every connection to the hub is made: held to its key or to a CA of one's own where there is
/// one.
client::CurlOptions connectionTo(const Folders& folders, const std::string& url,
                                 const std::string& pin);

/// What the app runs on, below the view-models: clock, database thread, sync, camera, position.
/// Member order is life order: the database thread ends after all that sends it work.
class Machine {
public:
    /// Fails when an option names something that is not there ("position.*", "data.folder"). The
    /// database is opened in the background; ask core.opened().
    static base::Result<std::unique_ptr<Machine>> make(const Options& options);

    ~Machine();

    /// Enrols as what the options call this tablet, on a connection of its own, so that the screens
    /// go on meanwhile. `ask.hubUrl` is what the office gave: see client::hubAddressFrom.
    QFuture<base::Result<void>> enrol(client::EnrolAsk ask);

    const Options options;
    const Folders folders;
    base::SystemClock clock;
    base::UuidSource ids;
    platform::NetworkState network;
    client::Wishes wishes;  ///< photos that a page waits for
    client::Pace pace;      ///< of the link; the sync thread's
    CoreThread core;
    platform::ChosenPosition position;
    std::unique_ptr<platform::Heading> heading = platform::makeDeviceHeading();
    std::unique_ptr<platform::Camera> camera;  ///< null: there is none
    platform::PhotoProcessor photos;
    SyncLoop sync;

private:
    explicit Machine(const Options& options);
    RunRound round();
    base::Result<void> takeHubCa() const;
    base::Result<void> enrolNow(client::EnrolAsk ask);
};

}  // namespace app
