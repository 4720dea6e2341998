#include "tests/hub/records/county.h"

#include <catch2/catch.hpp>
#include <random>

#include "core/checklists/samples.h"
#include "core/crypto/hash.h"
#include "core/crypto/sign.h"
#include "core/domain/codec.h"
#include "sync/hub/folder.h"
#include "sync/hub/resources/record_routes.h"
#include "sync/hub/store/blobs.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/enrol_code.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace hubtest {

base::RandomBytes seeded(std::uint64_t seed)
{
    return [engine = std::make_shared<std::mt19937_64>(seed)](std::span<std::uint8_t> bytes) {
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>((*engine)());
    };
}

TempFolder::TempFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "xuncun-hub-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path = name;
}

TempFolder::~TempFolder()
{
    std::filesystem::remove_all(path);
}

County::County() : random(seeded(7)), ids(clock, random)
{
    const auto made = hub::initFolder(folder.path, "示例县", random);
    REQUIRE(made);
    reopen();
    fill();
}

void County::reopen()
{
    m_hub.reset();
    auto opened = hub::Hub::open(folder.path, clock, random);
    REQUIRE(opened);
    m_hub = std::move(*opened);
    m_hub->add(hub::recordRoutes());
}

namespace {
domain::Region region(const std::string& code, domain::RegionKind kind, const std::string& name)
{
    domain::Region made;
    made.code.value = code;
    if (kind == domain::RegionKind::village) made.parent = domain::townOf(made.code);
    made.kind = kind;
    made.name = name;
    return made;
}

domain::User user(const std::string& id, domain::Role role, const std::string& name,
                  std::vector<domain::RegionCode> scope = {})
{
    return {{id}, name, role, std::move(scope), true};
}
}  // namespace

void County::fill()
{
    using domain::RegionKind;
    m_hub->services().committer.run([&](hub::Connection& db) {
        hub::putRegion(db, region(town1, RegionKind::town, "甲镇"));
        hub::putRegion(db, region(village11, RegionKind::village, "上村"));
        hub::putRegion(db, region(village12, RegionKind::village, "下村"));
        hub::putRegion(db, region(town2, RegionKind::town, "乙镇"));
        hub::putRegion(db, region(village21, RegionKind::village, "溪村"));
        campaign.id = {"c1"};
        campaign.name = "第一期";
        campaign.firstDay = "2026-11-01";
        campaign.lastDay = "2026-11-30";
        campaign.state = domain::CampaignState::published;
        campaign.participants = {{village11}, {village12}, {village21}};
        for (const domain::Checklist& sheet : checklists::samples())
            if (sheet.kind != "WS")
                campaign.checklists.push_back(
                    {*hub::addChecklist(db, sheet), base::Points::whole(50)});
        REQUIRE(hub::putCampaign(db, campaign));
        hub::putUser(db, user("zhang", domain::Role::inspector, "张三"));
        hub::putUser(db, user("li", domain::Role::inspector, "李四"));
        domain::User wang = user("wang", domain::Role::supervisor, "王五", {{town1}});
        wang.mayAdjust = true;
        hub::putUser(db, wang);
        hub::putUser(db, user("chief", domain::Role::chief, "赵六"));
        hub::putAssignment(db, {campaign.id, {"zhang"}, {{town1}}, {}});
        hub::putAssignment(db, {campaign.id, {"li"}, {{village21}}, {"MV"}});
    });
}

hub::Response County::ask(hub::Request request)
{
    request.headers.try_emplace(protocol::header::protocol, "1");
    request.headers.try_emplace(protocol::header::nonce, std::string(32, 'a'));
    request.contentLength = request.body.size();
    if (request.remote.empty()) request.remote = "192.0.2.1";
    return hub::answer(*m_hub, request);
}

hub::Response County::get(const Tablet& tablet, const std::string& path,
                          std::map<std::string, std::string> query)
{
    hub::Request request;
    request.method = "GET";
    request.path = path;
    request.query = std::move(query);
    request.headers[protocol::header::authorization] = "Bearer " + tablet.token;
    return ask(std::move(request));
}

hub::Response County::send(const Tablet& tablet, const std::string& method, const std::string& path,
                           const std::string& type, std::string body)
{
    hub::Request request;
    request.method = method;
    request.path = path;
    request.headers[protocol::header::authorization] = "Bearer " + tablet.token;
    request.headers[protocol::header::contentType] = type;
    request.headers[protocol::header::contentDigest] =
        protocol::contentDigest({crypto::sha256(body)});
    request.body = std::move(body);
    return ask(std::move(request));
}

std::string County::enrolCode(const std::string& userId)
{
    std::string code = hub::newEnrolCode(random);
    m_hub->services().committer.run([&](hub::Connection& db) {
        hub::addEnrolCode(db, *hub::enrolCodeHash(code), {userId}, clock.nowMs,
                          clock.nowMs + 3'600'000);
    });
    return code;
}

hub::Response County::askSigned(const char* path, const std::string& body,
                                const std::string& remote)
{
    hub::Request http;
    http.method = "POST";
    http.path = path;
    http.remote = remote;
    http.headers[protocol::header::contentType] = protocol::media::json;
    http.headers[protocol::header::signature] =
        crypto::sign(protocol::enrolMessage(body), keys.secretKey);
    http.body = body;
    return ask(std::move(http));
}

hub::Response County::enrol(const std::string& code, const std::string& incarnation,
                            const domain::UserId& onlyUser)
{
    return askSigned(protocol::path::enrol,
                     protocol::toBytes(protocol::EnrolRequest{code, "平板一", incarnation,
                                                              keys.publicKey, onlyUser}));
}

