#pragma once

#include "core/base/position.h"

// GCJ-02, the shifted coordinates of Chinese base maps and of data taken from them. It exists only
// where such data comes in or goes out; everything that is stored is WGS-84. The formulas are the
// published approximation; outside of China both functions change nothing.
namespace base {

GeoPoint gcj02FromWgs84(GeoPoint wgs84);

/// The inverse, to better than a millimetre of the forward function.
GeoPoint wgs84FromGcj02(GeoPoint gcj02);

/// Great-circle distance on a sphere of 6,371 km.
double distanceM(GeoPoint a, GeoPoint b);

}  // namespace base
