#pragma once

#include <QtQml/qqmlregistration.h>

#include <QFuture>
#include <QObject>
#include <functional>

#include "app/core_thread.h"
#include "app/viewmodels/reason_list_model.h"
#include "app/viewmodels/review_item_model.h"
#include "core/base/result.h"
#include "core/domain/user.h"

namespace viewmodels {

/// One inspection as its judge sees it: why points were lost, the proof, and the decisions.
class ReviewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(QString inspectionId READ inspectionId NOTIFY changed)
    Q_PROPERTY(QString village READ village NOTIFY changed)
    Q_PROPERTY(QString town READ town NOTIFY changed)
    Q_PROPERTY(QString sheetTitle READ sheetTitle NOTIFY changed)
    Q_PROPERTY(QString inspector READ inspector NOTIFY changed)
    Q_PROPERTY(double submittedAtMs READ submittedAtMs NOTIFY changed)
    Q_PROPERTY(int minutesOnSite READ minutesOnSite NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed)
    Q_PROPERTY(viewmodels::check::State checkState READ checkState NOTIFY changed)
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(QString maximum READ maximum NOTIFY changed)
    Q_PROPERTY(QString lost READ lost NOTIFY changed)
    Q_PROPERTY(int photos READ photoCount NOTIFY changed)
    Q_PROPERTY(int photosArrived READ photosArrived NOTIFY changed)
    Q_PROPERTY(Blocked approveBlocked READ approveBlocked NOTIFY changed)
    Q_PROPERTY(Blocked decideBlocked READ decideBlocked NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(Blocked adjustBlocked READ adjustBlocked NOTIFY changed)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed)
    Q_PROPERTY(int row READ row NOTIFY currentChanged)
    Q_PROPERTY(QString comment READ comment NOTIFY currentChanged)
    Q_PROPERTY(int comments READ comments NOTIFY changed)
    Q_PROPERTY(viewmodels::ReviewItemListModel* items READ items CONSTANT)
    Q_PROPERTY(viewmodels::ReviewItemModel* item READ item CONSTANT)
    Q_PROPERTY(viewmodels::ReasonListModel* reasons READ reasons CONSTANT)
    Q_PROPERTY(viewmodels::ReviewEventListModel* events READ events CONSTANT)
    Q_PROPERTY(viewmodels::ReviewChangeListModel* changes READ changes CONSTANT)

public:
    /// Why a decision cannot be made now.
    /// VetoUnconfirmed: somebody must confirm it first. SecondPerson: this one confirmed it.
    /// AdjustedByOther: they may change them again. NoRight: this one never adjusts points.
    // clang-format off
    enum class Blocked { No, NotLoaded, Deciding, NotAllowed, OwnInspection, Decided, PhotosMissing,
                         VetoUnconfirmed, SecondPerson, AdjustedByOther, NoRight };
    // clang-format on
    Q_ENUM(Blocked)
    enum class Decision { Approve, SendBack, Void, Adjust, ConfirmVeto };
    Q_ENUM(Decision)

    /// Writes the decision (core/actions) off the UI thread; refusals come back as the error.
    using Decide = std::function<QFuture<base::Result<void>>(domain::Review)>;

    ReviewModel(app::CoreThread& core, Decide decide, QString mediaFolder, QObject* parent = {});

    /// None: nobody may.
    void showReviewer(std::optional<domain::User> reviewer);
    /// Shows what was read; open() ends here.
    void display(std::optional<ReviewSheet> sheet);

    Q_INVOKABLE void open(const QString& inspectionId);
    /// Reads the same inspection again; the item stays.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void goTo(int row);
    /// What the inspector is to mend at the current item; empty takes it away.
    Q_INVOKABLE void setComment(const QString& comment);
    Q_INVOKABLE void approve();
    /// The first of the two people that a veto needs.
    Q_INVOKABLE void confirmVeto();
    Q_INVOKABLE void sendBack(const QString& comment);
    Q_INVOKABLE void voidIt(const QString& reason);
    /// Gives the current item these points ("4.5") from now on; it stays open, for more of it.
    Q_INVOKABLE void adjust(const QString& points, const QString& reason);

    bool loaded() const { return m_sheet.has_value(); }
    /// Why it cannot be shown; else why the last decision was refused, until the next one.
    QString error() const { return m_readError.isEmpty() ? m_error : m_readError; }
    QString inspectionId() const { return text(m_id.value); }
    QString village() const;
    QString town() const;
    QString sheetTitle() const;
    QString inspector() const;
    double submittedAtMs() const;
    int minutesOnSite() const;
    int revision() const;
    check::State checkState() const;
    QString total() const;
    QString maximum() const;
    QString lost() const;
    int photoCount() const;
    int photosArrived() const;
    Blocked approveBlocked() const;
    Blocked decideBlocked() const;
    Blocked adjustBlocked() const;
    bool busy() const { return m_busy; }
    /// Why the last decision that was made here has no effect, as the hub said; empty: it has.
    QString refusal() const;
    int row() const { return m_row; }
    QString comment() const;
    int comments() const { return static_cast<int>(m_comments.size()); }
    ReviewItemListModel* items() { return &m_items; }
    ReviewItemModel* item() { return &m_item; }
    /// The score, down to each finding.
    ReasonListModel* reasons() { return &m_reasons; }
    ReviewEventListModel* events() { return &m_events; }
    ReviewChangeListModel* changes() { return &m_changes; }

Q_SIGNALS:
    void changed();
    void currentChanged();
    void errorChanged();
    void decided(viewmodels::ReviewModel::Decision decision);

private:
    void decide(domain::Review review, Decision decision);
    domain::Review review(domain::Decision decision, const QString& comment) const;
    void showItems();
    void setError(const QString& error);
    const std::string& itemCode() const;
    app::CoreThread& m_core;
    Decide m_decide;
    std::string m_mediaFolder;
    std::optional<domain::User> m_reviewer;
    domain::InspectionId m_id;
    std::optional<ReviewSheet> m_sheet;
    std::map<std::string, std::string> m_comments;  ///< by item
    QString m_error, m_readError;
    int m_row = -1;
    bool m_busy = false;
    ReviewItemListModel m_items{this};
    ReviewItemModel m_item;
    ReasonListModel m_reasons{this};
    ReviewEventListModel m_events{this};
    ReviewChangeListModel m_changes{this};
};

}  // namespace viewmodels
