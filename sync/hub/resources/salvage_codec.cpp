#include "core/base/uuid.h"
#include "core/domain/json_io.h"
#include "sync/hub/resources/incoming.h"

namespace hub {

namespace {
std::string textAt(const domain::io::Value& json, const char* key)
{
    std::string_view text;
    return json[key].get(text) ? std::string() : std::string(text);
}
}  // namespace

std::optional<domain::Record> salvageHeader(const std::string& line)
{
    const auto json = domain::io::parse(line);
    if (!json) return std::nullopt;
    const domain::io::Value& root = json->root();
    domain::Record record;
    record.id.value = textAt(root, "id");
    record.kind = textAt(root, "kind");
    record.author.value = textAt(root, "author");
    record.device.value = textAt(root, "device");
    record.incarnation = textAt(root, "incarnation");
    if (root["deviceSeq"].get(record.deviceSeq)) record.deviceSeq = 0;
    if (!base::isUuid(record.id.value) || record.device.empty() || record.incarnation.empty() ||
        record.deviceSeq < 1)
        return std::nullopt;
    return record;
}

}  // namespace hub
