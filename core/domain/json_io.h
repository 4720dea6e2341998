#pragma once

#include <span>

#include "core/base/position.h"
#include "core/domain/json_reader.h"
#include "core/domain/json_writer.h"

// Writing and reading of domain values, and how a position looks in JSON. For codec files only.
namespace base {
inline std::span<const domain::io::Word<PositionSource>> wordsOf(PositionSource)
{
    static constexpr domain::io::Word<PositionSource> words[] = {
        {PositionSource::device, "device"},
        {PositionSource::receiver, "receiver"},
        {PositionSource::file, "file"},
        {PositionSource::manual, "manual"}};
    return words;
}

template <class Io>
void describe(Io& io, GeoPoint& point)
{
    io.degrees("lat", point.latitude);
    io.degrees("lon", point.longitude);
}

template <class Io>
void describe(Io& io, Fix& fix)
{
    io.field("point", fix.point);
    io.metres("accuracy", fix.accuracyM);
    io.field("source", fix.source);
    io.field("ageMs", fix.ageMs);
    io.optional("gnssMs", fix.gnssTimeMs);
    io.optional("satellites", fix.satellites);
    io.optional("mock", fix.mock);
}
}  // namespace base
