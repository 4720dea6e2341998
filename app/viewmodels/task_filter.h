#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QStringList>
#include <string>
#include <utility>
#include <vector>

namespace viewmodels {

struct RectificationRow;

/// Which tasks a list has to do with: of one campaign, one town, one kind of sheet, or all. The
/// first entry of each list is all of them.
class TaskFilter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of RectificationListModel")
    Q_PROPERTY(QStringList campaigns READ campaigns NOTIFY changed)
    Q_PROPERTY(int campaign READ campaign WRITE setCampaign NOTIFY changed)
    Q_PROPERTY(QStringList towns READ towns NOTIFY changed)
    Q_PROPERTY(int town READ town WRITE setTown NOTIFY changed)
    Q_PROPERTY(QStringList sheets READ sheets NOTIFY changed)
    Q_PROPERTY(int sheet READ sheet WRITE setSheet NOTIFY changed)
    /// What is chosen, in words: "第一期 · 甲镇"; empty for all.
    Q_PROPERTY(QString words READ words NOTIFY changed)

public:
    explicit TaskFilter(QObject* parent) : QObject(parent) {}

    /// Offers what these rows are of, newest campaign first; what was chosen stays where it is
    /// still there.
    void offer(const std::vector<RectificationRow>& rows);
    /// Until somebody chooses, the newest campaign alone is meant.
    void beginWithNewest(bool begin) { m_beginWithNewest = begin; }
    bool passes(const RectificationRow& row) const;
    bool passesTown(const std::string& code) const;
    /// Empty for all.
    const std::string& campaignId() const { return m_campaigns.chosen; }

    QStringList campaigns() const;
    int campaign() const { return m_campaigns.index(); }
    void setCampaign(int index);
    QStringList towns() const;
    int town() const { return m_towns.index(); }
    void setTown(int index) { choose(m_towns, index); }
    QStringList sheets() const;
    int sheet() const { return m_sheets.index(); }
    void setSheet(int index) { choose(m_sheets, index); }
    QString words() const;

Q_SIGNALS:
    void changed();

private:
    struct Choice {
        std::vector<std::pair<std::string, std::string>> all = {};  ///< id and name
        std::string chosen = {};                                    ///< id; empty: all

        int index() const;
        std::string name() const;
        QStringList names(const QString& everything) const;
        bool passes(const std::string& id) const { return chosen.empty() || chosen == id; }
        void keepKnown();
    };
    void choose(Choice& choice, int index);

    Choice m_campaigns;
    Choice m_towns;
    Choice m_sheets;
    bool m_beginWithNewest = false;
};

}  // namespace viewmodels
