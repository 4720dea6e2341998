#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace e2e {

/// A link between tablet and hub on loopback that counts what goes up, and breaks when told to:
/// after so many bytes in the middle of whatever is on its way, or at a request; all connections at
/// once.
class CutProxy {
public:
    struct Pair {
        int client = -1;
        int hub = -1;
        bool answered = true;  ///< so what comes next is another request
        bool losesAnswer = false;
    };
    /// How a request is cut: nothing of it arrives, a part, or all, but nothing of its answer does.
    enum class Cut { unreachable, request, answer };

    /// `cutAfterUp`: bytes towards the hub after which the connection is cut, once; 0: never.
    CutProxy(int hubPort, std::int64_t cutAfterUp);
    ~CutProxy();

    /// Cuts one request: the next is 1, the one after it 2; 0: none.
    void cutRequest(int number, Cut how = Cut::unreachable);

    int port() const { return m_port; }
    std::int64_t upBytes() const { return m_up; }
    std::int64_t downBytes() const { return m_down; }
    int cuts() const { return m_cuts; }

private:
    void serve();
    void accept(std::vector<Pair>& pairs) const;
    /// False when the pair is at its end.
    bool up(Pair& pair);
    bool down(Pair& pair);
    /// What becomes of a request that begins with so many bytes: how many of them still pass, and
    /// whether the link breaks then.
    bool isCut(Pair& pair, ssize_t& bytes);

    int m_hubPort;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<std::int64_t> m_cutAfterUp;
    std::atomic<int> m_cutAtRequest = 0;
    std::atomic<Cut> m_how = Cut::unreachable;
    std::atomic<std::int64_t> m_up = 0;
    std::atomic<std::int64_t> m_down = 0;
    std::atomic<int> m_cuts = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

}  // namespace e2e
