#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "sync/hub/committer.h"
#include "sync/hub/media/files.h"
#include "sync/hub/readers.h"

namespace hub::media {

/// From a whole file on disk to its row in the database.
///
/// A file that is whole, checked and synced under its hash proves itself, so it may be
/// acknowledged before its row is committed; the row follows with the next commit that works. A
/// process that ends before leaves the mark of Files::setUnentered, and the next one looks through
/// the folder. Safe from any thread.
class Arrivals {
public:
    /// Enters what a process before left without a row. All that is given outlives it.
    Arrivals(const Files& files, Committer& committer, Readers& readers, const base::Clock& clock,
             base::UuidSource& ids);
    /// Tries to enter all that wait; the mark goes when none is left.
    ~Arrivals();
    Arrivals(const Arrivals&) = delete;
    Arrivals& operator=(const Arrivals&) = delete;

    /// The file is whole and lasts; when it returns it may be acknowledged. `upload`: whose row
    /// goes when the file's comes; may be empty. Throws when too many wait for their rows.
    void add(const domain::Sha256& sha256, std::int64_t bytes, const std::string& upload);
    /// The size of a file that is whole, whether entered or not.
    std::optional<std::int64_t> bytesOf(Connection& reader, const domain::Sha256& sha256);

private:
    struct Waiting {
        struct File {
            std::int64_t bytes = 0;
            std::uint64_t number = 0;  ///< of the call that added it
        };
        std::mutex mutex;
        std::map<domain::Sha256, File> files;
    };

    void enterStrays();
    void enterStray(const domain::Sha256& sha256);

    const Files& m_files;
    Committer& m_committer;
    Readers& m_readers;
    const base::Clock& m_clock;
    base::UuidSource& m_ids;
    bool m_marked = false;
    bool m_unsure = false;  ///< a stray could not be read: the mark stays
    std::uint64_t m_added = 0;
    std::shared_ptr<Waiting> m_waiting = std::make_shared<Waiting>();  ///< the writer's too
};

}  // namespace hub::media
