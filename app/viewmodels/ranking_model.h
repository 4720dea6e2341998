#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "app/core_thread.h"
#include "app/viewmodels/fairness_model.h"
#include "app/viewmodels/ranking_lists.h"
#include "app/viewmodels/reason_list_model.h"
#include "core/domain/campaign.h"
#include "core/domain/review.h"

namespace viewmodels {

/// 十佳十差 of a campaign as the hub computed it, and why a village stands where it stands.
class RankingModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(bool hasRanking READ hasRanking NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QStringList campaigns READ campaigns NOTIFY changed)
    Q_PROPERTY(int campaign READ campaign WRITE setCampaign NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString campaignId READ campaignId NOTIFY changed)
    Q_PROPERTY(QStringList checks READ checks NOTIFY changed)
    Q_PROPERTY(int bestCount READ bestCount NOTIFY changed)
    Q_PROPERTY(int worstCount READ worstCount NOTIFY changed)
    Q_PROPERTY(viewmodels::TownRankListModel* towns READ towns CONSTANT)
    Q_PROPERTY(QStringList classes READ classes NOTIFY changed)
    Q_PROPERTY(int board READ board WRITE setBoard NOTIFY changed)
    Q_PROPERTY(QString previous READ previous NOTIFY changed)
    Q_PROPERTY(int participants READ participants NOTIFY changed)
    Q_PROPERTY(int approved READ approved NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(int sentBack READ sentBack NOTIFY changed)
    Q_PROPERTY(int unchecked READ unchecked NOTIFY changed)
    Q_PROPERTY(QString selectedVillage READ selectedVillage NOTIFY selectedChanged)
    Q_PROPERTY(QString selectedName READ selectedName NOTIFY selectedChanged)
    Q_PROPERTY(viewmodels::ranked::Key sortColumn READ sortColumn NOTIFY sortChanged)
    Q_PROPERTY(bool descending READ descending NOTIFY sortChanged)
    Q_PROPERTY(viewmodels::RankListModel* best READ best CONSTANT)
    Q_PROPERTY(viewmodels::RankListModel* worst READ worst CONSTANT)
    Q_PROPERTY(viewmodels::RankListModel* all READ all CONSTANT)
    Q_PROPERTY(viewmodels::RankListModel* improved READ improved CONSTANT)
    Q_PROPERTY(viewmodels::NotRankedListModel* notRanked READ notRanked CONSTANT)
    Q_PROPERTY(viewmodels::ReasonListModel* reasons READ reasons CONSTANT)
    Q_PROPERTY(viewmodels::FairnessModel* fairness READ fairness CONSTANT)

public:
    explicit RankingModel(app::CoreThread& core, QObject* parent = nullptr);

    Q_INVOKABLE void refresh();
    /// Explains this village's place; `reasons` follows.
    Q_INVOKABLE void select(const QString& villageCode);
    /// Sorts the full table by this column; the same again turns it round.
    Q_INVOKABLE void sortBy(viewmodels::ranked::Key column);
    /// Shows this ranking; refresh() ends here. None: the hub has not computed one yet.
    void display(std::vector<domain::Campaign> campaigns, std::optional<ranking::Ranking> ranking);

    bool loaded() const { return m_loaded; }
    bool hasRanking() const { return m_ranking != nullptr; }
    QString error() const { return m_error; }
    QStringList campaigns() const;
    int campaign() const { return m_campaign; }
    void setCampaign(int index);
    QString name() const;
    QString campaignId() const;  ///< of the shown ranking; empty where there is none
    QStringList checks() const;
    /// Names of the classes that are ranked apart; empty where all are ranked together.
    QStringList classes() const;
    int board() const { return m_board; }
    void setBoard(int index);
    QString previous() const;  ///< name of the campaign that last period's places are from
    int participants() const;
    int approved() const { return coverage().approved; }
    int waiting() const { return coverage().waiting; }
    int sentBack() const { return coverage().sentBack; }
    int unchecked() const { return coverage().unchecked; }
    QString selectedVillage() const { return text(m_selected.value); }
    QString selectedName() const { return m_selectedName; }
    ranked::Key sortColumn() const { return m_sortColumn; }
    bool descending() const { return m_descending; }
    RankListModel* best() { return &m_best; }
    RankListModel* worst() { return &m_worst; }
    RankListModel* all() { return &m_all; }
    RankListModel* improved() { return &m_improved; }
    NotRankedListModel* notRanked() { return &m_notRanked; }
    TownRankListModel* towns() { return &m_towns; }
    /// How many are wanted on the lists that are shown; 十佳 is only a list of ten.
    int bestCount() const;
    int worstCount() const;
    ReasonListModel* reasons() { return &m_reasons; }
    FairnessModel* fairness() { return &m_fairness; }

Q_SIGNALS:
    void changed();
    void selectedChanged();
    void sortChanged();

private:
    ranking::Coverage coverage() const;
    void showBoard();
    void showAll();
    std::vector<RankRow> marked(std::vector<RankRow> rows) const;
    void showReasons(const base::Result<ranking::Node>& tree);

    app::CoreThread& m_core;
    std::vector<domain::Campaign> m_campaigns;
    std::shared_ptr<const ranking::Ranking> m_ranking;
    std::optional<std::vector<domain::Review>> m_adjusted;  ///< those of a published ranking
    int m_campaign = 0;
    int m_board = 0;
    bool m_boardChosen = false;
    bool m_loaded = false;
    QString m_error;
    domain::RegionCode m_selected;
    QString m_selectedName;
    ranked::Key m_sortColumn = ranked::Key::Place;
    bool m_descending = false;
    RankListModel m_best{this};
    RankListModel m_worst{this};
    RankListModel m_all{this};
    RankListModel m_improved{this};
    NotRankedListModel m_notRanked{this};
    TownRankListModel m_towns{this};
    ReasonListModel m_reasons{this};
    FairnessModel m_fairness{this};
};

}  // namespace viewmodels
