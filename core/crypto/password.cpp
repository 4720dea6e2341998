#include "core/crypto/password.h"

#include <sodium.h>

#include <array>
#include <new>

#include "core/crypto/sodium_ready.h"

namespace crypto {

std::string passwordHash(std::string_view password, PasswordCost cost)
{
    sodiumReady();
    const bool lowest = cost == PasswordCost::lowest;
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str_alg(
        text.data(), password.data(), password.size(),
        lowest ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
        lowest ? std::size_t{8} * 1024 * 1024 : crypto_pwhash_MEMLIMIT_INTERACTIVE,
        crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::bad_alloc();
    return text.data();
}

bool passwordVerify(std::string_view password, const std::string& hash)
{
    sodiumReady();
    return hash.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace crypto
