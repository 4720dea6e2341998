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
                                       platform::Camera* camera,
                                       platform::PhotoProcessor& processor, QObject* parent)
    : QObject(parent),
      m_core(core),
      m_around(std::move(around)),
      m_step(std::move(step)),
      m_camera(camera),
      m_processor(processor)
{
    if (!m_camera) return;
    connect(m_camera, &platform::Camera::taken, this,
            [this](const QString& file, domain::PhotoSource source) {
                if (m_shots == 0) return;
                --m_shots;
                process(file, source, true);
            });
    connect(m_camera, &platform::Camera::failed, this, [this](const base::Error& error) {
        if (m_shots == 0) return;
        --m_shots;
        --m_waiting;
        setError(ErrorWords::of(error));
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
}

void RectificationModel::endCamera()
{
    if (!m_camera) return;
    m_camera->showOn(nullptr);
    m_camera->stop();
}

void RectificationModel::take()
{
    if (!m_camera || !mayReport()) return;
    ++m_shots;
    ++m_waiting;
    setError({});
    m_camera->take();
}

void RectificationModel::addFiles(const QList<QUrl>& files)
{
    if (!mayReport()) return;
    for (const QUrl& file : files) {
        ++m_waiting;
        process(file.toLocalFile(), domain::PhotoSource::gallery, false);
    }
    Q_EMIT changed();
}

void RectificationModel::process(const QString& file, domain::PhotoSource source, bool ours)
{
    platform::PhotoTask task;
    task.file = file;
    task.moveOriginal = ours;
    task.id = {m_around.ids.next()};
    task.inspection = {m_id.value};
    task.fix = m_around.position ? m_around.position() : std::nullopt;
    task.clocks.wallMs = m_around.clock.wallMs();
    task.clocks.bootMs = m_around.clock.bootMs();
    task.clocks.zoneOffsetMinutes =
        QDateTime::fromMSecsSinceEpoch(task.clocks.wallMs).offsetFromUtc() / 60;
    app::whenDone(
        m_processor.process(task), this,
        [this, task, source, finding = m_id](const base::Result<platform::ProcessedPhoto>& photo) {
            if (!photo) {
                --m_waiting;
                return setError(ErrorWords::of(photo.error()));
            }
            domain::PhotoEntry entry;
            entry.id = task.id;
            entry.sha256 = photo->sha256;
            entry.bytes = photo->bytes;
            entry.widthPx = photo->widthPx;
            entry.heightPx = photo->heightPx;
            entry.thumbSha256 = photo->thumbSha256;
            entry.thumbBytes = photo->thumbBytes;
            entry.originalSha256 = photo->originalSha256;
            entry.source = source;
            entry.clocks = task.clocks;
            entry.fix = task.fix;
            enter(finding, std::move(entry), photo->originalBytes);
        },
        [this](const std::exception&) {
            --m_waiting;
            setError(tr("照片没有保存，请重拍"));
        });
}

void RectificationModel::enter(domain::FindingId finding, domain::PhotoEntry entry,
                               std::int64_t originalBytes)
{
    app::whenDone(
        m_core.run([&around = m_around, finding, entry, originalBytes](SQLite::Database& db) {
            actions::Context context{db, around.clock, around.ids};
            return actions::enterAfterPhoto(context, finding, entry, originalBytes);
        }),
        this,
        [this](const base::Result<void>& entered) {
            --m_waiting;
            setError(entered ? QString() : ErrorWords::of(entered.error()));
            refresh();
        },
        [this](const std::exception&) {
            --m_waiting;
            setError(tr("照片没有保存，请重拍"));
        });
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
