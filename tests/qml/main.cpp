#include <QtQml/qqmlextensionplugin.h>

#include <QQmlEngine>
#include <QtQuickTest>

Q_IMPORT_QML_PLUGIN(Xuncun_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Xuncun_UiPlugin)
Q_IMPORT_QML_PLUGIN(Xuncun_GalleryPlugin)

/// Tests of components and pages, without a screen.
class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(xuncun, Setup)

#include "main.moc"
