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

TEST_CASE("A key that stands twice is refused, for two readers could each believe another one")
{
    std::string text = canonicalJson(anInspection());
    text.insert(text.find("\"rule\":"), "\"rule\":\"b\",");
    const auto read = inspectionFromJson(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "json.key_doubled");
    CHECK(read.error().where == "answers[1].findings[0].rule");
}

TEST_CASE("A key that stands twice is refused in any object, whether or not anybody reads it")
{
    for (const auto& [text, where] :
         {std::pair(R"({"a":1,"b":2,"a":3})", "a"),
          std::pair(R"([0,{"b":{"c":1,"c":1}}])", "[1].b.c"),
          std::pair(R"({"b":{},"a":[[{"z":1,"y":2,"z":3}]]})", "a[0][0].z")}) {
        const auto parsed = io::parse(text);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == "json.key_doubled");
        CHECK(parsed.error().where == where);
    }
    CHECK(io::parse(R"({"b":{"c":1},"a":{"c":1}})"));
}

TEST_CASE("Nesting is read to its limit and not one level further")
{
    const auto nested = [](std::size_t levels) {
        return io::parse(std::string(levels, '[') + "1" + std::string(levels, ']'));
    };
    CHECK(nested(limits::jsonDepth));
    const auto deeper = nested(limits::jsonDepth + 1);
    REQUIRE_FALSE(deeper);
    CHECK(deeper.error().code == "json.too_deep");
}

TEST_CASE("A text that is no text is refused: half a surrogate, a raw control character, bad UTF-8")
{
    for (const char* text : {R"("\ud800")", R"("\udc00")", R"("\ud800\u0041")", "\"\x01\"",
                             "\"\xed\xa0\x80\"", "\"\xc0\xaf\"", R"("\x")"}) {
        const auto read = io::parse(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "json.malformed");
    }
}

TEST_CASE("The canonical text has sorted keys, and every character as the writer writes it")
{
    const std::string text = R"({"b" : [ 1, -2, true, null, {"z": 0.5, "y": 1e22} ], "a": "一"})";
    const auto read = io::parse(text);
    REQUIRE(read);
    const std::string canonical = io::canonicalText(read->root());
    CHECK(canonical == R"({"a":"一","b":[1,-2,true,null,{"y":1e+22,"z":0.5}]})");
    CHECK(io::canonicalText(io::parse(canonical)->root()) == canonical);
    std::string all;
    for (int c = 0; c < 0x80; ++c) all += static_cast<char>(c);
    const std::string written = io::Json{{"all", all + "\u2028二"}}.dump();
    CHECK(io::canonicalText(io::parse(written)->root()) == written);
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
    CHECK(canonical(*record) ==
          R"({"author":"u \"body\":null","body":{"a":"\"body\":null","z":1},"createdAtMs":5,)"
          R"("device":"d","deviceSeq":1,"id":"01900000-0000-7000-8000-000000000001",)"
          R"("incarnation":"i","kind":"inspection"})");
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
