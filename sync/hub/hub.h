#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sync/hub/endpoint.h"
#include "sync/hub/store/highwater.h"

namespace hub {

/// Where a hub keeps its log and tables; beside it are DATA/highwater and DATA/media.
std::filesystem::path databaseFile(const std::filesystem::path& data);

/// The hub without sockets: a Request goes in, a Response comes out. Safe from many threads at
/// once.
///
/// Never throws and never tells an internal detail: a full disk is answered 507, another failure of
/// the machine 503, a bug 500, each with a problem body. Every answer echoes the request's nonce
/// and carries the protocol version, the epoch, the durable sequence number and the hub's time.
class Hub final : public Handler {
public:
    /// Opens the data folder that `xuncun-hub init` made and brings it to the newest schema.
    /// Refuses with "hub.not_initialised", "store.newer", or "hub.behind" when the database is
    /// older than the high-water file beside it (a backup was put back without `xuncun-hub
    /// restore`). `clock` must outlive the hub.
    static base::Result<std::unique_ptr<Hub>> open(const std::filesystem::path& data,
                                                   const base::Clock& clock,
                                                   base::RandomBytes random);

    /// Adds a table of routes; before the first request. `kept` lives as long as the routes.
    void add(std::vector<Route> routes, std::shared_ptr<void> kept = nullptr);
    std::optional<WholeBody> whole(const Request& request) override;
    Intake intake(const Request& request) override;
    Response handle(const Request& request) override;
    void stamp(const Request& request, Response& response) const override;
    const std::vector<Route>& routes() const { return m_routes; }
    Services& services() { return m_services; }
    /// Highest seq that is as durable as the county asked for, as of the last commit.
    std::int64_t durableSeq() const { return m_highWater.durableSeq(); }

private:
    Hub(const std::filesystem::path& data, const base::Clock& clock, base::RandomBytes random);

    struct Match {
        const Route* route = nullptr;
        std::map<std::string, std::string> path;
        bool otherMethod = false;  ///< the path is known, the method is not
    };
    Match match(const Request& request) const;
    Outcome<Call> admit(const Request& request, const Match& match);
    Answer answerOf(const Request& request, const Match& match);
    Outcome<StreamedBody> streamOf(const Request& request, const Match& match);
    void stamp(const std::string& nonce, const Route* route, Response& response) const;

    class StampedSink;

    base::UuidSource m_ids;
    HighWater m_highWater;
    Readers m_readers;
    Committer m_committer;
    Services m_services;
    std::vector<std::shared_ptr<void>> m_kept;
    std::vector<Route> m_routes;
};

}  // namespace hub
