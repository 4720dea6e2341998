#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

namespace hub {

struct RescueReport {
    int records = 0;
    int known = 0;     ///< of them: had come by another way
    int setAside = 0;  ///< of them: without effect; see list quarantine
    int photos = 0;
    int photosKnown = 0;
    int photosBad = 0;                      ///< damaged or no JPEG: not taken
    std::vector<base::Error> refused = {};  ///< batches that were not taken, and why
};

/// Takes in a tablet's rescue file, also while the hub serves. Everything is as if the tablet had
/// sent it: what is here already stays as it is, and what comes again later is a duplicate. Safe to
/// stop anywhere and to run again. A batch or a photo that cannot be taken holds up no other. Fails
/// with "seal.*" and "rescue.malformed".
base::Result<RescueReport> importRescue(const std::filesystem::path& data, const std::string& file,
                                        const std::string& code, const base::Clock& clock,
                                        base::RandomBytes random);

}  // namespace hub
