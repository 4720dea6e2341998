#pragma once

#include <cstdint>

namespace base {

/// The time as this machine believes it; a fake in tests. Safe from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970 UTC by the wall clock, which a user may set wrongly or back.
    virtual std::int64_t wallMs() const = 0;
    /// Milliseconds since boot, never going back; comparable only within one boot.
    virtual std::int64_t bootMs() const = 0;
};

/// CLOCK_REALTIME and CLOCK_BOOTTIME.
class SystemClock final : public Clock {
public:
    std::int64_t wallMs() const override;
    std::int64_t bootMs() const override;
};

}  // namespace base
