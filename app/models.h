#pragma once

#include "app/machine.h"
#include "app/viewmodels/appeal_model.h"
#include "app/viewmodels/capture_model.h"
#include "app/viewmodels/checklist_model.h"
#include "app/viewmodels/drawing_model.h"
#include "app/viewmodels/enrol_model.h"
#include "app/viewmodels/finish_model.h"
#include "app/viewmodels/open_inspection.h"
#include "app/viewmodels/outbox_model.h"
#include "app/viewmodels/overview_model.h"
#include "app/viewmodels/photo_view_model.h"
#include "app/viewmodels/pin_model.h"
#include "app/viewmodels/place_model.h"
#include "app/viewmodels/publish_model.h"
#include "app/viewmodels/ranking_model.h"
#include "app/viewmodels/rectification_list_model.h"
#include "app/viewmodels/rectification_model.h"
#include "app/viewmodels/review_model.h"
#include "app/viewmodels/review_queue_model.h"
#include "app/viewmodels/scan_model.h"
#include "app/viewmodels/session_model.h"
#include "app/viewmodels/settings_model.h"
#include "app/viewmodels/shot_line.h"
#include "app/viewmodels/status_model.h"
#include "app/viewmodels/today_model.h"
#include "app/viewmodels/village_model.h"

namespace app {

/// One long-lived view-model a page, over one machine.
struct Models {
    explicit Models(Machine& machine);

    viewmodels::SessionModel session;
    viewmodels::StatusModel status;
    viewmodels::EnrolModel enrol;
    viewmodels::ScanModel scan;  ///< beside it
    viewmodels::PinModel pin;
    viewmodels::PlaceModel place;
    viewmodels::TodayModel today;
    viewmodels::VillageModel village;
    viewmodels::ShotLine shots;       ///< of both cameras' pages; not seen by QML
    viewmodels::OpenInspection open;  ///< shared by the five below; not seen by QML
    viewmodels::ChecklistModel checklist;
    viewmodels::CaptureModel capture;
    viewmodels::PhotoViewModel photo;
    viewmodels::DrawingModel drawing;
    viewmodels::FinishModel finish;
    viewmodels::OutboxModel outbox;
    viewmodels::SettingsModel settings;
    viewmodels::ReviewQueueModel reviewQueue;
    viewmodels::ReviewModel review;
    viewmodels::RankingModel ranking;
    viewmodels::PublishModel publishing;
    viewmodels::OverviewModel overview;
    viewmodels::RectificationListModel rectifications;
    viewmodels::RectificationModel rectification;
    viewmodels::AppealModel appeal;      ///< beside the page of an inspection
    viewmodels::AppealModel taskAppeal;  ///< beside the page of a task
};

}  // namespace app
