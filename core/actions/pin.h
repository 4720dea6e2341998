#pragma once

#include <cstdint>
#include <string>

#include "core/actions/context.h"
#include "core/base/result.h"

namespace actions {

/// Four to twelve digits, kept as an Argon2id hash; empty takes the PIN away. Forgets wrong tries.
/// Fails with "pin.malformed".
base::Result<void> setPin(Context& context, const std::string& pin);

base::Result<bool> hasPin(Context& context);

struct PinTry {
    bool right = false;
    std::int64_t waitMs = 0;  ///< until the next try is looked at; 0: at once
};

/// Tries a PIN; right when none is set. Takes some 20 ms on purpose.
///
/// After five wrong tries in a row one has to wait 30 seconds, after each further one twice as
/// long, 15 minutes at most; a try before that is not looked at. Tries are counted on the disk, so
/// that restarting the app does not help.
base::Result<PinTry> enterPin(Context& context, const std::string& pin);

}  // namespace actions
