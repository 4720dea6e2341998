#pragma once

#include <string>
#include <variant>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/store/identity.h"
#include "sync/client/transport.h"

namespace client {

struct ByCode {
    std::string code;  ///< one-time
};
struct ByPassword {
    std::string user;  ///< id or name
    std::string password;
};

struct EnrolAsk {
    std::string hubUrl;  ///< where `transport` leads
    std::variant<ByCode, ByPassword> who;
    std::string deviceName;   ///< what people call this tablet
    std::string hubPin = {};  ///< what `transport` holds the hub's key to; empty: nothing
    /// Whose unsent work is on it (action ownerOfUnsent): the hub lets in nobody else.
    domain::UserId onlyUser = {};
};

/// Makes this tablet known to the hub behind `transport` as that person's; the caller stores what
/// it gives (action storeEnrolment). When the answer was lost, or storing failed, it is asked
/// again: the same tablet may use the same code for some minutes. Fails with the hub's refusal
/// ("enrol.code", "sign_in.wrong", "enrol.other_user", …), "sync.no_hub" or a "net.*" error.
base::Result<store::Enrolment> enrol(Transport& transport, const base::Clock& clock,
                                     const base::RandomBytes& random, const store::DeviceKeys& keys,
                                     const EnrolAsk& ask);

}  // namespace client
