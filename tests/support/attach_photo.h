#pragma once

#include <string>

#include "core/actions/photos.h"

namespace support {

/// A photo as made-up bytes, and what was true at the shot.
struct CapturedPhoto {
    std::string jpeg;
    std::string thumbnail;
    std::string originalPath;  ///< copied; may be empty
    int widthPx = 0;
    int heightPx = 0;
    std::string itemCode;
    domain::FindingId finding;
    domain::PhotoSource source = domain::PhotoSource::camera;
    domain::ShotClocks clocks;
    std::optional<base::Fix> fix;
};

/// Puts the files where the app puts those of a real photo and enters it: for who has no pictures
/// to decode. "store.full" when a file cannot be written, and what actions::enterPhoto refuses.
base::Result<domain::PhotoEntry> attachPhoto(actions::Context& context,
                                             const std::string& mediaFolder,
                                             const domain::InspectionId& draft,
                                             const CapturedPhoto& photo);

}  // namespace support
