#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "app/viewmodels/old_finding_list_model.h"
#include "app/viewmodels/photo_list_model.h"
#include "core/domain/inspection.h"
#include "core/evidence/watermark.h"

namespace viewmodels {

/// The newest earlier inspection of the same subject by the same kind of sheet.
struct LastTime {
    domain::Inspection inspection;
    std::shared_ptr<const domain::Checklist> sheet;
    std::map<std::string, base::Points> lost;  ///< by item
    bool approved = false;
    evidence::WatermarkFacts watermark;
    std::set<domain::FindingId> mended;  ///< checked or closed since, or taken back
};

/// What was found last time on the current item.
class LastTimeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ChecklistModel")
    Q_PROPERTY(bool known READ known NOTIFY changed)
    Q_PROPERTY(double atMs READ atMs NOTIFY changed)
    Q_PROPERTY(viewmodels::answer::State state READ state NOTIFY changed)
    Q_PROPERTY(int findings READ findings NOTIFY changed)
    Q_PROPERTY(int mended READ mended NOTIFY changed)
    Q_PROPERTY(QString lost READ lost NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(viewmodels::OldFindingListModel* left READ left CONSTANT)
    Q_PROPERTY(viewmodels::PhotoListModel* photos READ photos CONSTANT)

public:
    explicit LastTimeModel(QObject* parent = nullptr);

    void show(std::shared_ptr<const LastTime> lastTime, const QString& mediaFolder);
    void showItem(const std::string& itemCode);
    /// The item as the sheet of this time has it, and what was said of it so far.
    void showNow(const domain::Item* item, const domain::Answer& said);
    /// A finding of last time that "again not fixed" can repeat: not put right since, not found
    /// again yet, and of a rule that there still is.
    std::optional<domain::Finding> toRepeat(const domain::FindingId& finding) const;

    bool known() const { return m_lastTime != nullptr; }
    double atMs() const;
    answer::State state() const;
    int findings() const;
    /// So many of them were put right, and checked.
    int mended() const;
    QString lost() const;
    /// On the item as a whole.
    QString note() const;
    /// What was not put right, each with whether it was found again.
    OldFindingListModel* left() { return &m_left; }
    PhotoListModel* photos() { return &m_photos; }

Q_SIGNALS:
    void changed();

private:
    const domain::Answer* current() const;

    std::shared_ptr<const LastTime> m_lastTime;
    QString m_mediaFolder;
    std::string m_item;
    OldFindingListModel m_left{this};
    PhotoListModel m_photos{this};
};

}  // namespace viewmodels
