#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/domain/ids.h"

namespace domain {

/// Coordinates of shapes: 0 is the left or upper edge of the picture, this is the right or lower.
inline constexpr int drawingUnits = 10'000;
inline constexpr std::size_t shapesPerPhoto = 40;
inline constexpr std::size_t shapeTextCharacters = 40;

enum class ShapeKind { arrow, circle, text };

/// One thing drawn on a photo.
struct Shape {
    ShapeKind kind = ShapeKind::arrow;
    int x1 = 0;  ///< arrow: its tail; circle: a corner of the box around it; text: upper left
    int y1 = 0;
    int x2 = 0;  ///< arrow: its point; circle: the opposite corner; text: not used
    int y2 = 0;
    std::string text;

    bool operator==(const Shape&) const = default;
};

/// What was drawn on a photo: a layer over it, so that the picture and its entry never change.
struct PhotoDrawing {
    PhotoId photo;
    std::vector<Shape> shapes;  ///< in the order they were drawn

    bool operator==(const PhotoDrawing&) const = default;
};

/// "drawing.full", "drawing.outside" (of the picture), "drawing.text"; none when it may be kept.
std::optional<base::Error> problemOf(const PhotoDrawing& drawing);

}  // namespace domain
