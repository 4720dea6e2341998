#include "core/crypto/random.h"

#include <sodium.h>

#include <vector>

#include "core/crypto/hash.h"
#include "core/crypto/sodium_ready.h"

namespace crypto {

void randomBytes(std::span<std::uint8_t> bytes)
{
    sodiumReady();
    randombytes_buf(bytes.data(), bytes.size());
}

std::string randomHex(std::size_t bytes)
{
    std::vector<std::uint8_t> raw(bytes);
    randomBytes(raw);
    return toHex(raw);
}

}  // namespace crypto
