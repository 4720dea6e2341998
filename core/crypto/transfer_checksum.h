#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crypto {

/// The checksum that a client announced for what it is about to send, in the form of tus ("sha1
/// BASE64", "sha256 BASE64"), and the sum of what came. Against accidents on the way only: SHA-1
/// stops no attacker.
class TransferChecksum {
public:
    /// None when the algorithm is unknown or the sum is not base64 of its length.
    static std::optional<TransferChecksum> announced(std::string_view text);
    /// The algorithms, as tus lists them.
    static constexpr const char* algorithms = "sha1,sha256";

    ~TransferChecksum();
    TransferChecksum(TransferChecksum&&) noexcept;
    TransferChecksum& operator=(TransferChecksum&&) noexcept;

    void update(std::span<const std::byte> bytes);
    /// Whether everything so far has the announced sum.
    bool matches() const;

private:
    struct State;
    explicit TransferChecksum(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The bytes behind standard base64 with padding; none when it is not that.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace crypto
