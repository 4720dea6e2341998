#include "core/report/package_codec.h"

#include "core/crypto/hash.h"
#include "core/domain/json_io.h"

namespace report {

template <class Io>
void describe(Io& io, PackagePart& part)
{
    io.field("name", part.name);
    io.field("sha256", part.sha256);
    io.field("bytes", part.bytes);
}

template <class Io>
void describe(Io& io, PackageChange& change)
{
    io.field("village", change.village);
    io.field("placeBefore", change.placeBefore);
    io.field("placeAfter", change.placeAfter);
    io.field("pointsBefore", change.pointsBefore);
    io.field("pointsAfter", change.pointsAfter);
}

template <class Io>
void describe(Io& io, PackageHead& head)
{
    io.field("format", head.format);
    io.field("version", head.version);
    io.field("campaign", head.campaign);
    io.field("name", head.name);
    io.field("madeAtMs", head.madeAtMs);
    io.optional("replaces", head.replaces);
    io.optional("reason", head.reason);
    io.optional("changes", head.changes);
    io.optional("changedParts", head.changedParts);
    io.field("parts", head.parts);
    io.optional("check", head.check);
}

std::string canonicalJson(const PackageHead& head)
{
    return domain::io::write(head);
}

std::string checkOf(PackageHead head)
{
    head.check.clear();
    return crypto::sha256(canonicalJson(head));
}

base::Result<PackageHead> packageHeadFromJson(const std::string& text)
{
    return domain::io::read<PackageHead>(text);
}

}  // namespace report
