#pragma once

#include <QtQml/qqmlregistration.h>

#include <QString>
#include <string>

#include "app/platform/photo_marks.h"
#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"
#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/domain/photo.h"
#include "core/evidence/watermark.h"

namespace viewmodels {

struct PhotoRow {
    domain::PhotoEntry entry;
    QString thumb;  ///< file URL; empty: not on this tablet
    QString full;
    std::string itemTitle;
    platform::PhotoMarks marks = {};  ///< for pages that show photos large

    bool operator==(const PhotoRow&) const = default;
    bool sameAs(const PhotoRow& other) const { return entry.id == other.entry.id; }
};

class PhotoListModel : public RowsModel<PhotoRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of a page's model")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit PhotoListModel(QObject* parent = nullptr);
    int count() const { return rowCount(); }

Q_SIGNALS:
    void countChanged();
};

/// In one word what the photo shows, where that was said: 远景, 近景; otherwise empty.
QString badgeOf(const domain::PhotoEntry& photo);

/// When a photo was taken, in the zone where it was taken, as its watermark says it.
QString takenAt(const domain::ShotClocks& clocks);

/// The photo's drawing and, with these facts, the lines of its watermark.
platform::PhotoMarks marksOf(const domain::Inspection& inspection, const domain::PhotoEntry& photo,
                             const evidence::WatermarkFacts* facts);

/// The rows of these photos; files lie in `mediaFolder` and are not looked for.
std::vector<PhotoRow> photoRows(const std::vector<domain::PhotoEntry>& photos,
                                const domain::Checklist& sheet, const QString& mediaFolder);

}  // namespace viewmodels
