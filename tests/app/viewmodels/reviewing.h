#pragma once

#include "app/viewmodels/review_model.h"
#include "core/domain/codec.h"
#include "core/store/records.h"
#include "tests/app/viewmodels/answered.h"
#include "tests/app/viewmodels/desk.h"

namespace support {

/// A supervisor's tablet with records as they came down from the hub.
struct Reviewing {
    Desk desk;
    std::int64_t seq = 100;
    base::Result<void> result;
    std::vector<domain::Review> decided;
    viewmodels::ReviewModel model{desk.core,
                                  [this](const domain::Review& review) {
                                      decided.push_back(review);
                                      return answered(result);
                                  },
                                  QString::fromStdString(desk.tablet.mediaFolder())};

    Reviewing() { model.showReviewer(county::supervisor()); }

    domain::RecordId decide(domain::Review review, const domain::UserId& by)
    {
        review.reviewer = by;
        const domain::RecordId id{desk.tablet.ids().next()};
        desk.tablet.clock().advance(60'000);
        const std::int64_t nowMs = desk.tablet.clock().wallMs();
        store::Records(desk.tablet.db())
            .apply(++seq, nowMs,
                   {id, "review", by, {"d-desk"}, "i", seq, nowMs, domain::canonicalJson(review)});
        return id;
    }
    void open(const domain::InspectionId& id)
    {
        model.open(QString::fromStdString(id.value));
        REQUIRE(eventually([&] { return model.loaded(); }));
    }
};

inline domain::Review reviewOf(const domain::InspectionId& id, domain::Decision decision)
{
    domain::Review review;
    review.inspection = id;
    review.decision = decision;
    return review;
}

}  // namespace support
