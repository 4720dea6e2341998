#pragma once

#include <map>

#include "sync/client/round.h"

namespace client {

struct Pulled {
    std::map<std::string, std::string> reference;  ///< part -> ETag that the hub has now
    bool offerAgain = false;  ///< the hub is an older one of itself: records and photos are owed
                              ///< again, push first
};

/// Reads the feed to its end. Each page and the cursor after it are applied in one transaction, so
/// that a page is read again or not at all. A hub restored from a backup (another epoch) gets
/// everything that it lost offered again, and is read from the beginning; so is it when what this
/// tablet may see has changed.
Reply<Pulled> pull(Round& round);

}  // namespace client
