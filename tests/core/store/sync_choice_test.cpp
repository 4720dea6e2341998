#include "core/store/sync_choice.h"

#include <catch2/catch.hpp>

#include "core/store/ui_state.h"
#include "tests/support/tablet.h"

using store::SyncOver;

TEST_CASE("What may sync over which network is kept, records and photos apart")
{
    support::Tablet tablet;
    CHECK(store::syncChoice(tablet.db()) == store::SyncChoice{});
    const store::SyncChoice choice{SyncOver::freeNetworks, SyncOver::nothing};
    store::putSyncChoice(tablet.db(), choice);
    tablet.reopen();
    CHECK(store::syncChoice(tablet.db()) == choice);
    store::UiState(tablet.db()).put("sync.photos", "from a later version");
    CHECK(store::syncChoice(tablet.db()).photos == SyncOver::anyNetwork);
}

TEST_CASE("Off is off; free networks are those that are not metered")
{
    for (const bool metered : {false, true}) {
        CHECK_FALSE(store::allows(SyncOver::nothing, metered));
        CHECK(store::allows(SyncOver::freeNetworks, metered) == !metered);
        CHECK(store::allows(SyncOver::anyNetwork, metered));
    }
}
