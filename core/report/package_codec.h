#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/report/package.h"

namespace report {

/// A line of a package: its name, hash and length without the line end.
struct PackagePart {
    std::string name;
    std::string sha256;
    std::int64_t bytes = 0;

    bool operator==(const PackagePart&) const = default;
};

/// The first line of a package.
struct PackageHead {
    std::string format;
    int version = 0;
    domain::CampaignId campaign;
    std::string name;
    std::int64_t madeAtMs = 0;
    std::string replaces;  ///< hash of the package that this one corrects
    std::string reason;
    std::vector<PackageChange> changes;
    std::vector<std::string> changedParts;  ///< names, sorted: new, gone or different
    std::vector<PackagePart> parts;
    std::string check;  ///< hash of this line written without it: a changed byte shows by itself

    bool operator==(const PackageHead&) const = default;
};

/// What `check` must be.
std::string checkOf(PackageHead head);

std::string canonicalJson(const PackageHead& head);
base::Result<PackageHead> packageHeadFromJson(const std::string& text);

}  // namespace report
