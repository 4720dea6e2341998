#include "tests/bench/hub_county.h"

#include <fmt/format.h>

#include <stdexcept>

#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/domain/campaign.h"
#include "core/domain/codec.h"
#include "sync/hub/assemble.h"
#include "sync/hub/folder.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace benchhub {

namespace {
const std::string town = "330799001000";
const std::string village = "330799001201";

domain::Checklist sheetOf30()
{
    domain::Checklist sheet;
    sheet.kind = "BN";
    sheet.title = "三十项";
    sheet.state = domain::ChecklistState::published;
    domain::Section& section = sheet.sections.emplace_back();
    section.code = "A";
    section.title = "全部";
    for (int i = 1; i <= 30; ++i) {
        domain::Item& item = section.items.emplace_back();
        item.code = fmt::format("BN{:02}", i);
        item.title = "路面、巷弄有垃圾、杂物";
        item.max = base::Points::whole(4);
        domain::Rule& rule = item.rules.emplace_back();
        rule.code = "a";
        rule.text = "每处扣 0.5";
        rule.price = {50};
    }
    return sheet;
}

void need(bool done, const char* what)
{
    if (!done) throw std::runtime_error(what);
}
}  // namespace

County::County(const std::filesystem::path& folder, int tablets)
    : m_ids(m_clock, crypto::randomBytes), m_sheet(sheetOf30())
{
    std::filesystem::remove_all(folder);
    need(hub::initFolder(folder, "测量县", crypto::randomBytes).has_value(), "init");
    auto opened = hub::assemble(folder, m_clock, crypto::randomBytes);
    need(opened.has_value(), "open");
    m_hub = std::move(*opened);
    m_hub->services().committer.run([&](hub::Connection& db) {
        domain::Region region;
        region.code = {village};
        region.parent = {town};
        region.name = "上村";
        hub::putRegion(db, region);
        domain::Campaign campaign;
        campaign.id = {"bench"};
        campaign.name = "测量";
        campaign.state = domain::CampaignState::published;
        campaign.participants = {{village}};
        campaign.checklists.push_back({*hub::addChecklist(db, m_sheet), base::Points::whole(100)});
        need(hub::putCampaign(db, campaign).has_value(), "campaign");
        hub::putUser(db, {{"inspector"}, "张三", domain::Role::inspector, {}, true});
        hub::putUser(db, {{"supervisor"}, "王五", domain::Role::supervisor, {{town}}, true});
        hub::putAssignment(db, {campaign.id, {"inspector"}, {{town}}, {}});
        for (int i = 0; i < tablets; ++i) m_tablets.push_back(enrol(db, "inspector", i));
        m_supervisor = enrol(db, "supervisor", tablets);
    });
}

County::~County() = default;

Tablet County::enrol(hub::Connection& db, const std::string& user, int number)
{
    Tablet tablet;
    tablet.device.value = m_ids.next();
    tablet.incarnation = crypto::randomHex(16);
    tablet.token = crypto::randomHex(32);
    hub::addDevice(db,
                   {tablet.device,
                    {user},
                    fmt::format("平板 {}", number),
                    tablet.incarnation,
                    std::string(64, 'a'),
                    m_clock.wallMs(),
                    0},
                   crypto::tokenHash(tablet.token));
    return tablet;
}

domain::Record County::inspection(Tablet& tablet)
{
    domain::Inspection made;
    made.id = {m_ids.next()};
    made.campaign = {"bench"};
    made.checklist = {
        m_sheet.kind, m_sheet.version, {crypto::sha256(domain::canonicalJson(m_sheet))}};
    made.village = made.subject = {village};
    made.inspector = {"inspector"};
    made.startedAtMs = made.submittedAtMs = m_clock.wallMs();
    int number = 0;
    for (const domain::Item& item : m_sheet.sections[0].items) {
        domain::Answer& answer = made.answers.emplace_back();
        answer.itemCode = item.code;
        answer.state = domain::AnswerState::ok;
        if (++number % 3 != 0) continue;
        answer.state = domain::AnswerState::found;
        for (int i = 0; i < 2; ++i) {
            domain::Finding& finding = answer.findings.emplace_back();
            finding.id = {m_ids.next()};
            finding.ruleCode = "a";
            finding.foundAtMs = made.startedAtMs;
        }
    }
    for (int i = 0; i < 6; ++i) {
        domain::PhotoEntry& photo = made.photos.emplace_back();
        photo.id = {m_ids.next()};
        photo.sha256 = {crypto::randomHex(32)};
        photo.bytes = 300'000;
        photo.widthPx = 1600;
        photo.heightPx = 1200;
        photo.thumbSha256 = {crypto::randomHex(32)};
        photo.thumbBytes = 15'000;
    }
    return {{m_ids.next()},     "inspection",     {"inspector"},      tablet.device,
            tablet.incarnation, tablet.nextSeq++, made.submittedAtMs, domain::canonicalJson(made)};
}

std::string pushRequest(const Tablet& tablet, const std::vector<domain::Record>& records)
{
    std::vector<std::string> lines;
    for (const domain::Record& record : records) lines.push_back(domain::canonical(record));
    const std::string body = protocol::packLines(lines);
    return fmt::format(
               "POST {} HTTP/1.1\r\nHost: hub\r\n{}: 1\r\n{}: {}\r\n{}: Bearer {}\r\n"
               "{}: {}\r\n{}: {}\r\nContent-Length: {}\r\n\r\n",
               protocol::path::push, protocol::header::protocol, protocol::header::nonce,
               std::string(32, 'a'), protocol::header::authorization, tablet.token,
               protocol::header::contentType, protocol::media::lines,
               protocol::header::contentDigest, protocol::contentDigest({crypto::sha256(body)}),
               body.size()) +
           body;
}

}  // namespace benchhub
