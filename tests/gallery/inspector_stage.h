#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <memory>

#include "app/viewmodels/capture_model.h"
#include "app/viewmodels/checklist_model.h"
#include "app/viewmodels/drawing_model.h"
#include "app/viewmodels/enrol_model.h"
#include "app/viewmodels/finish_model.h"
#include "app/viewmodels/outbox_model.h"
#include "app/viewmodels/photo_view_model.h"
#include "app/viewmodels/pin_model.h"
#include "app/viewmodels/scan_model.h"
#include "app/viewmodels/settings_model.h"
#include "app/viewmodels/status_model.h"
#include "app/viewmodels/today_model.h"
#include "app/viewmodels/village_model.h"

namespace gallery {

struct InspectorTablet;

/// The inspector's real view-models over a tablet in a temporary folder, in the middle of a day's
/// work: what the pages show in the gallery and in their tests. Everything is read when the
/// constructor returns.
class InspectorStage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(viewmodels::StatusModel* status READ status CONSTANT)
    Q_PROPERTY(viewmodels::EnrolModel* enrol READ enrol CONSTANT)
    Q_PROPERTY(viewmodels::ScanModel* scan READ scan CONSTANT)
    Q_PROPERTY(viewmodels::TodayModel* today READ today CONSTANT)
    Q_PROPERTY(viewmodels::VillageModel* village READ village CONSTANT)
    Q_PROPERTY(viewmodels::ChecklistModel* checklist READ checklist CONSTANT)
    Q_PROPERTY(viewmodels::CaptureModel* capture READ capture CONSTANT)
    Q_PROPERTY(viewmodels::PhotoViewModel* photo READ photo CONSTANT)
    Q_PROPERTY(viewmodels::DrawingModel* drawing READ drawing CONSTANT)
    Q_PROPERTY(viewmodels::FinishModel* finish READ finish CONSTANT)
    Q_PROPERTY(viewmodels::OutboxModel* outbox READ outbox CONSTANT)
    Q_PROPERTY(viewmodels::PinModel* pin READ pin CONSTANT)
    Q_PROPERTY(viewmodels::SettingsModel* settings READ settings CONSTANT)

public:
    explicit InspectorStage(QObject* parent = nullptr);
    ~InspectorStage() override;

    /// Waits until everything sent to the core thread is done and answered.
    Q_INVOKABLE void settle();
    /// The checklist is then of a check that was sent back.
    Q_INVOKABLE void openSentBack();
    /// The sheet asks for the surroundings and the thing, and a finding has no photo yet.
    Q_INVOKABLE void wantWideAndClose();
    /// A PIN is set, asked for, and was entered wrong.
    Q_INVOKABLE void askForPin();

    viewmodels::StatusModel* status();
    viewmodels::EnrolModel* enrol();
    viewmodels::ScanModel* scan();
    viewmodels::TodayModel* today();
    viewmodels::VillageModel* village();
    viewmodels::ChecklistModel* checklist();
    viewmodels::CaptureModel* capture();
    viewmodels::PhotoViewModel* photo();
    viewmodels::DrawingModel* drawing();
    viewmodels::FinishModel* finish();
    viewmodels::OutboxModel* outbox();
    viewmodels::PinModel* pin();
    viewmodels::SettingsModel* settings();

private:
    std::unique_ptr<InspectorTablet> m;
};

}  // namespace gallery
