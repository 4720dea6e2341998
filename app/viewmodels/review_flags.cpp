#include "app/viewmodels/review_flags.h"

#include <utility>

namespace viewmodels::review {

int riskOf(int flags)
{
    constexpr std::pair<Flag, int> weights[] = {
        {ChainBroken, 10},  {MissingEvidence, 8}, {Vetoed, 6},        {MockPosition, 6},
        {ClockDoubtful, 5}, {NoPosition, 4},      {FromGallery, 3},   {FarFromLast, 3},
        {PoorAccuracy, 2},  {InspectorFarOff, 2}, {PhotosNotHere, 1}, {NotSignedOff, 4}};
    int risk = 0;
    for (const auto& [flag, weight] : weights) risk += (flags & flag) != 0 ? weight : 0;
    return risk;
}

}  // namespace viewmodels::review
