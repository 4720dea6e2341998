#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"

namespace viewmodels::review {
Q_NAMESPACE
QML_NAMED_ELEMENT(ReviewFlag)

/// Why an inspection deserves a second look. Values are bits: a row has any number of them.
enum Flag {
    MissingEvidence = 1,
    NoPosition = 2,
    PoorAccuracy = 4,
    FromGallery = 8,
    ClockDoubtful = 16,
    PhotosNotHere = 32,  ///< not all photos have arrived at the hub
    Vetoed = 64,
    MockPosition = 128,
    ChainBroken = 256,      ///< the chain of photos or the seal does not hold; the page says where
    FarFromLast = 512,      ///< the score is far from the last one of the same place
    InspectorFarOff = 1024  ///< the inspector's mean is far from everybody's
};
Q_ENUM_NS(Flag)

/// The flags that the inspection itself raises. Pure.
int flagsOf(const domain::Inspection& inspection, const domain::Checklist& sheet,
            double accuracyLimitM);

/// How much the flags together speak for looking closely; 0 for none. For sorting only.
int riskOf(int flags);

}  // namespace viewmodels::review
