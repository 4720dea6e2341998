#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "core/domain/codec.h"
#include "core/evidence/seal.h"
#include "sync/hub/store/reference.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

TEST_CASE("An inspection that the campaign does not allow is set aside with the reason")
{
    using Spoil = std::function<void(domain::Inspection&)>;
    const auto [spoil, code] = GENERATE(table<Spoil, std::string>({
        {[](auto& made) { made.campaign = {"nowhere"}; }, "inspection.campaign"},
        {[](auto& made) { made.checklist.version = 2; }, "inspection.checklist_unknown"},
        {[](auto& made) { made.checklist.sha256 = {std::string(64, '0')}; },
         "inspection.checklist_unknown"},
        {[](auto& made) { made.village = made.subject = {"330799001299"}; }, "inspection.village"},
        {[](auto& made) { made.subject = {village12}; }, "inspection.subject"},
        {[](auto& made) { made.village = made.subject = {village21}; }, "inspection.not_assigned"},
        {[](auto& made) { made.revision = 2; }, "inspection.revision_gap"},
        {[](auto& made) { made.revision = 0; }, "inspection.revision"},
        {[](auto& made) { made.id = {"no uuid"}; }, "inspection.id"},
        {[](auto& made) { made.inspector = {"li"}; }, "inspection.inspector"},
        {[](auto& made) { made.answers.pop_back(); }, "inspection.incomplete"},
        {[](auto& made) { made.answers.front().itemCode = "nothing"; }, "inspection.incomplete"},
    }));
    County county;
    Tablet zhang = county.tabletOf("zhang");
    domain::Inspection made = county.inspection(zhang, village11);
    spoil(made);
    const protocol::PushResult result = county.pushOne(zhang, county.submitted(zhang, made));
    CHECK(textOf(result.outcome) == "quarantined");
    CHECK(result.code == code);
    CHECK_FALSE(result.message.empty());
    CHECK(county.feed(zhang).records.empty());
}

TEST_CASE("Photos must be named by hash and size, each once")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    domain::Inspection made = county.inspection(zhang, village11);
    made.photos = {county.photo("one")};
    std::string code;
    SECTION("a hash that is none")
    {
        made.photos[0].sha256 = {"../../etc/passwd"};
        code = "inspection.photo";
    }
    SECTION("no bytes")
    {
        made.photos[0].bytes = 0;
        code = "inspection.photo";
    }
    SECTION("more than a photo may have")
    {
        made.photos[0].bytes = 9 << 20;
        code = "inspection.photo";
    }
    SECTION("a thumbnail larger than one may be")
    {
        made.photos[0].thumbBytes = 1 << 20;
        code = "inspection.photo";
    }
    SECTION("the same twice")
    {
        made.photos.push_back(made.photos[0]);
        code = "inspection.photo_doubled";
    }
    SECTION("too many")
    {
        for (int i = 0; i < 301; ++i) made.photos.push_back(county.photo(std::to_string(i)));
        code = "inspection.photos_too_many";
    }
    CHECK(county.pushOne(zhang, county.submitted(zhang, made)).code == code);
}

TEST_CASE(
    "A revision sealed by its tablet is taken; one changed afterwards or sealed elsewhere is not")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    domain::Inspection made = county.inspection(zhang, village11);
    made.remark = "封存";
    std::string code;
    SECTION("as it was sealed")
    {
        made.seal = evidence::sealOf(made, county.keys.publicKey, county.keys.secretKey);
    }
    SECTION("changed afterwards")
    {
        made.seal = evidence::sealOf(made, county.keys.publicKey, county.keys.secretKey);
        made.remark = "改过";
        code = "inspection.seal";
    }
    SECTION("by another tablet")
    {
        const crypto::KeyPair other = crypto::newKeyPair();
        made.seal = evidence::sealOf(made, other.publicKey, other.secretKey);
        code = "inspection.seal";
    }
    CHECK(county.pushOne(zhang, county.submitted(zhang, made)).code == code);
}

TEST_CASE("Somebody assigned one sheet only may not submit another")
{
    County county;
    Tablet li = county.tabletOf("li");
    CHECK(county.pushOne(li, county.submitted(li, county.inspection(li, village21, "LJ"))).code ==
          "inspection.not_assigned");
    CHECK(textOf(county.pushOne(li, county.submitted(li, county.inspection(li, village21, "MV")))
                     .outcome) == "applied");
}

TEST_CASE("A closed campaign takes no more inspections")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    county.campaign.state = domain::CampaignState::closed;
    county.hub().services().committer.run(
        [&](hub::Connection& db) { REQUIRE(hub::putCampaign(db, county.campaign)); });
    CHECK(
        county.pushOne(zhang, county.submitted(zhang, county.inspection(zhang, village11))).code ==
        "inspection.campaign");
}

