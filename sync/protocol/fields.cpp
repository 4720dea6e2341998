#include "sync/protocol/fields.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "core/crypto/hash.h"
#include "sync/protocol/words.h"

namespace protocol {

namespace {
constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view hexDigits = "0123456789abcdef";

base::Result<std::string> refuse(std::string_view text)
{
    return base::fail("header.malformed", "请求头的内容有误", std::string(text.substr(0, 60)));
}

bool isHex(std::string_view text, std::size_t length)
{
    return text.size() == length && std::ranges::all_of(text, [](char c) {
               return hexDigits.find(c) != std::string_view::npos;
           });
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// Calls `use` with each part between commas, trimmed; stops when it says false and returns that.
template <class Use>
bool eachPart(std::string_view text, Use use)
{
    while (true) {
        const std::size_t comma = text.find(',');
        if (!use(trimmed(text.substr(0, comma)))) return false;
        if (comma == std::string_view::npos) return true;
        text.remove_prefix(comma + 1);
    }
}
}  // namespace

bool isSha256(std::string_view text)
{
    return isHex(text, 64);
}
bool isNonce(std::string_view text)
{
    return isHex(text, 32);
}

std::string base64(std::string_view bytes)
{
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8U |
                    (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k > bytes.size() ? '=' : alphabet[three >> (18U - 6U * k) & 63U];
    }
    return text;
}

base::Result<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0) return refuse(text);
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    std::string bytes;
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool padded = i + padding >= text.size();
        const std::size_t value = padded ? 0 : alphabet.find(text[i]);
        if (value == std::string_view::npos) return refuse(text);
        bits = bits << 6U | static_cast<std::uint32_t>(value);
        if (i % 4 == 3)
            for (const unsigned shift : {16U, 8U, 0U})
                bytes += static_cast<char>(bits >> shift & 255U);
    }
    bytes.resize(bytes.size() - padding);
    return bytes;
}

std::string enrolMessage(std::string_view body)
{
    return "xuncun enrol 1\n" + crypto::sha256(body) + "\n";
}

std::string contentDigest(const domain::Sha256& sha256)
{
    return "sha-256=:" + base64(crypto::fromHex(sha256.value).value_or("")) + ":";
}

base::Result<domain::Sha256> contentDigestFrom(std::string_view text)
{
    constexpr std::string_view prefix = "sha-256=:";
    domain::Sha256 found;
    eachPart(text, [&](std::string_view part) {
        if (part.starts_with(prefix) && part.ends_with(":") && part.size() > prefix.size())
            if (const auto bytes =
                    fromBase64(part.substr(prefix.size(), part.size() - prefix.size() - 1));
                bytes && bytes->size() == 32)
                found = {crypto::toHex(
                    {reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()})};
        return true;
    });
    if (found.empty()) return tl::unexpected(refuse(text).error());
    return found;
}

std::string headDigest(std::string_view first, const std::map<std::string, std::string>& headers)
{
    static const std::set<std::string_view> more{header::authorization,
                                                 header::contentDigest,
                                                 header::contentType,
                                                 header::ifNoneMatch,
                                                 header::retryAfter,
                                                 header::tusResumable,
                                                 "range"};
    std::string text(first);
    text += '\n';
    for (const auto& [name, value] : headers) {
        const bool counts =
            name.starts_with("xuncun-") || name.starts_with("upload-") || more.contains(name);
        if (!counts || value.empty() || name == header::headDigest) continue;
        text.append(name).append(": ").append(value) += '\n';
    }
    return contentDigest({crypto::sha256(text)});
}

std::string uploadChecksum(const domain::Sha256& sha256)
{
    return "sha256 " + base64(crypto::fromHex(sha256.value).value_or(""));
}

std::string uploadMetadata(const std::map<std::string, std::string>& values)
{
    std::string text;
    for (const auto& [key, value] : values)
        text += (text.empty() ? "" : ",") + key + (value.empty() ? "" : " " + base64(value));
    return text;
}

base::Result<std::map<std::string, std::string>> uploadMetadataFrom(std::string_view text)
{
    std::map<std::string, std::string> values;
    const bool good = eachPart(text, [&](std::string_view part) {
        const std::size_t space = part.find(' ');
        const std::string key(part.substr(0, space));
        const auto value = space == std::string_view::npos
                               ? base::Result<std::string>("")
                               : fromBase64(trimmed(part.substr(space)));
        return !key.empty() && value && values.emplace(key, *value).second;
    });
    if (!good) return tl::unexpected(refuse(text).error());
    return values;
}

base::Result<std::int64_t> wholeFrom(std::string_view text)
{
    const bool digits = !text.empty() && text.size() <= 18 &&
                        std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return tl::unexpected(refuse(text).error());
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

}  // namespace protocol
