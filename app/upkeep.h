#pragma once

#include <QObject>
#include <QString>

#include "app/viewmodels/shot_line.h"
#include "core/actions/photos.h"

namespace app {

class Machine;

/// Keeps files and rows of photos in agreement and the store of photos within its budget.
///
/// start() first: shots that were noted when the app was killed go on to their rows, rows without a
/// file are marked, files that nobody knows (also of a camera's shot that was never noted) are set
/// aside, and the log says how many. Then, and again with each makeRoom(), photos are given up that
/// the hub has for certain.
class Upkeep : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    Upkeep(Machine& machine, viewmodels::ShotLine& line, QObject* parent = nullptr);

    void start();
    void makeRoom();

Q_SIGNALS:
    /// Photos came into drafts, or rows were marked: what pages show of them is old.
    void photosChanged();
    /// For the inspector: photos that are in their checks again, and files that are not.
    void recovered(int photos, int filesAside);
    /// start() is through, with files and rows in agreement as far as that went.
    void swept();

private:
    void goOn(const std::vector<store::Shot>& shots);
    void settle(const store::Shot& shot, const base::Result<domain::PhotoEntry>& entered);
    void sweep();
    void tell(const actions::SweepReport& report);

    Machine& m_machine;
    viewmodels::ShotLine& m_line;
    int m_left = 0;  ///< shots that are still going on
    int m_found = 0;
    int m_aside = 0;
    bool m_makingRoom = false;
};

}  // namespace app
