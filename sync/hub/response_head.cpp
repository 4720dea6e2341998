#include "sync/hub/response_head.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace hub {
namespace {

std::string_view reason(int status)
{
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 416:
            return "Range Not Satisfiable";
        case 423:
            return "Locked";
        case 426:
            return "Upgrade Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 460:
            return "Checksum Mismatch";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        case 507:
            return "Insufficient Storage";
    }
    return "Status";
}

bool hasControl(const std::string& text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

}  // namespace

std::uint64_t announcedBytes(const Response& response)
{
    return response.file ? response.file->length : response.body.size();
}

bool sendsBody(const Response& response, const std::string& method)
{
    return method != "HEAD" && response.status != 204 && response.status != 304;
}

std::string responseHead(const Response& response, bool keepAlive, std::int64_t wallMs)
{
    std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    for (const auto& [name, value] : response.headers) {
        if (!hasControl(name) && !hasControl(value)) head += name + ": " + value + "\r\n";
    }
    head += "date: " + httpDate(wallMs) + "\r\n";
    if (response.status != 204 && response.status != 304)
        head += fmt::format("content-length: {}\r\n", announcedBytes(response));
    head += keepAlive ? "\r\n" : "connection: close\r\n\r\n";
    return head;
}

std::string httpDate(std::int64_t wallMs)
{
    return fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}",
                       fmt::gmtime(static_cast<std::time_t>(wallMs / 1000)));
}

}  // namespace hub
