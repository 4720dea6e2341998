#include "tests/bench/ui/measured.h"

#include <QQmlApplicationEngine>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/viewmodels/checklist_model.h"
#include "app/viewmodels/today_model.h"
#include "app/window.h"
#include "tests/bench/report.h"
#include "tests/bench/ui/field_day.h"
#include "tests/bench/ui/finger.h"

namespace bench {

namespace {

constexpr int pageTurnMs = 300;

void say(const char* figure, double value)
{
    std::printf("%s %.3f\n", figure, value);
    std::fflush(stdout);
}

double megabytesOf(const std::vector<std::string>& names)
{
    std::ifstream status("/proc/self/status");
    std::string name;
    double kb = 0;
    double sum = 0;
    while (status >> name)
        if (std::find(names.begin(), names.end(), name) != names.end()) {
            status >> kb;
            sum += kb;
        }
    return sum / 1024;
}

/// What only this process has; and with the pages of files that it looked at (libraries, fonts),
/// which others share and the kernel drops when it needs them.
void sayMemory(const std::string& when)
{
    say(when.c_str(), megabytesOf({"RssAnon:", "RssShmem:"}));
    say((when + "_with_files").c_str(), megabytesOf({"VmRSS:"}));
}

/// The app as on a tablet that lies on a table, with the list of today on it.
class RunningApp {
public:
    explicit RunningApp(const QString& data)
        : m_window(windowOver(data)), finger(m_window->window()), clock(m_window->window())
    {
        m_window->composition()->start();
        finger.waitUntil("villages", [this] { return today().shownCount() > 0; });
        QTest::qWait(1500);  // names are sorted and the index is made
    }

    template <class Model>
    Model& model(const char* name)
    {
        return *m_window->composition()->properties()[QLatin1String(name)].value<Model*>();
    }
    viewmodels::TodayModel& today() { return model<viewmodels::TodayModel>("today"); }
    viewmodels::ChecklistModel& checklist()
    {
        return model<viewmodels::ChecklistModel>("checklist");
    }
    QQuickWindow& window() { return m_window->window(); }

    /// As by the taps that lead there.
    void open(const QString& check)
    {
        QQuickItem& flow = finger.itemOfType("InspectorFlow");
        QMetaObject::invokeMethod(&flow, "openCheck", Q_ARG(QString, check));
        finger.waitUntil("check", [&] { return checklist().inspectionId() == check; });
        finger.item(QStringLiteral("checklist.items"));
        QTest::qWait(pageTurnMs);
        finger.waitForPictures();
    }
    void back()
    {
        finger.tap(finger.item(QStringLiteral("page.back")));
        QTest::qWait(pageTurnMs);
    }

private:
    static std::unique_ptr<app::Window> windowOver(const QString& data)
    {
        app::Options options;
        options.dataFolder = data;
        options.position = QStringLiteral("none");
        options.language = QStringLiteral("zh");
        options.size = QSize(1280, 800);
        auto window = app::Window::make(options);
        if (!window || !(*window)->composition()) throw std::runtime_error("no window");
        return std::move(*window);
    }

