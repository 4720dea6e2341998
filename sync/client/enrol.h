#pragma once

#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/store/identity.h"
#include "sync/client/transport.h"

namespace client {

struct EnrolAsk {
    std::string hubUrl;      ///< where `transport` leads
    std::string code;        ///< one-time
    std::string deviceName;  ///< what people call this tablet
};

/// Makes this tablet known to the hub behind `transport`; the caller stores what it gives (action
/// storeEnrolment). When the answer was lost, or storing failed, the same tablet may use the same
/// code again for some minutes. Fails with the hub's refusal ("enrol.code", …), "sync.no_hub" or a
/// "net.*" error.
base::Result<store::Enrolment> enrol(Transport& transport, const base::Clock& clock,
                                     const base::RandomBytes& random, const store::DeviceKeys& keys,
                                     const EnrolAsk& ask);

}  // namespace client
