#include "sync/hub/media/upload.h"

#include <algorithm>
#include <array>
#include <vector>

namespace hub::media {
namespace {

constexpr std::int64_t saveBytes = 1024 * 1024;
constexpr std::chrono::seconds saveTime{2};
constexpr std::chrono::minutes rememberedTime{1};
constexpr std::size_t rehashPieceBytes = 64 * 1024;

}  // namespace

Upload::Upload(UploadRow row, const Files& files, const Effects& effects, Begin begin, Place place)
    : m_row(std::move(row)),
      m_files(files),
      m_effects(effects),
      m_place(std::move(place)),
      m_saved(begin == Begin::saved),
      m_complete(begin == Begin::whole)
{
    if (m_complete) m_offset = m_written = m_row.length;
    if (!m_saved) return;
    // What the file holds beyond `synced` was never promised, and a row never stands for the last
    // byte.
    open();
    m_offset = m_written = std::min({m_row.synced, m_file->bytes(), m_row.length - 1});
    m_file.reset();
}

void Upload::open()
{
    if (!m_file) m_file.emplace(m_files.openPartial(m_row.id));
}

UploadState Upload::state()
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t told = m_complete ? m_row.length : std::min(m_offset, m_row.length - 1);
    return {m_row.id, m_row.sha256, m_row.length, told, m_row.metadata, m_row.expiresMs};
}

UploadState Upload::look()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_lease;
        m_leased = false;
        dropUnchecked();
        if (m_file && !m_gone) settle();
    }
    return state();
}

std::optional<std::uint64_t> Upload::begin(std::int64_t offset,
                                           std::optional<crypto::TransferChecksum> checksum,
                                           std::int64_t expiresMs)
{
    const std::lock_guard lock(m_mutex);
    if (offset != m_offset || m_gone) return std::nullopt;
    dropUnchecked();
    m_checksum = std::move(checksum);
    m_row.expiresMs = expiresMs;
    if (!m_complete) open();
    m_leased = true;
    return ++m_lease;
}

Step Upload::append(std::uint64_t lease, std::span<const std::byte> piece)
{
    const std::lock_guard lock(m_mutex);
    if (lease != m_lease || m_gone) return Step::superseded;
    const bool tooLong = m_written + static_cast<std::int64_t>(piece.size()) > m_row.length;
    if (tooLong) piece = piece.first(static_cast<std::size_t>(m_row.length - m_written));
    if (m_hashed != m_written && !m_complete) rehash();
    if (!piece.empty()) m_file->write(m_written, piece);
    m_hash.update(piece);
    m_written += static_cast<std::int64_t>(piece.size());
    m_hashed = m_written;
    if (m_checksum)
        m_checksum->update(piece);
    else
        m_offset = m_written;
    if (m_offset < m_row.length) saveIfDue(false);
    return tooLong ? Step::tooLong : Step::taken;
}

Step Upload::finish(std::uint64_t lease)
{
    const std::lock_guard lock(m_mutex);
    if (lease != m_lease || m_gone) return Step::superseded;
    m_leased = false;
    if (m_complete) return Step::complete;
    if (m_checksum && !m_checksum->matches()) {
        dropUnchecked();
        m_file.reset();
        return Step::damaged;
    }
    m_checksum.reset();
    m_offset = m_written;
    if (m_offset == m_row.length) return complete();
    saveIfDue(false);
    m_file.reset();
    return Step::taken;
}

void Upload::cut(std::uint64_t lease)
{
    const std::lock_guard lock(m_mutex);
    if (lease != m_lease || m_gone || m_complete) return;
    m_leased = false;
    dropUnchecked();
    if (m_file) settle();
}

// Nobody appends any more.
void Upload::settle()
{
    if (m_offset == m_row.length) {
        complete();
        return;
    }
    saveIfDue(true);
    m_file.reset();
}

// A chunk with a checksum counts whole or not at all.
void Upload::dropUnchecked()
{
    m_checksum.reset();
    m_written = m_offset;
}

void Upload::rehash()
{
    m_hash = crypto::Sha256();
    m_hashed = 0;
    std::vector<std::byte> piece;
    while (m_hashed < m_written) {
        piece.resize(static_cast<std::size_t>(
            std::min<std::int64_t>(rehashPieceBytes, m_written - m_hashed)));
        m_file->read(m_hashed, piece);
        m_hash.update(piece);
        m_hashed += static_cast<std::int64_t>(piece.size());
    }
}

void Upload::saveIfDue(bool anyway)
{
    if (m_offset == m_row.synced && m_saved) return;
    const bool due = m_offset - m_row.synced >= saveBytes ||
                     std::chrono::steady_clock::now() - m_lastSave >= saveTime;
    if (due || anyway) save();
}

void Upload::save()
{
    syncFile();
    m_row.synced = m_offset;
    m_effects.save(m_row);
    m_saved = true;
    m_lastSave = std::chrono::steady_clock::now();
}

// A failed sync may have lost bytes that were written long ago: none of them can be trusted again.
void Upload::syncFile()
{
    try {
        m_file->sync();
    } catch (...) {
        m_gone = true;
        throw;
    }
}

bool Upload::isJpeg() const
{
    constexpr std::array signature{std::byte{0xff}, std::byte{0xd8}, std::byte{0xff}};
    std::array<std::byte, 3> start{};
    return m_file->read(0, start) && start == signature;
}

Step Upload::complete()
{
    if (m_hashed != m_written) rehash();
    if (m_hash.hex() != m_row.sha256.value) {
        removeLocked();
        return Step::wrongHash;
    }
    if (!isJpeg()) {
        removeLocked();
        return Step::notJpeg;
    }
    m_gone = true;  // unless all of the following works: whether it did would be unknown
    m_file->cutTo(m_row.length);
    m_files.publish(*m_file, m_row.id, m_row.sha256);
    m_file.reset();
    m_effects.complete(m_row);
    m_gone = false;
    m_complete = true;
    m_place.reset();
    m_saved = false;
    m_hash = crypto::Sha256();
    m_lastSave = std::chrono::steady_clock::now();
    return Step::complete;
}

void Upload::remove()
{
    const std::lock_guard lock(m_mutex);
    removeLocked();
}

void Upload::removeLocked()
{
    m_gone = true;
    m_leased = false;
    m_place.reset();
    m_file.reset();
    if (m_saved) m_effects.drop(m_row.id);
    m_files.removePartial(m_row.id);
}

bool Upload::atRest()
{
    const std::lock_guard lock(m_mutex);
    if (m_complete) return std::chrono::steady_clock::now() - m_lastSave >= rememberedTime;
    return m_gone || (!m_leased && m_saved && m_row.synced == m_offset);
}

std::int64_t Upload::expiresMs()
{
    const std::lock_guard lock(m_mutex);
    return m_row.expiresMs;
}

}  // namespace hub::media
