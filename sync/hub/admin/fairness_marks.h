#pragma once

#include <string>

#include "core/domain/campaign.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// Which villages' places hang on one inspector, to stand below a ranking that the office reads;
/// empty where none does. It names inspectors: not for publication.
std::string marksOf(Connection& db, const domain::Campaign& campaign);

}  // namespace hub
