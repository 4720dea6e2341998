#pragma once

#include <stdexcept>
#include <utility>

#include "core/base/result.h"

namespace hub {

/// A value that this hub wrote itself: not being able to read it back is a broken machine or a bug.
template <class T>
T stored(base::Result<T> value)
{
    if (!value)
        throw std::runtime_error("a stored value cannot be read: " + value.error().code + " " +
                                 value.error().where);
    return std::move(*value);
}

}  // namespace hub
