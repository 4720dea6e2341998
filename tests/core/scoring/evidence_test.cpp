#include "core/scoring/evidence.h"

#include <catch2/catch.hpp>

#include "tests/core/scoring/sheets.h"

using namespace domain;
using namespace sheets;
using scoring::Problem;

namespace {
PhotoEntry photoOf(const std::string& item, const std::string& finding,
                   PhotoSource source = PhotoSource::camera)
{
    PhotoEntry photo;
    photo.id = {"p-" + finding};
    photo.itemCode = item;
    photo.finding = {finding};
    photo.source = source;
    return photo;
}

std::vector<Problem> kinds(const std::vector<scoring::EvidenceProblem>& problems)
{
    std::vector<Problem> result;
    for (const auto& problem : problems) result.push_back(problem.problem);
    return result;
}

Checklist photoSheet()
{
    Rule needsPhoto = rule("a", RuleMethod::perFinding, 50);
    needsPhoto.evidence.photo = PhotoNeed::perFinding;
    return sheetOf({item("A", 4, {needsPhoto})});
}
}  // namespace

TEST_CASE("Every unanswered item is named, bonus and veto items never")
{
    const Checklist list = sheetOf(
        {item("A", 4, {}), item("B", 4, {}), item("V", 0, {rule("v", RuleMethod::veto, 0)})});
    const auto problems = scoring::problemsOf(list, {}, {plain("A", AnswerState::ok)}, {});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].problem == Problem::unanswered);
    CHECK(problems[0].itemCode == "B");
    CHECK(scoring::blocksSubmit(problems[0].problem));
}

TEST_CASE("Each finding that needs a photo asks for its own")
{
    const std::vector<Answer> answers = {found("A", {finding("a", "one"), finding("a", "two")})};
    const auto problems = scoring::problemsOf(photoSheet(), {}, answers, {photoOf("A", "one")});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].problem == Problem::photoMissing);
    CHECK(problems[0].finding == FindingId{"two"});
    CHECK(scoring::problemsOf(photoSheet(), {}, answers, {photoOf("A", "one"), photoOf("A", "two")})
              .empty());
}

TEST_CASE("A photo from the gallery does not count where only the camera does")
{
    Checklist list = photoSheet();
    list.sections[0].items[0].rules[0].evidence.galleryForbidden = true;
    const auto problems = scoring::problemsOf(list, {}, {found("A", {finding("a", "one")})},
                                              {photoOf("A", "one", PhotoSource::gallery)});
    CHECK(kinds(problems) == std::vector{Problem::galleryForbidden, Problem::photoMissing});
}

namespace {
/// What the texts say of one finding with these photos, where wide and close are wanted.
std::string saidOfViews(const std::vector<std::optional<PhotoView>>& views, int atLeast = 1)
{
    Checklist list = photoSheet();
    list.sections[0].items[0].rules[0].evidence.wideAndClose = true;
    list.sections[0].items[0].rules[0].evidence.photosAtLeast = atLeast;
    std::vector<PhotoEntry> photos;
    for (const auto& view : views) {
        photos.push_back(photoOf("A", "one"));
        photos.back().view = view;
    }
    std::string said;
    for (const auto& problem :
         scoring::problemsOf(list, {}, {found("A", {finding("a", "one")})}, photos)) {
        CHECK(scoring::lacksPhoto(problem.problem));
        CHECK(scoring::blocksSubmit(problem.problem));
        CHECK(problem.need > problem.have);
        said += scoring::toText(problem);
    }
    return said;
}

constexpr std::optional wide = PhotoView::wide;
constexpr std::optional near = PhotoView::close;
constexpr std::optional<PhotoView> unmarked;
}  // namespace

TEST_CASE("Wide and close are one photo of each, and the one that is missing is named")
{
    CHECK(saidOfViews({wide, near}).empty());
    CHECK(saidOfViews({near, wide}).empty());
    CHECK(saidOfViews({}) == "A 缺照片，请拍远景、近景各一张");
    CHECK(saidOfViews({wide}) == "A 缺近景照片，请补拍");
    CHECK(saidOfViews({near}) == "A 缺远景照片，请补拍");
    CHECK(saidOfViews({wide, wide, wide}) == "A 缺近景照片，请补拍");
    CHECK(saidOfViews({wide}, 3) == "A 需要 3 张照片（还缺近景），只有 1 张，请补拍");
    CHECK(saidOfViews({wide, near}, 3) == "A 需要 3 张照片，只有 2 张，请补拍");
}

TEST_CASE("Photos of before the mark count for wide and close by their number")
{
    CHECK(saidOfViews({unmarked}) == "A 需要 2 张照片（远景、近景都要有），只有 1 张，请补拍");
    CHECK(saidOfViews({unmarked, unmarked}).empty());
    CHECK(saidOfViews({unmarked, near}).empty());
    CHECK(saidOfViews({wide, unmarked}).empty());
    CHECK(saidOfViews({wide, wide, unmarked}).empty());
}

