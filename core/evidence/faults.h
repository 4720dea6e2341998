#pragma once

#include <string>
#include <vector>

#include "core/domain/inspection.h"

namespace evidence {

/// What does not hold in a chain of photos or in the seal of a revision.
enum class Fault {
    entryChanged,   ///< the entry is not what its link was made of: swapped, re-dated, moved,
                    ///< re-assigned
    entryDoubled,   ///< the same entry or link twice
    photoReused,    ///< the same picture under two entries
    entryMissing,   ///< a photo was taken out between this one and the one before it
    lastMissing,    ///< the newest photos were taken out
    branched,       ///< two photos follow the same one: one of them was put in later
    clockWentBack,  ///< taken earlier than the photo it follows, and not marked 时间存疑
    notSealed,
    algorithmUnknown,  ///< sealed in a way that this version cannot check
    keyForeign,        ///< sealed by another device than the one that sent it
    signatureWrong     ///< the revision was changed after it was sealed
};

struct ChainFault {
    Fault fault = Fault::entryChanged;
    int place = 0;  ///< 1 is the first photo of the revision; 0: the revision as a whole
    domain::PhotoId photo;

    bool operator==(const ChainFault&) const = default;
};

/// Everything that does not hold in one revision, in the order of its photos, the seal last. Empty
/// for a revision as the tablet made it. `deviceKey` is the key that the device enrolled with;
/// without one (on a supervisor's tablet) the seal is only checked against the key that it names.
/// Pure.
std::vector<ChainFault> faultsOf(const domain::Inspection& inspection,
                                 const std::string& deviceKey = {});

/// "第 3 张照片的内容或时间被改动", with what it means; for the review page and exports.
std::string toText(const ChainFault& fault);

}  // namespace evidence
