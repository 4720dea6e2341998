#include "sync/client/fetch.h"

#include <filesystem>

#include "core/crypto/hash.h"
#include "core/domain/limits.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/wanted_media.h"
#include "sync/client/durable_file.h"
#include "sync/client/wishes.h"

namespace client {

namespace {
namespace fs = std::filesystem;

std::int64_t sizeOf(const fs::path& path)
{
    std::error_code failed;
    const auto bytes = fs::file_size(path, failed);
    return failed ? 0 : static_cast<std::int64_t>(bytes);
}

/// Goes on with what a cut left in `part`; the answer tells whether it may.
Reply<void> download(Round& round, const domain::Sha256& sha256, const std::string& part)
{
    const std::int64_t have = sizeOf(part);
    Request request;
    request.target = protocol::path::blobs + sha256.value;
    request.deadline = std::chrono::minutes(10);
    request.download = Download{part, have, static_cast<std::int64_t>(domain::limits::photoBytes)};
    if (have > 0) request.headers["range"] = "bytes=" + std::to_string(have) + "-";
    const auto reply = round.link.ask(std::move(request), {});
    if (!reply) return tl::unexpected(reply.error());
    return {};
}

void keep(Round& round, const store::WantedFile& wanted, std::int64_t bytes)
{
    SQLite::Transaction transaction(round.db);
    store::MediaItem item;
    item.sha256 = wanted.sha256;
    item.kind = wanted.kind;
    item.pulled = true;
    item.bytes = bytes;
    item.state = store::MediaState::kept;
    item.inspection = wanted.inspection;
    item.createdAtMs = round.clock.wallMs();
    store::Media(round.db).add(item);
    transaction.commit();
    round.result.changed = true;
}

Reply<void> fetchOne(Round& round, const store::WantedFile& wanted)
{
    const std::string path =
        round.options.mediaFolder + "/" + store::mediaPath(wanted.sha256, wanted.kind);
    const std::string part = path + ".part";
    std::error_code failed;
    makeFolder(round.options.mediaFolder);
    makeFolder(fs::path(path).parent_path().string());
    round.report(Activity::fetchingPhotos);
    const auto downloaded = download(round, wanted.sha256, part);
    if (!downloaded) {
        // 416: the part is longer than the photo, or not of it.
        if (downloaded.error().status == 416) fs::remove(part, failed);
        return downloaded;
    }
    const auto hash = crypto::sha256OfFile(part);
    if (!hash || hash->sha256 != wanted.sha256.value) {
        fs::remove(part, failed);
        return tl::unexpected(unreadable({"media.damaged", {}, wanted.sha256.value}));
    }
    if (const auto kept = keepFile(part, path); !kept)
        return tl::unexpected(Failure{kept.error(), 400});
    keep(round, wanted, hash->bytes);
    return {};
}

void makeRoom(Round& round)
{
    for (const store::MediaItem& item :
         store::Media(round.db).pulledBeyond(round.options.cacheLimitBytes)) {
        SQLite::Transaction transaction(round.db);
        store::Media(round.db).putDeleted(item.sha256);
        transaction.commit();
        std::error_code failed;
        fs::remove(round.options.mediaFolder + "/" + store::mediaPath(item.sha256, item.kind),
                   failed);
    }
}
}  // namespace

Reply<void> fetchWishes(Round& round)
{
    if (round.options.wishes == nullptr) return {};
    while (const auto wish = round.options.wishes->take()) {
        const auto wanted = store::WantedMedia(round.db).find(*wish);
        if (!wanted) continue;
        const auto fetched = fetchOne(round, *wanted);
        if (fetched || !fetched.error().endsRound()) continue;
        round.options.wishes->wish(*wish);
        return fetched;
    }
    return {};
}

Reply<void> fetchAhead(Round& round)
{
    constexpr std::size_t most = 500;
    const auto enrolment = store::Identity(round.db).enrolment();
    std::int64_t room = round.options.cacheLimitBytes - store::Media(round.db).pulledBytes();
    for (const store::WantedFile& wanted :
         store::WantedMedia(round.db).ahead(enrolment->user.id, most)) {
        if (room <= 0) break;
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        if (const auto wished = fetchWishes(round); !wished) return wished;
        const auto fetched = fetchOne(round, wanted);
        if (!fetched && fetched.error().endsRound()) return fetched;
        if (fetched)
            room -= sizeOf(round.options.mediaFolder + "/" +
                           store::mediaPath(wanted.sha256, wanted.kind));
    }
    makeRoom(round);
    return {};
}

}  // namespace client
