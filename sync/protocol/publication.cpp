#include "sync/protocol/publication.h"

#include "core/domain/limits.h"
#include "sync/protocol/codec_fields.h"
#include "sync/protocol/words.h"

namespace protocol {

using domain::io::Json;
using domain::io::Value;

namespace {
constexpr std::size_t publicationsAtMost = 1000;

Json encode(const Publication& publication)
{
    return {{"number", publication.number},     {"sha256", publication.sha256},
            {"replaces", publication.replaces}, {"reason", publication.reason},
            {"madeAtMs", publication.madeAtMs}, {"changed", publication.changed}};
}

base::Result<Publication> decode(const Value& json, const std::string& path)
{
    Fields fields(json, path, Extra::ignored);
    Publication publication;
    publication.number = static_cast<int>(fields.whole("number"));
    publication.sha256 = fields.text("sha256", 64);
    publication.replaces = fields.text("replaces", 64);
    publication.reason = fields.text("reason", domain::limits::noteCharacters * 4);
    publication.madeAtMs = fields.whole("madeAtMs");
    publication.changed = static_cast<int>(fields.whole("changed"));
    return fields.done(std::move(publication));
}
}  // namespace

std::string publicationsPath(const domain::CampaignId& campaign)
{
    return "/v1/campaigns/" + campaign.value + "/publications";
}

std::string toBytes(const Publication& publication)
{
    return dump(encode(publication));
}

std::string toBytes(const std::vector<Publication>& publications)
{
    Json list = Json::array();
    for (const Publication& publication : publications) list.push_back(encode(publication));
    return dump({{"publications", std::move(list)}});
}

std::string publishRequestBytes(const std::string& reason)
{
    return dump({{"reason", reason}});
}

base::Result<Publication> publicationFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    return decode(json->root(), {});
}

base::Result<std::vector<Publication>> publicationsFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::ignored);
    std::vector<Publication> publications;
    if (const auto list = fields.list("publications", publicationsAtMost))
        for (const Value& one : *list) {
            auto read = decode(one, "publications");
            if (!read) return tl::unexpected(read.error());
            publications.push_back(std::move(*read));
        }
    return fields.done(std::move(publications));
}

base::Result<std::string> publishReasonFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::refused);
    std::string reason = fields.text("reason", domain::limits::noteCharacters * 4);
    return fields.done(std::move(reason));
}

}  // namespace protocol
