#pragma once

#include <optional>
#include <string>

#include "tests/hub/media/hub_process.h"

namespace e2e {

/// The demo county, served by the real hub on a loopback port that stays the same.
class DemoHub {
public:
    /// Makes the demo county in FOLDER/hub and starts serving it.
    explicit DemoHub(const std::string& folder);

    void kill() { m_hub->kill(); }
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
    std::uint16_t m_port = 0;
    std::optional<hubtest::HubProcess> m_hub;
};

}  // namespace e2e
