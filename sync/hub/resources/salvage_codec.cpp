#include <nlohmann/json.hpp>

#include "core/base/uuid.h"
#include "core/domain/json_io.h"
#include "sync/hub/resources/incoming.h"

namespace hub {

namespace {
std::string textAt(const nlohmann::json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}
}  // namespace

std::optional<domain::Record> salvageHeader(const std::string& line)
{
    const auto json = domain::io::parse(line);
    if (!json || !json->is_object()) return std::nullopt;
    domain::Record record;
    record.id.value = textAt(*json, "id");
    record.kind = textAt(*json, "kind");
    record.author.value = textAt(*json, "author");
    record.device.value = textAt(*json, "device");
    record.incarnation = textAt(*json, "incarnation");
    const auto seq = json->find("deviceSeq");
    if (seq != json->end() && seq->is_number_integer()) record.deviceSeq = seq->get<std::int64_t>();
    if (!base::isUuid(record.id.value) || record.device.empty() || record.incarnation.empty() ||
        record.deviceSeq < 1)
        return std::nullopt;
    return record;
}

}  // namespace hub
