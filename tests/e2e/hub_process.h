#pragma once

#include <map>
#include <optional>
#include <string>

#include "tests/e2e/child.h"

namespace e2e {

/// The real xuncun-hub with its demo county, as a process of its own on a free loopback port.
class HubProcess {
public:
    /// Makes the demo county in FOLDER/hub and starts serving it.
    explicit HubProcess(const std::string& folder);

    void kill() { m_child->kill(); }
    /// Serves the same folder on the same port again.
    void start();
    int port() const { return m_port; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    std::string data() const { return m_folder + "/hub"; }
    /// One-time codes of the demo's people by role, in the order in which it names them.
    std::string codeOf(const std::string& role, int which = 0) const;
    /// Whole photos and thumbnails in the hub's folder.
    int storedFiles() const;

private:
    std::string m_folder;
    int m_port = 0;
    int m_starts = 0;
    std::optional<Child> m_child;
};

}  // namespace e2e
