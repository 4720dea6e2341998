#include "sync/hub/resources/publications.h"

#include <algorithm>

#include "sync/hub/ranking/publish.h"
#include "sync/hub/resources/wire.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"
#include "sync/protocol/publication.h"

namespace hub {

namespace {
protocol::Publication onWire(const Publication& publication)
{
    return {publication.number, publication.sha256, publication.replaces,
            publication.reason, publication.madeMs, publication.changed};
}

Outcome<domain::Campaign> campaignOf(Call& call, Connection& connection)
{
    if (call.caller->user.role != domain::Role::chief)
        return refuse(403, protocol::code::forbidden, "您没有公布排名的权限，请由全县负责人公布",
                      "role");
    const std::string& id = call.path["id"];
    auto campaign = findCampaign(connection, id);
    if (!campaign) return refuse(404, protocol::code::notFound, "服务器没有这个批次", id);
    return std::move(*campaign);
}

/// The number that the path names; nothing for what is no number of a publication.
int numberOf(Call& call)
{
    constexpr std::int64_t most = 1'000'000;
    const auto number = protocol::wholeFrom(call.path["number"]);
    return number && *number <= most ? static_cast<int>(*number) : 0;
}

Answer listOf(Call& call)
{
    const auto reader = call.services.readers.take();
    const auto campaign = campaignOf(call, *reader);
    if (!campaign) return tl::unexpected(campaign.error());
    std::vector<protocol::Publication> all;
    for (const Publication& one : publicationsOf(*reader, campaign->id)) all.push_back(onWire(one));
    return jsonResponse(protocol::toBytes(all));
}

std::vector<std::string> linesOf(const std::string& package)
{
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < package.size();) {
        const std::size_t end = std::min(package.find('\n', start), package.size());
        lines.push_back(package.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

Answer package(Call& call)
{
    const auto reader = call.services.readers.take();
    const auto campaign = campaignOf(call, *reader);
    if (!campaign) return tl::unexpected(campaign.error());
    for (const Publication& one : publicationsOf(*reader, campaign->id))
        if (one.number == numberOf(call))
            return linesResponse(linesOf(*packageText(*reader, one.sha256)));
    return refuse(404, protocol::code::notFound, "没有这一次公布", call.path["number"]);
}

/// The Nth publication: made now, or before for the same reason (the answer was lost).
Outcome<Publication> publishNth(Call& call, Connection& connection, int number,
                                const std::string& reason)
{
    const auto campaign = campaignOf(call, connection);
    if (!campaign) return tl::unexpected(campaign.error());
    const std::vector<Publication> all = publicationsOf(connection, campaign->id);
    const int made = static_cast<int>(all.size());
    if (number > 0 && number <= made && all[static_cast<std::size_t>(number) - 1].reason == reason)
        return all[static_cast<std::size_t>(number) - 1];
    if (number != made + 1)
        return refuse(409, "publish.number", "别人已经公布过，请看过新的排名再决定",
                      call.path["number"]);
    const std::int64_t nowMs = call.services.clock.wallMs();
    auto published = publishRanking(connection, *campaign, reason, nowMs);
    if (!published) return refuse(409, published.error());
    audit(connection, nowMs, call.caller->user.id.value, "ranking.freeze", campaign->id.value,
          published->sha256 + (reason.empty() ? "" : " " + reason));
    return std::move(*published);
}

Answer publish(Call& call)
{
    if (auto type = checkType(call.request, protocol::media::json); !type)
        return tl::unexpected(type.error());
    if (auto digest = checkDigest(call.request); !digest) return tl::unexpected(digest.error());
    const auto reason = protocol::publishReasonFromBytes(call.request.body);
    if (!reason) return refuse(400, reason.error());
    const auto published = call.services.committer.run([&](Connection& connection) {
        return publishNth(call, connection, numberOf(call), *reason);
    });
    if (!published) return tl::unexpected(published.error());
    return jsonResponse(protocol::toBytes(onWire(*published)));
}
}  // namespace

std::vector<Route> publicationRoutes()
{
    const std::string all = protocol::publicationsPath({"{id}"});
    return {{"GET", all, Access::device, 0, listOf},
            {"GET", all + "/{number}", Access::device, 0, package},
            {"PUT", all + "/{number}", Access::device, protocol::limits::jsonBytes, publish}};
}

}  // namespace hub