TEST_CASE("A ledger photo is needed for a deduction and advised for an item in order")
{
    Rule ledger = rule("a", RuleMethod::zeroItem, 0);
    ledger.evidence.photo = PhotoNeed::ledger;
    const Checklist list = sheetOf({item("A", 4, {ledger})});
    CHECK(kinds(scoring::problemsOf(list, {}, {found("A", "a", 1)}, {})) ==
          std::vector{Problem::ledgerPhotoMissing});
    const auto advised = scoring::problemsOf(list, {}, {plain("A", AnswerState::ok)}, {});
    CHECK(kinds(advised) == std::vector{Problem::ledgerPhotoAdvised});
    CHECK_FALSE(scoring::blocksSubmit(advised[0].problem));
    CHECK(scoring::problemsOf(list, {}, {plain("A", AnswerState::ok)}, {photoOf("A", "")}).empty());
}

TEST_CASE("A photo of another rule's finding is no photo of the ledger")
{
    Rule ledger = rule("a", RuleMethod::once, 100);
    ledger.evidence.photo = PhotoNeed::ledger;
    const Checklist list = sheetOf({item("A", 4, {ledger, rule("b", RuleMethod::perFinding, 50)})});
    const std::vector<Answer> answers = {found("A", {finding("a", "one"), finding("b", "two")})};
    CHECK(kinds(scoring::problemsOf(list, {}, answers, {photoOf("A", "two")})) ==
          std::vector{Problem::ledgerPhotoMissing});
    CHECK(scoring::problemsOf(list, {}, answers, {photoOf("A", "one")}).empty());
    CHECK(scoring::problemsOf(list, {}, answers, {photoOf("A", "")}).empty());
}

TEST_CASE("Sub-points that are not met ask for proof, together once")
{
    Rule first = rule("a", RuleMethod::subPoint, 100);
    first.evidence.photo = PhotoNeed::perFinding;
    Rule second = rule("b", RuleMethod::subPoint, 100);
    second.evidence.photo = PhotoNeed::perItem;
    second.evidence.photosAtLeast = 2;
    Rule third = rule("c", RuleMethod::subPoint, 100);
    third.evidence.photo = PhotoNeed::ledger;
    const Checklist list = sheetOf({item("A", 3, {first, second, third})});
    Answer answer = plain("A", AnswerState::found);
    const auto none = scoring::problemsOf(list, {}, {answer}, {});
    CHECK(kinds(none) == std::vector{Problem::ledgerPhotoMissing, Problem::photoMissing});
    CHECK(none[1].need == 2);
    CHECK(scoring::problemsOf(list, {}, {answer}, {photoOf("A", ""), photoOf("A", "")}).empty());
    answer.earned = {"a", "b"};
    CHECK(kinds(scoring::problemsOf(list, {}, {answer}, {})) ==
          std::vector{Problem::ledgerPhotoMissing});
    answer.earned = {"a", "b", "c"};
    CHECK(scoring::problemsOf(list, {}, {answer}, {}).empty());
}

TEST_CASE("An inspection in which nothing applies may not be submitted")
{
    const Checklist list = sheetOf({item("A", 4, {rule("a", RuleMethod::once, 100)}),
                                    item("B", 4, {rule("a", RuleMethod::once, 100)}),
                                    item("V", 0, {rule("v", RuleMethod::veto, 0)})});
    const Answer away = plain("A", AnswerState::notApplicable);
    const auto problems =
        scoring::problemsOf(list, {}, {away, plain("B", AnswerState::notApplicable)}, {});
    CHECK(kinds(problems) == std::vector{Problem::nothingApplies});
    CHECK(scoring::blocksSubmit(problems[0].problem));
    CHECK(scoring::toText(problems[0]) == "没有适用的项目，请至少检查一项");
    CHECK(scoring::problemsOf(list, {}, {away, plain("B", AnswerState::ok)}, {}).empty());
}

TEST_CASE("What a finding must say is asked for: kind, step, household, value")
{
    Rule kind = rule("k", RuleMethod::perMissing, 100);
    kind.kinds = {"标识牌"};
    Rule step = rule("t", RuleMethod::tier, 0);
    step.tiers = {{"没公示", {100}}};
    Rule share = rule("r", RuleMethod::ratio, 50);
    share.ratio = RatioRule{};
    const Checklist list =
        sheetOf({item("A", 9, {kind, step, rule("h", RuleMethod::perHousehold, 60), share})});
    CHECK(kinds(scoring::problemsOf(
              list, {},
              {found("A", {finding("k"), finding("t"), finding("h"), finding("r"), finding("?")})},
              {})) == std::vector{Problem::kindMissing, Problem::tierMissing,
                                  Problem::householdMissing, Problem::valueMissing,
                                  Problem::ruleUnknown});
}

TEST_CASE("Not applicable is refused where the sheet forbids it, and with findings under it")
{
    Checklist list = sheetOf({item("A", 4, {rule("a", RuleMethod::once, 100)}),
                              item("B", 4, {rule("a", RuleMethod::once, 100)})});
    list.sections[0].items[0].notApplicable = NotApplicable::forbidden;
    Answer answer = found("A", "a", 1);
    answer.state = AnswerState::notApplicable;
    CHECK(kinds(scoring::problemsOf(list, {}, {answer, plain("B", AnswerState::ok)}, {})) ==
          std::vector{Problem::notApplicableForbidden, Problem::findingNotApplicable});
}
