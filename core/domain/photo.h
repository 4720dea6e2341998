#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/position.h"
#include "core/domain/ids.h"

namespace domain {

enum class PhotoSource { camera, gallery };

/// What of the place a photo shows, where the sheet asks for both: 远景, the surroundings, by which
/// the place is found again, or 近景, the thing itself.
enum class PhotoView { wide, close };

/// The word on sheets, pictures and lists: "远景", "近景".
constexpr const char* photoViewText(PhotoView view)
{
    return view == PhotoView::wide ? "远景" : "近景";
}

/// The clocks at the moment of the shot, kept side by side so that a changed wall clock shows.
struct ShotClocks {
    std::int64_t wallMs = 0;
    int zoneOffsetMinutes = 480;
    std::int64_t bootMs = 0;
    std::optional<std::int64_t> gnssMs;
    bool doubtful = false;  ///< 时间存疑

    bool operator==(const ShotClocks&) const = default;
};

/// A photo as its inspection lists it: which bytes, of what, where, when. The bytes are named by
/// `sha256`.
struct PhotoEntry {
    PhotoId id;
    Sha256 sha256;  ///< of the stored and sent (scaled) JPEG
    std::int64_t bytes = 0;
    int widthPx = 0;
    int heightPx = 0;
    Sha256 thumbSha256;  ///< 320 px JPEG; sent before the photo
    std::int64_t thumbBytes = 0;
    Sha256 originalSha256;          ///< of the untouched bytes the camera or file gave
    std::string itemCode;           ///< empty: of the village as a whole
    FindingId finding;              ///< empty: of the item as a whole
    std::optional<PhotoView> view;  ///< none: nobody said
    PhotoSource source = PhotoSource::camera;
    ShotClocks clocks;
    std::optional<base::Fix> fix;
    Sha256 previousLink;  ///< `link` of this device's photo before it; empty for the first
    Sha256 link;          ///< of this entry without `link`: removing or re-dating one shows

    bool operator==(const PhotoEntry&) const = default;
};

/// Body of the hub's own record "photo.received": it holds these bytes, verified and durable,
/// whoever sent them.
struct PhotoReceived {
    Sha256 sha256;
    std::int64_t bytes = 0;

    bool operator==(const PhotoReceived&) const = default;
};

}  // namespace domain
