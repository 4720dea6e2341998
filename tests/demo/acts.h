#pragma once

#include "tests/demo/stage.h"

// The acts of the day; each runs in a process of its own.
namespace demo {

void inspectorMorning(Stage& stage);  ///< enrols, starts a check without network, is killed in it
void inspectorAfterKill(
    Stage& stage);  ///< goes on at the same item; all three checks of the first village
void inspectorDay(Stage& stage);       ///< two more villages; sends, with a cut on the way
void supervisorMorning(Stage& stage);  ///< approves all but one, which goes back with a comment
void inspectorEvening(Stage& stage);   ///< corrects it and submits again
void supervisorEvening(Stage& stage);  ///< approves it; the ranking

}  // namespace demo
