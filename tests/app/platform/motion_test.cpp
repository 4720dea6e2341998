#include "app/platform/motion.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

namespace {

void write(const QString& file, const char* words)
{
    QDir().mkpath(QFileInfo(file).path());
    QFile to(file);
    REQUIRE(to.open(QIODevice::WriteOnly));
    to.write(words);
}

}  // namespace

TEST_CASE("Whoever told the desktop to move less is not moved about by the app", "[motion]")
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    const QTemporaryDir config;
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    CHECK_FALSE(platform::lessMotionWanted());
    write(config.filePath(QStringLiteral("gtk-3.0/settings.ini")),
          "[Settings]\ngtk-enable-animations=1\n");
    write(config.filePath(QStringLiteral("kdeglobals")), "[KDE]\nAnimationDurationFactor=0.5\n");
    CHECK_FALSE(platform::lessMotionWanted());
    SECTION("in GTK's words")
    {
        write(config.filePath(QStringLiteral("gtk-4.0/settings.ini")),
              "[Settings]\ngtk-enable-animations=false\n");
    }
    SECTION("in KDE's words")
    {
        write(config.filePath(QStringLiteral("kdeglobals")), "[KDE]\nAnimationDurationFactor=0\n");
    }
    CHECK(platform::lessMotionWanted());
    qputenv("XDG_CONFIG_HOME", before);
    if (before.isEmpty()) qunsetenv("XDG_CONFIG_HOME");
}
