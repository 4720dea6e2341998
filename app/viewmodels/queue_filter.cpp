#include "app/viewmodels/queue_filter.h"

#include <algorithm>

namespace viewmodels {

namespace {
auto placeOf(const QueueFilter::Options& options, const std::string& key)
{
    return std::find_if(options.begin(), options.end(),
                        [&](const auto& option) { return option.first == key; });
}
}  // namespace

void QueueFilter::offer(const QString& all, Options options)
{
    if (isOn() && placeOf(options, m_chosen) == options.end())
        options.push_back(*placeOf(m_options, m_chosen));
    m_options = std::move(options);
    m_names = {all};
    for (const auto& [key, name] : m_options) m_names.append(QString::fromStdString(name));
}

bool QueueFilter::choose(int index)
{
    if (index < 0 || index > static_cast<int>(m_options.size()) || index == this->index())
        return false;
    m_chosen = index == 0 ? std::string() : m_options[static_cast<std::size_t>(index - 1)].first;
    return true;
}

int QueueFilter::index() const
{
    return isOn() ? static_cast<int>(placeOf(m_options, m_chosen) - m_options.begin()) + 1 : 0;
}

}  // namespace viewmodels
