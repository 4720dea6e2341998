#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <memory>

#include "app/viewmodels/checklist_model.h"
#include "app/viewmodels/finish_model.h"
#include "app/viewmodels/outbox_model.h"
#include "app/viewmodels/status_model.h"
#include "app/viewmodels/today_model.h"
#include "app/viewmodels/village_model.h"

namespace gallery {

struct NastyTablet;

/// The inspector's day at its nastiest: names of 20 characters, a sheet of 60 long items,
/// 40 photos on one of them, everything missing at the end, no position, a refused outbox;
/// and beside it nothing at all: no villages, no items, an empty outbox.
class NastyStage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(viewmodels::StatusModel* status READ status CONSTANT)
    Q_PROPERTY(viewmodels::StatusModel* emptyStatus READ emptyStatus CONSTANT)
    Q_PROPERTY(viewmodels::TodayModel* today READ today CONSTANT)
    Q_PROPERTY(viewmodels::TodayModel* emptyToday READ emptyToday CONSTANT)
    Q_PROPERTY(viewmodels::VillageModel* village READ village CONSTANT)
    Q_PROPERTY(viewmodels::ChecklistModel* checklist READ checklist CONSTANT)
    Q_PROPERTY(viewmodels::ChecklistModel* emptyChecklist READ emptyChecklist CONSTANT)
    Q_PROPERTY(viewmodels::FinishModel* finish READ finish CONSTANT)
    Q_PROPERTY(viewmodels::OutboxModel* outbox READ outbox CONSTANT)
    Q_PROPERTY(viewmodels::OutboxModel* emptyOutbox READ emptyOutbox CONSTANT)

public:
    explicit NastyStage(QObject* parent = nullptr);
    ~NastyStage() override;

    /// The same check with something found on each item, as it is shown after it was submitted.
    Q_INVOKABLE void readOnly();

    viewmodels::StatusModel* status();
    viewmodels::StatusModel* emptyStatus();
    viewmodels::TodayModel* today();
    viewmodels::TodayModel* emptyToday();
    viewmodels::VillageModel* village();
    viewmodels::ChecklistModel* checklist();
    viewmodels::ChecklistModel* emptyChecklist();
    viewmodels::FinishModel* finish();
    viewmodels::OutboxModel* outbox();
    viewmodels::OutboxModel* emptyOutbox();

private:
    void settle();

    std::unique_ptr<NastyTablet> m;
};

}  // namespace gallery
