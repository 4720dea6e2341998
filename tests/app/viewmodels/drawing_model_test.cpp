#include "app/viewmodels/drawing_model.h"

#include <catch2/catch.hpp>

#include "app/viewmodels/photo_view_model.h"
#include "core/store/drafts.h"
#include "tests/app/viewmodels/photo_desk.h"

using namespace viewmodels;
using support::at;
using support::eventually;
using support::PhotoDesk;

namespace {

struct DrawingDesk : PhotoDesk {
    domain::InspectionId id = start();
    DrawingModel drawing{open};
    PhotoViewModel photo{open, processor, QString::fromStdString(tablet.folder() / "exports")};

    DrawingDesk()
    {
        shoot();
        REQUIRE(eventually([&] { return capture.photos()->count() == 1; }));
        photo.openNow(0);
        drawing.openPhoto(photo.currentId());
        settle();
    }
    std::vector<domain::Shape> stored()
    {
        settle();
        const auto drawings = store::Drafts(tablet.db()).find(id)->drawings;
        return drawings.empty() ? std::vector<domain::Shape>() : drawings.front().shapes;
    }
    void drag(double fromX, double fromY, double toX, double toY)
    {
        drawing.press(fromX, fromY);
        drawing.moveTo((fromX + toX) / 2, (fromY + toY) / 2);
        drawing.moveTo(toX, toY);
        drawing.lift();
    }
};

}  // namespace

TEST_CASE("Each stroke is stored when the finger is lifted, and undo takes the newest off",
          "[draw]")
{
    DrawingDesk desk;
    CHECK_FALSE(desk.drawing.canUndo());
    desk.drag(0.1, 0.2, 0.5, 0.6);
    CHECK(desk.drawing.count() == 1);
    const domain::Shape arrow{domain::ShapeKind::arrow, 1000, 2000, 5000, 6000, ""};
    CHECK(desk.stored() == std::vector{arrow});
    desk.drawing.setTool(DrawingModel::Tool::Circle);
    desk.drag(0.5, 0.5, 1.7, -3);  // beyond the edges
    const domain::Shape circle{domain::ShapeKind::circle, 5000, 5000, 10'000, 0, ""};
    CHECK(desk.stored() == std::vector{arrow, circle});
    desk.drawing.setTool(DrawingModel::Tool::Text);
    desk.drawing.setWords(QStringLiteral(" 桶破了 "));
    desk.drag(0.1, 0.1, 0.3, 0.4);
    CHECK(desk.stored().back() ==
          domain::Shape{domain::ShapeKind::text, 3000, 4000, 3000, 4000, "桶破了"});
    desk.drawing.undo();
    desk.drawing.undo();
    CHECK(desk.stored() == std::vector{arrow});

    // After a restart of the page the drawing is there, and can still be taken back.
    desk.drawing.close();
    desk.drawing.openPhoto(desk.photo.currentId());
    desk.settle();
    CHECK(desk.drawing.count() == 1);
    desk.drawing.undo();
    CHECK(desk.stored().empty());
}

TEST_CASE("A touch without a stroke draws nothing, and words want to be written first", "[draw]")
{
    DrawingDesk desk;
    desk.drag(0.5, 0.5, 0.504, 0.504);
    CHECK(desk.drawing.error().isEmpty());
    desk.drawing.press(0.1, 0.1);
    desk.drawing.moveTo(0.9, 0.9);
    CHECK(desk.drawing.marks().value.shapes.size() == 1);
    desk.drawing.cancel();
    desk.drawing.lift();
    desk.drawing.setTool(DrawingModel::Tool::Text);
    desk.drag(0.5, 0.5, 0.6, 0.6);
    CHECK_FALSE(desk.drawing.error().isEmpty());
    CHECK(desk.drawing.count() == 0);
    CHECK(desk.stored().empty());
}

TEST_CASE("A stroke that is refused is taken off again and says why", "[draw]")
{
    DrawingDesk desk;
    for (std::size_t i = 0; i < domain::shapesPerPhoto; ++i) desk.drag(0.1, 0.1, 0.9, 0.9);
    CHECK(desk.stored().size() == domain::shapesPerPhoto);
    desk.drag(0.1, 0.9, 0.9, 0.1);
    REQUIRE(eventually([&] { return !desk.drawing.error().isEmpty(); }));
    CHECK(eventually(
        [&] { return desk.drawing.count() == static_cast<int>(domain::shapesPerPhoto); }));
}

TEST_CASE("A photo is shown and exported with its drawing and watermark, and stays as it was",
          "[draw]")
{
    DrawingDesk desk;
    desk.drag(0.1, 0.1, 0.9, 0.9);
    const auto shown = [&] {
        return at(*desk.photo.photos(), 0, "marks").value<ShownMarks>().value;
    };
    REQUIRE(eventually([&] { return shown().shapes.size() == 1; }));
    const auto marks = shown();
    REQUIRE(marks.watermark.size() == 5);
    CHECK(marks.watermark[3] == "E120.236000 N29.258000 ±6m（WGS-84）");
    const auto entry = store::Drafts(desk.tablet.db()).find(desk.id)->photos.front();
    const QString kept = platform::mediaPath(QString::fromStdString(desk.tablet.mediaFolder()),
                                             entry.sha256, platform::PhotoFile::photo);
    const QImage before(kept);

    desk.photo.setWatermark(true);
    desk.photo.exportCurrent();
    REQUIRE(eventually([&] { return !desk.photo.exportedTo().isEmpty(); }));
    CHECK(desk.photo.error().isEmpty());
    const QImage exported(desk.photo.exportedTo());
    CHECK(exported.size() == before.size());
    CHECK(exported != before);
    CHECK(QImage(kept) == before);
}
