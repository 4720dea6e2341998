#include "app/publishing.h"

#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include "core/base/clock.h"
#include "core/crypto/random.h"
#include "core/store/identity.h"
#include "core/store/open.h"
#include "sync/client/publish.h"

namespace app {
namespace {

template <class T>
base::Result<T> askNow(const Folders& folders,
                       const std::function<base::Result<T>(client::Publishing&)>& question)
try {
    auto db = store::open(folders.store.toStdString());
    if (!db) {
        return tl::unexpected(db.error());
    }
    const auto enrolment = store::Identity(*db).enrolment();
    if (!enrolment || enrolment->token.empty()) {
        return base::fail("device.not_enrolled", "本机尚未登记，请先登记");
    }
    const base::SystemClock clock;
    const auto transport =
        client::curlTransport(connectionTo(folders, enrolment->hubUrl, enrolment->hubPin));
    client::Publishing publishing(*transport, clock, crypto::randomBytes, enrolment->token);
    return question(publishing);
} catch (const std::exception& broken) {
    return base::fail("store.broken", "没有完成：本机数据出错", broken.what());
}

template <class T>
QFuture<base::Result<T>> ask(Machine& machine,
                             std::function<base::Result<T>(client::Publishing&)> question)
{
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start(
        [promise, folders = machine.folders, question = std::move(question)] {
            promise->addResult(askNow(folders, question));
            promise->finish();
        });
    return future;
}

base::Result<void> writeWhole(const QString& path, const std::string& text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(text.data(), static_cast<qint64>(text.size())) !=
            static_cast<qint64>(text.size()) ||
        !file.commit()) {
        return base::fail("file.not_written", "文件写不了，请换一个文件夹或清理空间",
                          path.toStdString());
    }
    return {};
}

}  // namespace

viewmodels::PublishModel::Hub publishingHub(Machine& machine)
{
    using domain::CampaignId;
    using Publications = std::vector<protocol::Publication>;
    viewmodels::PublishModel::Hub hub;
    hub.list = [&machine](const CampaignId& campaign) {
        return ask<Publications>(machine, [campaign](client::Publishing& publishing) {
            return publishing.list(campaign);
        });
    };
    hub.publish = [&machine](const CampaignId& campaign, int number, const std::string& reason) {
        return ask<protocol::Publication>(
            machine, [campaign, number, reason](client::Publishing& publishing) {
                return publishing.publish(campaign, number, reason);
            });
    };
    hub.save = [&machine](const CampaignId& campaign, int number, const QString& file) {
        return ask<void>(
            machine,
            [campaign, number, file](client::Publishing& publishing) -> base::Result<void> {
                const auto package = publishing.package(campaign, number);
                if (!package) {
                    return tl::unexpected(package.error());
                }
                return writeWhole(file, *package);
            });
    };
    return hub;
}

}  // namespace app
