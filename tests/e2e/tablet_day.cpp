#include "tests/e2e/tablet_day.h"

#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "core/actions/device.h"
#include "core/actions/draft.h"
#include "core/actions/photos.h"
#include "core/actions/review.h"
#include "core/actions/submit.h"
#include "core/crypto/random.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/lists.h"
#include "core/store/media.h"
#include "core/store/open.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "sync/client/curl_transport.h"
#include "sync/client/enrol.h"
#include "tests/e2e/child.h"
#include "tests/support/answering.h"
#include "tests/support/attach_photo.h"
#include "tests/support/file_text.h"
#include "tests/support/jpeg_like.h"
#include "tests/support/must.h"

namespace e2e {

namespace {
using support::must;

std::string prepared(const std::string& folder)
{
    std::filesystem::create_directories(folder + "/media");
    return folder + "/tablet.db";
}

/// A JPEG with a comment in it, so that it is another photo and still one.
std::string varied(const std::string& jpeg, const std::string& note)
{
    const std::size_t length = note.size() + 2;
    std::string comment = "\xff\xfe";
    comment += static_cast<char>(length / 256);
    comment += static_cast<char>(length % 256);
    return jpeg.substr(0, 2) + comment + note + jpeg.substr(2);
}
}  // namespace

TabletDay::TabletDay(const std::string& folder, const std::string& hubUrl, const std::string& code)
    : m_folder(folder),
      m_ids(m_clock, crypto::randomBytes),
      m_db(must(store::open(prepared(folder)))),
      m_context{m_db, m_clock, m_ids}
{
    must(actions::prepareDevice(m_context));
    must(actions::sweepMedia(m_context, m_folder + "/media"));
    const auto enrolment = store::Identity(m_db).enrolment();
    if (!enrolment || enrolment->token.empty()) enrol(hubUrl, code);
}

void TabletDay::enrol(const std::string& hubUrl, const std::string& code)
{
    const auto transport = client::curlTransport({.hubUrl = hubUrl, .caFile = {}, .pinnedKey = {}});
    for (int tries = 0; tries < 200; ++tries, sleepMs(100)) {
        const auto enrolment =
            client::enrol(*transport, m_clock, crypto::randomBytes, *store::Identity(m_db).keys(),
                          {hubUrl, client::ByCode{code}, "平板"});
        if (enrolment) return must(actions::storeEnrolment(m_context, *enrolment));
        std::cout << "enrol: " << enrolment.error().code << std::endl;
    }
    throw std::runtime_error("cannot enrol");
}

std::unique_ptr<client::Transport> TabletDay::transport()
{
    return client::curlTransport(
        {.hubUrl = store::Identity(m_db).enrolment()->hubUrl, .caFile = {}, .pinnedKey = {}});
}

client::RoundResult TabletDay::syncOnce()
{
    client::SessionOptions options;
    options.mediaFolder = mediaFolder();
    options.pace = &m_pace;
    return client::runSession(m_db, *transport(), m_clock, crypto::randomBytes, options);
}

client::RoundResult TabletDay::sync()
{
    auto result = syncOnce();
    if (result.problem) {
        std::cout << "sync: " << result.problem->code << " " << result.problem->where << " left "
                  << result.left.recordsLeft << "+" << result.left.photosLeft << std::endl;
        sleepMs(50);
    }
    return result;
}

void TabletDay::syncUntilDone()
{
    for (auto result = sync(); result.problem; result = sync()) {
    }
}

std::string TabletDay::nextPhoto()
{
    const int number = ++m_photosMade;
    if (m_photos.empty())
        return support::jpegLike(static_cast<std::uint64_t>(m_clock.wallMs()) * 1000 +
                                     static_cast<std::uint64_t>(number),
                                 150'000);
    return varied(m_photos[static_cast<std::size_t>(number) % m_photos.size()], m_ids.next());
}

domain::InspectionId TabletDay::start(const domain::RegionCode& village, const std::string& kind)
{
    actions::StartRequest start;
    start.campaign = store::Reference(m_db).campaigns().front().id;
    start.village = village;
    start.kind = kind;
    start.noFixReason = "室内无信号";
    const domain::InspectionId draft = must(actions::startInspection(m_context, start));
    std::vector<std::string> open;
    const auto saved = store::Drafts(m_db).find(draft);
    for (const domain::Answer& answer : saved.value().answers)
        if (answer.state == domain::AnswerState::unanswered) open.push_back(answer.itemCode);
    if (!open.empty()) must(support::restOk(m_context, draft, open));
    must(support::signOff(m_context, draft));
    return draft;
}

domain::PhotoEntry TabletDay::attach(const domain::InspectionId& draft, const std::string& jpeg,
                                     const std::string& item, const domain::FindingId& finding)
{
    support::CapturedPhoto photo;
    photo.jpeg = jpeg;
    photo.thumbnail = support::jpegLike(std::hash<std::string>()(m_ids.next()), 12'000);
    photo.widthPx = 1600;
    photo.heightPx = 1200;
    photo.clocks.wallMs = m_clock.wallMs();
    photo.clocks.bootMs = m_clock.bootMs();
    photo.itemCode = item;
    photo.finding = finding;
    return must(support::attachPhoto(m_context, mediaFolder(), draft, photo));
}

void TabletDay::check(const domain::RegionCode& village, const std::string& kind, int photosEach)
{
    const domain::InspectionId draft = start(village, kind);
    for (auto there = static_cast<int>(store::Drafts(m_db).photos(draft).size());
         there < photosEach; ++there)
        attach(draft, nextPhoto());
    must(actions::submit(m_context, draft));
}

std::vector<store::TodayVillage> TabletDay::villages()
{
    return store::today(m_db, store::Identity(m_db).enrolment()->user.id,
                        store::Reference(m_db).campaigns().front().id);
}

domain::PhotoEntry TabletDay::checkWithPhoto(std::size_t bytes)
{
    for (const store::TodayVillage& village : villages())
        if (village.checks.front().state == store::CheckState::notStarted) {
            const domain::InspectionId draft = start(village.village, village.checks.front().kind);
            const domain::PhotoEntry photo =
                attach(draft, support::jpegLike(std::hash<std::string>()(m_ids.next()), bytes));
            must(actions::submit(m_context, draft));
            return photo;
        }
    throw std::runtime_error("every village has been checked");
}

void TabletDay::useHub(const std::string& url)
{
    store::Identity identity(m_db);
    auto enrolment = identity.enrolment();
    enrolment->hubUrl = url;
    identity.putEnrolment(*enrolment);
}

bool TabletDay::everythingReceived()
{
    return store::Outbox(m_db).unsettledCount() == 0 &&
           store::Media(m_db).unsentTotals().files == 0;
}

void TabletDay::inspect(int checks, int photosEach, const std::string& photoFolder)
{
    if (!photoFolder.empty())
        for (const auto& entry : std::filesystem::directory_iterator(photoFolder)) {
            std::string bytes = support::fileText(entry.path());
            // Small enough for the camera page's own output; the damaged ones are no JPEG from
            // their first byte.
            if (bytes.size() < 400'000 && bytes.starts_with("\xff\xd8\xff"))
                m_photos.push_back(std::move(bytes));
        }
    syncUntilDone();
    int done = 0;
    for (const store::TodayVillage& village : villages())
        for (const store::TodayCheck& one : village.checks) {
            if (done == checks) break;
            done += 1;
            const bool there =
                one.state != store::CheckState::notStarted && one.state != store::CheckState::draft;
            if (there) continue;
            check(village.village, one.kind, photosEach);
            if (done % 4 == 0) sync();
        }
    if (done < checks) throw std::runtime_error("too few checks: " + std::to_string(done));
    syncUntilDone();
}

void TabletDay::review(int inspections)
{
    int approved = 0;
    while (approved < inspections) {
        sync();
        const auto campaigns = store::Reference(m_db).campaigns();
        if (campaigns.empty()) continue;
        const domain::CampaignId campaign = campaigns.front().id;
        for (const store::QueueRow& row :
             store::reviewQueue(m_db, campaign, domain::InspectionState::submitted)) {
            if (row.head.photosOnHub < row.head.photos) continue;
            domain::Review review;
            review.inspection = row.head.id;
            review.revision = row.head.revision;
            review.decision = domain::Decision::approve;
            must(actions::decideReview(m_context, review));
        }
        approved = store::stateCounts(m_db, campaign).approved;
        sleepMs(100);
    }
    syncUntilDone();
}

}  // namespace e2e
