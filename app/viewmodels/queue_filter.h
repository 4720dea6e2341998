#pragma once

#include <QStringList>
#include <string>
#include <utility>
#include <vector>

namespace viewmodels {

/// One choice of what a list shows, the first being everything. It holds on to what was chosen
/// while the others come and go: a list that is read again never shows something else than before.
class QueueFilter {
public:
    /// Key and name, in the order in which they are offered.
    using Options = std::vector<std::pair<std::string, std::string>>;

    /// What was chosen stays on offer when it is not among these.
    void offer(const QString& all, Options options);
    /// 0: everything. False when that is chosen already or not there.
    bool choose(int index);
    void clear() { m_chosen.clear(); }

    bool isOn() const { return !m_chosen.empty(); }
    int index() const;
    const QStringList& names() const { return m_names; }
    bool passes(const std::string& key) const { return m_chosen.empty() || m_chosen == key; }

private:
    Options m_options;
    QStringList m_names;
    std::string m_chosen;
};

}  // namespace viewmodels
