#include "sync/client/enrol.h"

#include "sync/client/hub_link.h"
#include "sync/protocol/codec.h"

namespace client {

base::Result<store::Enrolment> enrol(Transport& transport, const base::Clock& clock,
                                     const base::RandomBytes& random, const store::DeviceKeys& keys,
                                     const EnrolAsk& ask)
{
    HubLink link(transport, random, {});
    Request request;
    request.method = "POST";
    request.target = protocol::path::enrol;
    request.headers[protocol::header::contentType] = protocol::media::json;
    request.body =
        toBytes(protocol::EnrolRequest{ask.code, ask.deviceName, keys.incarnation, keys.publicKey});
    const auto reply = link.ask(std::move(request), protocol::media::json);
    if (!reply) return tl::unexpected(reply.error().error);
    const auto answer = protocol::enrolAnswerFromBytes(reply->body);
    if (!answer) return tl::unexpected(answer.error());
    return store::Enrolment{answer->device, ask.deviceName,     ask.hubUrl,    answer->token,
                            answer->user,   answer->countyName, clock.wallMs()};
}

}  // namespace client
