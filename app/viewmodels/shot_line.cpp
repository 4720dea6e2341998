#include "app/viewmodels/shot_line.h"

#include <filesystem>

#include "app/viewmodels/open_inspection.h"
#include "core/actions/photos.h"

namespace viewmodels {

namespace {

platform::PhotoTask taskOf(const store::Shot& shot, const QString& deviceName)
{
    platform::PhotoTask task;
    task.file = text(shot.file);
    task.id = shot.entry.id;
    task.inspection = {shot.target};
    task.source = shot.entry.source;
    task.clocks = shot.entry.clocks;
    task.fix = shot.entry.fix;
    task.directionDeg = shot.directionDeg;
    task.deviceName = deviceName.toStdString();
    task.longSidePx = shot.longSidePx;
    task.quality = shot.quality;
    return task;
}

domain::PhotoEntry entryOf(const store::Shot& shot, const platform::ProcessedPhoto& photo)
{
    domain::PhotoEntry entry = shot.entry;
    entry.sha256 = photo.sha256;
    entry.bytes = photo.bytes;
    entry.widthPx = photo.widthPx;
    entry.heightPx = photo.heightPx;
    entry.thumbSha256 = photo.thumbSha256;
    entry.thumbBytes = photo.thumbBytes;
    entry.originalSha256 = photo.originalSha256;
    return entry;
}

void removeOurs(const store::Shot& shot)
{
    std::error_code ignored;
    if (shot.ours) std::filesystem::remove(shot.file, ignored);
}

auto brokenTo(const ShotLine::Answer& answer)
{
    return [answer](const std::exception& broken) {
        answer(tl::unexpected(OpenInspection::brokenStore(broken)));
    };
}

}  // namespace

ShotLine::ShotLine(app::CoreThread& core, Around around, platform::PhotoProcessor& processor,
                   QString deviceName, QObject* parent)
    : QObject(parent),
      m_core(core),
      m_around(std::move(around)),
      m_processor(processor),
      m_deviceName(std::move(deviceName))
{
}

void ShotLine::add(const store::Shot& shot, Answer answer)
{
    const auto note = [&clock = m_around.clock, &ids = m_around.ids,
                       folder = m_around.mediaFolder.toStdString(), shot](SQLite::Database& db) {
        actions::Context context{db, clock, ids};
        auto noted = actions::noteShot(context, folder, shot);
        if (!noted) removeOurs(shot);
        return noted;
    };
    app::whenDone(
        m_core.run(note), this,
        [this, answer](const base::Result<store::Shot>& noted) {
            if (noted)
                goOn(*noted, answer);
            else
                answer(tl::unexpected(noted.error()));
        },
        brokenTo(answer));
}

void ShotLine::goOn(const store::Shot& shot, Answer answer)
{
    app::whenDone(
        m_processor.process(taskOf(shot, m_deviceName)), this,
        [this, shot, answer](const base::Result<platform::ProcessedPhoto>& photo) {
            if (photo)
                enter(shot, *photo, answer);
            else
                forget(shot, photo.error(), answer);
        },
        brokenTo(answer));
}

void ShotLine::enter(const store::Shot& shot, const platform::ProcessedPhoto& photo, Answer answer)
{
    const auto work = [&clock = m_around.clock, &ids = m_around.ids, shot,
                       entry = entryOf(shot, photo),
                       originalBytes = photo.originalBytes](SQLite::Database& db) {
        actions::Context context{db, clock, ids};
        auto entered = actions::enterShot(context, shot, entry, originalBytes);
        if (entered) removeOurs(shot);
        return entered;
    };
    app::whenDone(m_core.run(work), this, answer, brokenTo(answer));
}

/// The file stays: what could not be taken as a photo is set aside at the next start.
void ShotLine::forget(const store::Shot& shot, const base::Error& why, Answer answer)
{
    const auto work = [&clock = m_around.clock, &ids = m_around.ids,
                       id = shot.entry.id](SQLite::Database& db) {
        actions::Context context{db, clock, ids};
        return actions::forgetShot(context, id);
    };
    app::whenDone(
        m_core.run(work), this,
        [answer, why](const base::Result<void>&) { answer(tl::unexpected(why)); },
        brokenTo(answer));
}

}  // namespace viewmodels
