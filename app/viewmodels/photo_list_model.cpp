#include "app/viewmodels/photo_list_model.h"

#include <QDateTime>
#include <QUrl>
#include <algorithm>

#include "app/platform/photo_processor.h"
#include "app/viewmodels/photo_overlay.h"

namespace viewmodels {

namespace {

constexpr Column<PhotoRow> photoColumns[] = {
    {"photoId", [](const PhotoRow& row) -> QVariant { return text(row.entry.id.value); }},
    {"thumbUrl", [](const PhotoRow& row) -> QVariant { return QUrl(row.thumb); }},
    {"fullUrl", [](const PhotoRow& row) -> QVariant { return QUrl(row.full); }},
    {"badge", [](const PhotoRow& row) -> QVariant { return badgeOf(row.entry); }},
    {"itemCode", [](const PhotoRow& row) -> QVariant { return text(row.entry.itemCode); }},
    {"itemTitle", [](const PhotoRow& row) -> QVariant { return text(row.itemTitle); }},
    {"findingId", [](const PhotoRow& row) -> QVariant { return text(row.entry.finding.value); }},
    {"atMs",
     [](const PhotoRow& row) -> QVariant { return static_cast<qint64>(row.entry.clocks.wallMs); }},
    {"takenAt", [](const PhotoRow& row) -> QVariant { return takenAt(row.entry.clocks); }},
    {"accuracyM",
     [](const PhotoRow& row) -> QVariant { return row.entry.fix ? row.entry.fix->accuracyM : -1; }},
    {"latitude",
     [](const PhotoRow& row) -> QVariant {
         return row.entry.fix ? row.entry.fix->point.latitude : 0;
     }},
    {"longitude",
     [](const PhotoRow& row) -> QVariant {
         return row.entry.fix ? row.entry.fix->point.longitude : 0;
     }},
    {"timeDoubtful", [](const PhotoRow& row) -> QVariant { return row.entry.clocks.doubtful; }},
    {"fromGallery",
     [](const PhotoRow& row) -> QVariant {
         return row.entry.source == domain::PhotoSource::gallery;
     }},
    {"marks", [](const PhotoRow& row) { return QVariant::fromValue(ShownMarks{row.marks}); }},
    {"bytes", [](const PhotoRow& row) -> QVariant { return static_cast<qint64>(row.entry.bytes); }},
};

QString fileUrl(const QString& mediaFolder, const domain::Sha256& sha256, platform::PhotoFile file)
{
    if (sha256.empty()) return {};
    return QUrl::fromLocalFile(platform::mediaPath(mediaFolder, sha256, file)).toString();
}

}  // namespace

PhotoListModel::PhotoListModel(QObject* parent) : RowsModel(photoColumns, parent)
{
    connect(this, &QAbstractItemModel::modelReset, this, &PhotoListModel::countChanged);
    connect(this, &QAbstractItemModel::rowsInserted, this, &PhotoListModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &PhotoListModel::countChanged);
}

QString badgeOf(const domain::PhotoEntry& photo)
{
    if (!photo.view) return {};
    return *photo.view == domain::PhotoView::wide ? PhotoListModel::tr("远景")
                                                  : PhotoListModel::tr("近景");
}

QString takenAt(const domain::ShotClocks& clocks)
{
    return QDateTime::fromMSecsSinceEpoch(clocks.wallMs, Qt::OffsetFromUTC,
                                          clocks.zoneOffsetMinutes * 60)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

platform::PhotoMarks marksOf(const domain::Inspection& inspection, const domain::PhotoEntry& photo,
                             const evidence::WatermarkFacts* facts)
{
    platform::PhotoMarks marks;
    const auto drawing =
        std::ranges::find(inspection.drawings, photo.id, &domain::PhotoDrawing::photo);
    if (drawing != inspection.drawings.end()) marks.shapes = drawing->shapes;
    if (facts) marks.watermark = evidence::watermarkOf(photo, *facts);
    return marks;
}

std::vector<PhotoRow> photoRows(const std::vector<domain::PhotoEntry>& photos,
                                const domain::Checklist& sheet, const QString& mediaFolder)
{
    std::vector<PhotoRow> rows;
    rows.reserve(photos.size());
    for (const domain::PhotoEntry& photo : photos) {
        const domain::Item* item = domain::findItem(sheet, photo.itemCode);
        rows.push_back({photo,
                        fileUrl(mediaFolder, photo.thumbSha256, platform::PhotoFile::thumb),
                        fileUrl(mediaFolder, photo.sha256, platform::PhotoFile::photo),
                        item ? item->title : std::string(),
                        {}});
    }
    return rows;
}

}  // namespace viewmodels
