#pragma once

#include <memory>
#include <string>

#include "sync/client/transport.h"

namespace client {

struct CurlOptions {
    std::string
        hubUrl;  ///< "https://hub.example:8443", no path; "http://" only when the user said so
    std::string caFile;     ///< PEM, instead of the system's; empty: the system's
    std::string pinnedKey;  ///< "sha256//BASE64" of the hub's public key; empty: not pinned
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(10);
    long minBytesPerS = 500;  ///< slower than this for `slowFor` is "net.slow"
    long slowForS = 20;
};

/// Transport over HTTP/1.1 or HTTP/2 by libcurl, connections kept alive. Certificates are always
/// checked; one of a pinned key needs nobody's signature, because the key itself is what was asked
/// for, unless a caFile names who must have signed it. A proxy of the environment is used as curl
/// does. The one place where curl is.
std::unique_ptr<Transport> curlTransport(CurlOptions options);

}  // namespace client
