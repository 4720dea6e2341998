#include "sync/hub/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hub {
namespace {

constexpr const char* knownMethods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

/// What comes from outside must not make series without end.
std::string methodOf(const std::string& method)
{
    const bool known = std::find(std::begin(knownMethods), std::end(knownMethods), method) !=
                       std::end(knownMethods);
    return known ? method : "other";
}

void heading(std::string& text, const std::string& name, const std::string& help)
{
    const char* kind = name.ends_with("_total") ? "counter" : "gauge";
    text += fmt::format("# HELP xuncun_{0} {1}\n# TYPE xuncun_{0} {2}\n", name, help, kind);
}

}  // namespace

void Metrics::observe(const Exchange& exchange)
{
    const double seconds = static_cast<double>(exchange.took.count()) / 1e6;
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
    const std::lock_guard lock(m_mutex);
    ++m_requests[{methodOf(exchange.method), exchange.status}];
    ++m_durations[static_cast<std::size_t>(bucket)];
    m_secondsSum += seconds;
    m_bytesIn += exchange.bytesIn;
    m_bytesOut += exchange.bytesOut;
}

void Metrics::add(std::string name, std::string help, std::function<double()> read)
{
    const std::lock_guard lock(m_mutex);
    m_figures.push_back({std::move(name), std::move(help), std::move(read)});
}

std::string Metrics::text() const
{
    const std::lock_guard lock(m_mutex);
    std::string text;
    heading(text, "requests_total", "Requests by method and status; status 0: the client left.");
    for (const auto& [key, count] : m_requests)
        text += fmt::format("xuncun_requests_total{{method=\"{}\",status=\"{}\"}} {}\n", key.first,
                            key.second, count);
    text +=
        "# HELP xuncun_request_seconds From the header to the last byte of the answer.\n"
        "# TYPE xuncun_request_seconds histogram\n";
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        sum += m_durations[i];
        text += fmt::format("xuncun_request_seconds_bucket{{le=\"{}\"}} {}\n", bounds[i], sum);
    }
    sum += m_durations.back();
    text += fmt::format(
        "xuncun_request_seconds_bucket{{le=\"+Inf\"}} {0}\n"
        "xuncun_request_seconds_sum {1}\nxuncun_request_seconds_count {0}\n",
        sum, m_secondsSum);
    heading(text, "received_bytes_total", "Bytes of request bodies.");
    text += fmt::format("xuncun_received_bytes_total {}\n", m_bytesIn);
    heading(text, "sent_bytes_total", "Bytes of answers' bodies.");
    text += fmt::format("xuncun_sent_bytes_total {}\n", m_bytesOut);
    for (const Figure& figure : m_figures) {
        heading(text, figure.name, figure.help);
        text += fmt::format("xuncun_{} {}\n", figure.name, figure.read());
    }
    return text;
}

}  // namespace hub
