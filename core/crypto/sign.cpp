#include "core/crypto/sign.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

#include "core/crypto/hash.h"
#include "core/crypto/sodium_ready.h"

namespace crypto {

namespace {
const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}
}  // namespace

KeyPair newKeyPair()
{
    sodiumReady();
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> publicKey{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secretKey{};
    crypto_sign_keypair(publicKey.data(), secretKey.data());
    KeyPair pair{toHex(publicKey), toHex(secretKey)};
    sodium_memzero(secretKey.data(), secretKey.size());
    return pair;
}

std::string sign(std::string_view message, const std::string& secretKey)
{
    sodiumReady();
    base::Result<std::string> key = fromHex(secretKey);
    if (!key || key->size() != crypto_sign_SECRETKEYBYTES)
        throw std::invalid_argument("not an Ed25519 secret key");
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytesOf(message), message.size(),
                         bytesOf(*key));
    sodium_memzero(key->data(), key->size());  // NOLINT(clang-analyzer-cplusplus.InnerPointer)
    return toHex(signature);
}

bool verify(std::string_view message, const std::string& signature, const std::string& publicKey)
{
    sodiumReady();
    const base::Result<std::string> key = fromHex(publicKey);
    const base::Result<std::string> raw = fromHex(signature);
    return key && raw && key->size() == crypto_sign_PUBLICKEYBYTES &&
           raw->size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(bytesOf(*raw), bytesOf(message), message.size(),
                                       bytesOf(*key)) == 0;
}

}  // namespace crypto
