#pragma once

#include <QtQml/qqmlregistration.h>

#include <functional>

#include "app/core_thread.h"
#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/town_figures.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/rectifications.h"

namespace viewmodels {

/// One finding that is to be put right.
struct RectificationRow {
    std::string id;
    std::string village;
    std::string town;
    std::string item;
    std::string place;
    int severity = 0;  ///< domain::Severity
    int state = 0;     ///< domain::RectificationState
    std::int64_t dueAtMs = 0;
    bool overdue = false;
    bool repeat = false;

    bool operator==(const RectificationRow&) const = default;
    bool sameAs(const RectificationRow& other) const { return id == other.id; }
};

/// What is to be put right: for a village its own, for a supervisor those of the towns, overdue
/// ones first, then by deadline.
class RectificationListModel : public RowsModel<RectificationRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(Show show READ shown WRITE setShow NOTIFY changed)
    Q_PROPERTY(QList<int> counts READ counts NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(bool supervises READ supervises NOTIFY changed)
    Q_PROPERTY(int toDo READ toDo NOTIFY changed)
    Q_PROPERTY(int percentDone READ percentDone NOTIFY changed)
    Q_PROPERTY(int onTime READ onTime NOTIFY changed)
    Q_PROPERTY(int done READ done NOTIFY changed)
    Q_PROPERTY(int closable READ closable NOTIFY changed)
    Q_PROPERTY(viewmodels::TownFiguresModel* towns READ towns CONSTANT)

public:
    /// Which tasks the list has; `counts` says how many each would show.
    enum class Show { Waiting, WithVillage, ToCheck, Overdue, Done, All };
    Q_ENUM(Show)
    enum class State { Waiting, Issued, Working, Reported, Returned, Checked, Closed, Cancelled };
    Q_ENUM(State)

    /// Issues these tasks under the number of a notice, off the UI thread.
    using Issue = std::function<QFuture<base::Result<void>>(std::vector<domain::FindingId>,
                                                            std::string number)>;

    /// Closes these off the UI thread; says how many it could.
    using Close = std::function<QFuture<int>(std::vector<domain::FindingId>)>;

    RectificationListModel(app::CoreThread& core, const base::Clock& clock, Issue issue,
                           QObject* parent = nullptr);

    Q_INVOKABLE void refresh();
    void display(std::vector<RectificationRow> rows);
    void showSupervises(bool supervises);
    /// 下发 of all that wait.
    Q_INVOKABLE void issueAll(const QString& number);
    /// 销号 of all that were checked.
    Q_INVOKABLE void closeAll();
    void setClose(Close close) { m_close = std::move(close); }

    Show shown() const { return m_show; }
    void setShow(Show show);
    QList<int> counts() const { return m_counts; }
    /// Why nothing can be read; else why the last action was refused, until the next one.
    QString error() const { return m_readError.isEmpty() ? m_refusal : m_readError; }
    bool supervises() const { return m_supervises; }
    /// What this person is asked to do something about.
    int toDo() const;
    /// 整改率: of those issued, in whole percent; -1 while there are none.
    int percentDone() const;
    int onTime() const { return m_totals.onTime; }
    int done() const { return m_totals.done; }
    /// How many closeAll() would close.
    int closable() const;
    TownFiguresModel* towns() { return &m_towns; }
    /// By town, and all together.
    void showTowns(std::vector<TownFigures> towns);

Q_SIGNALS:
    void changed();
    void issued();
    void closedMany();

private:
    void arrange();
    std::vector<domain::FindingId> in(domain::RectificationState state) const;
    void fail(const QString& error);

    app::CoreThread& m_core;
    const base::Clock& m_clock;
    Issue m_issue;
    Close m_close;
    std::vector<RectificationRow> m_all;
    store::RectificationCounts m_totals;
    Show m_show = Show::All;
    QList<int> m_counts{0, 0, 0, 0, 0, 0};
    QString m_readError, m_refusal;
    bool m_supervises = false;
    TownFiguresModel m_towns{this};
};

}  // namespace viewmodels
