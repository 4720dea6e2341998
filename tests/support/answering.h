#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/actions/answers.h"

// Gestures for tests, each saved as the pages save theirs.
namespace support {

/// Lets `change` work on the item's answer as it is saved, and saves it; gives the new one.
base::Result<domain::Answer> answering(actions::Context& context, const domain::InspectionId& draft,
                                       const std::string& item,
                                       const std::function<void(domain::Answer&)>& change);
/// One more 处; its id and time are made here.
base::Result<domain::Answer> addFinding(actions::Context& context,
                                        const domain::InspectionId& draft, const std::string& item,
                                        domain::Finding finding);
/// Nothing found: `ok`, `notApplicable` or back to `unanswered`.
base::Result<domain::Answer> setState(actions::Context& context, const domain::InspectionId& draft,
                                      const std::string& item, domain::AnswerState state);
/// 合格 for those of the items that are unanswered, as one gesture.
base::Result<actions::Changed> restOk(actions::Context& context, const domain::InspectionId& draft,
                                      const std::vector<std::string>& items);
/// The inspector's signature, nobody of the village there, and a reason where places are not well
/// known: what submitting asks for beside the answers.
base::Result<void> signOff(actions::Context& context, const domain::InspectionId& draft);

}  // namespace support
