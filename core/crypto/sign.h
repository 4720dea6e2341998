#pragma once

#include <string>
#include <string_view>

namespace crypto {

/// The name that travels with a signature, so that another algorithm (SM2) can follow.
inline constexpr const char* signatureAlgorithm = "ed25519";

/// An Ed25519 key pair in hexadecimal. `secretKey` never leaves the device.
struct KeyPair {
    std::string publicKey;  ///< 32 bytes
    std::string secretKey;  ///< 64 bytes
};

KeyPair newKeyPair();

/// The detached signature (64 bytes) in hexadecimal. Requires a secret key that newKeyPair made;
/// throws std::invalid_argument otherwise.
std::string sign(std::string_view message, const std::string& secretKey);

/// False for a wrong signature and for keys or signatures that are not well formed. Never throws.
bool verify(std::string_view message, const std::string& signature, const std::string& publicKey);

}  // namespace crypto
