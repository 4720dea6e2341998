#include "app/viewmodels/capture_model.h"

#include <QDateTime>
#include <QFile>
#include <algorithm>
#include <cstdlib>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/finding_list_model.h"
#include "core/evidence/clocks.h"

namespace viewmodels {

namespace {

bool mayUseGallery(const domain::Item& item)
{
    return std::none_of(item.rules.begin(), item.rules.end(),
                        [](const domain::Rule& rule) { return rule.evidence.galleryForbidden; });
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
    m_wanted.clear();
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
    store::Shot shot = shotNow();
    shot.entry.finding = target(++m_number);
    m_asked[m_camera->take()] = {m_number, std::move(shot)};
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
    for (const QUrl& file : files) {
        changeWaiting(+1);
        store::Shot shot = shotNow();
        shot.file = file.toLocalFile().toStdString();
        shot.entry.source = domain::PhotoSource::gallery;
        shot.entry.finding = target(++m_number);
        add(m_number, shot);
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
    shot.longSidePx = m_open.facts().capture.photoLongSidePx;
    shot.quality = m_open.facts().capture.photoQuality;
    return shot;
}

void CaptureModel::add(int number, const store::Shot& shot)
{
    store::Shot added = shot;
    // Where and when somebody's picture was taken, this tablet does not know.
    if (added.entry.source == domain::PhotoSource::gallery) {
        added.entry.fix.reset();
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
        Q_EMIT cueChanged();
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

domain::FindingId CaptureModel::target(int number)
{
    OnTheWay shot{m_item, next().finding, {}};
    const domain::FindingId finding = shot.finding;
    m_onTheWay[number] = std::move(shot);
    Q_EMIT cueChanged();
    return finding;
}

/// Shots count for their findings until they are shown with them, so that quick shots go one to a
/// finding.
int CaptureModel::underWay(const domain::FindingId& finding) const
{
    const auto& shown = m_open.inspection().photos;
    return static_cast<int>(
        std::count_if(m_onTheWay.begin(), m_onTheWay.end(), [&](const auto& numbered) {
            const OnTheWay& shot = numbered.second;
            return shot.item == m_item && shot.finding == finding &&
                   std::find_if(shown.begin(), shown.end(), [&](const auto& photo) {
                       return photo.id == shot.photo;
                   }) == shown.end();
        }));
}

CaptureModel::Next CaptureModel::next() const
{
    const domain::Item* item = m_open.isOpen() ? domain::findItem(m_open.sheet(), m_item) : nullptr;
    if (!item) return {m_finding};
    const auto cueAfter = [](bool wideAndClose, int photos) {
        if (!wideAndClose || photos > 1) return AnyCue;
        return photos == 0 ? WideCue : CloseCue;
    };
    const auto rows = findingsOf(*item, m_open.editor().answer(m_item), m_open.inspection().photos);
    for (const FindingRow& row : rows) {
        const int coming = underWay(row.id);
        if (m_finding.empty() ? row.photosMissing > coming : row.id == m_finding)
            return {row.id, cueAfter(row.wideAndClose, row.photos + coming)};
    }
    if (!m_finding.empty()) return {m_finding};
    const int coming = underWay({});
    for (const scoring::EvidenceProblem& problem : m_open.problems())
        if (problem.itemCode == m_item && problem.finding.empty() &&
            problem.need - problem.have > coming && scoring::lacksPhoto(problem.problem))
            return {{}, cueAfter(problem.wideAndClose, problem.have + coming)};
    return {rows.empty() ? domain::FindingId{} : rows.front().id};
}

void CaptureModel::changeWaiting(int by)
{
    m_waiting = std::max(0, m_waiting + by);
    Q_EMIT waitingChanged();
    Q_EMIT cueChanged();
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
    Q_EMIT cueChanged();
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
