#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "sync/hub/admin/admin.h"
#include "tests/hub/records/county.h"

namespace hubtest {

/// The office's commands on the folder of a running hub.
class RunningOffice {
public:
    explicit RunningOffice(County& county) : m_county(county) {}
    std::string run(std::vector<std::string> arguments, int wanted)
    {
        arguments.insert(arguments.end(), {"--data", m_county.folder.path.string()});
        std::ostringstream out;
        const int code = hub::runCommand(arguments, out, out, m_county.clock, seeded(++m_seed));
        INFO(out.str());
        REQUIRE(code == wanted);
        return out.str();
    }
    std::string good(std::vector<std::string> arguments) { return run(std::move(arguments), 0); }
    std::string path(const std::string& name) const
    {
        return (m_county.folder.path / name).string();
    }
    std::string file(const std::string& name, const std::string& text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }

private:
    County& m_county;
    std::uint64_t m_seed = 900;
};

inline std::string textOfFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

template <class Value, class Read>
Value lineNaming(const std::vector<std::string>& lines, const std::string& text, Read read)
{
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const std::string& each) {
        return each.find(text) != std::string::npos;
    });
    REQUIRE(line != lines.end());
    return read(*line).value();
}

}  // namespace hubtest
