#include "app/platform/motion.h"

#include <QSettings>
#include <QStandardPaths>

namespace platform {

namespace {

QString said(const char* file, const char* key)
{
    const QString path =
        QStandardPaths::locate(QStandardPaths::GenericConfigLocation, QLatin1String(file));
    return path.isEmpty() ? QString()
                          : QSettings(path, QSettings::IniFormat)
                                .value(QLatin1String(key))
                                .toString()
                                .toLower();
}

}  // namespace

bool lessMotionWanted()
{
    for (const char* file : {"gtk-4.0/settings.ini", "gtk-3.0/settings.ini"}) {
        const QString animations = said(file, "Settings/gtk-enable-animations");
        if (animations == u"0" || animations == u"false") return true;
    }
    bool isNumber = false;
    const double factor = said("kdeglobals", "KDE/AnimationDurationFactor").toDouble(&isNumber);
    return isNumber && factor == 0;
}

}  // namespace platform
