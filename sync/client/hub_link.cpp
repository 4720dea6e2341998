#include "sync/client/hub_link.h"

#include "core/crypto/hash.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace client {

namespace header = protocol::header;

namespace {
Failure noHub(const std::string& where)
{
    return {{"sync.no_hub",
             "当前网络没有连到服务器。可能需要先在浏览器里登录该网络，或换一个网络；数据都在平板上"
             "，稍后自动重试",
             where}};
}

/// The media type without its parameters.
std::string typeOf(const Answer& answer)
{
    const std::string type = answer.header(header::contentType);
    return type.substr(0, type.find(';'));
}

Failure refusal(const Answer& answer)
{
    Failure failure{{"hub.status", "服务器没有接受这个请求，稍后自动重试",
                     "HTTP " + std::to_string(answer.status)},
                    answer.status};
    if (auto problem = protocol::problemFromBytes(answer.status, answer.body)) {
        failure.error = problem->error;
        failure.retryAfterS = problem->retryAfterS;
        failure.problem = std::move(*problem);
    }
    if (const auto seconds = protocol::wholeFrom(answer.header(header::retryAfter));
        seconds && !failure.retryAfterS)
        failure.retryAfterS = static_cast<int>(std::min<std::int64_t>(*seconds, 86'400));
    return failure;
}
}  // namespace

std::string newNonce(const base::RandomBytes& random)
{
    std::uint8_t bytes[16] = {};
    random(bytes);
    return crypto::toHex(bytes);
}

std::string HubLink::addHeaders(Request& request)
{
    const std::string nonce = newNonce(m_random);
    request.headers[header::protocol] = std::to_string(protocol::version);
    request.headers[header::nonce] = nonce;
    request.headers[header::timeMs] = std::to_string(m_clock.wallMs());
    request.headers["accept-encoding"] = "identity";
    request.headers["cache-control"] = "no-transform";
    if (!m_token.empty()) request.headers[header::authorization] = "Bearer " + m_token;
    if (!request.body.empty())
        request.headers[header::contentDigest] =
            protocol::contentDigest({crypto::sha256(request.body)});
    request.headers[header::headDigest] =
        protocol::headDigest(request.method + " " + request.target, request.headers);
    if (!request.onSent && m_stop != nullptr)
        request.onSent = [stop = m_stop](std::int64_t) { return !stop->load(); };
    return nonce;
}

std::optional<Failure> HubLink::foreign(const Request& request, const Answer& answer,
                                        const std::string& nonce) const
{
    const std::string status = "HTTP " + std::to_string(answer.status);
    if (answer.header(header::nonce) != nonce ||
        !protocol::wholeFrom(answer.header(header::protocol)))
        return noHub(status);
    if (answer.header(header::headDigest) !=
        protocol::headDigest(std::to_string(answer.status), answer.headers))
        return noHub(status + ", " + header::headDigest);
    const std::string encoding = answer.header("content-encoding");
    if (!encoding.empty() && encoding != "identity")
        return noHub(status + ", content-encoding " + encoding);
    if (request.method == "HEAD") return {};
    if (answer.status >= 400 && !answer.body.empty() && typeOf(answer) != protocol::media::json)
        return noHub(status + ", " + typeOf(answer));
    if (typeOf(answer) == protocol::media::json || typeOf(answer) == protocol::media::lines) {
        const auto said = protocol::contentDigestFrom(answer.header(header::contentDigest));
        if (!said || said->value != crypto::sha256(answer.body))
            return noHub(status + ", content-digest");
    }
    return {};
}

Reply<Answer> HubLink::ask(Request request, const std::string& media)
{
    const std::string nonce = addHeaders(request);
    return judge(request, nonce, m_transport.send(request), media);
}

std::vector<Reply<Answer>> HubLink::askAll(std::vector<Request> requests, const std::string& media)
{
    std::vector<std::string> nonces;
    for (Request& request : requests) nonces.push_back(addHeaders(request));
    auto answers = m_transport.sendAll(requests);
    std::vector<Reply<Answer>> replies;
    for (std::size_t i = 0; i < requests.size(); ++i)
        replies.push_back(judge(requests[i], nonces[i], std::move(answers[i]), media));
    return replies;
}

Reply<Answer> HubLink::judge(const Request& request, const std::string& nonce,
                             base::Result<Answer> answer, const std::string& media)
{
    if (!answer) return tl::unexpected(Failure{answer.error()});
    if (auto failure = foreign(request, *answer, nonce)) return tl::unexpected(std::move(*failure));
    m_news = HubNews{answer->header(header::epoch),
                     protocol::wholeFrom(answer->header(header::durableSeq)).value_or(0),
                     protocol::wholeFrom(answer->header(header::timeMs)).value_or(0)};
    const bool good = (answer->status >= 200 && answer->status < 300) || answer->status == 304;
    if (!good) return tl::unexpected(refusal(*answer));
    if (!media.empty() && answer->status != 304 && typeOf(*answer) != media)
        return tl::unexpected(
            noHub("HTTP " + std::to_string(answer->status) + ", " + typeOf(*answer)));
    return std::move(*answer);
}

}  // namespace client
