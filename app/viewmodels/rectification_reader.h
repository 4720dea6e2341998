#pragma once

#include <QList>
#include <QUrl>
#include <optional>

#include "core/store/rectifications.h"

namespace viewmodels {

/// What is known of one task, read on the core thread.
struct RectificationSheet {
    store::RectificationTask task;
    std::string villageName;
    std::vector<store::RectificationStepRow> steps;
    std::vector<std::string> whose;  ///< names, beside `steps`
    QList<QUrl> before;
    QList<QUrl> after;  ///< of the newest report, or of the one being made
    int drafted = 0;
    int onHub = 0;  ///< of the newest report's photos
    int reported = 0;
};

/// On the core thread; nothing when the tablet does not know the task.
std::optional<RectificationSheet> readRectification(SQLite::Database& db,
                                                    const domain::FindingId& finding,
                                                    const std::string& mediaFolder);

}  // namespace viewmodels
