#include "core/actions/room.h"

#include <filesystem>
#include <vector>

#include "core/actions/transact.h"
#include "core/store/media.h"
#include "core/store/sync_state.h"

namespace actions {

base::Result<RoomReport> makeRoom(Context& context, const std::string& mediaFolder,
                                  const RoomRules& rules)
{
    std::vector<store::MediaItem> given;
    const auto report = transact(context, [&]() -> base::Result<RoomReport> {
        store::Media media(context.db);
        RoomReport made;
        std::int64_t over = media.bytesOnDisk() - rules.budgetBytes;
        const std::int64_t oldest = context.clock.wallMs() - rules.keepMs;
        for (store::MediaItem& item : media.mayGo(store::SyncState(context.db).durableSeq())) {
            if (over <= 0 && item.createdAtMs >= oldest) continue;
            media.putDeleted(item.sha256);
            over -= item.bytes;
            ++made.files;
            made.bytes += item.bytes;
            given.push_back(std::move(item));
        }
        made.stillOver = std::max<std::int64_t>(over, 0);
        return made;
    });
    if (!report) return report;
    std::error_code ignored;
    for (const store::MediaItem& item : given)
        std::filesystem::remove(mediaFolder + "/" + store::mediaPath(item.sha256, item.kind),
                                ignored);
    return report;
}

}  // namespace actions
