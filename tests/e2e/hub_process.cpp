#include "tests/e2e/hub_process.h"

#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "tests/support/file_text.h"

namespace e2e {

namespace fs = std::filesystem;

HubProcess::HubProcess(const std::string& folder) : m_folder(folder)
{
    if (run({XUNCUN_HUB, "demo", "--data", data(), "--codes", m_folder + "/codes"},
            m_folder + "/demo.log") != 0)
        throw std::runtime_error("no demo county: " + support::fileText(m_folder + "/demo.log"));
    start();
}

void HubProcess::start()
{
    const std::string log = m_folder + "/hub-" + std::to_string(++m_starts) + ".log";
    m_child.reset();
    m_child.emplace(Child({XUNCUN_HUB, "serve", "--quiet", "--data", data(), "--listen",
                           "127.0.0.1:" + std::to_string(m_port)},
                          log));
    const std::string address = "127.0.0.1:";
    for (int tries = 0; tries < 300; ++tries) {
        const std::string said = support::fileText(log);
        const std::size_t at = said.find(address);
        if (at != std::string::npos && said.find('\n', at) != std::string::npos) {
            m_port = std::stoi(said.substr(at + address.size()));
            return;
        }
        if (m_child->ended()) break;
        sleepMs(100);
    }
    throw std::runtime_error("the hub does not serve: " + support::fileText(log));
}

std::string HubProcess::codeOf(const std::string& role, int which) const
{
    std::istringstream lines(support::fileText(m_folder + "/codes"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string id;
        std::string code;
        words >> id >> code;
        if (line.ends_with(role) && which-- == 0) return code;
    }
    throw std::runtime_error("no code for " + role);
}

int HubProcess::storedFiles() const
{
    int files = 0;
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(data()) / "media", ignored))
        files += entry.is_regular_file() && entry.path().filename().string().size() == 64 &&
                 entry.path().parent_path().filename().string().size() == 2;
    return files;
}

}  // namespace e2e
