#pragma once

#include <QString>

namespace demo {

struct DayOptions {
    QString pictures;  ///< folder for the pictures; the day's databases are in a temporary folder
                       ///< of its own
    QString platform;
    QString hubProgram;
};

/// A day of the demo county, from enrolling to the ranking, with the real hub and the real app.
/// Prints what happened. Throws DidNotHappen at the first step that did not.
void runDay(const DayOptions& options);

}  // namespace demo
