#include <QtQml/qqmlextensionplugin.h>

#include <QCommandLineParser>
#include <QCursor>
#include <QGuiApplication>
#include <QScreen>

#include "tests/gallery/gallery.h"

Q_IMPORT_QML_PLUGIN(Xuncun_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Xuncun_UiPlugin)
Q_IMPORT_QML_PLUGIN(Xuncun_GalleryPlugin)

/// Saves a picture of every component and page, with data as nasty as it gets, in every look there
/// is.
int main(int argc, char* argv[])
{
    qputenv("TZ", "Asia/Shanghai");  // where the photos were taken: their times are local ones
    QGuiApplication application(argc, argv);
    QCursor::setPos(application.primaryScreen()->geometry().bottomRight());  // hovers over nothing
    QCommandLineParser arguments;
    arguments.addHelpOption();
    arguments.addOption({QStringLiteral("out"), QStringLiteral("Folder for the pictures."),
                         QStringLiteral("folder"), QStringLiteral("build/gallery")});
    arguments.addOption({QStringLiteral("scene"),
                         QStringLiteral("Only scenes whose name contains this."),
                         QStringLiteral("name")});
    arguments.addOption({QStringLiteral("look"),
                         QStringLiteral("Only looks whose name contains this."),
                         QStringLiteral("name")});
    arguments.addOption({QStringLiteral("check"),
                         QStringLiteral("Save no pictures; check that controls have names, are "
                                        "reached by keyboard and are large enough.")});
    arguments.process(application);

    gallery::Gallery gallery(arguments.value(QStringLiteral("out")));
    if (arguments.isSet(QStringLiteral("check")))
        return gallery.checkAll(arguments.value(QStringLiteral("scene"))) == 0 ? 0 : 1;
    const int saved = gallery.saveAll(arguments.value(QStringLiteral("scene")),
                                      arguments.value(QStringLiteral("look")));
    return saved > 0 ? 0 : 1;
}
