#pragma once

#include <QObject>

namespace platform {

/// What the system says of the network: a hint to try now, never a reason to believe that the hub
/// is reached.
class NetworkState : public QObject {
    Q_OBJECT

public:
    explicit NetworkState(QObject* parent = nullptr);

    /// True when bytes cost money; photos may be held back by the user's setting.
    bool isMetered() const;

Q_SIGNALS:
    /// Something changed for the better or worse: worth a new try.
    void changed();
};

}  // namespace platform
