#pragma once

#include <optional>
#include <string>

#include "app/viewmodels/input_list_model.h"
#include "core/base/result.h"
#include "core/domain/checklist.h"
#include "core/domain/inspection.h"

// What a gesture makes of an answer. Pure: the answer as it was in, the answer as it becomes out.
namespace viewmodels::gestures {

/// Adds the finding to the input's rule and choice; its id, time and fix are the caller's.
domain::Answer add(const domain::Item& item, domain::Answer answer, const InputRow& input,
                   domain::Finding finding);

/// Takes the newest finding of the input away; without one nothing changes.
domain::Answer removeNewest(const domain::Item& item, domain::Answer answer, const InputRow& input);

/// Turns a kind, tier, household or sub-point on or off. Tiers exclude each other, and so do
/// "not one is met" and the sub-points.
domain::Answer toggle(const domain::Item& item, domain::Answer answer, const InputRow& input,
                      domain::Finding finding);

/// Sets the measured value ("12.5") or takes it away (empty). Fails with "checklist.not_a_number".
base::Result<domain::Answer> measure(const domain::Item& item, domain::Answer answer,
                                     const InputRow& input, const std::string& value,
                                     domain::Finding finding);

/// Sets how large a finding is ("0.8") or takes the size away (empty). Fails like measure().
base::Result<domain::Answer> size(domain::Answer answer, const domain::FindingId& finding,
                                  const std::string& value);

domain::Answer removeFinding(domain::Answer answer, const domain::FindingId& finding);
domain::Answer describeFinding(domain::Answer answer, const domain::FindingId& finding,
                               std::string place, std::string note);
/// `finding` (its id, time and fix) found again what `last` found; it counts as not rectified.
domain::Answer repeat(domain::Answer answer, const domain::Finding& last, domain::Finding finding);
/// 合格: nothing found, nothing missing.
domain::Answer ok(const domain::Item& item, domain::Answer answer);
domain::Answer notApplicable(domain::Answer answer);

}  // namespace viewmodels::gestures
