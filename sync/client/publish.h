#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "sync/client/transport.h"
#include "sync/protocol/publication.h"

namespace client {

/// What the chief asks of the hub behind `transport`, at once and with a network: publishing is not
/// put in the outbox, since the ranking that is published is the hub's at that moment. Each fails
/// with the hub's refusal ("publish.*", "package.*"), "sync.no_hub" or a "net.*" error.
class Publishing {
public:
    /// `token` is the tablet's.
    Publishing(Transport& transport, const base::Clock& clock, base::RandomBytes random,
               std::string token)
        : m_transport(transport),
          m_clock(clock),
          m_random(std::move(random)),
          m_token(std::move(token))
    {
    }

    /// Oldest first.
    base::Result<std::vector<protocol::Publication>> list(const domain::CampaignId& campaign);
    /// Makes the publication of this number; asked again after a lost answer it is the same one.
    base::Result<protocol::Publication> publish(const domain::CampaignId& campaign, int number,
                                                const std::string& reason);
    /// The text of a package, as `xuncun-hub verify` reads it.
    base::Result<std::string> package(const domain::CampaignId& campaign, int number);

private:
    Transport& m_transport;
    const base::Clock& m_clock;
    base::RandomBytes m_random;
    std::string m_token;
};

}  // namespace client
