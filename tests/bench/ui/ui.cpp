// The app's own pages under a finger: CPU time of the UI thread from a tap to the new score in the
// scene, for each frame of a scroll and for each keystroke of a search; and the memory of the app
// after 40 checks were opened, beside an empty window of the same style. Each is measured in a
// process of its own over a tablet with a sheet of 60 items, that of the lists with 32,130
// villages.
#include <fmt/format.h>

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <iostream>
#include <map>
#include <stdexcept>

#include "app/window.h"
#include "tests/bench/province.h"
#include "tests/bench/report.h"
#include "tests/bench/ui/field_day.h"
#include "tests/bench/ui/measured.h"
#include "tests/support/dies_with_us.h"

namespace {

using Values = std::map<std::string, double>;

constexpr int villagesOfCounty = 390;
constexpr int inspectionsWithPhotos = 40;

QString folderOf(const bench::FieldDay& day)
{
    return QFile::decodeName(day.tablet.folder().path().c_str());
}

QStringList namesOf(const bench::FieldDay& day)
{
    QStringList names;
    for (const domain::InspectionId& check : day.checks)
        names << QString::fromStdString(check.value);
    return names;
}

int asChild(int argumentCount, char** arguments)
{
    app::prepareMemory();
    app::prepareStyle();
    const QGuiApplication application(argumentCount, arguments);
    app::prepareFont();
    const QStringList words = QGuiApplication::arguments();
    const QString& what = words[2];
    if (what == u"empty") bench::measureEmptyWindow();
    if (what == u"taps") bench::measureTaps(words[3], words[4]);
    if (what == u"lists") bench::measureLists(words[3], words[4]);
    if (what == u"memory") bench::measureMemory(words[3], words.mid(4));
    return 0;
}

Values valuesOf(const QStringList& arguments)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.setChildProcessModifier([us = ::getpid()] { support::dieWith(us); });
    child.start(QCoreApplication::applicationFilePath(),
                QStringList{QStringLiteral("--measure")} + arguments);
    if (!child.waitForFinished(600'000) || child.exitCode() != 0)
        throw std::runtime_error("not measured: " + arguments.first().toStdString());
    Values values;
    for (const QByteArray& line : child.readAllStandardOutput().split('\n'))
        if (const auto words = line.split(' '); words.size() == 2)
            values[words[0].toStdString()] = words[1].toDouble();
    return values;
}

void reportMemory(bench::Report& report, Values empty, Values memory)
{
    const auto add = [&](const char* name, const char* when, const std::string& files,
                         const char* goal) {
        const double window = empty["empty_window" + files];
        report.add({name, memory[when + files] - window, "MB",
                    bench::Beside{"the empty window itself", window}, goal});
    };
    add("memory over an empty window after 40 inspections with photos", "after_forty", "",
        "<= 80 MB");
    add("of it before the first one, on the page of today", "on_today", "", "");
    add("the same with pages of fonts and libraries, after 40", "after_forty", "_with_files", "");
    add("the same with pages of fonts and libraries, before the first", "on_today", "_with_files",
        "");
}

void reportTaps(bench::Report& report, Values taps)
{
    report.add(
        {fmt::format("tap on + to the new score in the scene, p95 of {:.0f} taps", taps["taps"]),
         taps["tap_plus_p95"],
         "ms",
         {},
         "<= 16 ms"});
    report.add({"tap on - to the new score in the scene, p95",
                taps["tap_minus_p95"],
                "ms",
                {},
                "<= 16 ms"});
    report.add({"the slowest of these taps", taps["tap_most"], "ms", {}, ""});
    report.add({"another item is opened, p95", taps["open_item_p95"], "ms", {}, ""});
}

void reportLists(bench::Report& report, Values lists)
{
    const auto add = [&](const char* name, const char* value, const char* goal) {
        report.add({name, lists[value], "ms", {}, goal});
    };
    add("flicking through 32,130 villages, slowest frame", "villages_flick_most", "<= 33 ms");
    add("flicking through 32,130 villages, frame at p95", "villages_flick_p95", "");
    add("a page of villages a frame, slowest frame", "villages_drag_most", "<= 33 ms");
    add("a page of villages a frame, frame at p95", "villages_drag_p95", "");
    add("flicking through a sheet of 60 items, slowest frame", "sheet_flick_most", "<= 33 ms");
    add("flicking through a sheet of 60 items, frame at p95", "sheet_flick_p95", "");
    add("keystroke in the search over 32,130 villages, p95", "search_key_p95", "<= 16 ms");
    add("keystroke in the search over 32,130 villages, slowest", "search_key_most", "<= 16 ms");
}

}  // namespace

int main(int argumentCount, char** arguments)
try {
    if (argumentCount > 2 && std::string(arguments[1]) == "--measure")
        return asChild(argumentCount, arguments);
    const QCoreApplication application(argumentCount, arguments);
    bench::Report report("ui", argumentCount, arguments);
    const bench::FieldDay county(villagesOfCounty, inspectionsWithPhotos);
    const QStringList checks = namesOf(county);
    const Values empty = valuesOf({QStringLiteral("empty")});
    const Values memory =
        valuesOf(QStringList{QStringLiteral("memory"), folderOf(county)} + checks);
    reportMemory(report, empty, memory);
    reportTaps(report, valuesOf({QStringLiteral("taps"), folderOf(county), checks.last()}));
    const bench::FieldDay province(bench::villagesOfProvince, 1);
    reportLists(report,
                valuesOf({QStringLiteral("lists"), folderOf(province), namesOf(province).last()}));
    return report.finish();
} catch (const std::exception& broken) {
    std::cerr << broken.what() << "\n";
    return 1;
}
