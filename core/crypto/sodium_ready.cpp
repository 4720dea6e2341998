#include "core/crypto/sodium_ready.h"

#include <sodium.h>

#include <cstdlib>

namespace crypto {

void sodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready) std::abort();
}

}  // namespace crypto
