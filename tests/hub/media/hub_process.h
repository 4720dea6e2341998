#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "sync/hub/request.h"

namespace hubtest {

/// The bytes of a request: line, headers, Content-Length of `announced` (the body's, if below 0)
/// and the body.
std::string textOf(const hub::Request& request, std::int64_t announced = -1);

/// `xuncun-hub serve` as a process of its own on a folder. Throws std::runtime_error when it cannot
/// be started. Port 0: any free one. Dies with us; on the main thread only.
class HubProcess {
public:
    using Environment = std::vector<std::pair<std::string, std::string>>;
    explicit HubProcess(const std::filesystem::path& folder, const Environment& environment = {},
                        const std::vector<std::string>& moreArguments = {}, std::uint16_t port = 0);
    ~HubProcess();

    /// 0 when it ended before it listened.
    std::uint16_t port() const { return m_port; }
    pid_t pid() const { return m_pid; }
    void kill();
    /// SIGTERM; gives the exit status.
    int stop();

private:
    pid_t m_pid;
    std::uint16_t m_port = 0;
};

}  // namespace hubtest
