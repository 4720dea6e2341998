#include "app/window.h"

#include <QtQml/qqmlextensionplugin.h>

#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QQuickStyle>

Q_IMPORT_QML_PLUGIN(Xuncun_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Xuncun_UiPlugin)

namespace app {

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
    const bool english = options.language.isEmpty()
                             ? QLocale::system().language() == QLocale::English
                             : options.language == u"en";
    if (english && window->m_translator.load(QStringLiteral(":/i18n/xuncun_en.qm"))) {
        QCoreApplication::installTranslator(&window->m_translator);
    }
    bool loaded = false;
    if (const auto opened = (*machine)->core.opened()) {
        window->m_composition = std::make_unique<Composition>(std::move(*machine));
        loaded =
            window->load(QStringLiteral("Main.qml"), window->m_composition->properties(), options);
    } else {
        loaded = window->load(
            QStringLiteral("Refused.qml"),
            {{QStringLiteral("message"), QString::fromStdString(opened.error().message)},
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

bool Window::load(const QString& file, const QVariantMap& properties, const Options& options)
{
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setInitialProperties(properties);
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
    return true;
}

}  // namespace app
