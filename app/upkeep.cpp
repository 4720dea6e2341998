#include "app/upkeep.h"

#include <QDir>
#include <algorithm>

#include "app/machine.h"
#include "core/actions/room.h"
#include "core/crypto/hash.h"
#include "core/store/media.h"

namespace app {

namespace {

bool setAside(const QString& file, const QString& mediaFolder)
{
    const QDir strangers(mediaFolder + QStringLiteral("/strangers"));
    strangers.mkpath(QStringLiteral("."));
    return QFile::rename(file, strangers.filePath(QFileInfo(file).fileName()));
}

/// Killed between its row and the end of the camera's file, a photo has that file twice.
bool isEntered(SQLite::Database& db, const QString& file)
{
    const auto hash = crypto::sha256OfFile(file.toStdString());
    return hash && store::Media(db).find({hash->sha256});
}

/// Shots that the camera wrote and nobody noted; gives how many.
int setShotsAside(SQLite::Database& db, const Folders& folders,
                  const std::vector<store::Shot>& noted)
{
    const QDir shots(folders.shots);
    int moved = 0;
    for (const QString& name : shots.entryList(QDir::Files)) {
        const QString file = shots.filePath(name);
        if (std::ranges::find(noted, file.toStdString(), &store::Shot::file) != noted.end())
            continue;
        if (isEntered(db, file))
            QFile::remove(file);
        else
            moved += setAside(file, folders.media) ? 1 : 0;
    }
    return moved;
}

}  // namespace

Upkeep::Upkeep(Machine& machine, viewmodels::ShotLine& line, QObject* parent)
    : QObject(parent), m_machine(machine), m_line(line)
{
}

void Upkeep::start()
{
    // The first work of the core thread, so before any shot of this run; and the noted ones go on
    // before those of this run do, which keeps the chain of photos in the order of their ids.
    whenDone(
        m_machine.core.run([folders = m_machine.folders](SQLite::Database& db) {
            auto noted = store::Shots(db).list();
            const int aside = setShotsAside(db, folders, noted);
            return std::pair(std::move(noted), aside);
        }),
        this,
        [this](const std::pair<std::vector<store::Shot>, int>& found) {
            m_found = 0;
            m_aside = found.second;
            goOn(found.first);
        },
        [this](const std::exception& broken) {
            qWarning("shots: %s", broken.what());
            Q_EMIT swept();
        });
}

void Upkeep::goOn(const std::vector<store::Shot>& shots)
{
    m_left = static_cast<int>(shots.size());
    for (const store::Shot& shot : shots)
        m_line.goOn(shot, [this, shot](const base::Result<domain::PhotoEntry>& entered) {
            settle(shot, entered);
        });
    if (shots.empty()) sweep();
}

void Upkeep::settle(const store::Shot& shot, const base::Result<domain::PhotoEntry>& entered)
{
    if (entered) {
        ++m_found;
    } else {
        qWarning("a shot of before: %s %s", entered.error().code.c_str(), shot.file.c_str());
        if (shot.ours && setAside(QString::fromStdString(shot.file), m_machine.folders.media))
            ++m_aside;
    }
    if (--m_left == 0) sweep();
}

void Upkeep::sweep()
{
    whenDone(
        m_machine.core.run([&machine = m_machine](SQLite::Database& db) {
            actions::Context context{db, machine.clock, machine.ids};
            return actions::sweepMedia(context, machine.folders.media.toStdString());
        }),
        this,
        [this](const base::Result<actions::SweepReport>& report) {
            if (report)
                tell(*report);
            else
                qWarning("media sweep: %s %s", report.error().code.c_str(),
                         report.error().where.c_str());
            Q_EMIT swept();
            makeRoom();
        },
        [this](const std::exception& broken) {
            qWarning("media sweep: %s", broken.what());
            Q_EMIT swept();
        });
}

void Upkeep::tell(const actions::SweepReport& report)
{
    const int aside = m_aside + static_cast<int>(report.strangers.size());
    if (m_found == 0 && aside == 0 && report.missing.empty()) return;
    qWarning("media sweep: %d photos found again, %d files set aside, %zu missing", m_found, aside,
             report.missing.size());
    Q_EMIT photosChanged();
    if (m_found > 0 || aside > 0) Q_EMIT recovered(m_found, aside);
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

}  // namespace app
