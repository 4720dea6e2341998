#include "tests/support/tablet.h"

#include <stdexcept>

#include "core/actions/device.h"
#include "core/actions/submit.h"
#include "core/store/drafts.h"
#include "core/store/reference.h"
#include "tests/support/attach_photo.h"
#include "tests/support/must.h"

namespace support {

Tablet::Tablet(std::nullptr_t, std::uint64_t seed)
    : m_folder(std::make_unique<TemporaryFolder>()),
      m_clock(std::make_unique<FakeClock>()),
      m_ids(std::make_unique<base::UuidSource>(*m_clock, seededBytes(seed)))
{
    open();
}

Tablet::Tablet(std::uint64_t seed, const domain::User& user) : Tablet(nullptr, seed)
{
    store::Enrolment enrolment;
    enrolment.device = {"d-" + std::to_string(seed)};
    enrolment.deviceName = "平板 " + std::to_string(seed);
    enrolment.hubUrl = "http://127.0.0.1:1";
    enrolment.token = "token-" + std::to_string(seed);
    enrolment.user = user;
    enrolment.county = "示例县";
    enrolment.enrolledAtMs = m_clock->nowMs;
    must(actions::storeEnrolment(*m_context, enrolment));
    readReference();
}

Tablet Tablet::blank(std::uint64_t seed)
{
    return Tablet(nullptr, seed);
}

void Tablet::open()
{
    m_db = std::make_unique<SQLite::Database>(must(store::open(databasePath())));
    m_context = std::make_unique<actions::Context>(actions::Context{*m_db, *m_clock, *m_ids});
    must(actions::prepareDevice(*m_context));
}

void Tablet::reopen(const std::function<void()>& between)
{
    m_context.reset();
    m_db.reset();
    if (between) between();
    open();
}

void Tablet::readReference()
{
    SQLite::Transaction transaction(*m_db);
    store::Reference reference(*m_db);
    for (const char* part :
         {"regions", "checklists", "campaigns", "assignments", "people", "rankings"})
        must(reference.replace(part, "\"1\"", county::lines(part), m_clock->nowMs));
    transaction.commit();
}

domain::InspectionId Tablet::start(const std::string& kind, const domain::RegionCode& village)
{
    actions::StartRequest request;
    request.campaign = county::campaign;
    request.village = village;
    request.kind = kind;
    return must(actions::startInspection(*m_context, request));
}

void Tablet::answerAllOk(const domain::InspectionId& draft)
{
    std::vector<std::string> items;
    const auto saved = store::Drafts(*m_db).find(draft);
    for (const domain::Answer& answer : saved.value().answers) items.push_back(answer.itemCode);
    must(restOk(*m_context, draft, items));
    must(signOff(*m_context, draft));
}

domain::PhotoEntry Tablet::photo(const domain::InspectionId& draft, const std::string& item,
                                 const domain::FindingId& finding, const std::string& bytes)
{
    support::CapturedPhoto photo;
    photo.jpeg = bytes.empty() ? "jpeg " + m_ids->next() : bytes;
    photo.thumbnail = "thumb of " + photo.jpeg.substr(0, 60);
    photo.widthPx = 1600;
    photo.heightPx = 1200;
    photo.itemCode = item;
    photo.finding = finding;
    m_clock->advance(1000);
    photo.clocks.wallMs = m_clock->wallMs();
    photo.clocks.bootMs = m_clock->bootMs();
    return must(support::attachPhoto(*m_context, mediaFolder(), draft, photo));
}

bool Tablet::submit(const domain::InspectionId& draft)
{
    return actions::submit(*m_context, draft).has_value();
}

domain::InspectionId Tablet::submitted(const std::string& kind, const domain::RegionCode& village)
{
    const domain::InspectionId draft = start(kind, village);
    answerAllOk(draft);
    must(actions::submit(*m_context, draft));
    return draft;
}

}  // namespace support
