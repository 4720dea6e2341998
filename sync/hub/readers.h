#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "sync/hub/store/connection.h"

namespace hub {

/// Read-only connections, lent to one thread at a time. Safe from any thread.
class Readers {
public:
    explicit Readers(std::filesystem::path file) : m_file(std::move(file)) {}

    /// A connection inside a read transaction: all that is read through it is of one moment. Give
    /// it back soon, an old snapshot keeps the write-ahead log from shrinking.
    class Lease {
    public:
        Lease(Readers& readers, std::unique_ptr<Connection> connection);
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease();
        Connection& operator*() const { return *m_connection; }
        Connection* operator->() const { return m_connection.get(); }

    private:
        Readers& m_readers;
        std::unique_ptr<Connection> m_connection;
    };
    Lease take();

private:
    std::filesystem::path m_file;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

}  // namespace hub
