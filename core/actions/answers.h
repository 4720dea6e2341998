#pragma once

#include <string>
#include <vector>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/inspection.h"

// Answering a draft's items. Each action gives back the item's answer as it is saved now, and can
// be undone. All fail with "draft.unknown" and "item.unknown"; texts over 2,000 characters with
// "text.too_long".
namespace actions {

/// 合格: takes away the item's findings and their photos.
base::Result<domain::Answer> setAnswerOk(Context& context, const domain::InspectionId& draft,
                                         const std::string& item);
/// 不适用: takes away the item's findings and their photos.
base::Result<domain::Answer> setNotApplicable(Context& context, const domain::InspectionId& draft,
                                              const std::string& item);
/// Back to unanswered: takes away findings and their photos, sub-points, households and note.
base::Result<domain::Answer> clearAnswer(Context& context, const domain::InspectionId& draft,
                                         const std::string& item);
/// 合格 for those of the items that are unanswered; gives those. One undo for all.
base::Result<std::vector<domain::Answer>> allUntouchedOk(Context& context,
                                                         const domain::InspectionId& draft,
                                                         const std::vector<std::string>& items);

/// One more 处. `finding` says rule and details; id and time are made here. The answer becomes
/// `found`. Fails with "finding.too_many" over 200 of one item.
base::Result<domain::Answer> addFinding(Context& context, const domain::InspectionId& draft,
                                        const std::string& item, domain::Finding finding);
/// One 处 less of the rule: the newest, with its photos. With the last finding gone the item is
/// unanswered again: nobody said that it is 合格.
/// Fails with "finding.none".
base::Result<domain::Answer> removeLastFinding(Context& context, const domain::InspectionId& draft,
                                               const std::string& item, const std::string& rule);
base::Result<domain::Answer> removeFinding(Context& context, const domain::InspectionId& draft,
                                           const std::string& item,
                                           const domain::FindingId& finding);
/// Takes place, note, tier, kind, household, value, fix and repeat from `finding`; id says which.
base::Result<domain::Answer> editFinding(Context& context, const domain::InspectionId& draft,
                                         const std::string& item, const domain::Finding& finding);

/// Sub-points that are met; any list, also an empty one, answers the item.
base::Result<domain::Answer> setEarned(Context& context, const domain::InspectionId& draft,
                                       const std::string& item,
                                       const std::vector<std::string>& rules);
base::Result<domain::Answer> setHouseholdsVisited(Context& context,
                                                  const domain::InspectionId& draft,
                                                  const std::string& item, int households);
base::Result<domain::Answer> setAnswerNote(Context& context, const domain::InspectionId& draft,
                                           const std::string& item, const std::string& note);

/// What undoLast would take back: the action's name ("addFinding"); empty when there is nothing.
base::Result<std::string> lastAction(Context& context, const domain::InspectionId& draft);
/// Takes back the newest action on the draft's answers and photos, also after a restart; gives the
/// items' answers as they are now. Fails with "undo.nothing". The last 50 actions can be taken
/// back.
base::Result<std::vector<domain::Answer>> undoLast(Context& context,
                                                   const domain::InspectionId& draft);

}  // namespace actions
