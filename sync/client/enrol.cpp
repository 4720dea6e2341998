#include "sync/client/enrol.h"

#include <tuple>
#include <utility>

#include "core/crypto/sign.h"
#include "sync/client/hub_link.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace client {

namespace {
using Asked = std::pair<std::string, std::string>;  ///< path and body

Asked asked(const ByCode& who, protocol::EnrolRequest tablet)
{
    tablet.code = who.code;
    return {protocol::path::enrol, toBytes(tablet)};
}

Asked asked(const ByPassword& who, protocol::EnrolRequest tablet)
{
    return {protocol::path::signIn,
            toBytes(protocol::SignInRequest{who.user, who.password, std::move(tablet)})};
}
}  // namespace

base::Result<store::Enrolment> enrol(Transport& transport, const base::Clock& clock,
                                     const base::RandomBytes& random, const store::DeviceKeys& keys,
                                     const EnrolAsk& ask)
{
    HubLink link(transport, clock, random, {});
    Request request;
    request.method = "POST";
    request.headers[protocol::header::contentType] = protocol::media::json;
    std::tie(request.target, request.body) = std::visit(
        [&](const auto& who) {
            return asked(who, {{}, ask.deviceName, keys.incarnation, keys.publicKey, ask.onlyUser});
        },
        ask.who);
    request.headers[protocol::header::signature] =
        crypto::sign(protocol::enrolMessage(request.body), keys.secretKey);
    const auto reply = link.ask(std::move(request), protocol::media::json);
    if (!reply) return tl::unexpected(reply.error().error);
    const auto answer = protocol::enrolAnswerFromBytes(reply->body);
    if (!answer) return tl::unexpected(answer.error());
    return store::Enrolment{answer->device, ask.deviceName,     ask.hubUrl,     answer->token,
                            answer->user,   answer->countyName, clock.wallMs(), ask.hubPin};
}

}  // namespace client
