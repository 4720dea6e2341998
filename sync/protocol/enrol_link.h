#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace protocol {

/// What a tablet needs to enrol, in one text that fits into a QR code.
struct EnrolLink {
    std::string hubUrl;  ///< "https://…"
    std::string code;    ///< one-time
};

/// "xuncun://enrol?hub=…&code=…", percent-encoded.
std::string enrolLink(const EnrolLink& link);
/// True for what claims to be one, so that it is no code that somebody typed.
bool isEnrolLink(std::string_view text);
/// Reads one that people pasted, space around it and all. Fails with "enrol.link".
base::Result<EnrolLink> enrolLinkFrom(std::string_view text);

}  // namespace protocol
