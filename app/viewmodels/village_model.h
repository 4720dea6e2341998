#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "app/core_thread.h"
#include "app/viewmodels/around.h"
#include "app/viewmodels/check_list_model.h"
#include "core/base/position.h"
#include "core/domain/inspection.h"

namespace viewmodels {

/// One village: its checks with state and score, what was sent back and why, and the way into a
/// check.
class VillageModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(QString villageCode READ villageCode NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString town READ town NOTIFY changed)
    Q_PROPERTY(QString aliases READ aliases NOTIFY changed)
    Q_PROPERTY(double distanceM READ distanceM NOTIFY distanceChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(viewmodels::CheckListModel* checks READ checks CONSTANT)
    Q_PROPERTY(viewmodels::VisitListModel* visits READ visits CONSTANT)

public:
    VillageModel(app::CoreThread& core, Around around, QObject* parent = nullptr);

    /// Shows the village; answers by changed().
    Q_INVOKABLE void open(const QString& villageCode);
    Q_INVOKABLE void refresh();
    /// Starts the check of this row of `checks`, or goes on with its draft, or corrects what was
    /// sent back; checkOpened follows. A row that is submitted or approved opens to read.
    Q_INVOKABLE void openCheck(int row);
    /// Starts a 回头看 at what this row of `checks` may look back at; checkOpened follows.
    Q_INVOKABLE void lookBack(int row);
    /// Throws the draft of this row away, for good; checkDiscarded follows.
    Q_INVOKABLE void discard(int row);
    /// Before a check is started: which profile of the sheet it uses.
    Q_INVOKABLE void chooseProfile(int row, int profile);
    void showFix(std::optional<base::Fix> fix);

    QString villageCode() const;
    QString name() const;
    QString town() const;
    QString aliases() const;
    double distanceM() const;
    bool loaded() const { return m_loaded; }
    QString error() const { return m_error; }
    CheckListModel* checks() { return &m_checks; }
    VisitListModel* visits() { return &m_visits; }

Q_SIGNALS:
    void changed();
    void distanceChanged();
    void errorChanged();
    void checkOpened(const QString& inspectionId);
    void checkDiscarded();

private:
    void display(VillageSheet sheet);
    void start(const CheckRow& check, const domain::InspectionId& parent);
    void correct(const CheckRow& check);
    template <class Action>
    void run(Action action);
    void setError(const QString& error);

    app::CoreThread& m_core;
    Around m_around;
    VillageSheet m_sheet;
    CheckListModel m_checks{this};
    VisitListModel m_visits{this};
    std::optional<base::Fix> m_fix;
    bool m_loaded = false;
    QString m_error;
};

}  // namespace viewmodels
