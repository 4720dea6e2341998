#include "sync/hub/access_log.h"

#include <fmt/format.h>

#include <string_view>

namespace hub {
namespace {

constexpr std::string_view uploads = "/v1/uploads/";
constexpr std::size_t shownCharacters = 6;

std::string shown(const std::string& path)
{
    if (path.empty()) return "-";
    if (path.starts_with(uploads) && path.size() > uploads.size() + shownCharacters)
        return path.substr(0, uploads.size() + shownCharacters) + "~";
    return path;
}

}  // namespace

std::string accessLine(const Exchange& exchange)
{
    std::string line = fmt::format(
        "{} {} {} {} in={} out={} ms={:.1f}", exchange.remote,
        exchange.method.empty() ? "-" : exchange.method, shown(exchange.path), exchange.status,
        exchange.bytesIn, exchange.bytesOut, static_cast<double>(exchange.took.count()) / 1000);
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20) c = '?';
    }
    return line;
}

}  // namespace hub
