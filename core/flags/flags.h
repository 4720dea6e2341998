#pragma once

#include "core/base/points.h"
#include "core/domain/checklist.h"
#include "core/domain/inspection.h"

/// Why an inspection deserves a second look. The queue sorts by it, and what has a flag is not
/// approved together with others, unseen. Pure.
namespace flags {

/// Bits: an inspection has any number of them.
enum Flag {
    missingEvidence = 1,
    noPosition = 2,
    poorAccuracy = 4,
    fromGallery = 8,
    clockDoubtful = 16,
    photosNotHere = 32,  ///< not all photos have arrived at the hub
    vetoed = 64,
    mockPosition = 128,
    chainBroken = 256,       ///< the chain of photos or the seal does not hold
    farFromLast = 512,       ///< the score is far from the last one of the same place
    inspectorFarOff = 1024,  ///< the inspector's mean is far from everybody's
    notSignedOff =
        2048  ///< a signature, or the reason for a place that is not well known, is missing
};

/// The flags that the inspection itself raises.
int flagsOf(const domain::Inspection& inspection, const domain::Checklist& sheet,
            double accuracyLimitM);

/// By 15 points or more from what came before at the same place, by the same version of the sheet.
bool isFarFromLast(const domain::Checklist& sheet, const domain::Inspection& inspection,
                   const domain::Inspection& last);

/// Scores by one kind of sheet.
struct Scores {
    std::int64_t sumHundredths = 0;
    int count = 0;
};
/// With 5 inspections or more, whose mean is more than 8 points from everybody's.
bool isInspectorFarOff(const Scores& own, const Scores& all);

}  // namespace flags
