#include <QGuiApplication>
#include <cstdio>

#include "app/log.h"
#include "app/options.h"
#include "app/window.h"

namespace {

/// For the measurement of the start: a line as soon as a frame with the first page's data was
/// shown.
void quitAtFirstData(app::Window& window)
{
    QObject::connect(window.composition(), &app::Composition::firstData, &window.window(),
                     [&window] {
                         QObject::connect(
                             &window.window(), &QQuickWindow::frameSwapped, &window.window(),
                             [] {
                                 std::puts("first data");
                                 std::fflush(stdout);
                                 QGuiApplication::quit();
                             },
                             Qt::QueuedConnection);
                         window.window().update();
                     });
}

int said(const base::Error& error)
{
    const bool isHelp = error.code == "options.help";
    std::fprintf(isHelp ? stdout : stderr, "%s%s%s\n", error.message.c_str(),
                 error.where.empty() ? "" : ": ", error.where.c_str());
    return isHelp ? 0 : 2;
}

}  // namespace

int main(int argc, char* argv[])
{
    app::prepareMemory();
    app::prepareStyle();
    QGuiApplication application(argc, argv);
    app::prepareFont();

    const auto options = app::optionsFrom(QGuiApplication::arguments().mid(1));
    if (!options) {
        return said(options.error());
    }
    const auto window = app::Window::make(*options);
    if (!window) {
        return said(window.error());
    }
    app::logTo(app::foldersIn(options->dataFolder).log);
    qInfo("xuncun " XUNCUN_VERSION " started");
    if (auto* composition = (*window)->composition()) {
        if (options->quitAtFirstData) {
            quitAtFirstData(**window);
        }
        composition->start();
    }
    return QGuiApplication::exec();
}
