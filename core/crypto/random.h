#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace crypto {

/// Fills the bytes from the system's generator. Safe from any thread; fits base::RandomBytes.
void randomBytes(std::span<std::uint8_t> bytes);

/// `bytes` random bytes as lower-case hexadecimal: tokens (32), nonces and incarnations (16).
std::string randomHex(std::size_t bytes);

}  // namespace crypto
