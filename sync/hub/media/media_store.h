#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "sync/hub/committer.h"
#include "sync/hub/endpoint.h"
#include "sync/hub/media/allowance.h"
#include "sync/hub/media/arrivals.h"
#include "sync/hub/media/upload.h"
#include "sync/hub/readers.h"
#include "sync/hub/request.h"

namespace hub::media {

/// What was done since the start; for /metrics.
struct Counters {
    std::atomic<std::uint64_t> bytesReceived = 0;
    std::atomic<std::uint64_t> filesStored = 0;
    std::atomic<std::uint64_t> damagedChunks = 0;
    std::atomic<std::uint64_t> wrongHashes = 0;
    std::atomic<std::uint64_t> superseded = 0;
    std::atomic<std::uint64_t> cut = 0;
};

/// Photos by their SHA-256 in a folder, and the uploads that bring them.
///
/// A file is there whole or not at all: its last byte is acknowledged after the hash matched and
/// file and folder are synced; see Arrivals for its row. A crash costs an upload at most what came
/// after its last save, and then the client is told the smaller offset. Safe from any thread; waits
/// for the disk.
class MediaStore {
public:
    /// Makes the folder if it is missing and removes partial files that no row knows. All that is
    /// given outlives it.
    MediaStore(const std::filesystem::path& folder, Committer& committer, Readers& readers,
               const base::Clock& clock, base::UuidSource& ids);

    /// Begins an upload, or finds the one this device already has for this hash; complete at once
    /// when the hub has the file. Refuses with 429 what is beyond the Allowance: "upload.too_many",
    /// "upload.unnamed".
    Outcome<UploadState> create(const domain::DeviceId& device, const domain::Sha256& sha256,
                                std::int64_t length, const std::string& metadata);
    /// How far it has got; whoever is appending loses the right to. None: unknown, expired or
    /// removed.
    std::optional<UploadState> look(const std::string& id);
    /// The upload itself, to append to or to remove. Null as above.
    std::shared_ptr<Upload> find(const std::string& id);
    /// Until when an upload that is touched now will be kept.
    std::int64_t newExpiryMs() const;

    /// Of these, what is not here whole: hash and how many bytes this device's upload has brought.
    std::map<domain::Sha256, std::int64_t> missing(const domain::DeviceId& device,
                                                   const std::vector<domain::Sha256>& hashes);
    /// The file, to be read; none when it is not here whole.
    std::optional<FileBody> whole(const domain::Sha256& sha256);

    /// Forgets what is at rest and removes what has expired; also runs by itself now and then.
    void sweep();
    Counters& counters() { return m_counters; }
    /// Uploads held in memory, for /metrics.
    std::size_t open();

private:
    std::string idOf(const domain::DeviceId& device, const domain::Sha256& sha256) const;
    std::shared_ptr<Upload> readBack(UploadRow row);
    std::shared_ptr<Upload> newUpload(UploadRow row, Upload::Begin begin, Place place);
    Outcome<Place> placeFor(const UploadRow& row);
    std::shared_ptr<Upload> held(const std::string& id);
    std::shared_ptr<Upload> hold(const std::string& id, std::shared_ptr<Upload> upload);
    void sweepIfDue();

    Files m_files;
    Committer& m_committer;
    Readers& m_readers;
    const base::Clock& m_clock;
    Arrivals m_arrivals;
    Effects m_effects;
    Allowance m_allowance;
    std::string m_secret;
    Counters m_counters;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<Upload>> m_uploads;
    std::atomic<std::int64_t> m_nextSweepMs = 0;
};

}  // namespace hub::media
