#pragma once

#include <compare>
#include <string>

namespace base {

/// An identifier that cannot be mistaken for one of another kind: a PhotoId does not fit a
/// RecordId.
template <class Tag>
struct Id {
    std::string value;

    auto operator<=>(const Id&) const = default;
    bool empty() const { return value.empty(); }
};

}  // namespace base
