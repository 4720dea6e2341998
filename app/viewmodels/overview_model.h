#pragma once

#include <QtQml/qqmlregistration.h>

#include <QStringList>

#include "app/core_thread.h"
#include "app/viewmodels/overview_reader.h"
#include "app/viewmodels/rows_model.h"
#include "core/base/clock.h"

namespace viewmodels {

class OverviewBarModel : public RowsModel<OverviewBar> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of OverviewModel")
    Q_PROPERTY(int longest READ longest NOTIFY longestChanged)

public:
    explicit OverviewBarModel(QObject* parent);
    void display(std::vector<OverviewBar> bars);
    /// The longest bar, so that the others are drawn against it.
    int longest() const;

Q_SIGNALS:
    void longestChanged();
};

class OverviewEntryModel : public RowsModel<OverviewEntry> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of OverviewModel")

public:
    explicit OverviewEntryModel(QObject* parent);
};

/// 总览: the campaign in four plots; each number opens what is behind it.
class OverviewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QStringList campaigns READ campaigns NOTIFY changed)
    Q_PROPERTY(int campaign READ campaign WRITE setCampaign NOTIFY changed)
    Q_PROPERTY(int checks READ checks NOTIFY changed)
    Q_PROPERTY(int approved READ approved NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(int sentBack READ sentBack NOTIFY changed)
    Q_PROPERTY(int unchecked READ unchecked NOTIFY changed)
    Q_PROPERTY(viewmodels::OverviewBarModel* towns READ towns CONSTANT)
    Q_PROPERTY(viewmodels::OverviewBarModel* scores READ scores CONSTANT)
    Q_PROPERTY(viewmodels::OverviewBarModel* findings READ findings CONSTANT)
    Q_PROPERTY(viewmodels::OverviewBarModel* overdue READ overdue CONSTANT)
    Q_PROPERTY(viewmodels::OverviewEntryModel* entries READ entries CONSTANT)

public:
    OverviewModel(app::CoreThread& core, const base::Clock& clock, QObject* parent = nullptr);

    Q_INVOKABLE void refresh();
    void display(Overview overview);
    /// Fills `entries` with what is behind this number: "checks", "unchecked", "waiting",
    /// "approved", "sentBack", or a bar.
    Q_INVOKABLE void lookBehind(const QString& key);

    /// What is shown is then what was read before.
    QString error() const { return m_error; }
    /// The newest first; it stays the same campaign when newer ones come.
    QStringList campaigns() const;
    int campaign() const;
    void setCampaign(int index);
    int checks() const { return m_overview.checks; }
    int approved() const { return m_overview.approved; }
    int waiting() const { return m_overview.waiting; }
    int sentBack() const { return m_overview.sentBack; }
    int unchecked() const { return m_overview.unchecked; }
    OverviewBarModel* towns() { return &m_towns; }
    OverviewBarModel* scores() { return &m_scores; }
    OverviewBarModel* findings() { return &m_findings; }
    OverviewBarModel* overdue() { return &m_overdue; }
    OverviewEntryModel* entries() { return &m_entries; }

Q_SIGNALS:
    void changed();

private:
    app::CoreThread& m_core;
    const base::Clock& m_clock;
    Overview m_overview;
    domain::CampaignId m_chosen;  ///< empty: the newest
    QString m_error;
    OverviewBarModel m_towns{this}, m_scores{this}, m_findings{this}, m_overdue{this};
    OverviewEntryModel m_entries{this};
};

}  // namespace viewmodels
