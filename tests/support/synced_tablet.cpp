#include "tests/support/synced_tablet.h"

#include <stdexcept>

#include "core/actions/device.h"
#include "core/actions/submit.h"
#include "core/store/identity.h"
#include "sync/client/enrol.h"
#include "tests/support/attach_photo.h"
#include "tests/support/jpeg_like.h"
#include "tests/support/must.h"

namespace support {

SyncedTablet::SyncedTablet(TestHub& hub, std::uint64_t seed, const domain::User& user,
                           Loopback::ChooseFault fault)
    : m_tablet(Tablet::blank(seed)),
      m_network([&hub]() -> hub::Handler& { return hub.handler(); }, std::move(fault)),
      m_random(seededBytes(seed * 31 + 5)),
      m_photos(seed * 1'000'000)
{
    m_options.mediaFolder = m_tablet.mediaFolder();
    m_options.pace = &m_pace;
    Loopback quiet([&hub]() -> hub::Handler& { return hub.handler(); });
    const auto keys = store::Identity(db()).keys();
    const auto enrolment = must(client::enrol(
        quiet, m_tablet.clock(), m_random, *keys,
        {"http://hub", client::ByCode{hub.enrolCode(user.id)}, "平板 " + std::to_string(seed)}));
    must(actions::storeEnrolment(m_tablet.context(), enrolment));
    const auto first = client::runSession(db(), quiet, m_tablet.clock(), m_random, m_options);
    if (first.problem)
        throw std::runtime_error(first.problem->code + ": " + first.problem->message + " " +
                                 first.problem->where);
}

client::RoundResult SyncedTablet::sync()
{
    return client::runSession(db(), m_network, m_tablet.clock(), m_random, m_options);
}

bool SyncedTablet::syncUntilDone(int rounds)
{
    for (int round = 0; round < rounds; ++round)
        if (!sync().problem) return true;
    return false;
}

domain::PhotoEntry SyncedTablet::photo(const domain::InspectionId& draft, std::size_t bytes)
{
    support::CapturedPhoto photo;
    photo.jpeg = jpegLike(++m_photos, bytes);
    photo.thumbnail = jpegLike(++m_photos, 2'000);
    photo.widthPx = 1600;
    photo.heightPx = 1200;
    m_tablet.clock().advance(1000);
    photo.clocks.wallMs = m_tablet.clock().wallMs();
    photo.clocks.bootMs = m_tablet.clock().bootMs();
    return must(support::attachPhoto(m_tablet.context(), m_tablet.mediaFolder(), draft, photo));
}

domain::InspectionId SyncedTablet::inspect(const domain::RegionCode& village, int photos,
                                           std::size_t photoBytes, const std::string& kind)
{
    const domain::InspectionId draft = m_tablet.start(kind, village);
    m_tablet.answerAllOk(draft);
    for (int i = 0; i < photos; ++i) photo(draft, photoBytes);
    must(actions::submit(m_tablet.context(), draft));
    return draft;
}

}  // namespace support
