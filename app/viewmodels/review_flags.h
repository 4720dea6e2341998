#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "core/flags/flags.h"

namespace viewmodels::review {
Q_NAMESPACE
QML_NAMED_ELEMENT(ReviewFlag)

/// flags::Flag for QML: why an inspection deserves a second look. A row has any number of them.
enum Flag {
    MissingEvidence = flags::missingEvidence,
    NoPosition = flags::noPosition,
    PoorAccuracy = flags::poorAccuracy,
    FromGallery = flags::fromGallery,
    ClockDoubtful = flags::clockDoubtful,
    PhotosNotHere = flags::photosNotHere,
    Vetoed = flags::vetoed,
    MockPosition = flags::mockPosition,
    ChainBroken = flags::chainBroken,
    FarFromLast = flags::farFromLast,
    InspectorFarOff = flags::inspectorFarOff,
    NotSignedOff = flags::notSignedOff
};
Q_ENUM_NS(Flag)

/// How much the flags together speak for looking closely; 0 for none. For sorting only.
int riskOf(int flags);

}  // namespace viewmodels::review
