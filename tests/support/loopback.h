#pragma once

#include <deque>
#include <functional>
#include <optional>

#include "sync/client/transport.h"
#include "sync/hub/request.h"

namespace support {

/// What happens to one request on its way.
struct Fault {
    enum class Kind {
        none,
        unreachable,   ///< nothing arrives
        cutRequest,    ///< the hub gets `bytes` of the body
        lostAnswer,    ///< the hub did it, the tablet never hears
        cutAnswer,     ///< the tablet gets `bytes` of the answer's body
        doubled,       ///< the hub gets it twice
        late,          ///< the tablet gives up; the hub gets it after one to four later requests
        portal,        ///< somebody else answers 200 with a page
        flipped,       ///< a bit of the request's body or head is another
        flippedAnswer  ///< a bit of the answer's body or head is another
    };
    Kind kind = Kind::none;
    std::size_t bytes = 0;
    bool head = false;  ///< what is flipped
};

/// A network between a client and a hub in one process; does what a real one may do wrong.
class Loopback final : public client::Transport {
public:
    using ChooseFault = std::function<Fault(const client::Request&, std::size_t bodyBytes)>;
    /// `handler` is asked anew for each request, because a hub may be another after a restart.
    explicit Loopback(std::function<hub::Handler&()> handler, ChooseFault fault = {})
        : m_handler(std::move(handler)), m_fault(std::move(fault))
    {
    }

    base::Result<client::Answer> send(const client::Request& request) override;

    std::int64_t requests = 0;
    std::int64_t bodyBytesSent = 0;
    /// Called after each request that the hub has seen.
    std::function<void(const client::Request&)> onHandled = {};
    /// Changes what is sent, as another version of the tablet would have.
    std::function<void(hub::Request&)> onSend = {};
    /// Asked after each request: true when the hub's process ended before its answer could leave.
    std::function<bool()> hubDied = {};

private:
    /// A request that others overtake.
    struct Late {
        hub::Request request;
        std::size_t overtakenBy;
    };

    base::Result<client::Answer> carry(const client::Request& request);
    void deliverLate();
    hub::Response deliver(const hub::Request& request, std::optional<std::size_t> cutAt);

    std::function<hub::Handler&()> m_handler;
    ChooseFault m_fault;
    std::deque<Late> m_late;
};

}  // namespace support
