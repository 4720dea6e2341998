#pragma once

#include <QString>

#include "app/viewmodels/fairness_model.h"
#include "app/viewmodels/review_queue_reader.h"
#include "app/viewmodels/review_sheet.h"
#include "core/ranking/ranking.h"

// Made-up work for the supervisor's pages.
namespace gallery {

/// `count` inspections in all states, every third one flagged.
viewmodels::ReviewQueue madeUpQueue(int count);
/// Flags and scores of them all.
std::vector<viewmodels::LookedInto> madeUpFlags(const viewmodels::ReviewQueue& queue);

/// A second revision of an LJ check with deductions, a veto, photos (written into `mediaFolder`)
/// and something missing, sent back once.
viewmodels::ReviewSheet madeUpReview(const QString& mediaFolder);

/// 40 villages in 6 towns, ties and a veto among them, some that improved, 3 not ranked.
viewmodels::FairnessRows madeUpFairness();
ranking::Ranking madeUpRanking(bool byClass = false);
domain::Campaign madeUpCampaign();

}  // namespace gallery
