#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QPointF>
#include <QUrl>
#include <optional>

#include "app/viewmodels/open_inspection.h"
#include "app/viewmodels/photo_overlay.h"

namespace viewmodels {

/// Draws on one photo of the open draft: arrows, circles and words, in a layer over it. Each stroke
/// is saved when the finger is lifted; undo takes the newest off, also after a restart.
///
/// Points are shares of the picture's width and height, 0 to 1; those outside count as on its edge.
class DrawingModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(QUrl fullUrl READ fullUrl NOTIFY changed)
    Q_PROPERTY(QVariant marks READ marksForOverlay NOTIFY changed)
    Q_PROPERTY(Tool tool READ tool WRITE setTool NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    enum class Tool { Arrow, Circle, Text };
    Q_ENUM(Tool)

    explicit DrawingModel(OpenInspection& open, QObject* parent = nullptr);

    /// The photo with this id; nothing when it is not in the open draft.
    Q_INVOKABLE void openPhoto(const QString& photoId);
    Q_INVOKABLE void close();
    /// A finger on the picture: down, moved, lifted. A stroke shorter than a hundredth of the
    /// picture is none. With the tool Text the words stand where the finger is lifted.
    Q_INVOKABLE void press(double x, double y);
    Q_INVOKABLE void moveTo(double x, double y);
    Q_INVOKABLE void lift();
    /// The stroke under the finger is given up (a call came, the system took the touch).
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void undo();

    QUrl fullUrl() const { return m_fullUrl; }
    ShownMarks marks() const;
    QVariant marksForOverlay() const { return QVariant::fromValue(marks()); }
    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    QString words() const { return m_words; }
    void setWords(const QString& words);
    int count() const { return static_cast<int>(m_drawing.shapes.size()); }
    bool canUndo() const { return !m_drawing.shapes.empty(); }
    QString error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void save(domain::PhotoDrawing drawing);
    void readStored();
    void fail(const base::Error& error);

    OpenInspection& m_open;
    QUrl m_fullUrl;
    domain::PhotoDrawing m_drawing;  ///< what is shown: as stored, and what is being saved
    std::optional<domain::Shape> m_stroke;
    bool m_loading = false;
    Tool m_tool = Tool::Arrow;
    QString m_words;
    QString m_error;
};

}  // namespace viewmodels
