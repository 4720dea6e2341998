#pragma once

#include <stdexcept>
#include <type_traits>
#include <utility>

#include "core/base/result.h"

namespace support {

/// What a helper needs to go on: a failure stops the test with the refusal's own words.
template <class T>
T must(base::Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().code + ": " + result.error().message + " " +
                                 result.error().where);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace support
