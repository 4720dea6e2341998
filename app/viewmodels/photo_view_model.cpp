#include "app/viewmodels/photo_view_model.h"

#include <QDateTime>
#include <QUrl>
#include <algorithm>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/words.h"
#include "core/actions/photos.h"

namespace viewmodels {

namespace {

/// "石洞坑村_LJ07_20261123-093215_4567CDEF.jpg"
QString exportName(const PhotoRow& row, const evidence::WatermarkFacts& facts)
{
    const domain::ShotClocks& clocks = row.entry.clocks;
    const QString time = QDateTime::fromMSecsSinceEpoch(clocks.wallMs, Qt::OffsetFromUTC,
                                                        clocks.zoneOffsetMinutes * 60)
                             .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = QStringList{text(facts.village), text(row.entry.itemCode), time,
                               text(evidence::shortCode(row.entry.id))}
                       .join(u'_');
    for (const QChar bad : QStringLiteral("/\\:*?\"<>| ")) name.replace(bad, u'-');
    return name + QStringLiteral(".jpg");
}

}  // namespace

PhotoViewModel::PhotoViewModel(OpenInspection& open, platform::PhotoProcessor& processor,
                               QString exportFolder, QObject* parent)
    : QObject(parent), m_open(open), m_processor(processor), m_exportFolder(std::move(exportFolder))
{
    connect(&m_open, &OpenInspection::changed, this, &PhotoViewModel::refresh);
}

void PhotoViewModel::openNow(int index)
{
    m_viewing = true;
    m_lastTime = false;
    m_current = index;
    refresh();
}

void PhotoViewModel::openLastTime(int index)
{
    m_viewing = true;
    m_lastTime = true;
    m_current = index;
    refresh();
}

void PhotoViewModel::close()
{
    m_viewing = false;
    m_exportedTo.clear();
    m_error.clear();
    m_photos.show({});
}

void PhotoViewModel::refresh()
{
    if (!m_viewing || !m_open.isOpen()) return;
    const auto& lastTime = m_open.facts().lastTime;
    const bool last = m_lastTime && lastTime;
    const auto& all = last ? lastTime->inspection.photos : m_open.inspection().photos;
    std::vector<domain::PhotoEntry> photos;
    std::copy_if(
        all.begin(), all.end(), std::back_inserter(photos),
        [&](const domain::PhotoEntry& photo) { return photo.itemCode == m_open.currentItem(); });
    const bool had = m_photos.count() > 0;
    auto rows =
        photoRows(photos, last ? *lastTime->sheet : m_open.sheet(), m_open.around().mediaFolder);
    for (PhotoRow& row : rows)
        row.marks = last ? marksOf(lastTime->inspection, row.entry, &lastTime->watermark)
                         : marksOf(m_open.inspection(), row.entry, &m_open.facts().watermark);
    m_photos.show(std::move(rows));
    m_current = std::clamp(m_current, 0, std::max(0, m_photos.count() - 1));
    Q_EMIT changed();
    if (had && m_photos.count() == 0) Q_EMIT emptied();
}

void PhotoViewModel::remove()
{
    if (!removable()) return;
    const domain::PhotoId photo = m_photos.rows()[static_cast<std::size_t>(m_current)].entry.id;
    const auto work = [&around = m_open.around(), draft = m_open.inspection().id,
                       photo](SQLite::Database& db) {
        actions::Context context{db, around.clock, around.ids};
        return actions::removePhoto(context, draft, photo);
    };
    Q_EMIT m_open.saving();
    app::whenDone(
        m_open.core().run(work), this,
        [this](const base::Result<void>& removed) {
            if (!removed) return fail(removed.error());
            m_open.tellSaved();
            m_open.reload();
        },
        [this](const std::exception& broken) { fail(OpenInspection::brokenStore(broken)); });
}

void PhotoViewModel::exportCurrent()
{
    const PhotoRow* row = currentRow();
    if (!row) return;
    const auto& lastTime = m_open.facts().lastTime;
    const bool last = m_lastTime && lastTime;
    platform::PhotoMarks marks = row->marks;
    if (!m_watermark) marks.watermark.clear();
    const QString to = m_exportFolder + u'/' +
                       exportName(*row, last ? lastTime->watermark : m_open.facts().watermark);
    m_error.clear();
    app::whenDone(
        m_processor.exportMarked(QUrl(row->full).toLocalFile(), std::move(marks), to), this,
        [this](const base::Result<QString>& file) {
            m_exportedTo = file ? *file : QString();
            m_error = file ? QString() : ErrorWords::of(file.error());
            Q_EMIT changed();
        },
        [this](const std::exception& broken) { fail(OpenInspection::brokenStore(broken)); });
}

const PhotoRow* PhotoViewModel::currentRow() const
{
    const bool there = m_current >= 0 && m_current < m_photos.count();
    return there ? &m_photos.rows()[static_cast<std::size_t>(m_current)] : nullptr;
}

QString PhotoViewModel::currentId() const
{
    const PhotoRow* row = currentRow();
    return row ? text(row->entry.id.value) : QString();
}

void PhotoViewModel::setWatermark(bool watermark)
{
    if (m_watermark == watermark) return;
    m_watermark = watermark;
    Q_EMIT changed();
}

void PhotoViewModel::setCurrent(int current)
{
    if (m_current == current) return;
    m_current = current;
    m_exportedTo.clear();
    Q_EMIT changed();
}

bool PhotoViewModel::removable() const
{
    return m_open.isOpen() && !m_open.facts().readOnly && !m_lastTime &&
           m_current < m_photos.rowCount();
}

QString PhotoViewModel::itemCode() const
{
    return m_open.isOpen() ? text(m_open.currentItem()) : QString();
}

QString PhotoViewModel::itemTitle() const
{
    const domain::Item* item =
        m_open.isOpen() ? domain::findItem(m_open.sheet(), m_open.currentItem()) : nullptr;
    return item ? text(item->title) : QString();
}

void PhotoViewModel::fail(const base::Error& error)
{
    m_error = ErrorWords::of(error);
    Q_EMIT changed();
    m_open.tellNotSaved(error);
}

}  // namespace viewmodels
