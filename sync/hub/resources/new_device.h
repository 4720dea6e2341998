#pragma once

#include <functional>
#include <string>

#include "sync/hub/endpoint.h"
#include "sync/hub/store/devices.h"

namespace hub {

/// Who the tablet will be of: decided inside the transaction that makes the device.
using WhoEnrols =
    std::function<std::optional<domain::UserId>(Connection&, const domain::DeviceId& device)>;

/// Makes a device with a new token of an installation, or gives the one it has a new token and
/// user; nobody, and nothing is changed, when `who` says so or the user is not active.
std::optional<protocol::EnrolAnswer> makeDevice(Services& services,
                                                const protocol::EnrolRequest& request,
                                                const WhoEnrols& who);

/// What is wrong with how a tablet describes itself.
std::optional<protocol::Problem> tabletProblem(const protocol::EnrolRequest& request);

}  // namespace hub
