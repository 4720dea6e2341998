#pragma once

namespace crypto {

/// Starts libsodium once, from whichever thread comes first; aborts when the system has no
/// randomness.
void sodiumReady();

}  // namespace crypto
