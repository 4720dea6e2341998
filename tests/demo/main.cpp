#include <QCommandLineParser>
#include <QGuiApplication>
#include <iostream>
#include <map>

#include "app/options.h"
#include "app/window.h"
#include "tests/demo/acts.h"
#include "tests/demo/day.h"

namespace {

/// A 10-inch tablet of 1280x800 has 5.9 pixels a millimetre; Xvfb would say something else.
constexpr double tabletPixelsPerMm = 5.9;

const std::map<QString, demo::Act> acts = {
    {QStringLiteral("inspector-morning"), demo::inspectorMorning},
    {QStringLiteral("inspector-after-kill"), demo::inspectorAfterKill},
    {QStringLiteral("inspector-day"), demo::inspectorDay},
    {QStringLiteral("supervisor-morning"), demo::supervisorMorning},
    {QStringLiteral("inspector-evening"), demo::inspectorEvening},
    {QStringLiteral("supervisor-evening"), demo::supervisorEvening}};

/// One act: the app as main.cpp makes it, with a pilot at its window.
int perform(const QString& name, const QString& pictures, const QStringList& appArguments)
{
    const auto options = app::optionsFrom(appArguments);
    if (!options || !acts.contains(name)) {
        std::cerr << (options ? "no such act" : options.error().message + options.error().where)
                  << std::endl;
        return 2;
    }
    const auto window = app::Window::make(*options);
    if (!window || (*window)->composition() == nullptr) {
        std::cerr << (window ? "the store was refused" : window.error().message) << std::endl;
        return 2;
    }
    (*window)->window().setProperty("pixelsPerMm", tabletPixelsPerMm);
    (*window)->composition()->start();
    demo::Stage stage((*window)->window(), pictures);
    try {
        acts.at(name)(stage);
    } catch (const demo::DidNotHappen& missing) {
        std::cerr << "DID NOT HAPPEN in " << name.toStdString() << ": " << missing.what()
                  << std::endl;
        return 1;
    }
    return 0;
}

}  // namespace

int main(int argc, char* argv[])
{
    app::prepareStyle();
    QCommandLineParser parser;
    const QCommandLineOption act(QStringLiteral("act"),
                                 QStringLiteral("perform one act of the day"),
                                 QStringLiteral("name"));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("folder for the pictures"),
                                 QStringLiteral("folder"), QStringLiteral("build/demo"));
    const QCommandLineOption platform(QStringLiteral("platform"),
                                      QStringLiteral("Qt platform of the acts"),
                                      QStringLiteral("name"), QStringLiteral("xcb"));
    const QCommandLineOption hub(QStringLiteral("hub"), QStringLiteral("the xuncun-hub program"),
                                 QStringLiteral("file"));
    parser.addOptions({act, out, platform, hub});
    parser.addPositionalArgument(QStringLiteral("arguments"),
                                 QStringLiteral("of the app, after --"));

    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    parser.process(arguments);
    const bool isAct = parser.isSet(act);
    if (!isAct) {
        qputenv("QT_QPA_PLATFORM", "offscreen");  // the director shows nothing
    }
    QGuiApplication application(argc, argv);
    app::prepareFont();
    if (isAct) {
        return perform(parser.value(act), parser.value(out), parser.positionalArguments());
    }
    const QString hubProgram =
        parser.isSet(hub) ? parser.value(hub) : QStringLiteral(XUNCUN_HUB_PROGRAM);
    try {
        demo::runDay({parser.value(out), parser.value(platform), hubProgram});
    } catch (const demo::DidNotHappen& missing) {
        std::cerr << "DID NOT HAPPEN: " << missing.what() << std::endl;
        return 1;
    }
    return 0;
}
