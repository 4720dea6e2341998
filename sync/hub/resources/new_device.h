#pragma once

#include <functional>
#include <string>

#include "sync/hub/endpoint.h"
#include "sync/hub/store/devices.h"

namespace hub {

/// Who the tablet will be of, or why nobody: decided inside the transaction that makes the device.
using WhoEnrols =
    std::function<Outcome<domain::UserId>(Connection&, const domain::DeviceId& device)>;

/// Makes a device with a new token of an installation, or gives the one it has a new token and
/// user. Refuses, and nothing is changed or used up, as `who` says, with `inactive` when that user
/// is not active, and with "enrol.other_user" when the tablet wants another.
Outcome<protocol::EnrolAnswer> makeDevice(Services& services, const protocol::EnrolRequest& request,
                                          const WhoEnrols& who, const protocol::Problem& inactive);

/// Somebody who was not let in.
struct FailedTry {
    std::string door;  ///< "enrol" or "sign_in"
    std::string address;
    std::string user;  ///< id, where it is one
};
/// Writes it to the audit log, and that the door is locked for them from now on. How much is
/// written is bounded by what is locked.
void noteFailure(Services& services, const FailedTry& failed, bool locked);

/// What is wrong with how a tablet describes itself, or with its signature of that.
std::optional<protocol::Problem> tabletProblem(const Request& asked,
                                               const protocol::EnrolRequest& request);

}  // namespace hub
