#include <algorithm>

#include "core/crypto/hash.h"
#include "sync/client/carried.h"
#include "sync/client/rescue.h"
#include "sync/client/tus.h"
#include "sync/protocol/codec.h"

namespace client {

namespace fs = std::filesystem;

namespace {
std::vector<fs::path> sorted(const fs::path& folder)
{
    std::vector<fs::path> all;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) all.push_back(entry.path());
    std::ranges::sort(all, [](const fs::path& a, const fs::path& b) {
        const auto key = [](const fs::path& path) {
            return std::pair(path.filename().native().size(), path.filename().native());
        };
        return key(a) < key(b);
    });
    return all;
}

bool isBatch(const fs::path& file)
{
    return file.filename().native().starts_with("records-");
}

/// True when the hub will not take it later either, as things are.
bool isForGood(const Failure& failure)
{
    const std::string& code = failure.error.code;
    return failure.refusesContent() || code == protocol::code::handover ||
           code == protocol::code::pushGap || code == protocol::code::pushCloned ||
           code == protocol::code::pushDevice;
}

/// Done when the hub has answered for each record.
Reply<void> handOver(Round& round, const fs::path& file)
{
    const auto batch = readBatch(file);
    if (!batch || batch->lines.empty()) {
        putRefused(file);
        return {};
    }
    Request request;
    request.method = "POST";
    request.target = protocol::path::handover;
    request.headers[protocol::header::contentType] = protocol::media::lines;
    request.headers[protocol::header::device] = batch->device.value;
    request.headers[protocol::header::signature] = batch->signature;
    request.body = protocol::packLines(batch->lines);
    const auto reply = round.link.ask(std::move(request), protocol::media::json);
    if (!reply) return tl::unexpected(reply.error());
    const auto answer = protocol::pushAnswerFromBytes(reply->body);
    if (!answer || answer->results.size() != batch->lines.size())
        return tl::unexpected(unreadable({"push.other_batch", {}, {}}));
    std::error_code failed;
    fs::remove(file, failed);
    return {};
}

std::optional<store::MediaItem> itemOf(const fs::path& file)
{
    store::MediaItem item;
    item.sha256 = {file.stem().string()};
    const std::string kind = file.extension().string();
    if (kind == ".thumb")
        item.kind = store::MediaKind::thumb;
    else if (kind == ".original")
        item.kind = store::MediaKind::original;
    else if (kind != ".photo")
        return {};
    std::error_code failed;
    item.bytes = static_cast<std::int64_t>(fs::file_size(file, failed));
    return item;
}

Reply<bool> isOnHub(Round& round, const domain::Sha256& sha256)
{
    Request request;
    request.method = "POST";
    request.target = protocol::path::have;
    request.headers[protocol::header::contentType] = protocol::media::json;
    request.body = toBytes(protocol::HaveRequest{{sha256}});
    const auto reply = round.link.ask(std::move(request), protocol::media::json);
    if (!reply) return tl::unexpected(reply.error());
    const auto answer = protocol::haveAnswerFromBytes(reply->body);
    if (!answer) return tl::unexpected(unreadable(answer.error()));
    return answer->whole.contains(sha256);
}

Reply<void> sendPhoto(Round& round, const fs::path& file)
{
    const auto item = itemOf(file);
    if (!item) return {};
    const auto there = isOnHub(round, item->sha256);
    if (!there) return tl::unexpected(there.error());
    if (!*there) {
        TusUpload upload(round, *item, file.string(), 0);
        while (!upload.complete()) {
            if (round.stopped()) return tl::unexpected(stoppedFailure());
            const auto step = upload.step();
            if (!step && (step.error().endsRound() || upload.givenUp())) return step;
            if (upload.givenUp()) return {};
        }
    }
    std::error_code failed;
    fs::remove(file, failed);
    return {};
}

/// Each file of each load that `wanted` names; one that fails holds up no other.
Reply<void> each(Round& round, bool batches,
                 const std::function<Reply<void>(Round&, const fs::path&)>& send)
{
    for (const fs::path& load : sorted(carriedFolder(round.options.mediaFolder))) {
        if (load.filename() == "unfinished") continue;
        for (const fs::path& file : sorted(load)) {
            if (isBatch(file) != batches || isRefused(file)) continue;
            if (round.stopped()) return tl::unexpected(stoppedFailure());
            const auto sent = send(round, file);
            if (!sent && sent.error().endsRound()) return sent;
            if (sent) continue;
            round.note(sent.error());
            if (isForGood(sent.error())) putRefused(file);
        }
        std::error_code failed;
        fs::remove(load, failed);  // once it is empty
    }
    return {};
}
}  // namespace

Reply<void> sendCarriedRecords(Round& round)
{
    return each(round, true, handOver);
}

Reply<void> sendCarriedPhotos(Round& round)
{
    return each(round, false, sendPhoto);
}

}  // namespace client
