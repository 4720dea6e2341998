#include "tests/support/loopback.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace support {

namespace {
using Kind = Fault::Kind;

std::string bytesOf(const std::string& path, std::int64_t offset, std::int64_t length)
{
    std::ifstream file(path, std::ios::binary);
    file.seekg(offset);
    std::string bytes(static_cast<std::size_t>(length), '\0');
    file.read(bytes.data(), length);
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

void setTarget(hub::Request& seen, const std::string& target)
{
    seen.target = target;
    const std::size_t question = target.find('?');
    seen.path = target.substr(0, question);
    seen.query.clear();
    std::string query = question == std::string::npos ? "" : target.substr(question + 1) + "&";
    for (std::size_t end = query.find('&'); end != std::string::npos; end = query.find('&')) {
        const std::size_t equals = query.find('=');
        seen.query[query.substr(0, equals)] = query.substr(equals + 1, end - equals - 1);
        query.erase(0, end + 1);
    }
}

hub::Request asHubSeesIt(const client::Request& request)
{
    hub::Request seen;
    seen.method = request.method;
    setTarget(seen, request.target);
    seen.headers = request.headers;
    seen.body = request.file
                    ? bytesOf(request.file->path, request.file->offset, request.file->length)
                    : request.body;
    seen.contentLength = seen.body.size();
    seen.headers["content-length"] = std::to_string(seen.body.size());
    seen.remote = "192.0.2.7";
    return seen;
}

void saveTo(const client::Download& download, int status, const std::string& body)
{
    const std::int64_t start = status == 206 ? download.offset : 0;
    {
        std::ofstream touched(download.path, std::ios::binary | std::ios::app);
    }
    std::filesystem::resize_file(download.path, static_cast<std::uintmax_t>(start));
    std::ofstream file(download.path, std::ios::binary | std::ios::app);
    file << body;
    if (!file.flush()) throw std::runtime_error("cannot write " + download.path);
}

void flip(std::string& bytes, std::size_t where)
{
    if (bytes.empty()) return;
    char& byte = bytes[where % bytes.size()];
    byte = static_cast<char>(byte ^ 4);
}

/// A bit in one of the headers, or in `first` of the head.
void flipHead(std::string& first, std::map<std::string, std::string>& headers, std::size_t where)
{
    std::vector<std::string*> parts{&first};
    for (auto& [name, value] : headers) parts.push_back(&value);
    flip(*parts[where % parts.size()], where / parts.size());
}

void flipRequest(hub::Request& seen, const Fault& fault)
{
    if (!fault.head) return flip(seen.body, fault.bytes);
    std::string target = seen.target;
    flipHead(target, seen.headers, fault.bytes);
    setTarget(seen, target);
}

void flipAnswer(client::Answer& answer, std::string& body, const Fault& fault)
{
    if (!fault.head) return flip(body, fault.bytes);
    std::string status = std::to_string(answer.status);
    flipHead(status, answer.headers, fault.bytes);
    answer.status = std::atoi(status.c_str());
}

base::Result<client::Answer> asClientSeesIt(const client::Request& request,
                                            const hub::Response& response, const Fault& fault)
{
    client::Answer answer;
    answer.status = response.status;
    for (const auto& [name, value] : response.headers) {
        std::string lower = name;
        std::ranges::transform(lower, lower.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.headers[lower] = value;
    }
    std::string body = response.file ? bytesOf(response.file->path,
                                               static_cast<std::int64_t>(response.file->offset),
                                               static_cast<std::int64_t>(response.file->length))
                                     : response.body;
    if (request.method == "HEAD") body.clear();
    const bool cut = fault.kind == Kind::cutAnswer;
    if (cut) body.resize(std::min(fault.bytes, body.size()));
    if (fault.kind == Kind::flippedAnswer) flipAnswer(answer, body, fault);
    if (request.download && (answer.status == 200 || answer.status == 206)) {
        saveTo(*request.download, answer.status, body);
        answer.downloadedBytes = static_cast<std::int64_t>(body.size());
    } else {
        answer.body = std::move(body);
    }
    if (cut) return base::fail("net.cut", "网络中断");
    return answer;
}

client::Answer portalPage()
{
    client::Answer page;
    page.status = 200;
    page.headers["content-type"] = "text/html";
    page.body = "<html>请登录</html>";
    return page;
}
}  // namespace

hub::Response Loopback::deliver(const hub::Request& request, std::optional<std::size_t> cutAt)
{
    constexpr std::size_t piece = 4096;
    if (!cutAt) return hub::answer(m_handler(), request, piece);
    hub::Request head = request;
    head.body.clear();
    hub::Intake intake = m_handler().intake(head);
    auto* streamed = std::get_if<hub::StreamedBody>(&intake);
    if (streamed == nullptr) return {};  // a body that is not whole never gets to an endpoint
    const auto bytes =
        std::as_bytes(std::span(request.body)).first(std::min(*cutAt, request.body.size()));
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        if (streamed->sink->chunk(bytes.subspan(at, std::min(piece, bytes.size() - at)))) return {};
    try {
        streamed->sink->cut();
    } catch (const std::exception&) {  // as in the server: nobody is there to be told
    }
    return {};
}

void Loopback::deliverLate()
{
    for (auto late = m_late.begin(); late != m_late.end();) {
        if (late->overtakenBy-- > 0) {
            ++late;
            continue;
        }
        const hub::Request request = std::move(late->request);
        late = m_late.erase(late);
        deliver(request, {});
        if (hubDied) (void)hubDied();
    }
}

base::Result<client::Answer> Loopback::send(const client::Request& request)
{
    auto answer = carry(request);
    deliverLate();
    return answer;
}

base::Result<client::Answer> Loopback::carry(const client::Request& request)
{
    requests += 1;
    hub::Request seen = asHubSeesIt(request);
    if (onSend) onSend(seen);
    const Fault fault = m_fault ? m_fault(request, seen.body.size()) : Fault{};
    if (fault.kind == Kind::unreachable) return base::fail("net.unreachable", "连不上服务器");
    if (fault.kind == Kind::portal) return portalPage();
    if (fault.kind == Kind::late) {
        m_late.push_back({std::move(seen), 1 + fault.bytes % 4});
        return base::fail("net.timeout", "没有答复");
    }
    const auto died = [this] { return hubDied && hubDied(); };
    if (fault.kind == Kind::flipped) flipRequest(seen, fault);
    if (fault.kind == Kind::cutRequest) {
        bodyBytesSent += static_cast<std::int64_t>(std::min(fault.bytes, seen.body.size()));
        deliver(seen, fault.bytes);
        (void)died();
        return base::fail("net.cut", "网络中断");
    }
    bodyBytesSent += static_cast<std::int64_t>(seen.body.size());
    hub::Response response = deliver(seen, {});
    if (died()) return base::fail("net.cut", "网络中断");
    if (fault.kind == Kind::doubled) response = deliver(seen, {});
    if (died()) return base::fail("net.cut", "网络中断");
    if (onHandled) onHandled(request);
    if (fault.kind == Kind::lostAnswer) return base::fail("net.cut", "网络中断");
    if (request.onSent && !request.onSent(static_cast<std::int64_t>(seen.body.size())))
        return base::fail("net.cancelled", "已停止");
    return asClientSeesIt(request, response, fault);
}

}  // namespace support
