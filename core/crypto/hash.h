#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace crypto {

/// SHA-256 as 64 characters of lower-case hexadecimal, the form in which all our hashes are kept.
std::string sha256(std::string_view bytes);

/// SHA-256 of what comes in pieces. Not safe for two threads at once.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void update(std::span<const std::byte> bytes);
    void update(std::string_view bytes);
    /// The hash of everything so far; more may follow.
    std::string hex() const;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// Hash and size of a file, read in pieces of 64 KB.
struct FileHash {
    std::string sha256;
    std::int64_t bytes = 0;
};
/// Fails with "file.unreadable" (the path in `where`) when the file is missing or a read fails.
base::Result<FileHash> sha256OfFile(const std::string& path);

std::string toHex(std::span<const std::uint8_t> bytes);
/// Fails with "hex.malformed" on an odd length or anything but lower-case hexadecimal.
base::Result<std::string> fromHex(std::string_view hex);

/// Raw bytes (not hex) of the SHA-256, for headers such as Content-Digest.
std::string sha256Raw(std::string_view bytes);

/// Compares in a time that depends on the lengths alone: for tokens and codes.
bool equalInConstantTime(std::string_view a, std::string_view b);

/// How a token or one-time code is kept: its SHA-256. Tokens are random, so no salt is needed.
inline std::string tokenHash(std::string_view token)
{
    return sha256(token);
}

}  // namespace crypto
