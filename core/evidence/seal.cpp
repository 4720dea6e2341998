#include "core/evidence/seal.h"

#include <algorithm>
#include <set>

#include "core/crypto/hash.h"
#include "core/crypto/sign.h"
#include "core/domain/codec.h"

namespace evidence {

using domain::PhotoEntry;
using domain::Sha256;

Sha256 linkOf(PhotoEntry entry)
{
    entry.link = {};
    return {crypto::sha256(domain::canonicalJson(entry))};
}

std::vector<PhotoEntry> chainOf(const domain::Inspection& inspection)
{
    std::vector<PhotoEntry> chain = inspection.photos;
    chain.insert(chain.end(), inspection.removedPhotos.begin(), inspection.removedPhotos.end());
    // Ids are UUIDv7 of one device, which rise even when its clock does not.
    std::ranges::stable_sort(chain, {}, &PhotoEntry::id);
    return chain;
}

domain::Seal sealOf(domain::Inspection inspection, const std::string& publicKey,
                    const std::string& secretKey)
{
    const std::vector<PhotoEntry> chain = chainOf(inspection);
    std::set<Sha256> own;
    for (const PhotoEntry& entry : chain) own.insert(entry.link);
    domain::Seal seal;
    seal.hash = hashName;
    seal.algorithm = crypto::signatureAlgorithm;
    seal.publicKey = publicKey;
    for (const PhotoEntry& entry : chain)
        if (!entry.previousLink.empty() && !own.contains(entry.previousLink))
            seal.joins.push_back(entry.previousLink);
    if (!chain.empty()) seal.lastLink = chain.back().link;
    inspection.seal = seal;
    seal.signature = crypto::sign(signedText(std::move(inspection)), secretKey);
    return seal;
}

std::string signedText(domain::Inspection inspection)
{
    if (inspection.seal) inspection.seal->signature.clear();
    return domain::canonicalJson(inspection);
}

}  // namespace evidence
