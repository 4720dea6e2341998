#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "core/base/error.h"

namespace base {

/// Either the answer or why there is none, for what may be expected to fail (offline, refused, not
/// found).
template <class T>
using Result = tl::expected<T, Error>;

/// A failure ready to be returned from a function that gives a Result.
inline tl::unexpected<Error> fail(std::string code, std::string message, std::string where = {})
{
    return tl::unexpected<Error>(Error{std::move(code), std::move(message), std::move(where)});
}

}  // namespace base
