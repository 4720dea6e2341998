#include "sync/client/upload.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <numeric>
#include <span>
#include <vector>

#include "core/crypto/hash.h"
#include "sync/client/tus.h"
#include "sync/protocol/codec.h"

namespace client {

namespace {
using Items = std::span<const store::MediaItem>;

/// Said of a file that got no further in several requests, though none was refused for good.
constexpr const char* overAndOver = "media.refused";

void mark(Round& round, const domain::Sha256& sha256, const base::Error& error, bool missing)
{
    SQLite::Transaction transaction(round.db);
    store::Media media(round.db);
    media.putFailed(sha256, error.code, error.message, error.code != overAndOver);
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

/// What the hub has of these, and how much of it.
Reply<protocol::HaveAnswer> askHave(Round& round, Items items)
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
    return std::move(*answer);
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

/// So many at once: while one waits for its answer the others keep the link busy.
constexpr std::size_t sideBySide = 4;

struct Sending {
    store::MediaItem item;
    TusUpload upload;

    std::int64_t left() const { return item.bytes - upload.offset(); }
};
using Uploads = std::vector<std::unique_ptr<Sending>>;

/// Nothing when the file cannot be sent; then it is marked.
std::unique_ptr<Sending> begin(Round& round, const store::MediaItem& item, std::int64_t offset)
{
    const std::string path =
        round.options.mediaFolder + "/" + store::mediaPath(item.sha256, item.kind);
    if (const auto damage = damageOf(item, path)) {
        mark(round, item.sha256, *damage, true);
        return nullptr;
    }
    return std::make_unique<Sending>(Sending{item, TusUpload(round, item, path, offset)});
}

/// The first, and more while they all fit into one piece: what is on its way when a link breaks is
/// lost, and on a slow one that is much for each that goes beside another.
std::size_t countInTurn(const Round& round, const Uploads& uploads)
{
    std::int64_t left = round.pace.piece.bytes() - uploads.front()->left();
    std::size_t count = 1;
    while (count < uploads.size() && uploads[count]->left() <= left)
        left -= uploads[count++]->left();
    return count;
}

/// One request of each that has its turn.
std::vector<Reply<Answer>> askEach(Round& round, std::span<const std::unique_ptr<Sending>> turn)
{
    std::vector<Request> requests;
    std::vector<std::int64_t> sent;
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < turn.size(); ++i) {
        TusUpload& upload = turn[i]->upload;
        requests.push_back(upload.next(round.pace.piece.bytes()));
        bytes += upload.askedBytes();
        sent.push_back(upload.offset());
    }
    for (std::size_t i = 0; i < turn.size(); ++i)
        requests[i].onSent = [&round, &sent, i, from = sent[i]](std::int64_t now) {
            sent[i] = from + now;
            round.reportSent(std::accumulate(sent.begin(), sent.end(), std::int64_t{0}));
            return !round.stopped();
        };
    const std::int64_t began = round.clock.bootMs();
    auto answers = round.link.askAll(std::move(requests), {});
    const bool arrived = std::all_of(answers.begin(), answers.end(),
                                     [](const auto& answer) { return answer.has_value(); });
    if (bytes > 0) round.pace.piece.count(arrived, bytes, round.clock.bootMs() - began);
    return answers;
}

/// Moves each upload on by a request and drops those that have come to an end.
Reply<void> takeTurn(Round& round, Uploads& uploads)
{
    const auto turn = std::span(uploads).first(countInTurn(round, uploads));
    const auto answers = askEach(round, turn);
    Reply<void> outcome;
    for (std::size_t i = 0; i < turn.size(); ++i) {
        std::unique_ptr<Sending>& sending = turn[i];
        const auto step = sending->upload.answered(answers[i]);
        const domain::Sha256 sha256 = sending->item.sha256;
        if (!step && step.error().endsRound()) {
            if (outcome) outcome = step;
        } else if (sending->upload.givenUp()) {
            mark(round, sha256,
                 step ? base::Error{overAndOver, "照片多次上传失败，稍后自动重试", sha256.value}
                      : step.error().error,
                 false);
            sending.reset();
        } else if (sending->upload.complete()) {
            markReceived(round, sha256);
            sending.reset();
        }
    }
    std::erase(uploads, nullptr);
    return outcome;
}

Reply<void> sendGroup(Round& round, Items items, const std::function<Reply<void>()>& between)
{
    const auto have = askHave(round, items);
    if (!have) return tl::unexpected(have.error());
    Uploads uploads;
    for (std::size_t at = 0; at < items.size() || !uploads.empty();) {
        while (uploads.size() < sideBySide && at < items.size()) {
            const store::MediaItem& item = items[at++];
            const auto part = have->missing.find(item.sha256);
            const std::int64_t offset = part == have->missing.end() ? 0 : part->second;
            if (have->whole.contains(item.sha256))
                markReceived(round, item.sha256);
            else if (auto sending = begin(round, item, offset))
                uploads.push_back(std::move(sending));
        }
        if (uploads.empty()) continue;
        round.report(uploads.front()->item.kind == store::MediaKind::thumb
                         ? Activity::sendingThumbs
                         : Activity::sendingPhotos);
        if (const auto urgent = between(); !urgent) return urgent;
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        if (const auto turn = takeTurn(round, uploads); !turn) return turn;
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
