#include "sync/client/curl_transport.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <span>

namespace client {

namespace {
struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct EasyDeleter {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiDeleter {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using HeaderList = std::unique_ptr<curl_slist, ListDeleter>;

/// A file that closes itself.
struct OpenFile {
    int number = -1;
    OpenFile() = default;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (number >= 0) ::close(number);
    }
};

/// One request on its way; curl's callbacks work on it.
struct Exchange {
    const Request& request;
    CURL* easy;
    Answer answer = {};
    OpenFile upload = {};
    OpenFile download = {};
    std::int64_t sent = 0;
    bool fileFailed = false;
    bool tooLarge = false;
    bool cancelled = false;
    HeaderList headers = {};

    std::int64_t bodyBytes() const
    {
        return request.file ? request.file->length : static_cast<std::int64_t>(request.body.size());
    }
};

std::size_t readBody(char* buffer, std::size_t size, std::size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    const auto room =
        std::min(static_cast<std::int64_t>(size * count), exchange.bodyBytes() - exchange.sent);
    std::int64_t got = room;
    if (exchange.request.file)
        got = ::pread(exchange.upload.number, buffer, static_cast<std::size_t>(room),
                      exchange.request.file->offset + exchange.sent);
    else
        exchange.request.body.copy(buffer, static_cast<std::size_t>(room),
                                   static_cast<std::size_t>(exchange.sent));
    if (got < 0 || (got == 0 && room > 0)) {
        exchange.fileFailed = true;
        return CURL_READFUNC_ABORT;
    }
    exchange.sent += got;
    return static_cast<std::size_t>(got);
}

/// curl asks for the body again when a kept connection turned out to be dead. Not for photos: the
/// hub may have got much of the piece, and only asking it saves sending that again.
int seekBody(void* user, curl_off_t offset, int origin)
{
    auto& exchange = *static_cast<Exchange*>(user);
    if (origin != SEEK_SET || (exchange.request.file && exchange.sent > 0))
        return CURL_SEEKFUNC_FAIL;
    exchange.sent = offset;
    return CURL_SEEKFUNC_OK;
}

bool openDownload(Exchange& exchange, long status)
{
    const Download& download = *exchange.request.download;
    // A hub that does not go on in the middle (200) sends the whole.
    const std::int64_t start = status == 206 ? download.offset : 0;
    exchange.download.number = ::open(download.path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    return exchange.download.number >= 0 && ::ftruncate(exchange.download.number, start) == 0 &&
           ::lseek(exchange.download.number, start, SEEK_SET) == start;
}

std::size_t takeToFile(Exchange& exchange, long status, const char* data, std::size_t size)
{
    exchange.answer.downloadedBytes += static_cast<std::int64_t>(size);
    exchange.tooLarge = exchange.answer.downloadedBytes > exchange.request.download->limitBytes;
    if (exchange.tooLarge) return 0;
    exchange.fileFailed = exchange.download.number < 0 && !openDownload(exchange, status);
    for (std::size_t done = 0; done < size && !exchange.fileFailed;) {
        const ssize_t wrote = ::write(exchange.download.number, data + done, size - done);
        exchange.fileFailed = wrote <= 0;
        done += static_cast<std::size_t>(std::max<ssize_t>(wrote, 0));
    }
    return exchange.fileFailed ? 0 : size;
}

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    long status = 0;
    curl_easy_getinfo(exchange.easy, CURLINFO_RESPONSE_CODE, &status);
    if (exchange.request.download && (status == 200 || status == 206))
        return takeToFile(exchange, status, data, size * count);
    exchange.tooLarge =
        exchange.answer.body.size() + size * count > exchange.request.answerLimitBytes;
    if (exchange.tooLarge) return 0;
    exchange.answer.body.append(data, size * count);
    return size * count;
}

std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& headers = static_cast<Exchange*>(user)->answer.headers;
    const std::string_view line(data, size * count);
    if (line.starts_with("HTTP/"))
        headers.clear();  // those before were of an interim answer (1xx) or a proxy
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || headers.size() > 100) return size * count;
    std::string name(line.substr(0, colon));
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::size_t begin = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
    const std::size_t end = line.find_last_not_of(" \t\r\n");
    headers[name] =
        end == std::string_view::npos || end < begin ? "" : line.substr(begin, end - begin + 1);
    return size * count;
}

int tellProgress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t sent)
{
    auto& exchange = *static_cast<Exchange*>(user);
    exchange.cancelled = exchange.request.onSent && !exchange.request.onSent(sent);
    return exchange.cancelled ? 1 : 0;
}

