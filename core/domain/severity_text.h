#pragma once

#include "core/domain/checklist.h"

namespace domain {

/// How offices call it, on sheets, lists and notices alike: a deadline in days (一般), a shorter
/// one (重大), at once (立即).
constexpr const char* severityText(Severity severity)
{
    switch (severity) {
        case Severity::ordinary:
            return "一般";
        case Severity::major:
            return "重大";
        case Severity::urgent:
            return "立即";
    }
    return "";
}

}  // namespace domain
