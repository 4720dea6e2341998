#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace e2e {

/// A link between tablet and hub on loopback that counts what goes up, and breaks once: after so
/// many bytes, in the middle of whatever is on its way, all connections at once.
class CutProxy {
public:
    struct Pair {
        int client = -1;
        int hub = -1;
    };

    /// `cutAfterUp`: bytes towards the hub after which the connection is cut, once; 0: never.
    CutProxy(int hubPort, std::int64_t cutAfterUp);
    ~CutProxy();

    int port() const { return m_port; }
    std::int64_t upBytes() const { return m_up; }
    std::int64_t downBytes() const { return m_down; }
    int cuts() const { return m_cuts; }

private:
    void serve();
    void accept(std::vector<Pair>& pairs) const;
    /// False when the pair is at its end.
    bool up(const Pair& pair);
    bool down(const Pair& pair);

    int m_hubPort;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<std::int64_t> m_cutAfterUp;
    std::atomic<std::int64_t> m_up = 0;
    std::atomic<std::int64_t> m_down = 0;
    std::atomic<int> m_cuts = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

}  // namespace e2e
