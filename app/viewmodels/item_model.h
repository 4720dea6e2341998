#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "app/viewmodels/finding_list_model.h"
#include "app/viewmodels/input_list_model.h"
#include "app/viewmodels/last_time_model.h"
#include "app/viewmodels/open_inspection.h"
#include "app/viewmodels/photo_list_model.h"

namespace viewmodels {

/// The open item of the checklist: what can be tapped, what was found this time and last time, its
/// photos.
class ItemModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ChecklistModel")
    Q_PROPERTY(QString code READ code NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString basis READ basis NOTIFY changed)
    Q_PROPERTY(QString why READ why NOTIFY changed)
    Q_PROPERTY(QString lost READ lost NOTIFY changed)
    Q_PROPERTY(int sampleHouseholds READ sampleHouseholds NOTIFY changed)
    Q_PROPERTY(int householdsVisited READ householdsVisited NOTIFY changed)
    Q_PROPERTY(int findingCount READ findingCount NOTIFY changed)
    Q_PROPERTY(int sizesMissing READ sizesMissing NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(viewmodels::InputListModel* inputs READ inputs CONSTANT)
    Q_PROPERTY(viewmodels::FindingListModel* findings READ findings CONSTANT)
    Q_PROPERTY(viewmodels::PhotoListModel* photos READ photos CONSTANT)
    Q_PROPERTY(viewmodels::LastTimeModel* lastTime READ lastTime CONSTANT)

public:
    explicit ItemModel(OpenInspection& open, QObject* parent = nullptr);

    /// Steppers: one more 处 of this input (a row of `inputs`), here and now.
    Q_INVOKABLE void add(int input);
    /// Steppers: takes the newest finding of this input away.
    Q_INVOKABLE void remove(int input);
    /// Toggles: a missing kind, a tier, a failing household, a sub-point that is met.
    Q_INVOKABLE void toggle(int input);
    /// Numbers: "12.5"; empty takes the value away. A text that is no number is said in `error`.
    Q_INVOKABLE void measure(int input, const QString& value);
    /// 再次发现: this finding of last time, found again and not rectified.
    Q_INVOKABLE void againNotFixed(const QString& findingId);
    Q_INVOKABLE void describeFinding(const QString& findingId, const QString& place,
                                     const QString& note);
    /// How large a finding is, where it counts only over a size; like measure().
    Q_INVOKABLE void sizeFinding(const QString& findingId, const QString& size);
    Q_INVOKABLE void removeFinding(const QString& findingId);
    Q_INVOKABLE void setHouseholdsVisited(int households);

    QString code() const;
    QString title() const;
    QString basis() const;
    QString why() const;
    /// What the item has lost so far, also without a finding; empty: nothing.
    QString lost() const;
    int sampleHouseholds() const;
    int householdsVisited() const;
    int findingCount() const;
    /// Findings that count only over a size, and whose size is not given yet.
    int sizesMissing() const;
    QString error() const { return m_error; }
    InputListModel* inputs() { return &m_inputs; }
    FindingListModel* findings() { return &m_findings; }
    PhotoListModel* photos() { return &m_photos; }
    LastTimeModel* lastTime() { return &m_lastTime; }

Q_SIGNALS:
    void changed();
    void errorChanged();

private:
    void refresh();
    void setError(const QString& error);
    const domain::Item* item() const;
    domain::Answer answer() const;
    template <class Gesture>
    void gesture(int input, Gesture gesture);

    OpenInspection& m_open;
    QString m_error;
    InputListModel m_inputs{this};
    FindingListModel m_findings{this};
    PhotoListModel m_photos{this};
    LastTimeModel m_lastTime{this};
};

}  // namespace viewmodels