TEST_CASE("A published campaign is frozen")
{
    County county;
    county.hub().services().committer.run([&](hub::Connection& db) {
        domain::Campaign changed = county.campaign;
        changed.participants.pop_back();
        CHECK(hub::putCampaign(db, changed).error().code == "campaign.frozen");
        changed = county.campaign;
        changed.state = domain::CampaignState::draft;
        CHECK(hub::putCampaign(db, changed).error().code == "campaign.frozen");
        changed = county.campaign;
        changed.id = {"c2"};
        CHECK(hub::putCampaign(db, changed).error().code == "campaign.name_taken");
    });
}

TEST_CASE("A correction comes only after a send-back, as the next revision of the same thing")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    domain::Inspection made = county.inspection(zhang, village11);
    const domain::Record first = county.submitted(zhang, made);
    county.pushOne(zhang, first);

    made.revision = 2;
    SECTION("not before")
    {
        const protocol::PushResult early = county.pushOne(zhang, county.submitted(zhang, made));
        CHECK(textOf(early.outcome) == "conflict");
        CHECK(early.code == "inspection.not_sent_back");
        CHECK(early.other == first.id);
        return;
    }
    domain::Inspection reviewedRevision = made;
    reviewedRevision.revision = 1;
    const domain::Record sentBack =
        county.reviewed(wang, reviewedRevision, domain::Decision::sendBack, "照片不清楚");
    REQUIRE(textOf(county.pushOne(wang, sentBack).outcome) == "applied");

    SECTION("another village is no correction")
    {
        made.village = made.subject = {village12};
        CHECK(county.pushOne(zhang, county.submitted(zhang, made)).code ==
              "inspection.changed_subject");
    }
    SECTION("a revision cannot be left out")
    {
        made.revision = 3;
        CHECK(county.pushOne(zhang, county.submitted(zhang, made)).code ==
              "inspection.revision_gap");
    }
    SECTION("it answers the review that sent it back")
    {
        made.answersReview = {"another"};
        CHECK(county.pushOne(zhang, county.submitted(zhang, made)).code ==
              "inspection.answers_other");
    }
    SECTION("then it is taken, and a second of the same number is a conflict")
    {
        made.answersReview = sentBack.id;
        const domain::Record second = county.submitted(zhang, made);
        CHECK(textOf(county.pushOne(zhang, second).outcome) == "applied");
        const protocol::PushResult doubled = county.pushOne(zhang, county.submitted(zhang, made));
        CHECK(textOf(doubled.outcome) == "conflict");
        CHECK(doubled.code == "inspection.revision_exists");
        CHECK(doubled.other == second.id);
    }
}

TEST_CASE("The hub names the photo that was taken out, swapped or re-dated after sealing")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    domain::Inspection made = county.inspection(zhang, village11);
    domain::Sha256 last;
    for (int i = 0; i < 4; ++i) {
        domain::PhotoEntry photo = county.photo("picture " + std::to_string(i));
        photo.clocks.wallMs = 1000 * (i + 1);
        photo.previousLink = last;
        photo.link = last = evidence::linkOf(photo);
        made.photos.push_back(photo);
    }
    std::ranges::sort(made.photos, {}, &domain::PhotoEntry::id);
    made.seal = evidence::sealOf(made, county.keys.publicKey, county.keys.secretKey);
    std::string named;
    SECTION("taken out")
    {
        made.photos.erase(made.photos.begin() + 1);
        named = "第 2 张照片之前的照片被移除";
    }
    SECTION("swapped")
    {
        made.photos[2].sha256 = county.photo("another").sha256;
        named = "第 3 张照片的内容、时间或位置与拍摄时不符";
    }
    SECTION("re-dated")
    {
        made.photos[3].clocks.wallMs += 86'400'000;
        named = "第 4 张照片的内容、时间或位置与拍摄时不符";
    }
    const auto result = county.pushOne(zhang, county.submitted(zhang, made));
    CHECK(result.code == "inspection.seal");
    CHECK(result.message.find(named) != std::string::npos);
}

TEST_CASE("A drawing is taken with a photo of the revision, once, and within limits")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    domain::Inspection made = county.inspection(zhang, village11);
    made.photos.push_back(county.photo("picture"));
    const domain::Shape arrow{domain::ShapeKind::arrow, 100, 100, 9000, 9000, ""};
    const domain::PhotoDrawing drawing{made.photos[0].id, {arrow}};
    std::string code;
    SECTION("as drawn")
    {
        made.drawings = {drawing};
    }
    SECTION("on a photo that is not there")
    {
        made.drawings = {{{"nobody"}, {arrow}}};
        code = "inspection.drawing";
    }
    SECTION("twice")
    {
        made.drawings = {drawing, drawing};
        code = "inspection.drawing";
    }
    SECTION("outside of the picture")
    {
        made.drawings = {drawing};
        made.drawings[0].shapes[0].x2 = -1;
        code = "drawing.outside";
    }
    CHECK(county.pushOne(zhang, county.submitted(zhang, made)).code == code);
}
