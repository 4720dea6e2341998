#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "sync/hub/http_server.h"

namespace hub {

/// Counts for Prometheus: requests as they are answered, and figures that others own, read when
/// asked for. Safe from any thread.
class Metrics {
public:
    /// By method and status, with how long each took; paths are not kept, they name people's work.
    void observe(const Exchange& exchange);

    /// A figure that somebody else keeps. `name` without prefix, in Prometheus' own style
    /// ("photos_stored_total": a counter; else a gauge). `read` is called from any thread until the
    /// end.
    void add(std::string name, std::string help, std::function<double()> read);

    /// All of it in the text format 0.0.4.
    std::string text() const;

private:
    struct Figure {
        std::string name;
        std::string help;
        std::function<double()> read;
    };
    static constexpr std::array<double, 8> bounds{0.005, 0.02, 0.1, 0.5, 2, 10, 60, 600};

    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, int>, std::uint64_t> m_requests;
    std::array<std::uint64_t, bounds.size() + 1> m_durations{};
    double m_secondsSum = 0;
    std::uint64_t m_bytesIn = 0;
    std::uint64_t m_bytesOut = 0;
    std::vector<Figure> m_figures;
};

}  // namespace hub
