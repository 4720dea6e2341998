#include "sync/client/upload.h"

#include <catch2/catch.hpp>

#include "core/crypto/hash.h"
#include "core/store/media.h"
#include "core/store/records.h"
#include "sync/client/pace.h"
#include "sync/client/session.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"
#include "tests/support/synced_tablet.h"

using namespace support;
namespace header = protocol::header;

namespace {
/// Loopback that counts how many requests are given to it at once, and can lose one of them.
class SideBySide final : public client::Transport {
public:
    explicit SideBySide(TestHub& hub)
        : m_network([&hub]() -> hub::Handler& { return hub.handler(); })
    {
    }
    base::Result<client::Answer> send(const client::Request& request) override
    {
        return m_network.send(request);
    }
    std::vector<base::Result<client::Answer>> sendAll(
        const std::vector<client::Request>& requests) override
    {
        most = std::max(most, requests.size());
        std::int64_t bytes = 0;
        for (const client::Request& request : requests)
            bytes += request.file ? request.file->length : 0;
        mostBytes = std::max(mostBytes, bytes);
        auto answers = Transport::sendAll(requests);
        if (loseSecond && answers.size() > 1) {
            answers[1] = base::fail("net.cut", "网络中断");
            loseSecond = false;
        }
        return answers;
    }
    std::size_t most = 0;
    std::int64_t mostBytes = 0;
    bool loseSecond = false;

private:
    Loopback m_network;
};

client::RoundResult syncOver(client::Transport& network, SyncedTablet& tablet)
{
    return client::runSession(tablet.db(), network, tablet.tablet().clock(), seededBytes(3),
                              tablet.options());
}
}  // namespace

TEST_CASE("Photos go side by side, a few at once; an answer that is lost costs the others nothing")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    const auto id = tablet.inspect(county::village1, 5);
    SideBySide network(hub);
    network.loseSecond = true;
    const auto cut = syncOver(network, tablet);
    REQUIRE(cut.problem);
    CHECK(cut.problem->code == "net.cut");
    CHECK(network.most == 4);
    CHECK(cut.left.photosLeft == 7);
    CHECK_FALSE(syncOver(network, tablet).problem);
    const auto sent = store::Records(tablet.db()).newest(id);
    for (const domain::PhotoEntry& photo : sent->photos) CHECK(hub.holds(photo.sha256));
}

TEST_CASE("A photo counts as received only when the hub names it, whatever number of bytes it has")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    const auto id = tablet.inspect(county::village1, 1);
    // A network that changes what the upload is to be, and the digest that would tell with it.
    tablet.network().onSend = [](hub::Request& request) {
        const auto length = request.headers.find(header::uploadLength);
        if (length == request.headers.end()) return;
        length->second = std::to_string(std::stoll(length->second) + 1);
        request.headers.erase(header::headDigest);
    };
    // More often than a file is tried that the hub refuses: a bad link spends no attempts.
    for (int round = 0; round < 6; ++round) CHECK(tablet.sync().problem);
    CHECK(store::Media(tablet.db()).unsentTotals().files == 2);
    tablet.network().onSend = nullptr;
    CHECK(tablet.syncUntilDone());
    const auto sent = store::Records(tablet.db()).newest(id);
    CHECK(hub.holds(sent->photos[0].sha256));
    CHECK(hub.holds(sent->photos[0].thumbSha256));
}

