#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>

#include "core/crypto/hash.h"
#include "core/crypto/transfer_checksum.h"
#include "sync/hub/media/files.h"
#include "sync/hub/media/upload_rows.h"

namespace hub::media {

/// An upload as others may know it.
struct UploadState {
    std::string id;
    domain::Sha256 sha256;
    std::int64_t length = 0;
    std::int64_t offset = 0;  ///< the length only once the file is whole, checked and durable
    std::string metadata;
    std::int64_t expiresMs = 0;

    bool complete() const { return offset == length; }
};

/// How a piece or a whole request to append ended.
enum class Step {
    taken,       ///< there, and more is wanted
    complete,    ///< whole, checked, and durable
    superseded,  ///< a newer request has taken over; nothing of this one counts from now on
    tooLong,     ///< beyond the announced length; what came before counts
    damaged,     ///< not the announced checksum: the request's bytes are dropped
    wrongHash,   ///< the whole is not its SHA-256: the upload is gone
    notJpeg      ///< the upload is gone
};

/// Stands for one of the uploads that a device may have open; given back when it goes away.
using Place = std::shared_ptr<void>;

/// What an upload brings about beside its file.
struct Effects {
    std::function<void(const UploadRow&)> save;      ///< how far it has got; lasts when it returns
    std::function<void(const UploadRow&)> complete;  ///< the file is in place and lasts
    std::function<void(const std::string&)> drop;    ///< lasts when it returns
};

/// One upload on its way: bytes are written and hashed as they come, made durable every 1 MB or 2
/// s.
///
/// Several requests may be at it at once (a client that came back while its old connection hangs);
/// the newest holds the lease and the others are told `superseded`. Safe from any thread; waits for
/// the disk under its own lock.
class Upload {
public:
    enum class Begin {
        fresh,  ///< nothing is there yet
        saved,  ///< `row` was read back: goes on where it was saved
        whole   ///< the hub has the file already
    };
    /// `place` is kept until the upload is whole or gone.
    Upload(UploadRow row, const Files& files, const Effects& effects, Begin begin,
           Place place = nullptr);

    /// Whoever reads an offset of `length` takes it as the receipt, so less is told until all is
    /// durable.
    UploadState state();
    /// As `state`, and takes the lease from whoever has it: what they brought is saved, and
    /// completed where nothing is missing, so the state stays what is told until somebody appends.
    /// The upload may be `gone` afterwards.
    UploadState look();
    /// The lease to append at `offset`; none (and nothing changes) when that is not where it
    /// stands.
    std::optional<std::uint64_t> begin(std::int64_t offset,
                                       std::optional<crypto::TransferChecksum> checksum,
                                       std::int64_t expiresMs);
    Step append(std::uint64_t lease, std::span<const std::byte> piece);
    /// The request's body ended as it should.
    Step finish(std::uint64_t lease);
    /// The request's body broke off.
    void cut(std::uint64_t lease);

    /// Ends it, file and row included; nothing more is taken.
    void remove();
    /// Nobody is appending and nothing would be lost by forgetting the object. A complete one is
    /// remembered for a while: its client may not have heard the answer.
    bool atRest();
    bool gone() const { return m_gone; }
    std::int64_t expiresMs();

private:
    void open();
    void settle();
    void dropUnchecked();
    void rehash();
    void saveIfDue(bool anyway);
    void save();
    void syncFile();
    bool isJpeg() const;
    Step complete();
    void removeLocked();

    std::mutex m_mutex;
    UploadRow m_row;
    const Files& m_files;
    const Effects& m_effects;
    Place m_place;
    std::optional<PartialFile> m_file;
    std::optional<crypto::TransferChecksum> m_checksum;
    crypto::Sha256 m_hash;
    std::int64_t m_hashed = 0;   ///< m_hash is of so many bytes; below 0: of others than the file's
    std::int64_t m_offset = 0;   ///< good bytes
    std::int64_t m_written = 0;  ///< more than m_offset while a checksum is awaited
    std::uint64_t m_lease = 0;
    bool m_leased = false;
    bool m_saved;
    bool m_complete;
    std::atomic<bool> m_gone = false;
    std::chrono::steady_clock::time_point m_lastSave = std::chrono::steady_clock::now();
};

}  // namespace hub::media
