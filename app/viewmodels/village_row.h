#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "app/viewmodels/words.h"
#include "core/base/position.h"
#include "core/domain/ids.h"

namespace viewmodels {

/// One check of a village in the list of today.
struct CheckMark {
    Q_GADGET
    QML_VALUE_TYPE(checkMark)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(viewmodels::check::State state MEMBER state)

public:
    QString kind;   ///< "LJ"
    QString title;  ///< "垃圾分类"
    check::State state = check::State::NotStarted;

    bool operator==(const CheckMark&) const = default;
};

struct VillageRow {
    domain::RegionCode code;
    std::string name;
    std::string town;
    std::string searchKey;  ///< name, aliases, town and initials, lower case, parted by '\n'
    std::vector<check::State> checks;  ///< in the order of TodayList::kinds
    std::optional<base::GeoPoint> position;
};

struct TodayList {
    std::string campaign;
    std::vector<CheckMark> kinds;      ///< the campaign's checks, states unused
    std::vector<VillageRow> villages;  ///< by town, then name
};

/// Metres along the great circle.
double distanceM(const base::GeoPoint& a, const base::GeoPoint& b);

}  // namespace viewmodels
