#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace base {

/// Degrees in WGS-84, the only system that is stored (DESIGN: GCJ-02 exists at the edges only).
struct GeoPoint {
    double latitude = 0;
    double longitude = 0;

    bool operator==(const GeoPoint&) const = default;
};

enum class PositionSource { device, receiver, file, manual };

/// A position as it was known at a moment, with how far it can be trusted.
struct Fix {
    GeoPoint point;
    double accuracyM = 0;  ///< radius of about 68 %, metres
    PositionSource source = PositionSource::device;
    std::int64_t ageMs = 0;                  ///< between the fix and its use
    std::optional<std::int64_t> gnssTimeMs;  ///< UTC by the satellites
    std::optional<int> satellites;
    bool mock = false;  ///< the system says that the position is made up

    bool operator==(const Fix&) const = default;
};

}  // namespace base
