#pragma once

#include <QObject>
#include <functional>

#include "app/core_thread.h"
#include "app/platform/photo_processor.h"
#include "app/viewmodels/around.h"
#include "core/store/shots.h"

namespace viewmodels {

/// The one way of a photo from its file to its row: noted, made small and hashed beside it,
/// entered.
///
/// From the note on a kill loses nothing: at the next start goOn() takes the same way from the same
/// file. Photos are entered in the order in which they were added. Not seen by QML; UI thread.
class ShotLine : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const base::Result<domain::PhotoEntry>&)>;

    ShotLine(app::CoreThread& core, Around around, platform::PhotoProcessor& processor,
             QString deviceName, QObject* parent = nullptr);

    /// The shot has its file and everything but its id. `answer` is called once, unless this line
    /// is gone by then; whoever asks lives as long as the line.
    void add(const store::Shot& shot, Answer answer);
    /// The same for a shot that was noted before.
    void goOn(const store::Shot& shot, Answer answer);

private:
    void enter(const store::Shot& shot, const platform::ProcessedPhoto& photo, Answer answer);
    void forget(const store::Shot& shot, const base::Error& why, Answer answer);

    app::CoreThread& m_core;
    Around m_around;
    platform::PhotoProcessor& m_processor;
    QString m_deviceName;
};

}  // namespace viewmodels
