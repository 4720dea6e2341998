#include "sync/hub/media/media_store.h"

#include "sync/hub/store/blobs.h"

namespace hub::media {
namespace {

constexpr std::int64_t keptMs = 24LL * 3600 * 1000;
constexpr std::int64_t sweepEveryMs = 60LL * 1000;
constexpr std::size_t idCharacters = 32;
constexpr std::int64_t pauseMs = 30'000;

}  // namespace

MediaStore::MediaStore(const std::filesystem::path& folder, Committer& committer, Readers& readers,
                       const base::Clock& clock, base::UuidSource& ids)
    : m_files(folder),
      m_committer(committer),
      m_readers(readers),
      m_clock(clock),
      m_arrivals(m_files, committer, readers, clock, ids)
{
    m_effects.save = [this](const UploadRow& row) {
        m_committer.run([&](Connection& connection) { saveUpload(connection, row); });
    };
    m_effects.complete = [this](const UploadRow& row) {
        m_arrivals.add(row.sha256, row.length, row.id);
        ++m_counters.filesStored;
    };
    m_effects.drop = [this](const std::string& id) {
        m_committer.run([&](Connection& connection) { dropUpload(connection, id); });
    };
    const auto lease = m_readers.take();
    m_secret = uploadSecret(*lease);
    std::set<std::string> orphans = m_files.partials();
    for (const std::string& id : uploadIds(*lease)) orphans.erase(id);
    for (const std::string& id : orphans) m_files.removePartial(id);
}

std::string MediaStore::idOf(const domain::DeviceId& device, const domain::Sha256& sha256) const
{
    return crypto::sha256(m_secret + "\n" + device.value + "\n" + sha256.value)
        .substr(0, idCharacters);
}

Outcome<UploadState> MediaStore::create(const domain::DeviceId& device,
                                        const domain::Sha256& sha256, std::int64_t length,
                                        const std::string& metadata)
{
    sweepIfDue();
    UploadRow row{idOf(device, sha256), device, sha256, length, metadata, 0, newExpiryMs()};
    if (const auto upload = find(row.id)) {
        const UploadState state = upload->look();
        const bool known = whole(sha256).has_value();
        if (!upload->gone() && state.length == length && state.complete() == known) return state;
        upload->remove();
    }
    if (whole(sha256)) return hold(row.id, newUpload(row, Upload::Begin::whole, nullptr))->look();
    auto place = placeFor(row);
    if (!place) return tl::unexpected(std::move(place.error()));
    return hold(row.id, newUpload(row, Upload::Begin::fresh, std::move(*place)))->look();
}

std::shared_ptr<Upload> MediaStore::newUpload(UploadRow row, Upload::Begin begin, Place place)
{
    return std::make_shared<Upload>(std::move(row), m_files, m_effects, begin, std::move(place));
}

Outcome<Place> MediaStore::placeFor(const UploadRow& row)
{
    const auto reader = m_readers.take();
    const bool saved = countUploads(*reader, row.device) < Allowance::openOfDevice;
    Place place = saved ? m_allowance.open(row.device) : nullptr;
    if (!place)
        return refuseFor(pauseMs, "upload.too_many", "这台平板同时上传的照片过多，请稍后再试");
    if (isNamed(*reader, row.sha256)) return place;
    if (const auto waitMs = m_allowance.waitMs(row.device, row.length, m_clock.wallMs()))
        return refuseFor(*waitMs, "upload.unnamed",
                         "这台平板今天上传了太多不属于任何记录的照片，请稍后再试");
    return place;
}

std::optional<UploadState> MediaStore::look(const std::string& id)
{
    const auto upload = find(id);
    if (!upload) return std::nullopt;
    const UploadState state = upload->look();
    // What was whole and has been found rotten since is wanted again.
    if (state.complete() && !whole(state.sha256)) upload->remove();
    if (upload->gone()) return std::nullopt;
    return state;
}

std::shared_ptr<Upload> MediaStore::find(const std::string& id)
{
    std::shared_ptr<Upload> upload = held(id);
    if (!upload) {
        std::optional<UploadRow> row = findUpload(*m_readers.take(), id);
        if (row) upload = readBack(std::move(*row));
    }
    if (upload && !upload->gone() && upload->expiresMs() <= m_clock.wallMs()) upload->remove();
    return upload && !upload->gone() ? upload : nullptr;
}

// A row that is still there though its file is whole: a crash came between the two, or another
// device brought the file.
std::shared_ptr<Upload> MediaStore::readBack(UploadRow row)
{
    const std::string id = row.id;
    if (m_arrivals.bytesOf(*m_readers.take(), row.sha256) != row.length)
        return hold(id, newUpload(std::move(row), Upload::Begin::saved, nullptr));
    const auto known = newUpload(std::move(row), Upload::Begin::whole, nullptr);
    auto upload = hold(id, known);
    if (upload == known) {
        m_effects.drop(id);
        m_files.removePartial(id);
    }
    return upload;
}

std::shared_ptr<Upload> MediaStore::held(const std::string& id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_uploads.find(id);
    return found == m_uploads.end() ? nullptr : found->second;
}

// Of two that come at once the first stays.
std::shared_ptr<Upload> MediaStore::hold(const std::string& id, std::shared_ptr<Upload> upload)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Upload>& place = m_uploads[id];
    if (!place || place->gone()) place = std::move(upload);
    return place;
}

std::int64_t MediaStore::newExpiryMs() const
{
    return m_clock.wallMs() + keptMs;
}

std::map<domain::Sha256, std::int64_t> MediaStore::missing(
    const domain::DeviceId& device, const std::vector<domain::Sha256>& hashes)
{
    std::map<domain::Sha256, std::int64_t> missing;
    {
        const auto reader = m_readers.take();
        for (const domain::Sha256& sha256 : hashes)
            if (!m_arrivals.bytesOf(*reader, sha256)) missing[sha256] = 0;
    }
    for (auto& [sha256, offset] : missing) {
        if (const auto upload = find(idOf(device, sha256))) offset = upload->state().offset;
    }
    return missing;
}

std::optional<FileBody> MediaStore::whole(const domain::Sha256& sha256)
{
    const auto bytes = m_arrivals.bytesOf(*m_readers.take(), sha256);
    if (!bytes) return std::nullopt;
    return FileBody{m_files.whole(sha256).string(), 0, static_cast<std::uint64_t>(*bytes)};
}

void MediaStore::sweepIfDue()
{
    std::int64_t due = m_nextSweepMs;
    const std::int64_t now = m_clock.wallMs();
    if (now >= due && m_nextSweepMs.compare_exchange_strong(due, now + sweepEveryMs)) sweep();
}

void MediaStore::sweep()
{
    std::vector<std::string> expired = expiredUploads(*m_readers.take(), m_clock.wallMs());
    for (const std::string& id : expired) find(id);
    std::vector<std::pair<std::string, std::shared_ptr<Upload>>> all;
    {
        const std::lock_guard lock(m_mutex);
        all.assign(m_uploads.begin(), m_uploads.end());
    }
    for (const auto& [id, upload] : all) {
        if (!upload->gone() && upload->expiresMs() <= m_clock.wallMs()) upload->remove();
        if (!upload->atRest()) continue;
        const std::lock_guard lock(m_mutex);
        const auto found = m_uploads.find(id);
        // Two owners: the table and this list. A third may be about to append.
        if (found != m_uploads.end() && found->second == upload && upload.use_count() == 2)
            m_uploads.erase(found);
    }
}

std::size_t MediaStore::open()
{
    const std::lock_guard lock(m_mutex);
    return m_uploads.size();
}

}  // namespace hub::media
