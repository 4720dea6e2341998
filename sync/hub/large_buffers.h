#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace hub::http {

/// Large read buffers: a few are kept for the next who needs one, as the system zeroes fresh memory
/// page by page and that would cost a photo as much as its hash. Safe from any thread.
class LargeBuffers {
public:
    static constexpr std::size_t bytes = 256 * 1024;
    struct GiveBack {
        LargeBuffers* owner = nullptr;
        void operator()(char* memory) const { owner->giveBack(memory); }
    };
    using Buffer = std::unique_ptr<char[], GiveBack>;

    LargeBuffers() { m_idle.reserve(kept); }  // so that giving back allocates nothing

    /// Holds what it held before. Does not outlive this.
    Buffer take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty()) return {new char[bytes], GiveBack{this}};
        Buffer taken(m_idle.back().release(), GiveBack{this});
        m_idle.pop_back();
        return taken;
    }

private:
    static constexpr std::size_t kept = 16;

    void giveBack(char* memory)
    {
        std::unique_ptr<char[]> buffer(memory);
        const std::lock_guard lock(m_mutex);
        if (m_idle.size() < kept) m_idle.push_back(std::move(buffer));
    }

    std::mutex m_mutex;
    std::vector<std::unique_ptr<char[]>> m_idle;
};

}  // namespace hub::http
