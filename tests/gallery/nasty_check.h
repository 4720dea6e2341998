#pragma once

#include "app/viewmodels/open_inspection.h"

namespace gallery {

/// A name of 20 characters, the longest that a village or facility has.
inline constexpr char longestName[] = "石洞坑樟树下大溪口联合新型社区第一村民小组";

/// 60 items in 6 sections with nothing proved but by the 40 photos of the first item, whose files
/// are gone, and as much left over from last time; `all`: something found on each item, 0 points.
viewmodels::OpenedInspection nastyCheck(bool all = false);
/// A sheet without items.
viewmodels::OpenedInspection emptyCheck();

}  // namespace gallery
