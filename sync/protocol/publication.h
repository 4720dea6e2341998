#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/ids.h"

// Publishing a ranking, for the chief alone.
namespace protocol {

/// One publication of a campaign's ranking: the first, or what corrected the one before.
struct Publication {
    int number = 1;
    std::string sha256;    ///< names the package
    std::string replaces;  ///< the package it corrects; empty for the first
    std::string reason;    ///< of a correction
    std::int64_t madeAtMs = 0;
    int changed = 0;  ///< villages whose place or points the correction changed

    bool operator==(const Publication&) const = default;
};

/// GET: a JSON list of publications, oldest first. With "/N" behind it PUT makes the Nth (body:
/// JSON with the reason, empty for the first), and gives it when it was made before for the same
/// reason, so that a lost answer is asked again without harm; GET gives its package as
/// media::lines.
std::string publicationsPath(const domain::CampaignId& campaign);

namespace limits {
inline constexpr std::size_t packagePlainBytes = 256UL * 1024 * 1024;
inline constexpr std::size_t packageLines = 1'000'000;
}  // namespace limits

std::string toBytes(const Publication& publication);
std::string toBytes(const std::vector<Publication>& publications);
std::string publishRequestBytes(const std::string& reason);
base::Result<Publication> publicationFromBytes(const std::string& bytes);
base::Result<std::vector<Publication>> publicationsFromBytes(const std::string& bytes);
/// The reason in the body of a PUT.
base::Result<std::string> publishReasonFromBytes(const std::string& bytes);

}  // namespace protocol
