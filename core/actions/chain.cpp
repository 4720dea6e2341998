#include "core/actions/chain.h"

#include "core/crypto/hash.h"
#include "core/domain/codec.h"

namespace actions {

domain::Sha256 linkOf(domain::PhotoEntry entry)
{
    entry.link = {};
    return {crypto::sha256(domain::canonicalJson(entry))};
}

}  // namespace actions
