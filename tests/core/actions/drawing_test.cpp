#include <catch2/catch.hpp>

#include "core/actions/photos.h"
#include "core/actions/submit.h"
#include "core/evidence/faults.h"
#include "core/store/drafts.h"
#include "core/store/records.h"
#include "tests/support/tablet.h"

using support::Tablet;

TEST_CASE(
    "What is drawn on a photo is kept stroke by stroke, goes with the record, and the photo "
    "stays as it was")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    tablet.answerAllOk(draft);
    const auto photo = tablet.photo(draft, "LJ01");
    const auto other = tablet.photo(draft, "LJ01");
    const domain::Shape arrow{domain::ShapeKind::arrow, 1000, 1000, 5000, 5000, ""};
    const domain::Shape words{domain::ShapeKind::text, 200, 300, 0, 0, "桶破了"};
    REQUIRE(actions::putDrawing(tablet.context(), draft, {photo.id, {arrow}}));
    REQUIRE(actions::putDrawing(tablet.context(), draft, {other.id, {arrow}}));
    REQUIRE(actions::putDrawing(tablet.context(), draft, {photo.id, {arrow, words}}));
    tablet.reopen();
    const std::vector<domain::PhotoDrawing> drawn = {{photo.id, {arrow, words}},
                                                     {other.id, {arrow}}};
    CHECK(store::Drafts(tablet.db()).find(draft)->drawings == drawn);
    CHECK(store::Drafts(tablet.db()).photo(photo.id)->entry == photo);

    REQUIRE(actions::removePhoto(tablet.context(), draft, other.id));
    REQUIRE(tablet.submit(draft));
    const auto submitted = store::Records(tablet.db()).newest(draft).value();
    CHECK(submitted.drawings == std::vector{drawn.front()});
    CHECK(evidence::faultsOf(submitted).empty());
    auto touched = submitted;
    touched.drawings[0].shapes.pop_back();
    CHECK(evidence::faultsOf(touched).back().fault == evidence::Fault::signatureWrong);
}

TEST_CASE("A drawing that is too much, outside, without words, or of no photo here is refused")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto photo = tablet.photo(draft);
    const auto codeOf = [&](const domain::PhotoDrawing& drawing) {
        const auto put = actions::putDrawing(tablet.context(), draft, drawing);
        return put ? std::string() : put.error().code;
    };
    const domain::Shape arrow{domain::ShapeKind::arrow, 0, 0, 10'000, 10'000, ""};
    CHECK(codeOf({photo.id, std::vector(domain::shapesPerPhoto, arrow)}).empty());
    CHECK(codeOf({photo.id, std::vector(domain::shapesPerPhoto + 1, arrow)}) == "drawing.full");
    CHECK(codeOf({photo.id, {{domain::ShapeKind::circle, 0, 0, 10'001, 5, ""}}}) ==
          "drawing.outside");
    CHECK(codeOf({photo.id, {{domain::ShapeKind::text, 0, 0, 0, 0, ""}}}) == "drawing.text");
    CHECK(codeOf({{"nobody"}, {arrow}}) == "photo.unknown");
    CHECK(codeOf({photo.id, {}}).empty());
    CHECK(store::Drafts(tablet.db()).find(draft)->drawings.empty());
}
