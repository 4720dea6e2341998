#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "sync/hub/admin/admin.h"
#include "tests/hub/admin/running_office.h"

namespace hubtest {

/// What a command printed, both ways; `good` requires that it ended well.
class Desk {
public:
    std::string run(std::vector<std::string> arguments, int wanted)
    {
        arguments.insert(arguments.end(), {"--data", path("data")});
        std::ostringstream out;
        const int code = hub::runCommand(arguments, out, out, m_clock, seeded(++m_seed));
        UNSCOPED_INFO(out.str());
        CHECK(code == wanted);
        return out.str();
    }
    std::string good(std::vector<std::string> arguments) { return run(std::move(arguments), 0); }
    std::string path(const std::string& name) const { return (m_folder.path / name).string(); }
    std::string file(const std::string& name, const std::string& text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }

private:
    TempFolder m_folder;
    FakeClock m_clock;
    std::uint64_t m_seed = 0;
};

inline bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace hubtest
