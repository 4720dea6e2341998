#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/store/records.h"

namespace actions {

/// Whether inspections may be approved unseen, many at once. Remembers what holds for all of them,
/// so that asking about 300 costs 300 inspections and not 300 times all.
class SecondLook {
public:
    explicit SecondLook(Context& context) : m_context(context) {}

    /// Refused: "review.flagged" when something speaks for looking at it (core/flags).
    base::Result<void> isUnflagged(const store::InspectionHead& head);

private:
    int flagsOf(const store::InspectionHead& head);
    bool isInspectorFarOff(const store::InspectionHead& head);

    Context& m_context;
    std::map<std::pair<std::string, std::string>, bool> m_farOff;  ///< by inspector and sheet
};

}  // namespace actions
