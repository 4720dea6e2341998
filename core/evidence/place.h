#pragma once

#include <optional>
#include <vector>

#include "core/base/position.h"
#include "core/domain/inspection.h"

// Points made of several fixes. Pure.
namespace evidence {

/// The median of latitudes and of longitudes: one wild point in a few moves it little. None for no
/// points.
std::optional<base::GeoPoint> medianPoint(std::vector<base::GeoPoint> points);

/// Where an inspection was done: the median of its start, findings and photos, without those that
/// are made up or less accurate than `accuracyLimitM`. None when nothing is left.
std::optional<base::GeoPoint> placeOf(const domain::Inspection& inspection, double accuracyLimitM);

/// Several fixes of one standing tablet as one, weighted by accuracy, with the time and source of
/// the newest. Its accuracy is honest: errors of neighbouring seconds are alike, so it is never
/// better than half the best of them, nor than how far they lie apart. Mock when one is. None for
/// no fixes.
std::optional<base::Fix> averageOf(const std::vector<base::Fix>& fixes);

}  // namespace evidence
