#include "core/domain/json_record.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/codec_fields.h"
#include "sync/protocol/compression.h"

namespace protocol {

using domain::io::Json;

namespace {
base::Result<FeedHead> decodeHead(const std::string& line)
{
    const auto json = domain::io::parse(line);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), "head", Extra::ignored);
    FeedHead head;
    head.epoch = fields.text("epoch", 64);
    head.scope = fields.text("scope", 64);
    head.nextAfter = fields.whole("nextAfter");
    head.more = fields.flag("more");
    head.lastSeq = fields.whole("lastSeq");
    head.durableSeq = fields.whole("durableSeq");
    if (const auto parts = fields.object("reference", 20)) {
        Fields etags(*parts, "head.reference", Extra::ignored);
        for (const std::string& part : etags.keys())
            head.reference[part] = etags.text(part.c_str(), 100);
        if (const auto read = etags.done(true); !read) fields.absorb(read.error());
    }
    return fields.done(std::move(head));
}

/// Adds the line to the page's records, or to its unreadable ones.
base::Result<void> decodeRecord(const std::string& line, const std::string& path, FeedPage& page)
{
    const auto json = domain::io::parse(line);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), path, Extra::ignored);
    FeedRecord entry;
    entry.seq = fields.whole("seq");
    entry.receivedAtMs = fields.whole("receivedAtMs");
    const auto record = fields.object("record", 40);
    if (const auto read = fields.done(true); !read) return tl::unexpected(read.error());
    if (auto read = domain::receivedFrom(*record)) {
        entry.record = std::move(read->record);
        if (read->inspection && *read->inspection) entry.inspection = std::move(**read->inspection);
        page.records.push_back(std::move(entry));
    } else {
        page.unreadable.push_back({entry.seq, std::move(read.error())});
    }
    return {};
}
}  // namespace

std::string feedHeadLine(const FeedHead& head)
{
    Json parts = Json::object();
    for (const auto& [part, etag] : head.reference) parts[part] = etag;
    return dump({{"epoch", head.epoch},
                 {"scope", head.scope},
                 {"nextAfter", head.nextAfter},
                 {"more", head.more},
                 {"lastSeq", head.lastSeq},
                 {"durableSeq", head.durableSeq},
                 {"reference", std::move(parts)}});
}

std::string feedRecordLine(std::int64_t seq, std::int64_t receivedAtMs,
                           std::string_view canonicalRecord)
{
    std::string line = "{\"receivedAtMs\":" + std::to_string(receivedAtMs) + ",\"record\":";
    line.append(canonicalRecord);
    return line + ",\"seq\":" + std::to_string(seq) + "}";
}

base::Result<FeedPage> feedPageFromLines(std::span<const std::string> lines)
{
    if (lines.empty() || lines.size() > limits::feedRecords + 1)
        return base::fail("wire.lines", "数据格式有误：行数不对");
    auto head = decodeHead(lines[0]);
    if (!head) return tl::unexpected(head.error());
    FeedPage page;
    page.head = std::move(*head);
    page.records.reserve(lines.size() - 1);
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (const auto added = decodeRecord(lines[i], "line " + std::to_string(i + 1), page);
            !added)
            return tl::unexpected(added.error());
    return page;
}

std::string packLines(std::span<const std::string> lines)
{
    std::string plain;
    for (const std::string& line : lines) plain.append(line).push_back('\n');
    return compress(plain);
}

base::Result<std::vector<std::string>> splitLines(std::string_view plain, std::size_t linesLimit)
{
    std::vector<std::string> lines;
    while (!plain.empty()) {
        const std::size_t end = plain.find('\n');
        if (end == std::string_view::npos)
            return base::fail("wire.truncated", "数据不完整：内容在中途断开",
                              "line " + std::to_string(lines.size() + 1));
        if (end == 0)
            return base::fail("wire.lines", "数据格式有误：有空行",
                              "line " + std::to_string(lines.size() + 1));
        if (lines.size() == linesLimit) return base::fail("wire.lines", "数据格式有误：行数太多");
        lines.emplace_back(plain.substr(0, end));
        plain.remove_prefix(end + 1);
    }
    return lines;
}

base::Result<std::vector<std::string>> unpackLines(std::string_view body, std::size_t plainLimit,
                                                   std::size_t linesLimit)
{
    Unpacker unpacker(plainLimit);
    if (const auto fed = unpacker.feed(body); !fed) return tl::unexpected(fed.error());
    if (const auto ended = unpacker.finish(); !ended) return tl::unexpected(ended.error());
    return splitLines(unpacker.plain(), linesLimit);
}

}  // namespace protocol
