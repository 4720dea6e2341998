#include "app/viewmodels/position_average.h"

#include <catch2/catch.hpp>

#include "app/viewmodels/finish_model.h"
#include "core/store/drafts.h"
#include "tests/app/viewmodels/photo_desk.h"

using support::eventually;
using viewmodels::FinishModel;
using viewmodels::PositionAverage;

TEST_CASE("An average is made of the fresh fixes of the time that was asked for", "[average]")
{
    support::qtApplication();
    int asked = 0;
    PositionAverage average(
        [&]() -> std::optional<base::Fix> {
            ++asked;
            if (asked % 3 == 0) return std::nullopt;
            base::Fix fix{{29.25, 120.2}, 8, base::PositionSource::device, 500, {}, 9, false};
            if (asked % 3 == 1) {
                fix.point = {10, 10};
                fix.ageMs = 4000;  // was there before
            }
            return fix;
        },
        nullptr, 1);
    std::optional<base::Fix> result;
    QObject::connect(&average, &PositionAverage::finished, &average,
                     [&](const std::optional<base::Fix>& fix) { result = fix; });
    average.start();
    CHECK(average.secondsLeft() == PositionAverage::seconds);
    REQUIRE(eventually([&] { return result.has_value(); }));
    CHECK(asked == PositionAverage::seconds);
    CHECK_FALSE(average.running());
    CHECK(result->point.latitude == Approx(29.25));
    CHECK(result->point.longitude == Approx(120.2));
    CHECK(result->accuracyM == Approx(4));
}

TEST_CASE(
    "A check without a good position asks why, photos included, and an average takes the "
    "question away",
    "[average]")
{
    support::PhotoDesk desk;
    desk.fix->accuracyM = 80;
    const auto id = desk.start();
    FinishModel finish(desk.open);
    CHECK(finish.positionReasonWanted());
    desk.shoot();  // over the limit and taken all the same
    CHECK(store::Drafts(desk.tablet.db()).find(id)->photos.size() == 1);

    desk.fix->accuracyM = 6;
    Q_EMIT finish.average()->finished(desk.fix);
    desk.settle();
    CHECK(store::Drafts(desk.tablet.db()).find(id)->startFix == desk.fix);
    REQUIRE(eventually([&] { return desk.open.inspection().startFix == desk.fix; }));
    CHECK(finish.positionReasonWanted());  // the photo's is still over the limit
    const int blocking = finish.blocking();
    finish.setPositionReason(QStringLiteral("弄堂里收不到"));
    REQUIRE(eventually([&] { return finish.blocking() == blocking - 1; }));

    Q_EMIT finish.average()->finished(std::nullopt);
    CHECK_FALSE(finish.error().isEmpty());
}
