#include "sync/hub/assemble.h"

#include "sync/hub/media/blob_routes.h"
#include "sync/hub/media/tus.h"
#include "sync/hub/probe_routes.h"
#include "sync/hub/resources/record_routes.h"

namespace hub {
namespace {

void countMedia(Metrics& metrics, media::MediaStore& store)
{
    const auto count = [&metrics](const char* name, const char* help,
                                  const std::atomic<std::uint64_t>& counter) {
        metrics.add(name, help, [&counter] { return static_cast<double>(counter); });
    };
    media::Counters& counters = store.counters();
    count("photos_stored_total", "Photos and thumbnails stored.", counters.filesStored);
    count("photo_bytes_total", "Bytes of photos received.", counters.bytesReceived);
    count("uploads_cut_total", "Uploads that broke off.", counters.cut);
    count("uploads_superseded_total", "Upload requests that a newer one took over.",
          counters.superseded);
    count("upload_chunks_damaged_total", "Chunks that were not their checksum.",
          counters.damagedChunks);
    count("upload_hashes_wrong_total", "Whole uploads that were not their hash.",
          counters.wrongHashes);
    metrics.add("uploads_open", "Uploads held in memory.",
                [&store] { return static_cast<double>(store.open()); });
}

void countCommits(Metrics& metrics, const Committer& committer)
{
    metrics.add("commits_total", "Durable transactions.",
                [&committer] { return static_cast<double>(committer.commits()); });
    metrics.add("commit_works_total", "Works done in them.",
                [&committer] { return static_cast<double>(committer.works()); });
}

}  // namespace

base::Result<std::unique_ptr<Hub>> assemble(const std::filesystem::path& data,
                                            const base::Clock& clock, base::RandomBytes random,
                                            Metrics* metrics)
{
    auto hub = Hub::open(data, clock, std::move(random));
    if (!hub) return hub;
    (*hub)->add(recordRoutes());
    Services& services = (*hub)->services();
    auto store = std::make_shared<media::MediaStore>(data / "media", services.committer,
                                                     services.readers, clock, services.ids);
    (*hub)->add(media::uploadRoutes(*store), store);
    (*hub)->add(media::blobRoutes(*store), store);
    if (metrics != nullptr) {
        (*hub)->add(probeRoutes(*metrics));
        countMedia(*metrics, *store);
        countCommits(*metrics, services.committer);
    }
    return hub;
}

}  // namespace hub
