#pragma once

#include <string>
#include <vector>

#include "core/domain/inspection.h"

// The evidence chain: each photo's entry holds the link of the photo before it on its device, and a
// submitted revision is signed. docs/evidence-chain.md is the format. Pure.
namespace evidence {

inline constexpr const char* hashName = "sha256";

/// The link of an entry: SHA-256 of its canonical JSON without `link`.
domain::Sha256 linkOf(domain::PhotoEntry entry);

/// All photos of a revision, those taken out included, in the order they were taken.
std::vector<domain::PhotoEntry> chainOf(const domain::Inspection& inspection);

/// Seals a revision that is otherwise complete. Keys in hexadecimal, as crypto::newKeyPair gives
/// them.
domain::Seal sealOf(domain::Inspection inspection, const std::string& publicKey,
                    const std::string& secretKey);

/// The bytes that are signed: the revision's canonical JSON with an empty signature.
std::string signedText(domain::Inspection inspection);

}  // namespace evidence
