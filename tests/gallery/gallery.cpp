#include "tests/gallery/gallery.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTimer>
#include <algorithm>
#include <cstdio>

#include "tests/gallery/controls.h"

namespace gallery {

namespace {

/// A 10-inch tablet of 1280x800 has 5.9 pixels a millimetre: targets are as large as on the real
/// thing.
constexpr double tenInchPixelsPerMm = 5.9;

constexpr int longestWaitMs = 5000;
constexpr int mostLooks = 20;

/// Controls are as large in every theme: small and large text, both ways of holding the tablet.
const QStringList checkedLooks = {QStringLiteral("light-landscape-zh-100"),
                                  QStringLiteral("sun-portrait-en-145")};

bool picturesAreLoading(const QQuickItem& item)
{
    constexpr int loading = 2;  // Image.Loading
    if (item.inherits("QQuickImage") && item.property("status").toInt() == loading) return true;
    return std::ranges::any_of(item.childItems(),
                               [](const QQuickItem* child) { return picturesAreLoading(*child); });
}

void letItSettle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

}  // namespace

QList<Look> looks()
{
    QList<Look> all;
    const char* modes[] = {"light", "dark", "sun"};
    for (int mode = 0; mode < 3; ++mode)
        for (const bool portrait : {false, true})
            for (const bool english : {false, true})
                for (const double scale : {1.0, 1.45}) {
                    Look look;
                    look.name = QStringLiteral("%1-%2-%3-%4")
                                    .arg(QLatin1String(modes[mode]),
                                         portrait ? QStringLiteral("portrait")
                                                  : QStringLiteral("landscape"),
                                         english ? QStringLiteral("en") : QStringLiteral("zh"),
                                         scale > 1 ? QStringLiteral("145") : QStringLiteral("100"));
                    look.mode = mode;
                    look.size = portrait ? QSize(800, 1280) : QSize(1280, 800);
                    look.textScale = scale;
                    look.english = english;
                    all.append(look);
                }
    for (int mode = 0; mode < 3; ++mode) {  // at a desk
        Look look;
        look.name = QStringLiteral("%1-desk-zh-100").arg(QLatin1String(modes[mode]));
        look.mode = mode;
        look.size = QSize(1920, 1200);
        all.append(look);
    }
    return all;
}

QStringList scenes()
{
    QStringList names;
    const QDir folder(QStringLiteral(":/qt/qml/Xuncun/Gallery"));
    for (const QString& file :
         folder.entryList({QStringLiteral("*Scene.qml")}, QDir::Files, QDir::Name))
        names.append(file.chopped(4));
    return names;
}

Gallery::Gallery(const QString& folder) : m_folder(folder)
{
    QDir().mkpath(folder);
    m_view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_view.setResizeMode(QQuickView::SizeRootObjectToView);
    if (!m_english.load(QStringLiteral(":/i18n/xuncun_en.qm")))
        std::printf("gallery: no English translation compiled in\n");
}

int Gallery::saveAll(const QString& sceneFilter, const QString& lookFilter)
{
    int saved = 0;
    for (const QString& scene : scenes()) {
        if (!scene.contains(sceneFilter, Qt::CaseInsensitive)) continue;
        for (const Look& look : looks()) {
            if (!look.name.contains(lookFilter)) continue;
            if (!show(scene, look)) break;
            saved += save(scene, look) ? 1 : 0;
        }
    }
    std::printf("gallery: %d pictures in %s\n", saved, qPrintable(m_folder));
    return saved;
}

int Gallery::checkAll(const QString& sceneFilter)
{
    int wrong = 0;
    for (const QString& scene : scenes()) {
        if (!scene.contains(sceneFilter, Qt::CaseInsensitive)) continue;
        for (const Look& look : looks()) {
            if (!checkedLooks.contains(look.name)) continue;
            if (!show(scene, look)) {
                ++wrong;
                break;
            }
            letItSettle(150);
            for (const QString& what : wrongControls(*m_view.contentItem(), tenInchPixelsPerMm)) {
                std::printf("%s, %s: %s\n", qPrintable(scene), qPrintable(look.name),
                            qPrintable(what));
                ++wrong;
            }
        }
    }
    std::printf("gallery: %d controls are wrong\n", wrong);
    return wrong;
}

bool Gallery::show(const QString& scene, const Look& look)
{
    apply(look);
    m_view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Xuncun/Gallery/%1.qml").arg(scene)));
    if (m_view.status() == QQuickView::Ready) return true;
    std::printf("gallery: %s cannot be shown\n", qPrintable(scene));
    return false;
}

void Gallery::apply(const Look& look)
{
    QCoreApplication::removeTranslator(&m_english);
    if (look.english) QCoreApplication::installTranslator(&m_english);
    QQmlComponent probe(m_view.engine());
    probe.setData("import QtQml\nimport Xuncun.Ui\nQtObject { property QtObject theme: Theme }",
                  QUrl());
    const std::unique_ptr<QObject> holder(probe.create());
    if (!holder) qFatal("%s", qPrintable(probe.errorString()));
    auto* theme = holder->property("theme").value<QObject*>();
    theme->setProperty("mode", look.mode);
    theme->setProperty("textScale", look.textScale);
    theme->setProperty("pixelsPerMm", tenInchPixelsPerMm);
    theme->setProperty("reducedMotion", true);
    m_view.resize(look.size);
    m_view.show();
}

bool Gallery::save(const QString& scene, const Look& look)
{
    letItSettle(150);
    for (int waited = 0; waited < longestWaitMs && picturesAreLoading(*m_view.rootObject());
         waited += 50)
        letItSettle(50);
    // A busy machine shows pages on their way: what a sheet opens, what a layout moves.
    QImage picture = m_view.grabWindow();
    for (int looked = 0; looked < mostLooks; ++looked) {
        letItSettle(50);
        QImage next = m_view.grabWindow();
        if (next == picture) break;
        picture = std::move(next);
    }
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(m_folder, scene.chopped(5).toLower(), look.name);
    return picture.save(file);
}

}  // namespace gallery
