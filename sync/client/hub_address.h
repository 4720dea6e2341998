#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace client {

/// Where a tablet finds its hub, as the office gives it to people.
struct HubAddress {
    std::string url;  ///< "https://hub.example:8443", no slash at the end
    std::string pin;  ///< "sha256//BASE64" of the hub's public key; empty: none
};

/// "https://hub.example:8443", also with "#pin=sha256//BASE64" behind it (or '?' instead of '#',
/// and percent-encoded), as the office gives it. Other keys are passed over.
///
/// Fails with "hub.address" when it is no such address, when a pin is none, and when a pin stands
/// behind "http://": who names the hub's key never wants to be heard in clear text.
base::Result<HubAddress> hubAddressFrom(std::string_view text);

}  // namespace client
