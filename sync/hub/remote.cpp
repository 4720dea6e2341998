#include "sync/hub/remote.h"

#include <algorithm>
#include <string_view>

namespace hub {
namespace {

constexpr std::size_t addressCharacters = 45;

bool isAddress(std::string_view text)
{
    return !text.empty() && text.size() <= addressCharacters &&
           text.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

}  // namespace

std::string clientAddress(const std::string& peer, const std::string& forwardedFor,
                          const std::string& trustedProxy)
{
    if (trustedProxy.empty() || peer != trustedProxy) return peer;
    std::string_view last = forwardedFor;
    if (const std::size_t comma = last.rfind(','); comma != std::string_view::npos)
        last.remove_prefix(comma + 1);
    while (last.starts_with(' ')) last.remove_prefix(1);
    while (last.ends_with(' ')) last.remove_suffix(1);
    return isAddress(last) ? std::string(last) : peer;
}

}  // namespace hub
