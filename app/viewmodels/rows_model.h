#pragma once

#include <QAbstractListModel>
#include <algorithm>
#include <span>
#include <vector>

namespace viewmodels {

/// One role of a row: what QML calls it and how it is read. Role numbers are Qt::UserRole + place
/// in the table.
template <class Row>
struct Column {
    const char* name;
    QVariant (*value)(const Row&);
};

/// A list model over plain rows, for lists that are made whole and shown.
///
/// Row has operator== and `sameAs(other)`: true when both are the same thing, maybe with other
/// values.
template <class Row>
class RowsModel : public QAbstractListModel {
public:
    RowsModel(std::span<const Column<Row>> columns, QObject* parent)
        : QAbstractListModel(parent), m_columns(columns)
    {
    }

    /// Replaces the rows. Rows that stay in place keep their delegates: only those that differ are
    /// reported, and the list is reset only when other things are in it or their order changed.
    void show(std::vector<Row> rows)
    {
        const auto same = [](const Row& a, const Row& b) { return a.sameAs(b); };
        const auto kept = std::min(rows.size(), m_rows.size());
        const auto keptEnd = rows.begin() + static_cast<std::ptrdiff_t>(kept);
        if (!std::equal(rows.begin(), keptEnd, m_rows.begin(), same)) {
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
            return;
        }
        for (std::size_t i = 0; i < kept; ++i) change(static_cast<int>(i), std::move(rows[i]));
        resizeTail(std::move(rows), kept);
    }

    /// Replaces one row; nothing is reported when it is equal.
    void change(int row, Row value)
    {
        Row& now = m_rows[static_cast<std::size_t>(row)];
        if (now == value) return;
        now = std::move(value);
        Q_EMIT dataChanged(index(row), index(row));
    }

    const std::vector<Row>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const int column = role - Qt::UserRole;
        if (!index.isValid() || column < 0 || column >= static_cast<int>(m_columns.size()))
            return {};
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        return m_columns[static_cast<std::size_t>(column)].value(row);
    }

    QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (const Column<Row>& column : m_columns)
            names.insert(Qt::UserRole + static_cast<int>(names.size()), column.name);
        return names;
    }

private:
    void resizeTail(std::vector<Row> rows, std::size_t kept)
    {
        if (m_rows.size() > kept) {
            beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(kept), m_rows.end());
            endRemoveRows();
        } else if (rows.size() > kept) {
            beginInsertRows({}, static_cast<int>(kept), static_cast<int>(rows.size()) - 1);
            std::move(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end(),
                      std::back_inserter(m_rows));
            endInsertRows();
        }
    }

    std::span<const Column<Row>> m_columns;
    std::vector<Row> m_rows;
};

}  // namespace viewmodels
