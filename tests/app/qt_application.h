#pragma once

#include <QGuiApplication>
#include <QTest>

namespace support {

/// The one application object of a test program, offscreen; made on first use and never destroyed.
inline QGuiApplication& qtApplication()
{
    static int argc = 1;
    static char name[] = "tests";
    static char* argv[] = {name, nullptr};
    static QGuiApplication* application = [] {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_LOGGING_RULES", "qt.gui.imageio.*=false");  // tests feed it broken pictures
        return new QGuiApplication(argc, argv);
    }();
    return *application;
}

/// Turns the event loop until `happened()`; false after five seconds.
template <class Condition>
bool eventually(Condition happened, int timeoutMs = 5000)
{
    qtApplication();
    return QTest::qWaitFor(happened, timeoutMs);
}

}  // namespace support
