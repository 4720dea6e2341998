#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "core/domain/inspection.h"

namespace viewmodels {

/// The village's side of the signatures while it is being made: one of three ways, and what was
/// given in each, so that a wrong tap on another way costs nothing. No Qt, no I/O.
class VillageSigning {
public:
    using Way = domain::SignatureKind;

    /// Begins with what is saved; null: nothing yet, and a signature by hand is expected.
    void begin(const domain::Signature* saved)
    {
        m_given = {};
        m_way = saved ? saved->kind : Way::signedByHand;
        if (saved) given() = *saved;
    }
    Way way() const { return m_way; }
    void choose(Way way) { m_way = way; }
    /// What was given in the way that is chosen.
    domain::Signature& given() { return m_given[static_cast<std::size_t>(m_way)]; }
    const domain::Signature& given() const { return m_given[static_cast<std::size_t>(m_way)]; }
    /// What is to be saved of it; nothing while the strokes or the reason lack.
    std::optional<domain::Signature> whole() const
    {
        domain::Signature signature = given();
        signature.kind = m_way;
        const bool lacks =
            m_way == Way::signedByHand ? signature.strokesSvg.empty() : signature.reason.empty();
        return lacks ? std::nullopt : std::optional(std::move(signature));
    }

private:
    Way m_way = Way::signedByHand;
    std::array<domain::Signature, 3> m_given;
};

}  // namespace viewmodels