Tablet County::tabletOf(const std::string& userId)
{
    std::array<std::uint8_t, 16> bytes{};
    random(bytes);
    Tablet tablet;
    tablet.incarnation = crypto::toHex(bytes);
    const hub::Response response = enrol(enrolCode(userId), tablet.incarnation);
    REQUIRE(response.status == 200);
    const auto answer = protocol::enrolAnswerFromBytes(response.body);
    REQUIRE(answer);
    tablet.user = answer->user;
    tablet.device = answer->device;
    tablet.token = answer->token;
    return tablet;
}

domain::Record County::record(Tablet& tablet, const std::string& kind, const std::string& body)
{
    return {{ids.next()}, kind, tablet.user.id, tablet.device, tablet.incarnation, tablet.nextSeq++,
            clock.nowMs,  body};
}

domain::Inspection County::inspection(const Tablet& tablet, const std::string& village,
                                      const std::string& kind)
{
    domain::Inspection made;
    made.id = {ids.next()};
    made.campaign = campaign.id;
    made.village = made.subject = {village};
    made.inspector = tablet.user.id;
    made.startedAtMs = clock.nowMs - 1000;
    made.submittedAtMs = clock.nowMs;
    for (const domain::Checklist& sheet : checklists::samples()) {
        if (sheet.kind != kind) continue;
        made.checklist = {kind, sheet.version, {crypto::sha256(domain::canonicalJson(sheet))}};
        if (!sheet.profiles.empty()) made.profile = sheet.profiles.front().code;
        for (const domain::Section& section : sheet.sections)
            for (const domain::Item& item : section.items)
                if (item.max > base::Points{})
                    made.answers.push_back(
                        {item.code, domain::AnswerState::ok, {}, {}, item.sampleHouseholds, {}});
    }
    return made;
}

domain::PhotoEntry County::photo(const std::string& content)
{
    domain::PhotoEntry entry;
    entry.id = {ids.next()};
    entry.sha256 = {crypto::sha256(content)};
    entry.bytes = static_cast<std::int64_t>(content.size());
    entry.widthPx = 1600;
    entry.heightPx = 1200;
    entry.thumbSha256 = {crypto::sha256("thumb of " + content)};
    entry.thumbBytes = 9;
    return entry;
}

domain::Record County::submitted(Tablet& tablet, const domain::Inspection& made)
{
    return record(tablet, "inspection", domain::canonicalJson(made));
}

domain::Record County::reviewed(Tablet& tablet, const domain::Inspection& made,
                                domain::Decision decision, const std::string& comment)
{
    domain::Review review;
    review.inspection = made.id;
    review.revision = made.revision;
    review.decision = decision;
    review.comment = comment;
    review.reviewer = tablet.user.id;
    return record(tablet, "review", domain::canonicalJson(review));
}

hub::Response County::push(const Tablet& tablet, const std::vector<domain::Record>& records)
{
    std::vector<std::string> lines;
    for (const domain::Record& each : records) lines.push_back(domain::canonical(each));
    return pushLines(tablet, lines);
}

hub::Response County::pushLines(const Tablet& tablet, const std::vector<std::string>& lines)
{
    return send(tablet, "POST", protocol::path::push, protocol::media::lines,
                protocol::packLines(lines));
}

protocol::PushResult County::pushOne(const Tablet& tablet, const domain::Record& pushed)
{
    const hub::Response response = push(tablet, {pushed});
    INFO(response.body);
    REQUIRE(response.status == 200);
    const protocol::PushAnswer answer = answerOf(response);
    REQUIRE(answer.results.size() == 1);
    REQUIRE(answer.results[0].id == pushed.id);
    return answer.results[0];
}

protocol::FeedPage County::feed(const Tablet& tablet, std::int64_t after)
{
    const hub::Response response =
        get(tablet, protocol::path::feed, {{"after", std::to_string(after)}});
    INFO(response.body);
    REQUIRE(response.status == 200);
    const auto lines = protocol::unpackLines(response.body, 64 << 20, 10'000);
    REQUIRE(lines);
    const auto page = protocol::feedPageFromLines(*lines);
    REQUIRE(page);
    return *page;
}

std::vector<std::string> County::reference(const Tablet& tablet, const std::string& part)
{
    const hub::Response response = get(tablet, protocol::path::reference + part);
    INFO(response.body);
    REQUIRE(response.status == 200);
    const auto lines = protocol::unpackLines(response.body, 64 << 20, 100'000);
    REQUIRE(lines);
    return *lines;
}

void County::storeBlob(const domain::PhotoEntry& entry)
{
    m_hub->services().committer.run([&](hub::Connection& db) {
        hub::blobStored(db, entry.sha256, entry.bytes, clock.nowMs, m_hub->services().ids);
    });
}

protocol::Problem problemOf(const hub::Response& response)
{
    const auto problem = protocol::problemFromBytes(response.status, response.body);
    REQUIRE(problem);
    return *problem;
}

protocol::PushAnswer answerOf(const hub::Response& response)
{
    const auto answer = protocol::pushAnswerFromBytes(response.body);
    REQUIRE(answer);
    return *answer;
}

std::string textOf(protocol::Outcome outcome)
{
    switch (outcome) {
        case protocol::Outcome::applied:
            return "applied";
        case protocol::Outcome::duplicate:
            return "duplicate";
        case protocol::Outcome::conflict:
            return "conflict";
        case protocol::Outcome::quarantined:
            return "quarantined";
    }
    return "";
}

}  // namespace hubtest
