#include "app/upkeep.h"

#include <QDir>

#include "app/machine.h"
#include "core/actions/room.h"

namespace app {

Upkeep::Upkeep(Machine& machine, QObject* parent) : QObject(parent), m_machine(machine) {}

void Upkeep::start()
{
    // The first work of the core thread, so before any shot of this run.
    whenDone(
        m_machine.core.run([&machine = m_machine](SQLite::Database& db) {
            actions::Context context{db, machine.clock, machine.ids};
            const int shots = setShotsAside(machine.folders.shots, machine.folders.media);
            return std::pair(shots,
                             actions::sweepMedia(context, machine.folders.media.toStdString()));
        }),
        this,
        [this](const auto& swept) {
            const auto& [shots, report] = swept;
            if (!report) {
                qWarning("media sweep: %s %s", report.error().code.c_str(),
                         report.error().where.c_str());
                return;
            }
            if (shots > 0 || !report->adopted.empty() || !report->strangers.empty() ||
                !report->missing.empty()) {
                qWarning("media sweep: %zu adopted, %zu strangers, %zu missing, %d shots set aside",
                         report->adopted.size(), report->strangers.size(), report->missing.size(),
                         shots);
                Q_EMIT photosChanged();
            }
            makeRoom();
        },
        [](const std::exception& broken) { qWarning("media sweep: %s", broken.what()); });
}

void Upkeep::makeRoom()
{
    if (m_makingRoom) {
        return;
    }
    m_makingRoom = true;
    whenDone(
        m_machine.core.run([&machine = m_machine](SQLite::Database& db) {
            actions::Context context{db, machine.clock, machine.ids};
            return actions::makeRoom(context, machine.folders.media.toStdString(), {});
        }),
        this,
        [this](const base::Result<actions::RoomReport>& report) {
            m_makingRoom = false;
            if (!report) {
                qWarning("room: %s", report.error().code.c_str());
            } else if (report->files > 0 || report->stillOver > 0) {
                qWarning("room: %d files with %lld bytes given up, %lld over the budget",
                         report->files, static_cast<long long>(report->bytes),
                         static_cast<long long>(report->stillOver));
            }
        },
        [this](const std::exception& broken) {
            m_makingRoom = false;
            qWarning("room: %s", broken.what());
        });
}

int setShotsAside(const QString& shotsFolder, const QString& mediaFolder)
{
    const QDir shots(shotsFolder);
    const QDir strangers(mediaFolder + QStringLiteral("/strangers"));
    int moved = 0;
    for (const QString& name : shots.entryList(QDir::Files)) {
        strangers.mkpath(QStringLiteral("."));
        moved += QFile::rename(shots.filePath(name), strangers.filePath(name)) ? 1 : 0;
    }
    return moved;
}

}  // namespace app
