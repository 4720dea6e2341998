#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

#include "sync/hub/store/connection.h"

namespace hub {

/// How far the log had got, kept beside the database so that a database put back from a backup
/// without being declared is noticed, and in memory for the headers of every answer.
/// Safe from any thread.
class HighWater {
public:
    explicit HighWater(std::filesystem::path file) : m_file(std::move(file)) {}
    ~HighWater();
    HighWater(const HighWater&) = delete;
    HighWater& operator=(const HighWater&) = delete;

    struct Mark {
        std::string epoch;
        std::int64_t seq = 0;
    };
    /// What the file says; nothing when there is none or it cannot be understood.
    std::optional<Mark> read() const;
    /// Takes the epoch and sequence numbers from the database and rewrites the file when they
    /// changed. The file is not synced: after a power cut it may be behind, which is harmless.
    void update(Connection& connection);

    std::string epoch() const;
    std::int64_t lastSeq() const { return m_lastSeq; }
    std::int64_t durableSeq() const { return m_durableSeq; }

private:
    void write(const std::string& mark);

    std::filesystem::path m_file;
    int m_opened = -1;
    mutable std::mutex m_mutex;
    std::string m_epoch;
    std::atomic<std::int64_t> m_lastSeq = 0;
    std::atomic<std::int64_t> m_durableSeq = 0;
};

}  // namespace hub
