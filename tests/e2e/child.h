#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace e2e {

/// A process of our own; killed when it goes out of scope, and when ours ends in any other way.
class Child {
public:
    /// Its output goes to the end of the log file. On the main thread only.
    Child(const std::vector<std::string>& command, const std::string& logFile);
    ~Child();
    Child(Child&& other) noexcept;
    Child& operator=(Child&&) = delete;

    /// SIGKILL, and waits until it is gone.
    void kill();
    /// The exit code when it has ended; -1 after a signal, 127 when it could not be started.
    std::optional<int> ended();
    /// Waits for the end at most so long; nothing when it still runs.
    std::optional<int> wait(int seconds);

private:
    pid_t m_pid = -1;
    std::optional<int> m_code;
};

/// Runs a command to its end; the exit code.
int run(const std::vector<std::string>& command, const std::string& logFile);
void sleepMs(int milliseconds);

}  // namespace e2e
