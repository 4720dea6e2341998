#include "app/viewmodels/capture_model.h"

#include <QDateTime>
#include <QFile>
#include <algorithm>
#include <cstdlib>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/finding_list_model.h"
#include "core/actions/pending_photo.h"
#include "core/evidence/clocks.h"

namespace viewmodels {

namespace {

bool mayUseGallery(const domain::Item& item)
{
    return std::none_of(item.rules.begin(), item.rules.end(),
                        [](const domain::Rule& rule) { return rule.evidence.galleryForbidden; });
}

domain::PhotoEntry entryOf(const platform::PhotoTask& task, const platform::ProcessedPhoto& photo)
{
    domain::PhotoEntry entry;
    entry.id = task.id;
    entry.sha256 = photo.sha256;
    entry.bytes = photo.bytes;
    entry.widthPx = photo.widthPx;
    entry.heightPx = photo.heightPx;
    entry.thumbSha256 = photo.thumbSha256;
    entry.thumbBytes = photo.thumbBytes;
    entry.originalSha256 = photo.originalSha256;
    entry.clocks = task.clocks;
    entry.fix = task.fix;
    return entry;
}

}  // namespace

CaptureModel::CaptureModel(OpenInspection& open, platform::Camera* camera,
                           platform::PhotoProcessor& processor, QString deviceName, QObject* parent)
    : QObject(parent),
      m_open(open),
      m_camera(camera),
      m_processor(processor),
      m_deviceName(std::move(deviceName)),
      m_wallMinusBootMs(open.around().clock.wallMs() - open.around().clock.bootMs())
{
    connect(&m_open, &OpenInspection::opened, this, [this] { begin({}); });
    connect(&m_open, &OpenInspection::changed, this, &CaptureModel::refresh);
    connect(&m_open, &OpenInspection::currentChanged, this, [this] { begin({}); });
    if (!m_camera) return;
    connect(m_camera, &platform::Camera::taken, this, &CaptureModel::receive);
    connect(m_camera, &platform::Camera::failed, this, [this](const base::Error& error) {
        if (!m_shots.empty()) m_shots.pop_front();
        changeWaiting(-1);
        fail(error);
    });
}

void CaptureModel::begin(const QString& findingId)
{
    m_item = m_open.isOpen() ? m_open.currentItem() : std::string();
    m_finding = {findingId.toStdString()};
    m_taken = 0;
    dismissError();
    refresh();
    Q_EMIT targetChanged();
    Q_EMIT waitingChanged();
}

void CaptureModel::end()
{
    if (m_camera) {
        m_camera->showOn(nullptr);
        m_camera->stop();
    }
    m_finding = {};
}

void CaptureModel::showOn(QObject* videoOutput)
{
    if (!m_camera) return;
    m_camera->showOn(videoOutput);
    m_camera->start();
}

void CaptureModel::take()
{
    if (!m_camera || !m_open.isOpen() || m_open.facts().readOnly) return;
    dismissError();
    changeWaiting(+1);
    m_shots.push_back(shotNow());
    m_camera->take();
}

void CaptureModel::receive(const QString& file, domain::PhotoSource source)
{
    if (m_shots.empty()) return;
    Shot shot = std::move(m_shots.front());
    m_shots.pop_front();
    // Files that stand in for a camera are a gallery, whoever pressed the button.
    const domain::Item* item =
        m_open.isOpen() ? domain::findItem(m_open.sheet(), shot.item) : nullptr;
    if (source == domain::PhotoSource::gallery && item && !mayUseGallery(*item)) {
        QFile::remove(file);
        m_onTheWay.erase(shot.task.id);
        changeWaiting(-1);
        fail({"photo.gallery_forbidden",
              tr("这一项只收应用内拍摄的照片，这台平板没有相机").toStdString(), shot.item});
        return;
    }
    shot.task.moveOriginal = true;
    process(std::move(shot), file, source);
}

void CaptureModel::addFiles(const QList<QUrl>& files)
{
    if (!m_open.isOpen() || m_open.facts().readOnly) return;
    dismissError();
    if (!galleryAllowed()) {
        fail({"photo.gallery_forbidden", tr("这一项只收应用内拍摄的照片，请用相机拍").toStdString(),
              m_item});
        return;
    }
    for (const QUrl& file : files) {
        changeWaiting(+1);
        process(shotNow(), file.toLocalFile(), domain::PhotoSource::gallery);
    }
}

domain::ShotClocks CaptureModel::clocksOf(const std::optional<base::Fix>& fix) const
{
    const base::Clock& clock = m_open.around().clock;
    domain::ShotClocks clocks;
    clocks.wallMs = clock.wallMs();
    clocks.bootMs = clock.bootMs();
    clocks.zoneOffsetMinutes = QDateTime::fromMSecsSinceEpoch(clocks.wallMs).offsetFromUtc() / 60;
    // A receiver's log that is played back says when it was written, not what time it is.
    if (fix && fix->gnssTimeMs && fix->source != base::PositionSource::file)
        clocks.gnssMs = *fix->gnssTimeMs + fix->ageMs;
    const std::int64_t moved = clocks.wallMs - clocks.bootMs - m_wallMinusBootMs;
    clocks.doubtful =
        std::abs(moved) > evidence::clocksAgreeMs && !evidence::satellitesConfirm(clocks);
    return clocks;
}

CaptureModel::Shot CaptureModel::shotNow()
{
    const Around& around = m_open.around();
    Shot shot;
    shot.item = m_item;
    shot.task.id = {around.ids.next()};
    shot.finding = target(shot.task.id);
    shot.task.inspection = m_open.inspection().id;
    shot.task.fix = around.position ? around.position() : std::nullopt;
    shot.task.clocks = clocksOf(shot.task.fix);
    shot.task.deviceName = m_deviceName.toStdString();
    shot.task.longSidePx = m_open.facts().capture.photoLongSidePx;
    shot.task.quality = m_open.facts().capture.photoQuality;
    return shot;
}

void CaptureModel::process(Shot shot, const QString& file, domain::PhotoSource source)
{
    shot.task.file = file;
    app::whenDone(
        m_processor.process(shot.task), this,
        [this, shot, source](const base::Result<platform::ProcessedPhoto>& photo) {
            if (!photo) {
                m_onTheWay.erase(shot.task.id);
                changeWaiting(-1);
                fail(photo.error());
                return;
            }
            domain::PhotoEntry entry = entryOf(shot.task, *photo);
            entry.itemCode = shot.item;
            entry.finding = shot.finding;
            entry.source = source;
            enter(shot.task.inspection, std::move(entry), photo->originalBytes);
        },
        [this](const std::exception& broken) {
            changeWaiting(-1);
            fail(OpenInspection::brokenStore(broken));
        });
}

void CaptureModel::enter(const domain::InspectionId& inspection, domain::PhotoEntry entry,
                         std::int64_t originalBytes)
{
    Q_EMIT m_open.saving();
    const auto work = [&around = m_open.around(), inspection, entry,
                       originalBytes](SQLite::Database& db) {
        actions::Context context{db, around.clock, around.ids};
        auto entered = actions::enterPhoto(context, inspection, entry, originalBytes);
        if (entered || entered.error().code != "finding.none") return entered;
        // The finding was taken away meanwhile: the photo stays with its item.
        domain::PhotoEntry ofItem = entry;
        ofItem.finding = {};
        return actions::enterPhoto(context, inspection, ofItem, originalBytes);
    };
    app::whenDone(
        m_open.core().run(work), this,
        [this, id = entry.id](const base::Result<domain::PhotoEntry>& entered) {
            changeWaiting(-1);
            if (!entered) {
                m_onTheWay.erase(id);
                fail(entered.error());
                m_open.tellNotSaved(entered.error());
                return;
            }
            ++m_taken;
            Q_EMIT waitingChanged();
            m_open.tellSaved();
            m_open.reload();
        },
        [this](const std::exception& broken) {
            changeWaiting(-1);
            fail(OpenInspection::brokenStore(broken));
            m_open.tellNotSaved(OpenInspection::brokenStore(broken));
        });
}

/// Shots count for their findings until they are shown with them, so that quick shots go one to a
/// finding.
domain::FindingId CaptureModel::target(const domain::PhotoId& photo)
{
    if (!m_finding.empty()) return m_finding;
    for (const domain::PhotoEntry& shown : m_open.inspection().photos) m_onTheWay.erase(shown.id);
    const domain::Item* item = domain::findItem(m_open.sheet(), m_item);
    if (!item) return {};
    const auto rows = findingsOf(*item, m_open.editor().answer(m_item), m_open.inspection().photos);
    for (const FindingRow& row : rows) {
        const auto onTheWay =
            std::count_if(m_onTheWay.begin(), m_onTheWay.end(),
                          [&](const auto& shot) { return shot.second == row.id; });
        if (row.photosMissing > onTheWay) {
            m_onTheWay[photo] = row.id;
            return row.id;
        }
    }
    return rows.empty() ? domain::FindingId{} : rows.front().id;
}

void CaptureModel::changeWaiting(int by)
{
    m_waiting = std::max(0, m_waiting + by);
    Q_EMIT waitingChanged();
}

void CaptureModel::refresh()
{
    std::vector<domain::PhotoEntry> photos;
    if (m_open.isOpen()) {
        const auto& all = m_open.inspection().photos;
        std::copy_if(all.begin(), all.end(), std::back_inserter(photos),
                     [&](const domain::PhotoEntry& photo) { return photo.itemCode == m_item; });
        m_photos.show(photoRows(photos, m_open.sheet(), m_open.around().mediaFolder));
    }
}

bool CaptureModel::galleryAllowed() const
{
    const domain::Item* item = m_open.isOpen() ? domain::findItem(m_open.sheet(), m_item) : nullptr;
    return item && mayUseGallery(*item);
}

QString CaptureModel::itemTitle() const
{
    const domain::Item* item = m_open.isOpen() ? domain::findItem(m_open.sheet(), m_item) : nullptr;
    return item ? text(item->title) : QString();
}

void CaptureModel::dismissError()
{
    fail({});
}

void CaptureModel::fail(const base::Error& error)
{
    if (m_error == ErrorWords::of(error)) return;
    m_error = ErrorWords::of(error);
    Q_EMIT errorChanged();
}

}  // namespace viewmodels
