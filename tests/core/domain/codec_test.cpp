#include "core/domain/codec.h"

#include <catch2/catch.hpp>

#include "core/domain/json_io.h"
#include "core/domain/received.h"
#include "core/domain/record.h"
#include "core/domain/word_text.h"

using namespace domain;

namespace {
struct Long {
    std::vector<int> all;
};

template <class Io>
void describe(Io& io, Long& list)
{
    io.field("all", list.all);
}

Inspection anInspection()
{
    Inspection inspection;
    inspection.id = {"018bcfe5-6800-7000-8000-000000000001"};
    inspection.campaign = {"c1"};
    inspection.checklist = {"LJ", 1, {"ab"}};
    inspection.village = inspection.subject = {"330783107214"};
    inspection.inspector = {"u1"};
    inspection.startFix = base::Fix{
        {29.2580530, 120.2360280}, 8.25, base::PositionSource::receiver, 3000, 42, 9, false};
    Finding finding;
    finding.id = {"f1"};
    finding.ruleCode = "a";
    finding.place = "村口 “大樟树” 下";
    inspection.answers = {{"LJ01", AnswerState::ok, {}, {}, 0, ""},
                          {"LJ07", AnswerState::found, {finding}, {}, 0, ""}};
    PhotoEntry photo;
    photo.id = {"p1"};
    photo.finding = finding.id;
    inspection.photos = {photo};
    return inspection;
}
}  // namespace

TEST_CASE(
    "An inspection read from its canonical text is the same inspection and gives the same text")
{
    const Inspection inspection = anInspection();
    const std::string text = canonicalJson(inspection);
    const auto read = inspectionFromJson(text);
    REQUIRE(read);
    CHECK(*read == inspection);
    CHECK(canonicalJson(*read) == text);
}

TEST_CASE(
    "What a photo shows is written only where it was said, so that older entries keep their bytes")
{
    PhotoEntry photo = anInspection().photos.front();
    const std::string unmarked = canonicalJson(photo);
    CHECK(unmarked.find("view") == std::string::npos);
    photo.view = PhotoView::wide;
    const std::string wide = canonicalJson(photo);
    CHECK(wide.find(R"("view":"wide")") != std::string::npos);
    CHECK(photoEntryFromJson(wide).value() == photo);
    CHECK_FALSE(photoEntryFromJson(unmarked)->view);
    std::string other = wide;
    other.replace(other.find("\"wide\""), 6, "\"tall\"");
    CHECK(photoEntryFromJson(other).error().code == "json.word_unknown");
}

TEST_CASE("A field of a wrong type is refused with its path")
{
    std::string text = canonicalJson(anInspection());
    const auto at = text.find("\"rule\":\"a\"");
    REQUIRE(at != std::string::npos);
    text.replace(at, 10, "\"rule\":17 ");
    const auto read = inspectionFromJson(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "json.type");
    CHECK(read.error().where == "answers[1].findings[0].rule");
}

TEST_CASE("Hostile JSON is refused, never thrown at the caller")
{
    const std::string deep(100'000, '[');
    for (const std::string& text :
         {std::string(), std::string("{"), deep, std::string("\xff\xfe"), std::string("[1]"),
          std::string("{\"id\":99999999999999999999}")})
        CHECK_FALSE(inspectionFromJson(text));
}

TEST_CASE("A record keeps its body byte for byte and refuses a key it does not know")
{
    Record record{{"018bcfe5-6800-7000-8000-000000000001"},
                  "review",
                  {"u"},
                  {"d"},
                  "i",
                  1,
                  5,
                  "{\"a\":1,\"b\":\"二\"}"};
    const auto read = recordFromJson(canonical(record));
    REQUIRE(read);
    CHECK(*read == record);
    std::string extra = canonical(record);
    extra.insert(1, "\"z\":1,");
    CHECK(recordFromJson(extra).error().code == "json.key_unknown");
}

TEST_CASE("Values that stand alone in a column or record read back what was written")
{
    const base::Fix fix{{29.25, 120.25}, 8.5, base::PositionSource::receiver, 3000, 42, 9, true};
    CHECK(fixFromJson(canonicalJson(fix)) == fix);
    const PhotoReceived received{{"ab"}, 300'000};
    CHECK(photoReceivedFromJson(canonicalJson(received)) == received);
    CHECK(wordOf(Decision::voidIt) == "void");
    CHECK(fromWord<Decision>("void") == Decision::voidIt);
    CHECK_FALSE(fromWord<Decision>("Void"));
}

TEST_CASE("A list that has a default is replaced by what was read, not added to")
{
    Campaign campaign;
    campaign.id = {"c"};
    const auto read = campaignFromJson(canonicalJson(campaign));
    REQUIRE(read);
    CHECK(*read == campaign);
}

TEST_CASE("A record that is parsed once gives what it gives when each part is read by itself")
{
    const std::string line =
        R"({"kind":"inspection", "author":"u \"body\":null", "device":"d","incarnation":"i",)"
        R"("deviceSeq":1,"createdAtMs":5,"id":"01900000-0000-7000-8000-000000000001",)"
        R"("body": {"z":1, "a":"\"body\":null"}})";
    const auto received = receivedFromJson(line);
    REQUIRE(received);
    const auto record = recordFromJson(line);
    REQUIRE(record);
    CHECK(received->record == *record);
    CHECK(received->canonical == canonical(*record));
    REQUIRE(received->inspection);
    REQUIRE_FALSE(*received->inspection);
    CHECK(received->inspection->error().where == inspectionFromJson(record->body).error().where);
    for (const char* bad : {"", "{}", R"({"body":{}})", R"({"body":[],"kind":7})", "[1"}) {
        REQUIRE_FALSE(receivedFromJson(bad));
        CHECK(receivedFromJson(bad).error().code == recordFromJson(bad).error().code);
    }
}

TEST_CASE("A list as long as three checks of each of 690,000 villages is read back")
{
    Long scores;
    scores.all.assign(3 * 690'000, 7);
    const auto read = io::read<Long>(io::write(scores));
    REQUIRE(read);
    CHECK(read->all.size() == scores.all.size());
}
