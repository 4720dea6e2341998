#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "core/ranking/explain.h"

namespace viewmodels {

/// The chain of reasons behind a village's place or an inspection's score, down to the photo, as
/// lines that open and close.
class ReasonListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of RankingModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { WordsRole = Qt::UserRole, DepthRole, HasMoreRole, OpenRole, InspectionIdRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    /// Shows the tree, open down to the sheets (of an inspection: to the items). One that is shown
    /// already stays as it is open.
    void display(ranking::Node tree);
    Q_INVOKABLE void toggle(int row);
    int count() const { return static_cast<int>(m_lines.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    struct Line {
        const ranking::Node* node = nullptr;
        int depth = 0;
        bool open = false;
    };
    void append(std::vector<Line>& lines, const ranking::Node& node, int depth, int openTo) const;

    ranking::Node m_tree;
    std::vector<Line> m_lines;
};

}  // namespace viewmodels
