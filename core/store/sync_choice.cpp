#include "core/store/sync_choice.h"

#include <array>

#include "core/store/ui_state.h"

namespace store {

namespace {
constexpr std::array<const char*, 3> overWords{"nothing", "free", "any"};
constexpr const char* recordsKey = "sync.records";
constexpr const char* photosKey = "sync.photos";

SyncOver overFrom(const std::optional<std::string>& word)
{
    for (std::size_t i = 0; i < overWords.size(); ++i)
        if (word == overWords[i]) return static_cast<SyncOver>(i);
    return SyncOver::anyNetwork;
}
}  // namespace

bool allows(SyncOver choice, bool metered)
{
    return choice == SyncOver::anyNetwork || (choice == SyncOver::freeNetworks && !metered);
}

SyncChoice syncChoice(SQLite::Database& db)
{
    const UiState kept(db);
    return {overFrom(kept.get(recordsKey)), overFrom(kept.get(photosKey))};
}

void putSyncChoice(SQLite::Database& db, const SyncChoice& choice)
{
    UiState kept(db);
    kept.put(recordsKey, overWords[static_cast<std::size_t>(choice.records)]);
    kept.put(photosKey, overWords[static_cast<std::size_t>(choice.photos)]);
}

}  // namespace store
