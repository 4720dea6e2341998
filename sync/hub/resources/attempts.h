#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace hub {

/// For how long too many failures lock.
constexpr std::int64_t lockMs = 10 * 60 * 1000;

/// Counts failed tries by address, so that a code cannot be guessed. Safe from any thread.
class Attempts {
public:
    /// `most` failures within `windowMs` lock an address until the window has passed.
    Attempts(int most, std::int64_t windowMs) : m_most(most), m_windowMs(windowMs) {}

    /// How long this address must wait; nothing when it may try.
    std::optional<std::int64_t> waitMs(const std::string& who, std::int64_t nowMs);
    /// True when this failure is the one that locks.
    bool failed(const std::string& who, std::int64_t nowMs);
    void succeeded(const std::string& who);

private:
    struct Window {
        std::int64_t startMs = 0;
        int failures = 0;
    };
    int m_most;
    std::int64_t m_windowMs;
    std::mutex m_mutex;
    std::map<std::string, Window> m_windows;
};

}  // namespace hub
