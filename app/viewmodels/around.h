#pragma once

#include <QString>
#include <functional>
#include <optional>

#include "app/platform/heading.h"
#include "core/base/clock.h"
#include "core/base/position.h"
#include "core/base/uuid.h"

namespace viewmodels {

/// What a view-model asks of the world around it. Clock and ids outlive the core thread.
struct Around {
    const base::Clock& clock;
    base::UuidSource& ids;
    std::function<std::optional<base::Fix>()>
        position;  ///< the last fix, as old as it is; UI thread
    QString mediaFolder;
    platform::Heading* heading = nullptr;  ///< null: no compass; started with a camera only
};

}  // namespace viewmodels
