#pragma once

#include <string>
#include <string_view>

namespace crypto {

/// How much work a guess costs: `interactive` 64 MB and some 50 ms, `lowest` for tests and for a
/// PIN on a small tablet (8 MB).
enum class PasswordCost { interactive, lowest };

/// Argon2id with a random salt, as the text form that carries its own parameters.
/// Throws std::bad_alloc when the memory for the cost is not there.
std::string passwordHash(std::string_view password, PasswordCost cost = PasswordCost::interactive);

/// True when the hash was made of this password. False for a malformed hash. Never throws.
bool passwordVerify(std::string_view password, const std::string& hash);

}  // namespace crypto
