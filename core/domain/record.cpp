#include "core/domain/record.h"

#include <array>
#include <utility>

#include "core/base/uuid.h"
#include "core/domain/json_inspection.h"
#include "core/domain/json_io.h"
#include "core/domain/received.h"

namespace domain {

namespace {
constexpr std::array<std::pair<RecordKind, const char*>, 9> kindNames{{
    {RecordKind::inspection, "inspection"},
    {RecordKind::review, "review"},
    {RecordKind::rectification, "rectification"},
    {RecordKind::appeal, "appeal"},
    {RecordKind::publication, "publication"},
    {RecordKind::redaction, "redaction"},
    {RecordKind::photoReceived, "photo.received"},
    {RecordKind::photoRejected, "photo.rejected"},
    {RecordKind::scope, "scope"},
}};
}  // namespace

RecordKind kindOf(const std::string& kind)
{
    for (const auto& [value, name] : kindNames)
        if (kind == name) return value;
    return RecordKind::unknown;
}

std::string toText(RecordKind kind)
{
    for (const auto& [value, name] : kindNames)
        if (kind == value) return name;
    return {};
}

template <class Io>
void describe(Io& io, Record& record)
{
    io.field("id", record.id);
    io.field("kind", record.kind);
    io.field("author", record.author);
    io.field("device", record.device);
    io.field("incarnation", record.incarnation);
    io.field("deviceSeq", record.deviceSeq);
    io.field("createdAtMs", record.createdAtMs);
}

std::string canonical(const Record& record)
{
    io::Json json = io::Writer::encode(record);
    json["body"] = io::Json::parse(record.body);
    return json.dump();
}

namespace {
base::Result<io::Json> parseRecord(const std::string& line)
{
    if (line.size() > limits::recordBytes)
        return base::fail("record.too_large", "记录超过大小上限");
    base::Result<io::Json> json = io::parse(line);
    if (!json) return json;
    const auto body = json->is_object() ? json->find("body") : json->end();
    if (body == json->end() || !body->is_object())
        return base::fail("json.missing", "数据格式有误：body 缺失", "body");
    return json;
}

/// Takes the body out of the JSON.
base::Result<Record> recordIn(io::Json& json)
{
    const auto body = json.find("body");
    Record record;
    record.body = body->dump();
    json.erase(body);
    base::Error error;
    io::Reader reader(json, {}, error);
    describe(reader, record);
    reader.finish();
    if (!error.code.empty()) return tl::unexpected(error);
    if (!base::isUuid(record.id.value))
        return base::fail("record.id", "记录编号不是有效的 UUID", "id");
    if (record.kind.empty() || record.kind.size() > 40 || record.deviceSeq < 1)
        return base::fail("record.header", "记录头有误",
                          record.kind.empty() ? "kind" : "deviceSeq");
    return record;
}
}  // namespace

base::Result<Record> recordFromJson(const std::string& line)
{
    base::Result<io::Json> json = parseRecord(line);
    if (!json) return tl::unexpected(json.error());
    return recordIn(*json);
}

base::Result<Received> receivedFromJson(const std::string& line)
{
    base::Result<io::Json> json = parseRecord(line);
    if (!json) return tl::unexpected(json.error());
    Received received;
    const auto kind = json->find("kind");
    if (kind != json->end() && *kind == toText(RecordKind::inspection))
        received.inspection = inspectionFrom((*json)["body"]);
    base::Result<Record> record = recordIn(*json);
    if (!record) return tl::unexpected(record.error());
    received.record = std::move(*record);
    // The body is canonical already and goes in as it is. Quotes inside of texts are escaped, so
    // that this is the key's own place.
    constexpr std::string_view place = "\"body\":null";
    (*json)["body"] = nullptr;
    received.canonical = json->dump();
    received.canonical.replace(received.canonical.find(place) + place.size() - 4, 4,
                               received.record.body);
    return received;
}

}  // namespace domain
