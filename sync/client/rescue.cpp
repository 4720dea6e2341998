#include "sync/client/rescue.h"

#include <filesystem>
#include <fstream>

#include "core/crypto/hash.h"
#include "core/crypto/sign.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "sync/client/carried.h"
#include "sync/protocol/rescue_file.h"
#include "sync/protocol/words.h"

namespace client {

namespace fs = std::filesystem;

namespace {
using Batches = std::vector<protocol::RescueBatch>;

/// In order of their numbers, each batch within a push's limits and of one installation.
Batches batchesOf(const std::vector<store::OutboxEntry>& entries, const domain::DeviceId& device)
{
    Batches batches;
    std::size_t plainBytes = 0;
    const store::OutboxEntry* last = nullptr;
    for (const store::OutboxEntry& entry : entries) {
        plainBytes += entry.line.size() + 1;
        const bool follows = last != nullptr && last->incarnation == entry.incarnation &&
                             batches.back().lines.size() < protocol::limits::pushRecords &&
                             plainBytes <= protocol::limits::pushPlainBytes / 2;
        if (!follows) {
            batches.push_back({device, {}, {}});
            plainBytes = entry.line.size() + 1;
        }
        batches.back().lines.push_back(entry.line);
        last = &entry;
    }
    return batches;
}

std::string bytesOf(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

base::Result<RescueReport> writeAll(crypto::SealedWriter& file, const Batches& batches,
                                    const std::vector<store::MediaItem>& items,
                                    const std::string& mediaFolder)
{
    RescueReport report;
    for (const protocol::RescueBatch& batch : batches) {
        report.records += static_cast<int>(batch.lines.size());
        if (auto put = protocol::writeEntry(file, {.batch = batch}); !put)
            return tl::unexpected(put.error());
    }
    for (const store::MediaItem& item : items) {
        if (item.deleted) continue;
        protocol::RescuePhoto photo{
            item.sha256, wordOf(item.kind),
            bytesOf(mediaFolder + "/" + store::mediaPath(item.sha256, item.kind))};
        if (photo.bytes.size() > protocol::rescueLimit(photo.kind) ||
            crypto::sha256(photo.bytes) != item.sha256.value) {
            report.skipped += 1;
            continue;
        }
        report.photos += 1;
        if (auto put = protocol::writeEntry(file, {.photo = std::move(photo)}); !put)
            return tl::unexpected(put.error());
    }
    if (auto put = protocol::writeEntry(file, {}); !put) return tl::unexpected(put.error());
    if (auto put = file.finish(); !put) return tl::unexpected(put.error());
    return report;
}
}  // namespace

base::Result<RescueReport> writeRescue(SQLite::Database& db, const std::string& mediaFolder,
                                       const std::string& path)
{
    constexpr std::size_t all = 1'000'000;
    const store::Identity identity(db);
    const auto keys = identity.keys();
    const auto enrolment = identity.enrolment();
    if (!keys || !enrolment) return base::fail("device.not_enrolled", "本机尚未登记，请先登记");
    Batches batches = batchesOf(store::Outbox(db).unsettled(all), enrolment->device);
    for (protocol::RescueBatch& batch : batches)
        batch.signature =
            crypto::sign(protocol::handoverMessage(batch.device, batch.lines), keys->secretKey);
    const auto items = store::Media(db).unsent();
    if (batches.empty() && items.empty())
        return base::fail("rescue.nothing", "没有未上传的工作，不用导出");

    const std::string code = crypto::newSealCode();
    const std::string part = path + ".part";
    auto report = [&]() -> base::Result<RescueReport> {
        auto file = crypto::SealedWriter::create(part, code);
        if (!file) return tl::unexpected(file.error());
        return writeAll(*file, batches, items, mediaFolder);
    }();
    std::error_code failed;
    if (report) fs::rename(part, path, failed);
    if (!report || failed) {
        fs::remove(part, failed);
        return report ? base::fail("seal.not_written", "文件写不进去，请检查U盘", path) : report;
    }
    report->code = code;
    report->bytes = static_cast<std::int64_t>(fs::file_size(path, failed));
    return report;
}

base::Result<RescueReport> carryRescue(const std::string& mediaFolder, const std::string& path,
                                       const std::string& code)
{
    auto file = crypto::SealedReader::open(path, code);
    if (!file) return tl::unexpected(file.error());
    Load load(mediaFolder);
    RescueReport report;
    for (;;) {
        auto entry = protocol::readEntry(*file);
        if (!entry) return tl::unexpected(entry.error());
        if (entry->isEnd()) break;
        if (entry->bad) {
            report.skipped += 1;
            continue;
        }
        if (entry->batch) report.records += static_cast<int>(entry->batch->lines.size());
        if (entry->photo) report.photos += 1;
        if (auto put = load.put(*entry); !put) return tl::unexpected(put.error());
    }
    if (auto kept = load.keep(); !kept) return tl::unexpected(kept.error());
    return report;
}

}  // namespace client
