// What comes from outside in a request line and in tus headers: never a crash, and never a path or
// value that breaks the promises of the headers that read them.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/crypto/transfer_checksum.h"
#include "sync/hub/media/byte_range.h"
#include "sync/hub/media/tus_headers.h"
#include "sync/hub/remote.h"
#include "sync/hub/response_head.h"
#include "sync/hub/target.h"

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

void readTarget(const std::string& text)
{
    const auto target = hub::parseTarget(text);
    if (!target) return;
    must(target->path.starts_with('/'));
    must(("/" + target->path + "/").find("/../") == std::string::npos);
    for (const char c : target->path) must(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
}

void readRange(const std::string& text)
{
    constexpr std::uint64_t bytes = 1000;
    const auto range = hub::media::parseRange(text, bytes);
    if (range) must(range->first <= bytes && range->length <= bytes - range->first);
}

void writeHead(const std::string& text)
{
    hub::Response response;
    response.headers["x"] = text;
    const std::string head = hub::responseHead(response, true, 0);
    must(head.find("\r\n\r\n") == head.size() - 4);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    readTarget(text);
    readRange(text);
    writeHead(text);
    if (const auto bytes = hub::media::parseBytes(text)) must(*bytes >= 0);
    if (const auto metadata = hub::media::parseMetadata(text))
        must(metadata->size() <= text.size());
    if (auto checksum = crypto::TransferChecksum::announced(text)) must(!checksum->matches());
    must(!hub::clientAddress("peer", text, "peer").empty());
    return 0;
}
