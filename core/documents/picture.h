#pragma once

#include <string>

#include "core/base/result.h"

namespace documents {

/// A photo in a document.
struct Picture {
    std::string jpeg;
    int widthPx = 0;
    int heightPx = 0;
    std::string caption;
};

/// The photo scaled down so that its long side is at most `longSidePx`, without a caption; as it is
/// where it is small already. Fails with "picture.unreadable" for what is no JPEG.
base::Result<Picture> scaledPicture(const std::string& jpeg, int longSidePx);

}  // namespace documents
