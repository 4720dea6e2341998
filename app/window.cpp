#include "app/window.h"

#include <QtQml/qqmlextensionplugin.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QQuickStyle>

#include "app/platform/motion.h"
#include "app/viewmodels/error_words.h"
#include "app/viewmodels/settings_model.h"

Q_IMPORT_QML_PLUGIN(Xuncun_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Xuncun_UiPlugin)

namespace app {

using viewmodels::SettingsModel;
using Language = SettingsModel::Language;

namespace {

bool isEnglish(Language set, const Options& options)
{
    if (set != Language::AsTablet) {
        return set == Language::English;
    }
    return options.language.isEmpty() ? QLocale::system().language() == QLocale::English
                                      : options.language == u"en";
}

}  // namespace

void prepareMemory()
{
#ifdef __GLIBC__
    // Left to itself, the allocator learns from the first freed photo to keep such pieces, in an
    // arena for each thread.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    mallopt(M_ARENA_MAX, 2);
#endif
    // Icons and thumbnails are few: the scene's common texture need not be as large as the window.
    for (const char* side : {"QSG_ATLAS_WIDTH", "QSG_ATLAS_HEIGHT"})
        if (!qEnvironmentVariableIsSet(side)) qputenv(side, "512");
}

void prepareStyle()
{
    QQuickStyle::setStyle(QStringLiteral("Material"));
}

void prepareFont()
{
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setStyleStrategy(QFont::PreferAntialias);
    QGuiApplication::setFont(font);
}

base::Result<std::unique_ptr<Window>> Window::make(const Options& options)
{
    auto machine = Machine::make(options);
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    std::unique_ptr<Window> window(new Window());
    window->speak(isEnglish(Language::AsTablet, options));
    bool loaded = false;
    if (const auto opened = (*machine)->core.opened()) {
        window->m_composition = std::make_unique<Composition>(std::move(*machine));
        window->speakAsSet(options);
        QVariantMap properties = window->m_composition->properties();
        properties[QStringLiteral("lessMotion")] = platform::lessMotionWanted();
        loaded = window->load(QStringLiteral("Main.qml"), properties, options);
    } else {
        loaded =
            window->load(QStringLiteral("Refused.qml"),
                         {{QStringLiteral("message"), viewmodels::ErrorWords::of(opened.error())},
                          {QStringLiteral("code"), QString::fromStdString(opened.error().code)},
                          {QStringLiteral("place"), options.dataFolder}},
                         options);
    }
    if (!loaded) {
        return base::fail("window.failed", "界面打不开，请重新安装");
    }
    return window;
}

Window::~Window() = default;

void Window::speakAsSet(const Options& options)
{
    auto* settings =
        m_composition->properties()[QStringLiteral("settings")].value<SettingsModel*>();
    QObject::connect(settings, &SettingsModel::languageChanged, m_composition.get(),
                     [this, settings, options] {
                         speak(isEnglish(settings->language(), options));
                         m_composition->readAgain();
                     });
}

void Window::rest()
{
    m_window->releaseResources();
    m_engine.collectGarbage();
}

void Window::speak(bool english)
{
    if (m_english == english) {
        return;
    }
    if (english && m_translator.isEmpty() &&
        !m_translator.load(QStringLiteral(":/i18n/xuncun_en.qm"))) {
        return;
    }
    m_english = english;
    if (english) {
        QCoreApplication::installTranslator(&m_translator);
    } else {
        QCoreApplication::removeTranslator(&m_translator);
    }
    m_engine.retranslate();
}

bool Window::load(const QString& file, const QVariantMap& properties, const Options& options)
{
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QVariantMap given = properties;
    if (!options.size) {
        given[QStringLiteral("visibility")] = QVariant::fromValue(QWindow::Maximized);
    }
    m_engine.setInitialProperties(given);
    m_engine.load(QStringLiteral("qrc:/qt/qml/Xuncun/Ui/") + file);
    m_window = m_engine.rootObjects().isEmpty()
                   ? nullptr
                   : qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    if (m_window == nullptr) {
        return false;
    }
    if (options.size) {
        m_window->resize(*options.size);
    }
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, m_window,
                     [this](Qt::ApplicationState state) {
                         if (state == Qt::ApplicationSuspended || state == Qt::ApplicationHidden) {
                             rest();
                         }
                     });
    return true;
}

}  // namespace app
