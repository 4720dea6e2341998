#include "sync/hub/assemble.h"

#include "sync/hub/media/blob_routes.h"
#include "sync/hub/media/tus.h"
#include "sync/hub/resources/record_routes.h"

namespace hub {

base::Result<std::unique_ptr<Hub>> assemble(const std::filesystem::path& data,
                                            const base::Clock& clock, base::RandomBytes random)
{
    auto hub = Hub::open(data, clock, std::move(random));
    if (!hub) return hub;
    (*hub)->add(recordRoutes());
    Services& services = (*hub)->services();
    auto store = std::make_shared<media::MediaStore>(data / "media", services.committer,
                                                     services.readers, clock, services.ids);
    (*hub)->add(media::uploadRoutes(*store), store);
    (*hub)->add(media::blobRoutes(*store), store);
    return hub;
}

}  // namespace hub
