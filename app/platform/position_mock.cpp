#include "app/platform/position_mock.h"

#include <QtGlobal>

#ifdef Q_OS_ANDROID

#include <QCoreApplication>
#include <QJniObject>

namespace platform {

bool isMockedByAndroid()
{
    QJniObject context = QNativeInterface::QAndroidApplication::context();
    const QJniObject manager = context.callObjectMethod(
        "getSystemService", "(Ljava/lang/String;)Ljava/lang/Object;",
        QJniObject::fromString(QStringLiteral("location")).object<jstring>());
    if (!manager.isValid()) return false;
    const QJniObject location = manager.callObjectMethod(
        "getLastKnownLocation", "(Ljava/lang/String;)Landroid/location/Location;",
        QJniObject::fromString(QStringLiteral("gps")).object<jstring>());
    // isMock() came with API 31; the older name still answers.
    return location.isValid() && location.callMethod<jboolean>("isFromMockProvider");
}

}  // namespace platform

#else

namespace platform {

bool isMockedByAndroid()
{
    return false;
}

}  // namespace platform

#endif
