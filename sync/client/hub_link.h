#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "sync/client/transport.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/words.h"

namespace client {

/// Why a request came to nothing.
struct Failure {
    base::Error error;
    int status = 0;  ///< of the hub's answer; 0: it was not the hub that answered, or nobody did
    std::optional<int> retryAfterS = {};
    std::optional<protocol::Problem> problem = {};

    /// True when asking for something else now is of no use either: nobody there, no hub there, or
    /// one that is overloaded, full, or does not know us.
    bool endsRound() const { return status == 0 || status == 401 || status == 429 || status > 500; }
    /// True when the hub cannot read what it got or never takes the like of it, though it came
    /// unchanged: again is of no use.
    bool refusesContent() const
    {
        return problem && error.code != protocol::code::digest &&
               !error.code.starts_with("http.") &&
               (status == 400 || status == 413 || status == 415);
    }
};

template <class T>
using Reply = tl::expected<T, Failure>;

/// 16 random bytes in hexadecimal: a nonce, an incarnation.
std::string newNonce(const base::RandomBytes& random);

/// What the hub says of itself in the headers of every answer.
struct HubNews {
    std::string epoch;
    std::int64_t durableSeq = 0;
    std::int64_t timeMs = 0;
};

/// Talks to the hub and to nobody else: gives each request its version, nonce, token, digests and
/// what the tablet's clock shows, and takes an answer only when it echoes the nonce, is of the
/// media type that was expected, unencoded, and has the digests it says. Anything else fails with
/// "sync.no_hub" and must touch no state.
class HubLink {
public:
    /// Every request is given up once `stop` is true ("net.cancelled"), whatever it waits for.
    HubLink(Transport& transport, const base::Clock& clock, base::RandomBytes random,
            std::string token, const std::atomic<bool>* stop = nullptr)
        : m_transport(transport),
          m_clock(clock),
          m_random(std::move(random)),
          m_token(std::move(token)),
          m_stop(stop)
    {
    }

    /// An answer 2xx or 304 of the hub. `media` is what its body must be; empty: it is not looked
    /// at.
    Reply<Answer> ask(Request request, const std::string& media);
    /// The same for several requests side by side; one answer each, in their order.
    std::vector<Reply<Answer>> askAll(std::vector<Request> requests, const std::string& media);
    /// What the newest answer said; empty before the first.
    const std::optional<HubNews>& news() const { return m_news; }

private:
    std::string addHeaders(Request& request);
    Reply<Answer> judge(const Request& request, const std::string& nonce,
                        base::Result<Answer> answer, const std::string& media);
    std::optional<Failure> foreign(const Request& request, const Answer& answer,
                                   const std::string& nonce) const;

    Transport& m_transport;
    const base::Clock& m_clock;
    base::RandomBytes m_random;
    std::string m_token;
    const std::atomic<bool>* m_stop;
    std::optional<HubNews> m_news;
};

}  // namespace client
