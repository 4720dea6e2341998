#pragma once

#include "core/actions/context.h"
#include "core/evidence/clocks.h"
#include "core/store/identity.h"
#include "core/store/sync_state.h"

namespace actions {

/// What this tablet knew of its clocks before a shot.
inline evidence::ClocksBefore clocksBefore(const Context& context)
{
    const store::Identity identity(context.db);
    return {identity.wallMinusBootMs(), identity.lastPhotoWallMs(),
            store::SyncState(context.db).hubAheadMs()};
}

}  // namespace actions
