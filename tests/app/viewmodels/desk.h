#pragma once

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "app/core_thread.h"
#include "app/viewmodels/checklist_model.h"
#include "app/viewmodels/open_inspection.h"
#include "core/store/open.h"
#include "tests/app/qt_application.h"
#include "tests/support/tablet.h"

namespace support {

/// A tablet with the made-up county, and the view-models' way to it: what an inspector's page works
/// on.
struct Desk {
    Desk() { qtApplication(); }

    Tablet tablet;
    std::optional<base::Fix> fix =
        base::Fix{{29.258, 120.236}, 6, base::PositionSource::device, 1000, std::nullopt, 9, false};
    app::CoreThread core{[path = tablet.databasePath()] { return store::open(path); }};
    viewmodels::OpenInspection open{core, around()};

    viewmodels::Around around()
    {
        return {tablet.clock(), tablet.ids(), [this] { return fix; },
                QString::fromStdString(tablet.mediaFolder())};
    }

    /// Starts a check and opens it.
    domain::InspectionId start(const std::string& kind = "LJ")
    {
        const domain::InspectionId id = tablet.start(kind);
        open.open(id);
        REQUIRE(eventually([&] { return open.isOpen() && open.inspection().id == id; }));
        return id;
    }

    /// All that was sent to the core thread is done and answered.
    void settle()
    {
        bool done = false;
        app::whenDone(
            core.run([](SQLite::Database&) {}), &open, [&] { done = true; },
            [&](const std::exception&) { done = true; });
        REQUIRE(eventually([&] { return done && (!open.isOpen() || !open.editor().unsaved()); }));
    }
};

/// The value of a role, by the name that QML uses.
inline QVariant at(const QAbstractItemModel& model, int row, const char* role)
{
    const auto names = model.roleNames();
    for (auto name = names.begin(); name != names.end(); ++name)
        if (name.value() == role) return model.index(row, 0).data(name.key());
    return {};
}

}  // namespace support