    std::unique_ptr<app::Window> m_window;

public:
    Finger finger;
    SceneClock clock;
};

/// Flicks up and down again as fast as the list goes, until it has moved so often.
void flick(QQuickItem& list, int times)
{
    for (int i = 0; i < times; ++i) {
        QMetaObject::invokeMethod(&list, "flick", Q_ARG(qreal, 0),
                                  Q_ARG(qreal, i % 4 == 3 ? 2500 : -2500));
        for (int waited = 0; waited < 1200 && (waited < 100 || list.property("moving").toBool());
             waited += 20)
            QTest::qWait(20);
    }
}

/// A finger that drags a page a frame: more than any flick moves.
void drag(QQuickItem& list, SceneClock& clock, int pages)
{
    for (int i = 0; i < pages; ++i) {
        const double before = list.property("contentY").toDouble();
        clock.msUntil([&] { list.setProperty("contentY", before + list.height()); },
                      [] { return true; });
    }
}

void sayFrames(const char* most, const char* p95, const std::vector<double>& frames)
{
    if (frames.size() < 100) throw std::runtime_error("too few frames");
    Samples samples;
    for (const double frame : frames) samples.addMs(frame);
    say(most, samples.percentileMs(100));
    say(p95, samples.percentileMs(95));
}

void measureSearch(RunningApp& app)
{
    app.today().setSearch(QStringLiteral("石洞"));
    app.finger.waitUntil("index of names", [&] { return app.today().shownCount() > 0; });
    app.today().setSearch({});
    QTest::qWait(300);
    QQuickItem& field = app.finger.item(QStringLiteral("today.search"));
    app.finger.tap(field);
    Samples keys;
    const auto typed = [&](const std::function<void()>& key) {
        const QString before = app.today().search();
        const double ms = app.clock.msUntil(key, [&] { return app.today().search() != before; });
        if (ms < 0) throw std::runtime_error("a keystroke changed nothing");
        keys.addMs(ms);
        QTest::qWait(30);
    };
    for (const char* word : {"shidong77", "sdc", "s", "dongcun", "321"}) {
        for (const char* letter = word; *letter != 0; ++letter)
            typed([&] { QTest::keyClick(&app.window(), *letter); });
        while (!app.today().search().isEmpty())
            typed([&] { QTest::keyClick(&app.window(), Qt::Key_Backspace); });
    }
    for (const QString& word :
         {QStringLiteral("石"), QStringLiteral("石洞"), QStringLiteral("石洞1")})
        typed([&] { app.today().setSearch(word); });
    say("search_key_p95", keys.percentileMs(95));
    say("search_key_most", keys.percentileMs(100));
}

}  // namespace

void measureTaps(const QString& data, const QString& check)
{
    RunningApp app(data);
    app.open(check);
    QQuickItem& score = app.finger.item(QStringLiteral("checklist.score"));
    Samples counted;
    Samples passed;
    Samples opened;
    const auto tapped = [&](Samples& samples, const QString& name) {
        const QVariant before = score.property("points");
        QQuickItem& button = app.finger.item(name);
        samples.addMs(app.clock.msUntil([&] { app.finger.tap(button); },
                                        [&] { return score.property("points") != before; }));
        QTest::qWait(120);  // saved, and said so
    };
    const std::vector<viewmodels::ItemRow> rows = app.checklist().items()->rows();
    for (const viewmodels::ItemRow& row : rows) {
        const QString code = QString::fromStdString(row.code);
        if (app.checklist().currentItem() != code)
            opened.addMs(app.clock.msUntil([&] { app.checklist().goTo(code); },
                                           [&] { return app.checklist().currentItem() == code; }));
        QTest::qWait(150);
        if (!row.counts) continue;
        const QString name = QStringLiteral("item.%1").arg(code);
        for (int i = 0; i < 3 && app.checklist().total() != u"0"; ++i)
            tapped(counted, name + QStringLiteral(".plus"));
        for (int i = 0; i < 2; ++i) tapped(passed, name + QStringLiteral(".minus"));
    }
    say("taps", static_cast<double>(counted.count() + passed.count()));
    say("tap_plus_p95", counted.percentileMs(95));
    say("tap_minus_p95", passed.percentileMs(95));
    say("tap_most", std::max(counted.percentileMs(100), passed.percentileMs(100)));
    say("open_item_p95", opened.percentileMs(95));
}

void measureLists(const QString& data, const QString& check)
{
    RunningApp app(data);
    QQuickItem& villages = app.finger.item(QStringLiteral("today.list"));
    sayFrames("villages_flick_most", "villages_flick_p95",
              app.clock.framesOf([&] { flick(villages, 12); }));
    sayFrames("villages_drag_most", "villages_drag_p95",
              app.clock.framesOf([&] { drag(villages, app.clock, 150); }));
    villages.setProperty("contentY", 0);
    QTest::qWait(300);
    measureSearch(app);
    app.open(check);
    QQuickItem& items = app.finger.item(QStringLiteral("checklist.items"));
    sayFrames("sheet_flick_most", "sheet_flick_p95", app.clock.framesOf([&] { flick(items, 12); }));
}

void measureEmptyWindow()
{
    QQmlApplicationEngine engine;
    engine.loadData(
        "import QtQuick.Controls\nApplicationWindow { visible: true; width: 1280; height: 800 }");
    if (engine.rootObjects().isEmpty()) throw std::runtime_error("no empty window");
    QTest::qWait(1500);
    sayMemory("empty_window");
}

void measureMemory(const QString& data, const QStringList& checks)
{
    RunningApp app(data);
    sayMemory("on_today");
    for (const QString& check : checks) {
        app.open(check);
        for (const viewmodels::ItemRow& row : app.checklist().items()->rows()) {
            if (row.photos == 0) continue;
            app.checklist().goTo(QString::fromStdString(row.code));
            app.finger.waitForPictures();
        }
        QMetaObject::invokeMethod(&app.finger.itemOfType("InspectorFlow"), "openPhoto",
                                  Q_ARG(int, 0));
        app.finger.item(QStringLiteral("photo.list"));
        QTest::qWait(pageTurnMs);
        app.finger.waitForPictures();
        app.back();
        app.finger.item(QStringLiteral("checklist.items"));
        app.back();
        app.finger.item(QStringLiteral("today.list"));
    }
    QTest::qWait(500);
    sayMemory("after_forty");
}

}  // namespace bench
