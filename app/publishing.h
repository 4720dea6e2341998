#pragma once

#include "app/machine.h"
#include "app/viewmodels/publish_model.h"

namespace app {

/// The hub as the page of the chief asks it: as this tablet, each question on a thread and a
/// connection of its own. `machine` outlives what it gives.
viewmodels::PublishModel::Hub publishingHub(Machine& machine);

}  // namespace app
