#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/base/result.h"

namespace app {

/// What the command line asks for; each has a default that fits a tablet in the field.
struct Options {
    QString dataFolder;    ///< database, photos, log; made when missing
    QString hubUrl;        ///< proposed when enrolling
    QString hubCaFile;     ///< PEM: who must have signed the hub's certificate; kept when enrolling
    QString enrolCode;     ///< enrol at the start with this one-time code
    QString position;      ///< see platform::makePositionSource; empty: as set in the app
    QString photosFolder;  ///< photos that stand in for a camera
    QString deviceName;
    QString theme;              ///< "light", "dark", "sunlight"; empty: as set in the app
    QString language;           ///< "zh", "en"; empty: as the system says
    std::optional<QSize> size;  ///< of the window; none: all the system leaves it
    bool quitAtFirstData =
        false;  ///< prints "first data" when the first page shows its rows, and ends
};

/// Reads arguments without the program's name. "options.wrong" names the argument; "options.help"
/// carries the help text as its message.
base::Result<Options> optionsFrom(const QStringList& arguments);

}  // namespace app
