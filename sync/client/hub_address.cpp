#include "sync/client/hub_address.h"

#include <algorithm>

#include "core/crypto/hash.h"
#include "sync/protocol/fields.h"

namespace client {

namespace {
constexpr std::string_view pinStart = "sha256//";

tl::unexpected<base::Error> wrong(const char* message, std::string_view where)
{
    return base::fail("hub.address", message, std::string(where));
}

/// "%2F" and the like; what is no such thing stays.
std::string decoded(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string digits(text.substr(std::min(i + 1, text.size()), 2));
        std::ranges::transform(digits, digits.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const auto byte =
            text[i] == '%' && digits.size() == 2 ? crypto::fromHex(digits) : std::string();
        if (byte && byte->size() == 1) {
            plain += *byte;
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

bool isPin(std::string_view text)
{
    if (!text.starts_with(pinStart)) return false;
    const auto hash = protocol::fromBase64(text.substr(pinStart.size()));
    return hash && hash->size() == 32;
}
}  // namespace

base::Result<HubAddress> hubAddressFrom(std::string_view text)
{
    const std::size_t end = std::min(text.find_first_of("?#"), text.size());
    HubAddress address;
    address.url = text.substr(0, end);
    while (address.url.ends_with('/')) address.url.pop_back();
    const bool secret = address.url.starts_with("https://");
    const std::size_t scheme = secret ? 8 : 7;
    if ((!secret && !address.url.starts_with("http://")) || address.url.size() <= scheme ||
        address.url.find_first_of(" \t\r\n") != std::string::npos)
        return wrong("服务器地址应以 https:// 或 http:// 开头，请核对", text);
    std::string_view rest = text.substr(std::min(end + 1, text.size()));
    while (!rest.empty()) {
        const std::size_t next = std::min(rest.find('&'), rest.size());
        const std::string_view field = rest.substr(0, next);
        const std::size_t equals = std::min(field.find('='), field.size());
        const std::string_view name = field.substr(0, equals);
        const std::string value = decoded(field.substr(std::min(equals + 1, field.size())));
        if (name == "pin") address.pin = value;
        rest = rest.substr(std::min(next + 1, rest.size()));
    }
    if (!address.pin.empty() && (!secret || !isPin(address.pin)))
        return wrong("地址里的服务器指纹有误，或没有用 https，请向办公室重新要", address.pin);
    return address;
}

}  // namespace client
