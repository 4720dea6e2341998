#include "core/domain/drawing.h"

#include <algorithm>

namespace domain {

namespace {
bool isInside(int coordinate)
{
    return coordinate >= 0 && coordinate <= drawingUnits;
}

/// Characters of UTF-8 text: every byte that does not go on with one.
std::size_t charactersOf(const std::string& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}
}  // namespace

std::optional<base::Error> problemOf(const PhotoDrawing& drawing)
{
    if (drawing.shapes.size() > shapesPerPhoto)
        return base::Error{"drawing.full", "一张照片最多画 40 笔，请先撤销几笔", {}};
    for (const Shape& shape : drawing.shapes) {
        if (!isInside(shape.x1) || !isInside(shape.y1) || !isInside(shape.x2) ||
            !isInside(shape.y2))
            return base::Error{"drawing.outside", "标注画到了照片外面，请重画", {}};
        const bool wordless = shape.kind == ShapeKind::text && shape.text.empty();
        if (wordless || charactersOf(shape.text) > shapeTextCharacters)
            return base::Error{"drawing.text", "标注文字应为 1 到 40 个字", {}};
    }
    return std::nullopt;
}

}  // namespace domain