base::Error errorOf(const Exchange& exchange, CURLcode code)
{
    const std::string detail = curl_easy_strerror(code);
    if (exchange.cancelled) return {"net.cancelled", "已停止，下次继续", {}};
    if (exchange.fileFailed) return {"net.file", "平板上的文件无法读写，请检查存储空间", detail};
    if (exchange.tooLarge) return {"net.too_large", "服务器的答复过大，已放弃", detail};
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
        case CURLE_COULDNT_CONNECT:
            return {"net.unreachable", "连不上服务器：请检查网络；数据都在平板上，稍后自动重试",
                    detail};
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
            return {"net.tls", "服务器的证书不可信，没有发送任何内容：请换一个网络或联系管理员",
                    detail};
        case CURLE_OPERATION_TIMEDOUT:
            return {"net.timeout", "网络太慢或没有答复，稍后自动继续", detail};
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return {"net.url", "服务器地址有误，请在设置里检查", detail};
        default:
            return {"net.cut", "网络中断，稍后从断开处继续", detail};
    }
}

class CurlTransport final : public Transport {
public:
    explicit CurlTransport(CurlOptions options) : m_options(std::move(options))
    {
        static std::once_flag once;
        std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
        m_multi.reset(curl_multi_init());
    }

    base::Result<Answer> send(const Request& request) override
    {
        return std::move(exchange({&request, 1}).front());
    }

    std::vector<base::Result<Answer>> sendAll(const std::vector<Request>& requests) override
    {
        return exchange(requests);
    }

private:
    /// Connections stay open in the multi handle, for one request and for several.
    std::vector<base::Result<Answer>> exchange(std::span<const Request> requests)
    {
        std::deque<SideBySide> all;
        for (const Request& request : requests) {
            SideBySide& one = all.emplace_back(request);
            if (!m_multi || !one.easy)
                one.broken = base::Error{"net.unreachable", "网络组件无法启动", {}};
            else
                one.broken = prepare(one.exchange);
            if (!one.broken) curl_multi_add_handle(m_multi.get(), one.easy.get());
        }
        if (m_multi) runAll(all);
        std::vector<base::Result<Answer>> answers;
        for (SideBySide& one : all) {
            if (!one.broken) curl_multi_remove_handle(m_multi.get(), one.easy.get());
            answers.push_back(one.broken ? tl::unexpected(*one.broken)
                                         : outcomeOf(one.exchange, one.code));
        }
        return answers;
    }

    /// One of several requests.
    struct SideBySide {
        explicit SideBySide(const Request& request)
            : easy(curl_easy_init()), exchange{request, easy.get()}
        {
        }
        std::unique_ptr<CURL, EasyDeleter> easy;
        Exchange exchange;
        std::optional<base::Error> broken = {};
        CURLcode code = CURLE_GOT_NOTHING;
    };

