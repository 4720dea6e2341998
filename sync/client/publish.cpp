#include "sync/client/publish.h"

#include <fmt/format.h>

#include <cctype>
#include <string_view>

#include "sync/client/hub_link.h"
#include "sync/protocol/codec.h"

namespace client {

namespace {
/// Ranking a county and verifying the package takes the hub its time.
constexpr std::chrono::minutes publishDeadline{3};

/// An office may have named its campaign as it liked.
std::string pathOf(const domain::CampaignId& campaign)
{
    std::string encoded;
    for (const char byte : campaign.value) {
        const bool plain = std::isalnum(static_cast<unsigned char>(byte)) != 0 ||
                           std::string_view("-._~").find(byte) != std::string_view::npos;
        encoded +=
            plain ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return protocol::publicationsPath({encoded});
}

std::string pathOf(const domain::CampaignId& campaign, int number)
{
    return pathOf(campaign) + "/" + std::to_string(number);
}
}  // namespace

base::Result<std::vector<protocol::Publication>> Publishing::list(
    const domain::CampaignId& campaign)
{
    HubLink link(m_transport, m_clock, m_random, m_token);
    Request request;
    request.target = pathOf(campaign);
    const auto reply = link.ask(std::move(request), protocol::media::json);
    if (!reply) return tl::unexpected(reply.error().error);
    return protocol::publicationsFromBytes(reply->body);
}

base::Result<protocol::Publication> Publishing::publish(const domain::CampaignId& campaign,
                                                        int number, const std::string& reason)
{
    HubLink link(m_transport, m_clock, m_random, m_token);
    Request request;
    request.method = "PUT";
    request.target = pathOf(campaign, number);
    request.headers[protocol::header::contentType] = protocol::media::json;
    request.body = protocol::publishRequestBytes(reason);
    request.deadline = publishDeadline;
    const auto reply = link.ask(std::move(request), protocol::media::json);
    if (!reply) return tl::unexpected(reply.error().error);
    return protocol::publicationFromBytes(reply->body);
}

base::Result<std::string> Publishing::package(const domain::CampaignId& campaign, int number)
{
    HubLink link(m_transport, m_clock, m_random, m_token);
    Request request;
    request.target = pathOf(campaign, number);
    request.answerLimitBytes = protocol::limits::packagePlainBytes;
    request.deadline = publishDeadline;
    const auto reply = link.ask(std::move(request), protocol::media::lines);
    if (!reply) return tl::unexpected(reply.error().error);
    const auto lines = protocol::unpackLines(reply->body, protocol::limits::packagePlainBytes,
                                             protocol::limits::packageLines);
    if (!lines) return tl::unexpected(lines.error());
    std::string text;
    for (const std::string& line : *lines) text.append(line).push_back('\n');
    return text;
}

}  // namespace client