namespace {
/// A network on which the hub has heard of no photo, and every piece is the last one of something
/// else: all bytes, and no name.
class NamesNothing final : public client::Transport {
public:
    explicit NamesNothing(TestHub& hub)
        : m_network([&hub]() -> hub::Handler& { return hub.handler(); })
    {
    }
    base::Result<client::Answer> send(const client::Request& request) override
    {
        client::Answer answer;
        answer.status = 200;
        answer.headers = {{header::protocol, "1"},
                          {header::nonce, request.headers.at(header::nonce)}};
        if (request.target == protocol::path::have) {
            answer.body = protocol::toBytes(protocol::HaveAnswer{});
            answer.headers[header::contentType] = protocol::media::json;
            answer.headers[header::contentDigest] =
                protocol::contentDigest({crypto::sha256(answer.body)});
        } else if (request.target.starts_with(protocol::path::uploads)) {
            const bool piece = request.method == "PATCH";
            pieces += piece ? 1 : 0;
            answer.headers[header::location] = "/v1/uploads/1";
            answer.headers[header::uploadOffset] = std::to_string(piece ? request.file->length : 0);
        } else {
            return m_network.send(request);
        }
        answer.headers[header::headDigest] =
            protocol::headDigest(std::to_string(answer.status), answer.headers);
        return answer;
    }
    int pieces = 0;

private:
    Loopback m_network;
};
}  // namespace

TEST_CASE("A photo that the hub names neither as whole nor as missing is sent")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    tablet.inspect(county::village1, 1);
    NamesNothing network(hub);
    CHECK(syncOver(network, tablet).left.photosLeft == 2);
    CHECK(network.pieces > 0);
}

TEST_CASE("Of a photo whose receipt was lost no byte is sent again: the hub names it as whole")
{
    TestHub hub;
    bool lose = true;
    SyncedTablet tablet(
        hub, 1, county::inspector(), [&lose](const client::Request& request, std::size_t) {
            const bool lost = lose && request.target.starts_with(protocol::path::uploads);
            return Fault{lost ? Fault::Kind::lostAnswer : Fault::Kind::none};
        });
    tablet.inspect(county::village1, 1);
    CHECK(tablet.sync().left.photosLeft == 2);
    lose = false;
    tablet.network().onSend = [](hub::Request& request) {
        CHECK_FALSE(request.path.starts_with(protocol::path::uploads));
    };
    CHECK(tablet.sync().left.photosLeft == 0);
}

TEST_CASE("All bytes without the photo's name are one mishap, of which a session bears six a photo")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    tablet.inspect(county::village1, 1);
    NamesNothing network(hub);
    const auto result = syncOver(network, tablet);
    REQUIRE(result.problem);
    CHECK(result.problem->code == "media.refused");
    CHECK(network.pieces == 2 * 7);
}

TEST_CASE(
    "A piece that came longer than it was sent is sent again, and a bad link spends no attempts")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    const auto id = tablet.inspect(county::village1, 1);
    int left = 0;
    tablet.network().onSend = [&left](hub::Request& request) {
        const bool piece =
            !request.body.empty() && request.path.starts_with(protocol::path::uploads);
        if (piece && left-- > 0) request.body += '!';
    };
    SECTION("once: the same session goes on")
    {
        left = 1;
        CHECK_FALSE(tablet.sync().problem);
        CHECK(left < 0);
    }
    SECTION("always: more sessions than a file is tried in that the hub refuses")
    {
        left = 1'000;
        for (int session = 0; session < 6; ++session) CHECK(tablet.sync().problem);
        CHECK(store::Media(tablet.db()).unsentTotals().files == 2);
        left = 0;
        CHECK(tablet.syncUntilDone());
    }
    const auto sent = store::Records(tablet.db()).newest(id);
    CHECK(hub.holds(sent->photos[0].sha256));
    CHECK(hub.holds(sent->photos[0].thumbSha256));
}

TEST_CASE("What goes side by side is no more than one piece of what the link carries")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    tablet.inspect(county::village1, 3, 50'000);
    SideBySide network(hub);
    client::Pace pace;
    for (int i = 0; i < 10; ++i) pace.piece.failed();
    tablet.options().pace = &pace;
    tablet.options().onProgress = [&pace](const client::Progress&) { pace.piece.failed(); };
    CHECK_FALSE(syncOver(network, tablet).problem);
    CHECK(network.most > 1);
    CHECK(network.mostBytes <= client::PieceSize::smallest);
}
