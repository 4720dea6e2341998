#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <string>
#include <vector>

#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"
#include "core/domain/checklist.h"
#include "core/domain/region.h"

namespace viewmodels {

/// What is still to be put right, in the line that leads to it.
struct OpenTask {
    Q_GADGET
    QML_VALUE_TYPE(openTask)
    Q_PROPERTY(QString findingId MEMBER findingId)
    Q_PROPERTY(QString what MEMBER what)

public:
    QString findingId;
    QString what;  ///< "LJ07 文化礼堂东侧"

    bool operator==(const OpenTask&) const = default;
};

/// One check of the open village: a sheet, or a sheet on one facility.
struct CheckRow {
    std::string kind;
    std::string title;
    bool sample = false;  ///< 示例
    std::string subject;  ///< name of the facility; empty: the village itself
    domain::RegionCode subjectCode;
    check::State state = check::State::NotStarted;
    bool refused = false;  ///< the hub did not take it: a person has to see to it
    std::string points;    ///< empty: none yet
    std::string maximum;
    int answered = 0;
    int items = 0;
    domain::InspectionId inspection;  ///< empty: not started
    int revision = 0;
    std::string comment;  ///< the reviewer's, when sent back
    std::vector<std::string> itemComments;
    std::vector<OpenTask> openTasks;  ///< here, on this sheet
    std::vector<std::string>
        profileTitles;  ///< to choose from before the start; empty: nothing to choose
    std::vector<std::string> profileCodes;
    int profile = 0;
    domain::ChecklistRef sheet;
    bool lookBack = false;  ///< what is shown is a 回头看
    domain::InspectionId
        lookBackAt;  ///< an approved one that a 回头看 may look back at; may be empty

    bool operator==(const CheckRow&) const = default;
    bool sameAs(const CheckRow& other) const
    {
        return kind == other.kind && subjectCode == other.subjectCode;
    }
};

/// One earlier inspection of the open village.
struct VisitRow {
    domain::InspectionId inspection;
    std::string title;
    std::string inspector;
    std::int64_t submittedAtMs = 0;
    check::State state = check::State::Submitted;
    bool refused = false;
    std::string points;
    int findings = 0;
    bool lookBack = false;

    bool operator==(const VisitRow&) const = default;
    bool sameAs(const VisitRow& other) const { return inspection == other.inspection; }
};

struct VillageSheet {
    domain::Region village;
    std::string town;
    domain::CampaignId campaign;
    std::vector<CheckRow> checks;
    std::vector<VisitRow> visits;
};

class CheckListModel : public RowsModel<CheckRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of VillageModel")
public:
    explicit CheckListModel(QObject* parent = nullptr);
};

class VisitListModel : public RowsModel<VisitRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of VillageModel")
public:
    explicit VisitListModel(QObject* parent = nullptr);
};

}  // namespace viewmodels
