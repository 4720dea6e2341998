#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "sync/hub/committer.h"
#include "sync/hub/readers.h"
#include "sync/hub/request.h"
#include "sync/protocol/messages.h"

namespace hub {

/// What every endpoint works with; lives as long as the hub.
struct Services {
    const base::Clock& clock;
    base::RandomBytes random;
    base::UuidSource& ids;
    std::filesystem::path data;  ///< the hub's folder; photos are under data/media
    Readers& readers;
    Committer& committer;
};

/// One request on its way through an endpoint.
struct Call {
    Services& services;
    const Request& request;
    std::optional<Caller> caller;             ///< there, unless the route is open to anybody
    std::map<std::string, std::string> path;  ///< what stood for {NAME} in the route's pattern

    const std::string& query(const std::string& name) const;
};

template <class T>
using Outcome = tl::expected<T, protocol::Problem>;
using Answer = Outcome<Response>;

/// A refusal: HTTP status, stable code, Chinese for people, and the place in the request.
tl::unexpected<protocol::Problem> refuse(int status, std::string code, std::string message,
                                         std::string where = {});
/// A refusal for an error found further down.
tl::unexpected<protocol::Problem> refuse(int status, base::Error error);
/// 429, to be asked again after so long.
tl::unexpected<protocol::Problem> refuseFor(std::int64_t waitMs, std::string code,
                                            std::string message);
/// What a tablet gets for a refusal; Hub adds the headers that every answer has.
Response toResponse(const protocol::Problem& problem);
/// Maps the exception being handled: a full disk to 507, another failure of the machine to 503, a
/// bug to 500, all without detail. Logs the detail. Call it inside a catch block only.
protocol::Problem problemOfException();

enum class Access {
    anybody,    ///< no token needed; a token is not looked at
    device,     ///< a token of a device that is not revoked
    revokedToo  ///< any known token: it may still hand in what it has
};

/// One line of a route table. A pattern is a path whose parts in braces match anything but '/':
/// "/v1/drafts/{id}". Either `run` answers a request whose body is there whole (up to `bodyBytes`,
/// 0: it must have none), or `stream` decides from the headers and gives a sink for the body.
struct Route {
    std::string method;
    std::string pattern;
    Access access = Access::device;
    std::size_t bodyBytes = 0;
    std::function<Answer(Call&)> run;
    std::function<Outcome<StreamedBody>(Call&)> stream = {};
    /// Refuse requests without our protocol header; tus clients, browsers and probes have none.
    bool protocolWanted = true;
    Headers headers = {};  ///< what every answer of this route has, refusals too
};

}  // namespace hub
