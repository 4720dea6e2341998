#include "app/viewmodels/capture_model.h"

#include <QDateTime>
#include <QFile>
#include <algorithm>
#include <cstdlib>

#include "app/viewmodels/error_words.h"
#include "core/evidence/clocks.h"

namespace viewmodels {

namespace {

bool mayUseGallery(const domain::Item& item)
{
    return std::none_of(item.rules.begin(), item.rules.end(),
                        [](const domain::Rule& rule) { return rule.evidence.galleryForbidden; });
}

CaptureModel::View viewOf(std::optional<domain::PhotoView> view)
{
    if (!view) return CaptureModel::NoView;
    return *view == domain::PhotoView::wide ? CaptureModel::WideView : CaptureModel::CloseView;
}

std::optional<domain::PhotoView> markOf(CaptureModel::View view)
{
    if (view == CaptureModel::NoView) return std::nullopt;
    return view == CaptureModel::WideView ? domain::PhotoView::wide : domain::PhotoView::close;
}

}  // namespace

CaptureModel::CaptureModel(OpenInspection& open, platform::Camera* camera, ShotLine& line,
                           QObject* parent)
    : QObject(parent),
      m_open(open),
      m_camera(camera),
      m_line(line),
      m_wallMinusBootMs(open.around().clock.wallMs() - open.around().clock.bootMs())
{
    connect(&m_open, &OpenInspection::opened, this, [this] { begin(std::exchange(m_wanted, {})); });
    connect(&m_open, &OpenInspection::failed, this, [this] { m_wanted.clear(); });
    connect(&m_open, &OpenInspection::changed, this, &CaptureModel::refresh);
    connect(&m_open, &OpenInspection::currentChanged, this, [this] { begin({}); });
    if (!m_camera) return;
    connect(m_camera, &platform::Camera::taken, this, &CaptureModel::receive);
    connect(m_camera, &platform::Camera::failed, this, &CaptureModel::lose);
}

void CaptureModel::begin(const QString& findingId)
{
    m_item = m_open.isOpen() ? m_open.currentItem() : std::string();
    m_finding = {findingId.toStdString()};
    m_wanted = m_open.isOpen() ? QString() : findingId;
    m_taken = 0;
    m_chosen = NoView;
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
    if (m_open.around().heading) m_open.around().heading->stop();
    m_finding = {};
    m_wanted.clear();
}

void CaptureModel::showOn(QObject* videoOutput)
{
    if (!m_camera) return;
    m_camera->showOn(videoOutput);
    m_camera->start();
    if (m_open.around().heading) m_open.around().heading->start();
}

void CaptureModel::take()
{
    if (!m_camera || !m_open.isOpen() || m_open.facts().readOnly) return;
    dismissError();
    changeWaiting(+1);
    store::Shot shot = shotNow();
    const int number = aim(shot, view());
    m_asked[m_camera->take()] = {number, std::move(shot)};
}

void CaptureModel::receive(const QString& file, domain::PhotoSource source)
{
    const auto asked = m_asked.find(file);
    if (asked == m_asked.end()) return;
    auto [number, shot] = m_asked.extract(asked).mapped();
    // Files that stand in for a camera are a gallery, whoever pressed the button.
    const domain::Item* item =
        m_open.isOpen() ? domain::findItem(m_open.sheet(), shot.entry.itemCode) : nullptr;
    if (source == domain::PhotoSource::gallery && item && !mayUseGallery(*item)) {
        QFile::remove(file);
        return settle(number,
                      base::fail("photo.gallery_forbidden",
                                 tr("这一项只收应用内拍摄的照片，这台平板没有相机").toStdString(),
                                 shot.entry.itemCode));
    }
    shot.file = file.toStdString();
    shot.ours = true;
    shot.entry.source = source;
    add(number, shot);
}

void CaptureModel::lose(const QString& file, const base::Error& error)
{
    const auto asked = m_asked.find(file);
    if (asked == m_asked.end()) return;
    settle(m_asked.extract(asked).mapped().first, tl::unexpected(error));
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
    const View chosen = m_chosen;
    for (const QUrl& file : files) {
        changeWaiting(+1);
        store::Shot shot = shotNow();
        shot.file = file.toLocalFile().toStdString();
        shot.entry.source = domain::PhotoSource::gallery;
        add(aim(shot, files.size() == 1 ? view() : chosen), shot);
    }
}

domain::ShotClocks CaptureModel::clocksOf(const std::optional<base::Fix>& fix) const
{
    const base::Clock& clock = m_open.around().clock;
    domain::ShotClocks clocks;
    clocks.wallMs = clock.wallMs();
    clocks.bootMs = clock.bootMs();
    clocks.zoneOffsetMinutes = QDateTime::fromMSecsSinceEpoch(clocks.wallMs).offsetFromUtc() / 60;
    // Only a receiver's word is the satellites': a log that is played back says when it was
    // written, and a tablet's own source may say the very clock that is to be checked.
    const auto told =
        fix && fix->gnssTimeMs ? std::optional(*fix->gnssTimeMs + fix->ageMs) : std::nullopt;
    if (told && fix->source == base::PositionSource::receiver) clocks.gnssMs = told;
    const bool otherwise = told && fix->source == base::PositionSource::device &&
                           std::abs(clocks.wallMs - *told) > evidence::clocksAgreeMs;
    const std::int64_t moved = clocks.wallMs - clocks.bootMs - m_wallMinusBootMs;
    clocks.doubtful = otherwise || (std::abs(moved) > evidence::clocksAgreeMs &&
                                    !evidence::satellitesConfirm(clocks));
    return clocks;
}

store::Shot CaptureModel::shotNow() const
{
    const Around& around = m_open.around();
    store::Shot shot;
    shot.target = m_open.inspection().id.value;
    shot.entry.itemCode = m_item;
    shot.entry.fix = around.position ? around.position() : std::nullopt;
    shot.entry.clocks = clocksOf(shot.entry.fix);
    if (around.heading) shot.directionDeg = around.heading->magneticDeg();
    shot.longSidePx = m_open.facts().capture.photoLongSidePx;
    shot.quality = m_open.facts().capture.photoQuality;
    return shot;
}

void CaptureModel::add(int number, const store::Shot& shot)
{
    store::Shot added = shot;
    // Where, looking whereto and when somebody's picture was taken, this tablet does not know.
    if (added.entry.source == domain::PhotoSource::gallery) {
        added.entry.fix.reset();
        added.directionDeg.reset();
        added.entry.clocks.gnssMs.reset();
    }
    Q_EMIT m_open.saving();
    m_line.add(added, [this, number](const base::Result<domain::PhotoEntry>& entered) {
        settle(number, entered);
    });
}

void CaptureModel::settle(int number, const base::Result<domain::PhotoEntry>& entered)
{
    changeWaiting(-1);
    if (!entered) {
        m_onTheWay.erase(number);
        Q_EMIT viewChanged();
        fail(entered.error());
        m_open.tellNotSaved(entered.error());
        return;
    }
    if (const auto shot = m_onTheWay.find(number); shot != m_onTheWay.end())
        shot->second.photo = entered->id;
    ++m_taken;
    Q_EMIT waitingChanged();
    m_open.tellSaved();
    m_open.reload();
}

int CaptureModel::aim(store::Shot& shot, View view)
{
    const NextPhoto aimed = next();
    shot.entry.finding = aimed.finding;
    if (aimed.viewsAsked) shot.entry.view = markOf(view);
    m_chosen = NoView;
    m_onTheWay[++m_number] = {m_item, {shot.entry.finding, shot.entry.view}, {}};
    Q_EMIT viewChanged();
    return m_number;
}

std::vector<PhotoUnderWay> CaptureModel::underWay() const
{
    const auto& shown = m_open.inspection().photos;
    std::vector<PhotoUnderWay> photos;
    for (const auto& [number, shot] : m_onTheWay)
        if (shot.item == m_item && std::find_if(shown.begin(), shown.end(), [&](const auto& photo) {
                                       return photo.id == shot.photo;
                                   }) == shown.end())
            photos.push_back(shot.what);
    return photos;
}

NextPhoto CaptureModel::next() const
{
    const domain::Item* item = m_open.isOpen() ? domain::findItem(m_open.sheet(), m_item) : nullptr;
    if (!item) return {m_finding, false, {}};
    return nextPhoto(*item, m_open.editor().answer(m_item), m_open.problems(), m_finding,
                     underWay());
}

CaptureModel::View CaptureModel::view() const
{
    return m_chosen != NoView ? m_chosen : viewOf(next().view);
}

void CaptureModel::chooseView(View view)
{
    m_chosen = view;
    Q_EMIT viewChanged();
}

void CaptureModel::changeWaiting(int by)
{
    m_waiting = std::max(0, m_waiting + by);
    Q_EMIT waitingChanged();
    Q_EMIT viewChanged();
}

void CaptureModel::refresh()
{
    std::vector<domain::PhotoEntry> photos;
    if (m_open.isOpen()) {
        const auto& all = m_open.inspection().photos;
        std::copy_if(all.begin(), all.end(), std::back_inserter(photos),
                     [&](const domain::PhotoEntry& photo) { return photo.itemCode == m_item; });
        m_photos.show(photoRows(photos, m_open.sheet(), m_open.around().mediaFolder));
        for (const domain::PhotoEntry& shown : all)
            std::erase_if(m_onTheWay,
                          [&](const auto& shot) { return shot.second.photo == shown.id; });
    }
    Q_EMIT viewChanged();
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
