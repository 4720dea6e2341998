#include "sync/client/upload.h"

#include <filesystem>
#include <map>
#include <span>

#include "core/crypto/hash.h"
#include "sync/client/tus.h"
#include "sync/protocol/codec.h"

namespace client {

namespace {
using Items = std::span<const store::MediaItem>;

void mark(Round& round, const domain::Sha256& sha256, const base::Error& error, bool missing)
{
    SQLite::Transaction transaction(round.db);
    store::Media media(round.db);
    media.putFailed(sha256, error.code, error.message);
    if (missing) media.putMissing(sha256);
    transaction.commit();
    round.result.changed = true;
    round.note({error, 400});
}

void markReceived(Round& round, const domain::Sha256& sha256)
{
    SQLite::Transaction transaction(round.db);
    store::Media(round.db).putReceived(sha256, round.clock.wallMs());
    transaction.commit();
    round.result.changed = true;
}

/// What the hub still wants of these, with the bytes it has of each.
Reply<std::map<domain::Sha256, std::int64_t>> askMissing(Round& round, Items items)
{
    protocol::HaveRequest have;
    for (const store::MediaItem& item : items) have.hashes.push_back(item.sha256);
    Request request;
    request.method = "POST";
    request.target = protocol::path::have;
    request.headers[protocol::header::contentType] = protocol::media::json;
    request.body = toBytes(have);
    const auto reply = round.link.ask(std::move(request), protocol::media::json);
    if (!reply) return tl::unexpected(reply.error());
    auto answer = protocol::haveAnswerFromBytes(reply->body);
    if (!answer) return tl::unexpected(unreadable(answer.error()));
    return std::move(answer->missing);
}

/// Nothing when the file is what its name says.
std::optional<base::Error> damageOf(const store::MediaItem& item, const std::string& path)
{
    const auto hash = crypto::sha256OfFile(path);
    if (!hash)
        return base::Error{"media.missing", "照片文件在平板上找不到了，无法上传；如仍在现场请补拍",
                           item.sha256.value};
    if (hash->sha256 != item.sha256.value || hash->bytes != item.bytes)
        return base::Error{"media.damaged", "照片文件已损坏，无法上传；如仍在现场请补拍",
                           item.sha256.value};
    return {};
}

Reply<void> sendOne(Round& round, const store::MediaItem& item, std::int64_t offset,
                    const std::function<Reply<void>()>& between)
{
    const std::string path =
        round.options.mediaFolder + "/" + store::mediaPath(item.sha256, item.kind);
    if (const auto damage = damageOf(item, path)) {
        mark(round, item.sha256, *damage, true);
        return {};
    }
    TusUpload upload(round, item, path, offset);
    while (!upload.complete()) {
        if (const auto urgent = between(); !urgent) return urgent;
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        const auto step = upload.step();
        if (!step && step.error().endsRound()) return step;
        if (upload.givenUp()) {
            mark(round, item.sha256,
                 step ? base::Error{"media.refused", "照片多次上传失败，稍后自动重试",
                                    item.sha256.value}
                      : step.error().error,
                 false);
            return {};
        }
    }
    markReceived(round, item.sha256);
    return {};
}

Reply<void> sendGroup(Round& round, Items items, const std::function<Reply<void>()>& between)
{
    const auto missing = askMissing(round, items);
    if (!missing) return tl::unexpected(missing.error());
    for (const store::MediaItem& item : items) {
        const auto wanted = missing->find(item.sha256);
        if (wanted == missing->end()) {
            markReceived(round, item.sha256);
            continue;
        }
        round.report(item.kind == store::MediaKind::thumb ? Activity::sendingThumbs
                                                          : Activity::sendingPhotos);
        if (const auto sent = sendOne(round, item, wanted->second, between); !sent) return sent;
    }
    return {};
}
}  // namespace

Reply<void> sendMedia(Round& round, const std::function<Reply<void>()>& between)
{
    constexpr std::size_t most = 20'000;
    const std::vector<store::MediaItem> items = store::Media(round.db).toSend(most);
    for (std::size_t at = 0; at < items.size(); at += protocol::limits::haveHashes) {
        const std::size_t count = std::min(protocol::limits::haveHashes, items.size() - at);
        if (const auto sent = sendGroup(round, Items(items).subspan(at, count), between); !sent)
            return sent;
    }
    return {};
}

}  // namespace client
