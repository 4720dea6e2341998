#pragma once

#include <string>

namespace hub {

/// Whose request it is: the peer, or, when the peer is the proxy we trust, the last address in its
/// X-Forwarded-For (what stands before that a client may have written). An address that is none
/// leaves the peer.
std::string clientAddress(const std::string& peer, const std::string& forwardedFor,
                          const std::string& trustedProxy);

}  // namespace hub
