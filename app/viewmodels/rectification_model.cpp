#include "app/viewmodels/rectification_model.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/words.h"
#include "core/actions/rectification.h"
#include "core/base/gcj02.h"

namespace viewmodels {

namespace {
using domain::RectificationAction;

/// From north over east, 0 to 359.
int bearingOf(const base::GeoPoint& from, const base::GeoPoint& to)
{
    constexpr double degree = std::numbers::pi / 180;
    const double east =
        (to.longitude - from.longitude) * std::cos((from.latitude + to.latitude) / 2 * degree);
    const double north = to.latitude - from.latitude;
    return (static_cast<int>(std::lround(std::atan2(east, north) / degree)) + 360) % 360;
}
}  // namespace

RectificationModel::RectificationModel(app::CoreThread& core, Around around, Step step,
                                       platform::Camera* camera, ShotLine& line, QObject* parent)
    : QObject(parent),
      m_core(core),
      m_around(std::move(around)),
      m_step(std::move(step)),
      m_camera(camera),
      m_line(line)
{
    if (!m_camera) return;
    connect(m_camera, &platform::Camera::taken, this,
            [this](const QString& file, domain::PhotoSource source) {
                const auto asked = m_asked.find(file);
                if (asked == m_asked.end()) return;
                store::Shot shot = m_asked.extract(asked).mapped();
                shot.file = file.toStdString();
                shot.ours = true;
                shot.entry.source = source;
                add(shot);
            });
    connect(m_camera, &platform::Camera::failed, this,
            [this](const QString& file, const base::Error& error) {
                if (m_asked.erase(file) > 0) settle(ErrorWords::of(error));
            });
}

void RectificationModel::showUser(std::optional<domain::User> user)
{
    m_user = std::move(user);
    Q_EMIT changed();
}

void RectificationModel::showFix(const base::Fix& fix)
{
    m_fix = fix;
    Q_EMIT positionChanged();
}

void RectificationModel::open(const QString& findingId)
{
    m_id = {findingId.toStdString()};
    m_sheet.reset();
    setError({});
    refresh();
}

void RectificationModel::refresh()
{
    if (m_id.empty()) return;
    app::whenDone(
        m_core.run([id = m_id, folder = m_around.mediaFolder.toStdString()](SQLite::Database& db) {
            return readRectification(db, id, folder);
        }),
        this,
        [this, id = m_id](std::optional<RectificationSheet> sheet) {
            if (id == m_id) display(std::move(sheet));
        },
        [this](const std::exception&) { setError(tr("读取这项整改失败，请返回列表再打开")); });
}

void RectificationModel::display(std::optional<RectificationSheet> sheet)
{
    m_sheet = std::move(sheet);
    if (m_sheet) m_id = m_sheet->task.finding;
    Q_EMIT changed();
    Q_EMIT positionChanged();
    const auto isMissing = [](const QUrl& url) { return url.isEmpty(); };
    if (m_sheet && (std::ranges::any_of(m_sheet->before, isMissing) ||
                    std::ranges::any_of(m_sheet->after, isMissing)))
        Q_EMIT photosWanted(findingId());
}

void RectificationModel::start()
{
    step(RectificationAction::start, {});
}

void RectificationModel::report(const QString& comment)
{
    step(RectificationAction::report, comment);
}

void RectificationModel::accept()
{
    step(RectificationAction::accept, {});
}

void RectificationModel::sendBack(const QString& comment)
{
    step(RectificationAction::sendBack, comment);
}

void RectificationModel::close()
{
    step(RectificationAction::close, {});
}

void RectificationModel::step(RectificationAction action, const QString& comment)
{
    if (m_busy || !m_sheet) return;
    m_busy = true;
    setError({});
    app::whenDone(
        m_step(m_id, action, comment.trimmed().toStdString()), this,
        [this](const base::Result<void>& done) {
            m_busy = false;
            setError(done ? QString() : ErrorWords::of(done.error()));
            refresh();
            if (done) Q_EMIT stepped();
        },
        [this](const std::exception&) {
            m_busy = false;
            setError(tr("没有保存，请再试一次"));
        });
}

void RectificationModel::showOn(QObject* videoOutput)
{
    if (!m_camera) return;
    m_camera->showOn(videoOutput);
    m_camera->start();
    if (m_around.heading) m_around.heading->start();
}

void RectificationModel::endCamera()
{
    if (!m_camera) return;
    m_camera->showOn(nullptr);
    m_camera->stop();
    if (m_around.heading) m_around.heading->stop();
}

void RectificationModel::take()
{
    if (!m_camera || !mayReport()) return;
    ++m_waiting;
    setError({});
    m_asked[m_camera->take()] = shotNow();
}

void RectificationModel::addFiles(const QList<QUrl>& files)
{
    if (!mayReport()) return;
    for (const QUrl& file : files) {
        ++m_waiting;
        store::Shot shot = shotNow();
        shot.file = file.toLocalFile().toStdString();
        shot.entry.source = domain::PhotoSource::gallery;
        add(shot);
    }
    Q_EMIT changed();
}

store::Shot RectificationModel::shotNow() const
{
    store::Shot shot;
    shot.target = m_id.value;
    shot.entry.fix = m_around.position ? m_around.position() : std::nullopt;
    if (m_around.heading) shot.directionDeg = m_around.heading->magneticDeg();
    shot.entry.clocks.wallMs = m_around.clock.wallMs();
    shot.entry.clocks.bootMs = m_around.clock.bootMs();
    shot.entry.clocks.zoneOffsetMinutes =
        QDateTime::fromMSecsSinceEpoch(shot.entry.clocks.wallMs).offsetFromUtc() / 60;
    return shot;
}

void RectificationModel::add(const store::Shot& shot)
{
    store::Shot added = shot;
    if (added.entry.source == domain::PhotoSource::gallery) {
        added.entry.fix.reset();
        added.directionDeg.reset();
    }
    m_line.add(added, [this](const base::Result<domain::PhotoEntry>& entered) {
        settle(entered ? QString() : ErrorWords::of(entered.error()));
        refresh();
    });
}

void RectificationModel::settle(const QString& error)
{
    --m_waiting;
    setError(error);
}

void RectificationModel::setError(const QString& error)
{
    m_error = error;
    Q_EMIT changed();
}

bool RectificationModel::can(RectificationAction action) const
{
    return m_sheet && m_user && !m_busy && domain::after(m_sheet->task.state, action).has_value();
}

bool RectificationModel::mends() const
{
    return m_user && (m_user->role == domain::Role::villageContact ||
                      m_user->role == domain::Role::inspector);
}

bool RectificationModel::reviews() const
{
    return m_user &&
           (m_user->role == domain::Role::supervisor || m_user->role == domain::Role::chief);
}

bool RectificationModel::mayStart() const
{
    return can(RectificationAction::start) && mends();
}

bool RectificationModel::mayReport() const
{
    return can(RectificationAction::report) && mends();
}

bool RectificationModel::mayCheck() const
{
    return can(RectificationAction::accept) && reviews();
}

bool RectificationModel::mayClose() const
{
    return can(RectificationAction::close) && reviews();
}

QString RectificationModel::findingId() const
{
    return text(m_id.value);
}

QString RectificationModel::village() const
{
    return m_sheet ? text(m_sheet->villageName) : QString();
}

QString RectificationModel::item() const
{
    return m_sheet ? text(m_sheet->task.notice.itemCode + " " + m_sheet->task.notice.itemTitle)
                   : QString();
}

QString RectificationModel::place() const
{
    return m_sheet ? text(m_sheet->task.notice.place) : QString();
}

QString RectificationModel::note() const
{
    return m_sheet ? text(m_sheet->task.notice.note) : QString();
}

QString RectificationModel::number() const
{
    return m_sheet ? text(m_sheet->task.notice.number) : QString();
}

QString RectificationModel::responsible() const
{
    return m_sheet ? text(m_sheet->task.notice.responsible) : QString();
}

QString RectificationModel::lastComment() const
{
    if (!m_sheet || m_sheet->task.state != domain::RectificationState::returned) return {};
    for (auto row = m_sheet->steps.rbegin(); row != m_sheet->steps.rend(); ++row)
        if (!row->refused && row->step.action == RectificationAction::sendBack)
            return text(row->step.comment);
    return {};
}

int RectificationModel::severity() const
{
    return m_sheet ? static_cast<int>(m_sheet->task.notice.severity) : 0;
}

int RectificationModel::taskState() const
{
    return m_sheet ? static_cast<int>(m_sheet->task.state) : 0;
}

double RectificationModel::dueAtMs() const
{
    return m_sheet ? static_cast<double>(m_sheet->task.notice.dueAtMs) : 0;
}

bool RectificationModel::overdue() const
{
    return m_sheet && domain::isOverdue(m_sheet->task.state, m_sheet->task.notice.dueAtMs,
                                        m_around.clock.wallMs());
}

bool RectificationModel::repeat() const
{
    return m_sheet && m_sheet->task.notice.repeat;
}

QStringList RectificationModel::history() const
{
    QStringList lines;
    if (!m_sheet) return lines;
    const QStringList words{tr("下发"),     tr("开始整改"), tr("反馈"), tr("退回"),
                            tr("复查通过"), tr("销号"),     tr("撤销")};
    for (std::size_t i = 0; i < m_sheet->steps.size(); ++i) {
        const store::RectificationStepRow& row = m_sheet->steps[i];
        QString line = QDateTime::fromMSecsSinceEpoch(row.createdAtMs)
                           .toString(QStringLiteral("MM-dd HH:mm  ")) +
                       text(m_sheet->whose[i]) + QStringLiteral("  ") +
                       words.value(static_cast<int>(row.step.action));
        if (!row.step.comment.empty()) line += QStringLiteral("：") + text(row.step.comment);
        if (row.refused) line += tr("（未生效）");
        lines.push_back(line);
    }
    return lines;
}

int RectificationModel::distanceM() const
{
    if (!m_fix || !m_sheet || !m_sheet->task.notice.fix) return -1;
    return static_cast<int>(
        std::lround(base::distanceM(m_fix->point, m_sheet->task.notice.fix->point)));
}

int RectificationModel::bearingDeg() const
{
    if (distanceM() < 0) return -1;
    return bearingOf(m_fix->point, m_sheet->task.notice.fix->point);
}

}  // namespace viewmodels
