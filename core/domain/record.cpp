#include "core/domain/record.h"

#include <array>
#include <utility>

#include "core/base/uuid.h"
#include "core/domain/json_inspection.h"
#include "core/domain/json_io.h"
#include "core/domain/json_record.h"

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
    json["body"] = nullptr;
    std::string line = json.dump();
    // The body is canonical already and goes in as it is. Quotes inside of texts are escaped, so
    // that this is the key's own place.
    constexpr std::string_view place = "\"body\":null";
    return line.replace(line.find(place) + place.size() - 4, 4, record.body);
}

base::Result<Received> receivedFrom(const io::Value& json)
{
    io::Value body;
    if (json["body"].get(body) || !body.is_object())
        return base::fail("json.missing", "数据格式有误：body 缺失", "body");
    Received received;
    Record& record = received.record;
    base::Error error;
    io::Reader reader(json, {}, error);
    describe(reader, record);
    reader.skip("body");
    reader.finish();
    if (!error.code.empty()) return tl::unexpected(error);
    if (!base::isUuid(record.id.value))
        return base::fail("record.id", "记录编号不是有效的 UUID", "id");
    if (record.kind.empty() || record.kind.size() > 40 || record.deviceSeq < 1)
        return base::fail("record.header", "记录头有误",
                          record.kind.empty() ? "kind" : "deviceSeq");
    record.body = io::canonicalText(body);
    if (record.body.size() > limits::recordBytes)
        return base::fail("record.too_large", "记录超过大小上限");
    if (kindOf(record.kind) == RecordKind::inspection) received.inspection = inspectionFrom(body);
    return received;
}

base::Result<Received> receivedFromJson(const std::string& line)
{
    if (line.size() > limits::recordBytes)
        return base::fail("record.too_large", "记录超过大小上限");
    const base::Result<io::Document> json = io::parse(line);
    if (!json) return tl::unexpected(json.error());
    return receivedFrom(json->root());
}

base::Result<Record> recordFromJson(const std::string& line)
{
    base::Result<Received> received = receivedFromJson(line);
    if (!received) return tl::unexpected(received.error());
    return std::move(received->record);
}

}  // namespace domain
