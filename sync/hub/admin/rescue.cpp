#include "sync/hub/admin/rescue.h"

#include "sync/hub/hub.h"
#include "sync/hub/media/files.h"
#include "sync/hub/resources/push.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/blobs.h"
#include "sync/protocol/rescue_file.h"

namespace hub {

namespace {
void takeBatch(Services& services, const protocol::RescueBatch& batch, Sheets& sheets,
               RescueReport& report)
{
    const auto answer = takeHandover(services, batch, sheets);
    if (!answer) {
        report.refused.push_back(answer.error().error);
        return;
    }
    for (const protocol::PushResult& result : answer->results) {
        report.records += 1;
        report.known += result.outcome == protocol::Outcome::duplicate ? 1 : 0;
        report.setAside += result.outcome == protocol::Outcome::conflict ||
                                   result.outcome == protocol::Outcome::quarantined
                               ? 1
                               : 0;
    }
}

void takePhoto(Services& services, const media::Files& files, const protocol::RescuePhoto& photo,
               RescueReport& report)
{
    if (!photo.bytes.starts_with("\xff\xd8\xff")) {
        report.photosBad += 1;
        return;
    }
    report.photos += 1;
    if (blobBytes(*services.readers.take(), photo.sha256)) {
        report.photosKnown += 1;
        return;
    }
    const std::string partial = "rescue-" + photo.sha256.value.substr(0, 24);
    media::PartialFile partialFile = files.openPartial(partial);
    partialFile.cutTo(0);
    partialFile.write(0, std::as_bytes(std::span(photo.bytes)));
    files.publish(partialFile, partial, photo.sha256);
    services.committer.run([&](Connection& db) {
        blobStored(db, photo.sha256, static_cast<std::int64_t>(photo.bytes.size()),
                   services.clock.wallMs(), services.ids);
    });
}
}  // namespace

base::Result<RescueReport> importRescue(const std::filesystem::path& data, const std::string& file,
                                        const std::string& code, const base::Clock& clock,
                                        base::RandomBytes random)
{
    auto sealed = crypto::SealedReader::open(file, code);
    if (!sealed) return tl::unexpected(sealed.error());
    auto opened = Hub::open(data, clock, std::move(random));
    if (!opened) return tl::unexpected(opened.error());
    Services& services = (*opened)->services();
    const media::Files files(data / "media");
    Sheets sheets;
    RescueReport report;
    for (;;) {
        const auto entry = protocol::readEntry(*sealed);
        if (!entry) return tl::unexpected(entry.error());
        if (entry->isEnd()) break;
        if (entry->batch) takeBatch(services, *entry->batch, sheets, report);
        if (entry->photo) takePhoto(services, files, *entry->photo, report);
        report.photosBad += entry->bad ? 1 : 0;
    }
    services.committer.run([&](Connection& db) {
        audit(db, clock.wallMs(), "command", "rescue.import", std::to_string(report.records), file);
    });
    return report;
}

}  // namespace hub
