#include <catch2/catch.hpp>
#include <fstream>

#include "core/actions/photos.h"
#include "core/actions/submit.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/reference.h"
#include "tests/support/attach_photo.h"
#include "tests/support/tablet.h"

using store::MediaKind;
using support::Tablet;

namespace {

std::vector<MediaKind> kindsToSend(bool originalsWanted)
{
    Tablet tablet;
    tablet.db().exec(std::string("UPDATE campaign SET body = json_patch(body, '{\"capture\":{") +
                     "\"photoLongSide\":1600,\"photoQuality\":80,\"accuracyLimit\":30000," +
                     "\"originalsWanted\":" + (originalsWanted ? "true" : "false") + "}}')");
    const auto draft = tablet.start("LJ");
    tablet.answerAllOk(draft);
    for (const char* name : {"one", "two"}) {
        support::CapturedPhoto photo;
        photo.jpeg = std::string("scaled ") + name;
        photo.thumbnail = std::string("thumb ") + name;
        photo.originalPath = tablet.folder() / name;
        std::ofstream(photo.originalPath) << "as the camera gave " << name;
        photo.widthPx = photo.heightPx = 100;
        REQUIRE(support::attachPhoto(tablet.context(), tablet.mediaFolder(), draft, photo));
    }
    const auto record = actions::submit(tablet.context(), draft);
    REQUIRE(record);
    store::Outbox(tablet.db()).settle({*record, store::OutboxState::applied, 7, "", "", {}}, 1);
    std::vector<MediaKind> kinds;
    for (const store::MediaItem& item : store::Media(tablet.db()).toSend(20))
        kinds.push_back(item.kind);
    return kinds;
}

}  // namespace

TEST_CASE("Originals are sent last, and only where the campaign asks for them")
{
    using enum MediaKind;
    CHECK(kindsToSend(true) == std::vector{thumb, thumb, photo, photo, original, original});
    CHECK(kindsToSend(false) == std::vector{thumb, thumb, photo, photo});
}
