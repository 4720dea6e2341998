#pragma once

#include <QAbstractListModel>
#include <algorithm>
#include <iterator>
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

    /// Replaces the rows. Rows that stay keep their delegates: only those that differ are reported;
    /// what came or went in one place is inserted or removed, and the list is reset only when more
    /// than that changed.
    void show(std::vector<Row> rows)
    {
        const std::size_t kept = std::min(rows.size(), m_rows.size());
        std::size_t front = 0;
        while (front < kept && rows[front].sameAs(m_rows[front])) ++front;
        std::size_t back = 0;
        while (back < kept - front && rows[rows.size() - 1 - back].sameAs(fromEnd(back))) ++back;
        const std::size_t gone = m_rows.size() - front - back;
        const std::size_t came = rows.size() - front - back;
        if (gone > 0 && came > 0) {
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
            return;
        }
        for (std::size_t i = 0; i < front; ++i) change(static_cast<int>(i), std::move(rows[i]));
        for (std::size_t i = 0; i < back; ++i)
            change(static_cast<int>(m_rows.size() - 1 - i), std::move(rows[rows.size() - 1 - i]));
        if (gone > 0) removeAt(front, gone);
        if (came > 0) insertAt(front, came, std::move(rows));
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
    const Row& fromEnd(std::size_t place) const { return m_rows[m_rows.size() - 1 - place]; }

    void removeAt(std::size_t first, std::size_t count)
    {
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(first + count) - 1);
        const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(first);
        m_rows.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
        endRemoveRows();
    }

    void insertAt(std::size_t first, std::size_t count, std::vector<Row> rows)
    {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + count) - 1);
        const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(first);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(first),
                      std::make_move_iterator(begin),
                      std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(count)));
        endInsertRows();
    }

    std::span<const Column<Row>> m_columns;
    std::vector<Row> m_rows;
};

}  // namespace viewmodels
