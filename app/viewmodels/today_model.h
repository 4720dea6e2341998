#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <memory>
#include <optional>
#include <vector>

#include "app/core_thread.h"
#include "app/viewmodels/today_list.h"
#include "core/base/position.h"

namespace viewmodels {

/// The villages that this inspector is to visit, searched as one types and sorted; 32,130 of them
/// are no trouble.
///
/// refresh() reads on the core thread; searching and sorting work on what was read, in memory.
/// While something is searched for, the best hits come first, 300 at most.
class TodayModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
    Q_PROPERTY(QString error READ error NOTIFY loadedChanged)
    Q_PROPERTY(QString campaign READ campaign NOTIFY loadedChanged)
    Q_PROPERTY(int villages READ villages NOTIFY loadedChanged)
    Q_PROPERTY(int villagesDone READ villagesDone NOTIFY loadedChanged)
    Q_PROPERTY(int checksOpen READ checksOpen NOTIFY loadedChanged)
    Q_PROPERTY(int checksSentBack READ checksSentBack NOTIFY loadedChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(Sort sort READ sort WRITE setSort NOTIFY sortChanged)
    Q_PROPERTY(Show show READ show WRITE setShow NOTIFY showChanged)
    Q_PROPERTY(bool canSortByDistance READ canSortByDistance NOTIFY fixChanged)
    Q_PROPERTY(int count READ shownCount NOTIFY countChanged)

public:
    enum Role {
        VillageCodeRole = Qt::UserRole,
        NameRole,
        TownRole,
        ChecksRole,  ///< list of CheckMark
        ChecksDoneRole,
        ChecksTotalRole,
        DistanceMRole,  ///< -1: not known
        SentBackRole
    };
    Q_ENUM(Role)
    enum class Sort { ByTown, ByName, ByDistance };
    Q_ENUM(Sort)
    enum class Show { All, Open, Done };
    Q_ENUM(Show)

    explicit TodayModel(app::CoreThread& core, QObject* parent = nullptr);

    /// Reads again; what is shown stays until the answer is there.
    Q_INVOKABLE void refresh();
    /// Where this village is shown; -1 when it is not.
    Q_INVOKABLE int rowOf(const QString& villageCode) const;
    /// For the distance; sorting by distance follows when the place moved by more than 50 m.
    void showFix(std::optional<base::Fix> fix);
    /// Shows these villages; refresh() ends here, and goes on to read what searching needs.
    void display(std::shared_ptr<const TodayList> list);
    void displayAid(std::shared_ptr<const TodayAid> aid);

    bool loaded() const { return m_list != nullptr; }
    QString error() const { return m_error; }
    QString campaign() const;
    int villages() const;
    int villagesDone() const { return m_villagesDone; }
    int checksOpen() const { return m_counts.checks - m_counts.done; }
    int checksSentBack() const { return m_counts.sentBack; }
    QString search() const { return m_search; }
    void setSearch(const QString& search);
    Sort sort() const { return m_sort; }
    void setSort(Sort sort);
    Show show() const { return m_show; }
    void setShow(Show show);
    bool canSortByDistance() const { return m_at.has_value(); }
    int shownCount() const { return static_cast<int>(m_shown.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void loadedChanged();
    void searchChanged();
    void sortChanged();
    void showChanged();
    void fixChanged();
    void countChanged();
    /// By searching, sorting or filtering: the page shows the first ones again.
    void othersOnTop();

private:
    /// Rows keep their places on the page and show other villages: making delegates anew at each
    /// keystroke would take longer than the search.
    void arrange();
    /// For villages that were read anew.
    void arrangeAnew();
    std::vector<int> arranged();
    bool fits(int row) const;
    std::vector<int> hits();
    std::vector<int> ordered() const;
    QVariantList marksOf(const store::TodayVillage& village) const;
    const store::TodayVillage& at(int row) const
    {
        return m_list->villages[static_cast<std::size_t>(row)];
    }

    app::CoreThread& m_core;
    std::shared_ptr<const TodayList> m_list;
    std::shared_ptr<const TodayAid> m_aid;
    store::RegionIndex::Typing m_typing;  ///< in m_aid->index
    std::vector<int> m_shown;             ///< indexes into m_list->villages
    store::TodayCounts m_counts;
    int m_villagesDone = 0;
    QString m_error;
    QString m_search;
    Sort m_sort = Sort::ByTown;
    Show m_show = Show::All;
    std::optional<base::GeoPoint> m_at;
};

}  // namespace viewmodels
