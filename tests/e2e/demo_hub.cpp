#include "tests/e2e/demo_hub.h"

#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "tests/e2e/child.h"
#include "tests/support/file_text.h"

namespace e2e {

namespace fs = std::filesystem;

DemoHub::DemoHub(const std::string& folder) : m_folder(folder)
{
    if (run({XUNCUN_HUB, "demo", "--data", data(), "--codes", m_folder + "/codes"},
            m_folder + "/demo.log") != 0)
        throw std::runtime_error("no demo county: " + support::fileText(m_folder + "/demo.log"));
    start();
}

void DemoHub::start()
{
    m_hub.reset();
    m_hub.emplace(data(), hubtest::HubProcess::Environment{}, std::vector<std::string>{}, m_port);
    m_port = m_hub->port();
    if (m_port == 0) throw std::runtime_error("the hub does not serve");
}

std::string DemoHub::codeOf(const std::string& role, int which) const
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

int DemoHub::storedFiles() const
{
    int files = 0;
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(data()) / "media", ignored))
        files += entry.is_regular_file() && entry.path().filename().string().size() == 64 &&
                 entry.path().parent_path().filename() == "whole";
    return files;
}

}  // namespace e2e
