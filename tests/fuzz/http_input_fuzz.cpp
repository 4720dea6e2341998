// Bytes on a socket that are said to be HTTP, to the real server: never a crash, every connection
// ends, and no handler is given more of a body than it agreed to.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sync/hub/http_server.h"
#include "tests/hub/web/raw_client.h"

namespace {

constexpr std::size_t bodyBytes = 1000;

void must(bool holds)
{
    if (!holds) std::abort();
}

class Sink final : public hub::BodySink {
public:
    std::optional<hub::Response> chunk(std::span<const std::byte> piece) override
    {
        must(!piece.empty());
        m_bytes += piece.size();
        must(m_bytes <= bodyBytes && !m_ended);
        return std::nullopt;
    }
    hub::Response finish() override
    {
        must(!m_ended);
        m_ended = true;
        return {};
    }
    void cut() override { m_ended = true; }

private:
    std::size_t m_bytes = 0;
    bool m_ended = false;
};

class Target final : public hub::Handler {
public:
    std::optional<hub::WholeBody> whole(const hub::Request& request) override
    {
        if (request.path.starts_with("/s")) return std::nullopt;
        return hub::WholeBody{bodyBytes};
    }
    hub::Intake intake(const hub::Request& request) override
    {
        must(request.path.starts_with("/"));
        return hub::StreamedBody{std::make_unique<Sink>(), bodyBytes};
    }
    hub::Response handle(const hub::Request& request) override
    {
        must(request.body.size() <= bodyBytes);
        hub::Response response;
        response.body = request.method;
        return response;
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Target target;
    static hub::HttpServer server(hub::HttpOptions(), target);
    if (size < 1) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t half = text.size() * data[0] / 256;
    testing::RawClient client(server.port());
    try {
        client.send(text.substr(0, half));
        client.send(text.substr(half));
        client.finishSending();
    } catch (const std::exception&) {  // refused before the end: as good
    }
    must(client.closesWithin(std::chrono::minutes(2)));  // on a busy machine too
    return 0;
}
