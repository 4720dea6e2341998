#include "app/viewmodels/reason_list_model.h"

#include <algorithm>

namespace viewmodels {

namespace {
constexpr int openAtFirst = 2;  // levels whose children show without a tap
}

void ReasonListModel::display(ranking::Node tree)
{
    if (tree == m_tree) return;
    beginResetModel();
    m_tree = std::move(tree);
    m_lines.clear();
    if (!m_tree.text.empty()) append(m_lines, m_tree, 0, openAtFirst);
    endResetModel();
    Q_EMIT countChanged();
}

void ReasonListModel::append(std::vector<Line>& lines, const ranking::Node& node, int depth,
                             int openTo) const
{
    const bool open = depth < openTo && !node.children.empty();
    lines.push_back({&node, depth, open});
    if (!open) return;
    for (const ranking::Node& child : node.children) append(lines, child, depth + 1, openTo);
}

void ReasonListModel::toggle(int row)
{
    if (row < 0 || row >= count()) return;
    const auto at = m_lines.begin() + row;
    if (at->node->children.empty()) return;
    at->open = !at->open;
    if (at->open) {
        std::vector<Line> below;
        for (const ranking::Node& child : at->node->children)
            append(below, child, at->depth + 1, 0);
        beginInsertRows({}, row + 1, row + static_cast<int>(below.size()));
        m_lines.insert(at + 1, below.begin(), below.end());
    } else {
        const int depth = at->depth;
        const auto end = std::find_if(at + 1, m_lines.end(),
                                      [&](const Line& line) { return line.depth <= depth; });
        beginRemoveRows({}, row + 1, static_cast<int>(end - m_lines.begin()) - 1);
        m_lines.erase(at + 1, end);
    }
    if (m_lines[static_cast<std::size_t>(row)].open)
        endInsertRows();
    else
        endRemoveRows();
    Q_EMIT dataChanged(index(row), index(row), {OpenRole});
    Q_EMIT countChanged();
}

int ReasonListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ReasonListModel::data(const QModelIndex& at, int role) const
{
    if (!at.isValid() || at.row() >= count()) return {};
    const Line& line = m_lines[static_cast<std::size_t>(at.row())];
    switch (role) {
        case WordsRole:
            return QString::fromStdString(line.node->text);
        case DepthRole:
            return line.depth;
        case HasMoreRole:
            return !line.node->children.empty();
        case OpenRole:
            return line.open;
        case InspectionIdRole:
            return QString::fromStdString(line.node->inspection.value);
        default:
            return {};
    }
}

QHash<int, QByteArray> ReasonListModel::roleNames() const
{
    return {{WordsRole, "words"},
            {DepthRole, "depth"},
            {HasMoreRole, "hasMore"},
            {OpenRole, "open"},
            {InspectionIdRole, "inspectionId"}};
}

}  // namespace viewmodels
