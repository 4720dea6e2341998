#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QStringList>
#include <functional>

#include "app/core_thread.h"
#include "app/viewmodels/queue_filter.h"
#include "app/viewmodels/review_queue_reader.h"
#include "app/viewmodels/words.h"

namespace viewmodels {

/// The inspections to judge, filtered, counted and sorted in memory; 10,000 are no trouble.
///
/// refresh() reads on the core thread. Flags need each inspection whole: they follow after the
/// list, some inspections at a time, those on screen's state first.
class ReviewQueueModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
    Q_PROPERTY(QString error READ error NOTIFY loadedChanged)
    Q_PROPERTY(Show show READ show WRITE setShow NOTIFY filterChanged)
    Q_PROPERTY(Sort sort READ sort WRITE setSort NOTIFY filterChanged)
    Q_PROPERTY(bool flaggedOnly READ flaggedOnly WRITE setFlaggedOnly NOTIFY filterChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY filterChanged)
    Q_PROPERTY(QStringList campaigns READ campaigns NOTIFY filterChanged)
    Q_PROPERTY(QStringList towns READ towns NOTIFY filterChanged)
    Q_PROPERTY(QStringList sheets READ sheets NOTIFY filterChanged)
    Q_PROPERTY(QStringList inspectors READ inspectors NOTIFY filterChanged)
    Q_PROPERTY(int campaign READ campaign WRITE setCampaign NOTIFY filterChanged)
    Q_PROPERTY(int town READ town WRITE setTown NOTIFY filterChanged)
    Q_PROPERTY(int sheet READ sheet WRITE setSheet NOTIFY filterChanged)
    Q_PROPERTY(int inspector READ inspector WRITE setInspector NOTIFY filterChanged)
    Q_PROPERTY(int filters READ filters NOTIFY filterChanged)
    Q_PROPERTY(QList<int> counts READ counts NOTIFY countsChanged)
    Q_PROPERTY(int waiting READ waiting NOTIFY countsChanged)
    Q_PROPERTY(int count READ shownCount NOTIFY countsChanged)
    Q_PROPERTY(int approvable READ approvable NOTIFY countsChanged)

public:
    enum Role {
        InspectionIdRole = Qt::UserRole,
        VillageRole,
        TownRole,
        SheetTitleRole,
        InspectorRole,
        SubmittedAtRole,
        StateRole,
        ScoreRole,
        FlagsRole,  ///< review::Flag bits; -1: not looked into yet
        FindingsRole,
        PhotosRole,
        PhotosArrivedRole,
        RevisionRole,
        DecidedHereRole
    };
    Q_ENUM(Role)
    /// In the order of `counts`.
    enum class Show { Waiting, SentBack, Approved, Voided, All, Appealed };
    Q_ENUM(Show)
    enum class Sort { Oldest, Risk, LowestScore, Village };
    Q_ENUM(Sort)

    /// Approves these off the UI thread; says how many it could.
    using Approve = std::function<QFuture<int>(std::vector<domain::Review>)>;

    explicit ReviewQueueModel(app::CoreThread& core, QObject* parent = nullptr);

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void clearFilters();
    void setApprove(Approve approve);
    /// Approves everything in the list that no flag speaks against and whose photos are all here.
    Q_INVOKABLE void approveUnflagged();
    int approvable() const;
    /// The inspection that the list shows after (before) this one; empty at the end. For one that
    /// is not in the list any more (just decided): the one that took its place.
    Q_INVOKABLE QString after(const QString& inspectionId);
    Q_INVOKABLE QString before(const QString& inspectionId);
    /// Shows these; refresh() ends here.
    void display(ReviewQueue queue);
    void showFlags(const std::vector<LookedInto>& found);

    bool loaded() const { return m_loaded; }
    QString error() const { return m_error; }
    Show show() const { return m_show; }
    void setShow(Show show);
    Sort sort() const { return m_sort; }
    void setSort(Sort sort);
    bool flaggedOnly() const { return m_flaggedOnly; }
    void setFlaggedOnly(bool only);
    QString search() const { return m_search; }
    void setSearch(const QString& search);
    /// Each list begins with the word for "all"; the index 0 filters nothing.
    QStringList campaigns() const { return m_campaign.names(); }
    QStringList towns() const { return m_town.names(); }
    QStringList sheets() const { return m_sheet.names(); }
    QStringList inspectors() const { return m_inspector.names(); }
    int campaign() const { return m_campaign.index(); }
    void setCampaign(int index) { choose(m_campaign, index); }
    int town() const { return m_town.index(); }
    void setTown(int index) { choose(m_town, index); }
    int sheet() const { return m_sheet.index(); }
    void setSheet(int index) { choose(m_sheet, index); }
    int inspector() const { return m_inspector.index(); }
    void setInspector(int index) { choose(m_inspector, index); }
    /// How many of town, sheet, inspector and flags are on.
    int filters() const;
    QList<int> counts() const { return m_counts; }
    int waiting() const;
    int shownCount() const { return static_cast<int>(m_shown.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void loadedChanged();
    void filterChanged();
    void countsChanged();
    void approvedMany(int approved, int asked);

private:
    void choose(QueueFilter& filter, int index);
    void nameFilters();
    void arrange();
    bool passes(const ReviewRow& row) const;
    bool comesBefore(const ReviewRow& a, const ReviewRow& b) const;
    void lookIntoNext();
    std::vector<domain::Review> unflagged() const;
    void flagMeans();
    int placeOf(const QString& inspectionId);

    app::CoreThread& m_core;
    Approve m_approve;
    ReviewQueue m_queue;
    std::vector<int> m_shown;  ///< indexes into m_queue.rows
    QList<int> m_counts{0, 0, 0, 0, 0, 0};
    QueueFilter m_campaign, m_town, m_sheet, m_inspector;
    QString m_error, m_search;
    Show m_show = Show::Waiting;
    Sort m_sort = Sort::Oldest;
    bool m_flaggedOnly = false, m_loaded = false, m_looking = false;
    int m_lastPlace = 0;
};

}  // namespace viewmodels
