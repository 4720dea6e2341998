#include "app/viewmodels/drawing_model.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/platform/photo_processor.h"
#include "app/viewmodels/error_words.h"
#include "app/viewmodels/words.h"
#include "core/actions/photos.h"
#include "core/store/drafts.h"

namespace viewmodels {

namespace {
constexpr int shortestStroke = domain::drawingUnits / 100;

int units(double share)
{
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * domain::drawingUnits));
}

domain::ShapeKind kindOf(DrawingModel::Tool tool)
{
    switch (tool) {
        case DrawingModel::Tool::Arrow:
            return domain::ShapeKind::arrow;
        case DrawingModel::Tool::Circle:
            return domain::ShapeKind::circle;
        case DrawingModel::Tool::Text:
            return domain::ShapeKind::text;
    }
    return domain::ShapeKind::arrow;
}

bool isDrawn(const domain::Shape& shape)
{
    if (shape.kind == domain::ShapeKind::text) return !shape.text.empty();
    return std::abs(shape.x2 - shape.x1) >= shortestStroke ||
           std::abs(shape.y2 - shape.y1) >= shortestStroke;
}
}  // namespace

DrawingModel::DrawingModel(OpenInspection& open, QObject* parent) : QObject(parent), m_open(open) {}

void DrawingModel::openPhoto(const QString& photoId)
{
    close();
    if (!m_open.isOpen() || m_open.facts().readOnly) return;
    const auto& photos = m_open.inspection().photos;
    const auto photo =
        std::ranges::find(photos, domain::PhotoId{photoId.toStdString()}, &domain::PhotoEntry::id);
    if (photo == photos.end()) return;
    m_drawing.photo = photo->id;
    m_fullUrl = QUrl::fromLocalFile(platform::mediaPath(m_open.around().mediaFolder, photo->sha256,
                                                        platform::PhotoFile::photo));
    readStored();
    Q_EMIT changed();
}

void DrawingModel::close()
{
    m_fullUrl.clear();
    m_drawing = {};
    m_stroke.reset();
    m_words.clear();
    m_error.clear();
    Q_EMIT changed();
}

void DrawingModel::press(double x, double y)
{
    if (m_drawing.photo.empty() || m_loading) return;
    const domain::ShapeKind kind = kindOf(m_tool);
    m_stroke = domain::Shape{kind, units(x), units(y), units(x), units(y), {}};
    if (kind == domain::ShapeKind::text) m_stroke->text = m_words.trimmed().toStdString();
    Q_EMIT changed();
}

void DrawingModel::moveTo(double x, double y)
{
    if (!m_stroke) return;
    m_stroke->x2 = units(x);
    m_stroke->y2 = units(y);
    if (m_stroke->kind == domain::ShapeKind::text) {
        m_stroke->x1 = m_stroke->x2;
        m_stroke->y1 = m_stroke->y2;
    }
    Q_EMIT changed();
}

void DrawingModel::lift()
{
    if (!m_stroke) return;
    const domain::Shape shape = *m_stroke;
    m_stroke.reset();
    if (!isDrawn(shape)) {
        if (shape.kind == domain::ShapeKind::text) m_error = tr("先写好文字，再点照片上的位置");
        Q_EMIT changed();
        return;
    }
    domain::PhotoDrawing drawing = m_drawing;
    drawing.shapes.push_back(shape);
    save(std::move(drawing));
}

void DrawingModel::cancel()
{
    m_stroke.reset();
    Q_EMIT changed();
}

void DrawingModel::undo()
{
    if (!canUndo() || m_loading) return;
    domain::PhotoDrawing drawing = m_drawing;
    drawing.shapes.pop_back();
    save(std::move(drawing));
}

void DrawingModel::save(domain::PhotoDrawing drawing)
{
    m_error.clear();
    m_drawing = drawing;
    Q_EMIT changed();
    const auto work = [&around = m_open.around(), draft = m_open.inspection().id,
                       drawing = std::move(drawing)](SQLite::Database& db) {
        actions::Context context{db, around.clock, around.ids};
        return actions::putDrawing(context, draft, drawing);
    };
    Q_EMIT m_open.saving();
    app::whenDone(
        m_open.core().run(work), this,
        [this](const base::Result<void>& saved) {
            if (!saved) return fail(saved.error());
            m_open.tellSaved();
            m_open.reload();
        },
        [this](const std::exception& broken) { fail(OpenInspection::brokenStore(broken)); });
}

/// Asks the store itself, behind every stroke that is being saved; nothing is drawn until it
/// answers.
void DrawingModel::readStored()
{
    if (m_drawing.photo.empty() || !m_open.isOpen()) return;
    m_loading = true;
    const auto work = [draft = m_open.inspection().id](SQLite::Database& db) {
        return store::Drafts(db).drawings(draft);
    };
    app::whenDone(
        m_open.core().run(work), this,
        [this, photo = m_drawing.photo](const std::vector<domain::PhotoDrawing>& all) {
            if (m_drawing.photo != photo) return;
            m_loading = false;
            const auto stored = std::ranges::find(all, photo, &domain::PhotoDrawing::photo);
            m_drawing.shapes = stored == all.end() ? std::vector<domain::Shape>() : stored->shapes;
            Q_EMIT changed();
        },
        [this](const std::exception& broken) {
            m_loading = false;
            m_error = ErrorWords::of(OpenInspection::brokenStore(broken));
            Q_EMIT changed();
        });
}

ShownMarks DrawingModel::marks() const
{
    ShownMarks marks{{m_drawing.shapes, {}}};
    if (m_stroke && isDrawn(*m_stroke)) marks.value.shapes.push_back(*m_stroke);
    return marks;
}

void DrawingModel::setTool(Tool tool)
{
    m_tool = tool;
    m_error.clear();
    Q_EMIT changed();
}

void DrawingModel::setWords(const QString& words)
{
    if (m_words == words) return;
    m_words = words.left(static_cast<qsizetype>(domain::shapeTextCharacters));
    m_error.clear();
    Q_EMIT changed();
}

void DrawingModel::fail(const base::Error& error)
{
    m_error = ErrorWords::of(error);
    m_open.tellNotSaved(error);
    readStored();
    Q_EMIT changed();
}

}  // namespace viewmodels
