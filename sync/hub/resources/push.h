#pragma once

#include <vector>

#include "sync/hub/endpoint.h"
#include "sync/hub/resources/incoming.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/rescue_file.h"

namespace hub {

/// POST /v1/push: records of one installation, in order of deviceSeq.
///
/// Each is answered by itself: applied, duplicate, conflict or quarantined; all of the batch are
/// durable when the answer is given. The whole batch is refused, and nothing of it kept, for a
/// damaged body, a foreign device, a gap in deviceSeq (409 push.gap with the number expected) or a
/// number that another record has used (409 push.cloned).
///
/// POST /v1/handover: the same for another device's records, which that device has signed.
std::vector<Route> pushRoutes();

/// Takes a signed batch that came by somebody else's hands, as if its device had pushed it. Refuses
/// with 403 "handover.signature" and as a push does.
Outcome<protocol::PushAnswer> takeHandover(Services& services, const protocol::RescueBatch& batch,
                                           Sheets& sheets);

}  // namespace hub
