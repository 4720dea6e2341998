#pragma once

#include <QObject>
#include <QString>

#include "core/actions/photos.h"

namespace app {

class Machine;

/// Keeps files and rows of photos in agreement and the store of photos within its budget.
///
/// start() first: photos killed between their files and their row are entered, rows without a file
/// are marked, files that nobody knows (also shots of the camera that were never processed) are set
/// aside, and the log says how many. Then, and again with each makeRoom(), photos are given up that
/// the hub has for certain.
class Upkeep : public QObject {
    Q_OBJECT

public:
    /// The machine outlives it.
    explicit Upkeep(Machine& machine, QObject* parent = nullptr);

    void start();
    void makeRoom();

Q_SIGNALS:
    /// Photos came into drafts, or rows were marked: what pages show of them is old.
    void photosChanged();

private:
    Machine& m_machine;
    bool m_makingRoom = false;
};

/// Moves shots that the camera wrote and nobody processed to "strangers/" under the media folder;
/// gives how many.
int setShotsAside(const QString& shotsFolder, const QString& mediaFolder);

}  // namespace app