    void runAll(std::deque<SideBySide>& all)
    {
        constexpr int waitMs = 200;  // until somebody who wants to stop is heard
        for (int running = 1; running > 0;) {
            if (curl_multi_perform(m_multi.get(), &running) != CURLM_OK) return;
            if (running > 0) curl_multi_poll(m_multi.get(), nullptr, 0, waitMs, nullptr);
        }
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi.get(), &left))
            for (SideBySide& one : all)
                if (one.easy.get() == message->easy_handle) one.code = message->data.result;
    }

    static base::Result<Answer> outcomeOf(Exchange& exchange, CURLcode code)
    {
        if (code != CURLE_OK) return tl::unexpected(errorOf(exchange, code));
        long status = 0;
        curl_easy_getinfo(exchange.easy, CURLINFO_RESPONSE_CODE, &status);
        exchange.answer.status = static_cast<int>(status);
        return std::move(exchange.answer);
    }

    /// Nothing when the request may start.
    std::optional<base::Error> prepare(Exchange& exchange) const
    {
        const Request& request = exchange.request;
        if (request.file) {
            exchange.upload.number = ::open(request.file->path.c_str(), O_RDONLY | O_CLOEXEC);
            if (exchange.upload.number < 0)
                return base::Error{"net.file", "平板上的文件无法读取", request.file->path};
        }
        const auto set = [&](CURLoption option, auto value) {
            curl_easy_setopt(exchange.easy, option, value);
        };
        set(CURLOPT_URL, (m_options.hubUrl + request.target).c_str());
        set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
        setLimits(exchange);
        setTls(exchange);
        HeaderList& headers = exchange.headers;
        headers.reset(curl_slist_append(nullptr, "Expect:"));
        for (const auto& [name, value] : request.headers)
            curl_slist_append(headers.get(), (name + ": " + value).c_str());
        if (exchange.bodyBytes() > 0) {
            set(CURLOPT_UPLOAD, 1L);
            set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(exchange.bodyBytes()));
            set(CURLOPT_READFUNCTION, readBody);
            set(CURLOPT_READDATA, &exchange);
            set(CURLOPT_SEEKFUNCTION, seekBody);
            set(CURLOPT_SEEKDATA, &exchange);
        } else if (request.method == "HEAD") {
            set(CURLOPT_NOBODY, 1L);
        } else if (request.method != "GET") {
            curl_slist_append(headers.get(), "content-length: 0");
        }
        set(CURLOPT_HTTPHEADER, headers.get());
        set(CURLOPT_WRITEFUNCTION, takeBody);
        set(CURLOPT_WRITEDATA, &exchange);
        set(CURLOPT_HEADERFUNCTION, takeHeader);
        set(CURLOPT_HEADERDATA, &exchange);
        set(CURLOPT_XFERINFOFUNCTION, tellProgress);
        set(CURLOPT_XFERINFODATA, &exchange);
        set(CURLOPT_NOPROGRESS, 0L);
        return {};
    }

    void setLimits(const Exchange& exchange) const
    {
        const auto set = [&](CURLoption option, auto value) {
            curl_easy_setopt(exchange.easy, option, value);
        };
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_QUICK_EXIT, 1L);  // whoever stops does not wait for a name server
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_options.connectTimeout.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(exchange.request.deadline.count()));
        set(CURLOPT_LOW_SPEED_LIMIT, m_options.minBytesPerS);
        set(CURLOPT_LOW_SPEED_TIME, m_options.slowForS);
        set(CURLOPT_TCP_KEEPALIVE, 1L);
        set(CURLOPT_UPLOAD_BUFFERSIZE, 64L * 1024);
    }

    void setTls(const Exchange& exchange) const
    {
        const auto set = [&](CURLoption option, auto value) {
            curl_easy_setopt(exchange.easy, option, value);
        };
        const bool byKeyAlone = !m_options.pinnedKey.empty() && m_options.caFile.empty();
        set(CURLOPT_SSL_VERIFYPEER, byKeyAlone ? 0L : 1L);
        set(CURLOPT_SSL_VERIFYHOST, byKeyAlone ? 0L : 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!m_options.caFile.empty()) {
            set(CURLOPT_CAINFO, m_options.caFile.c_str());
            set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
        }
        if (!m_options.pinnedKey.empty()) set(CURLOPT_PINNEDPUBLICKEY, m_options.pinnedKey.c_str());
    }

    CurlOptions m_options;
    std::unique_ptr<CURLM, MultiDeleter> m_multi;
};
}  // namespace

std::unique_ptr<Transport> curlTransport(CurlOptions options)
{
    return std::make_unique<CurlTransport>(std::move(options));
}

}  // namespace client
