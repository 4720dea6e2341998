#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "sync/hub/admin/admin.h"
#include "tests/hub/records/county.h"

namespace hubtest {

/// The office's commands on a hub's folder, and files beside it.
class Desk {
public:
    /// A folder of its own, in which nothing is yet.
    Desk()
        : m_own(std::make_unique<Own>()),
          m_clock(m_own->clock),
          m_folder(m_own->folder.path),
          m_data(m_folder / "data")
    {
    }
    /// The folder of a county that may be in use.
    explicit Desk(const County& county)
        : m_clock(county.clock), m_folder(county.folder.path), m_data(m_folder)
    {
    }

    /// What a command printed, both ways; it must end with `wanted`.
    std::string run(std::vector<std::string> arguments, int wanted = 0)
    {
        arguments.insert(arguments.end(), {"--data", m_data.string()});
        std::ostringstream out;
        const int code = hub::runCommand(arguments, out, out, m_clock, seeded(++m_seed));
        UNSCOPED_INFO(out.str());
        CHECK(code == wanted);
        return out.str();
    }
    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    std::string file(const std::string& name, const std::string& text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }

private:
    struct Own {
        TempFolder folder;
        FakeClock clock;
    };
    std::unique_ptr<Own> m_own;
    const base::Clock& m_clock;
    std::filesystem::path m_folder;
    std::filesystem::path m_data;
    std::uint64_t m_seed = 900;
};

struct OfCounty {
    County m_county;
};

/// A county, and the office's commands on its folder.
class CountyDesk : protected OfCounty, public Desk {
public:
    CountyDesk() : Desk(m_county) {}
    const std::string& campaign() const { return m_county.campaign.id.value; }
};

inline bool has(const std::string& text, const std::string& part)
{
    UNSCOPED_INFO(part << " in\n" << text);
    return text.find(part) != std::string::npos;
}

template <class Value, class Read>
Value lineNaming(const std::vector<std::string>& lines, const std::string& text, Read read)
{
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [&](const std::string& each) { return has(each, text); });
    REQUIRE(line != lines.end());
    return read(*line).value();
}

}  // namespace hubtest
