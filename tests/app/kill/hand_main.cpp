#include <QGuiApplication>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "app/viewmodels/checklist_model.h"
#include "app/viewmodels/open_inspection.h"
#include "app/window.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"

// The real app with a hand on it that taps, types, signs and draws on what its pages show and turns
// the tablet without end, until it is killed. Arguments: data folder, folder of photos, seed.
//
// It tells, each with the whole check as canonical JSON: "opened ITEM JSON" once a page of the
// check is on the screen again, "shown ITEM JSON" with each change on the screen, and "kept ITEM
// JSON" with what the store holds once it has settled what "saving" said was on its way. And
// "saved" when the bar says so, "taking-away" before a tap that may take photos out.

namespace {

using viewmodels::ChecklistModel;
using viewmodels::OpenInspection;

const QString firstVillage = QStringLiteral("today.village.330799001201");
const QString sheet = QStringLiteral("village.check.LJ");

class Hand {
public:
    Hand(app::Window& window, unsigned seed)
        : m_window(window.window()),
          m_random(seed),
          m_open(window.composition()->openInspection()),
          m_checklist(*window.composition()
                           ->properties()[QStringLiteral("checklist")]
                           .value<ChecklistModel*>())
    {
        QObject::connect(&m_open, &OpenInspection::changed, [this] { tellShown(); });
        QObject::connect(&m_open, &OpenInspection::currentChanged, [this] { tellShown(); });
        QObject::connect(&m_open, &OpenInspection::saving, [this] { hearSaving(); });
        QObject::connect(&m_open, &OpenInspection::saved, [this] {
            if (m_opened) say("saved");
        });
    }

    [[noreturn]] void tapForEver()
    {
        while (true) {
            QTest::qWait(5 + static_cast<int>(m_random() % 60));
            if (m_random() % 40 == 0) m_window.resize(m_window.height(), m_window.width());
            if (m_random() % 60 == 0) takeACall();
            look(m_window.contentItem());
            if (!m_opened && m_checklist.loaded() && isOnAPageOfTheCheck()) {
                m_opened = true;
                tell("opened", m_open.inspection());
            }
            // What is tapped before it was told what it opened with would be missed.
            if (m_opened || !isOnAPageOfTheCheck()) tapSomething();
            m_seen.clear();
        }
    }

private:
    static void say(const QByteArray& line)
    {
        std::printf("%s\n", line.constData());
        std::fflush(stdout);
    }
    void tell(const char* what, const domain::Inspection& check)
    {
        say(what + QByteArray(" ") + QByteArray::fromStdString(m_open.currentItem()) + ' ' +
            QByteArray::fromStdString(domain::canonicalJson(check)));
    }
    void tellShown()
    {
        if (m_opened && m_open.isOpen()) tell("shown", m_open.inspection());
    }
    /// The store does one thing after the other: what is asked after a change is answered after it.
    void hearSaving()
    {
        if (!m_opened || !m_open.isOpen()) return;
        say("saving");
        const auto read = [id = m_open.inspection().id](SQLite::Database& db) {
            return store::Drafts(db).find(id);
        };
        const auto ask = [this, read] {
            app::whenDone(
                m_open.core().run(read), &m_open, [this](const auto& kept) { tell("kept", *kept); },
                [](const std::exception&) { std::_Exit(4); });
        };
        QTimer::singleShot(0, &m_open, ask);
    }

    /// Another app comes in front and memory gets low: the item has to be the same after.
    void takeACall()
    {
        const QString item = m_checklist.currentItem();
        m_window.hide();
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationSuspended);
        QTest::qWait(20 + static_cast<int>(m_random() % 100));
        m_window.show();
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        if (!m_opened || m_checklist.currentItem() == item) return;
        std::fprintf(stderr, "after the call on %s instead of %s\n",
                     qPrintable(m_checklist.currentItem()), qPrintable(item));
        std::_Exit(3);
    }

    /// Everything with a name whose middle is inside the window, topmost last.
    void look(QQuickItem* item)
    {
        if (!item->isVisible() || item->opacity() < 0.05) return;
        const QPoint at = item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
        if (!item->objectName().isEmpty() && item->isEnabled() && item->width() > 0 &&
            QRect(QPoint(), m_window.size()).contains(at))
            m_seen.insert(item->objectName(), at);
        for (QQuickItem* child : item->childItems()) look(child);
    }

    bool isOnAPageOfTheCheck() const
    {
        return m_seen.contains(QStringLiteral("checklist.items")) ||
               m_seen.contains(QStringLiteral("camera.done")) || isOnFinish();
    }
    /// Its button to submit may be switched off.
    bool isOnFinish() const
    {
        return !QStringList(m_seen.keys())
                    .filter(QRegularExpression(QStringLiteral("^finish\\.")))
                    .isEmpty();
    }

    QStringList worthTapping() const
    {
        static const QRegularExpression onFinish(QStringLiteral(
            "^(finish\\.(inspector|village|villageWay\\.\\d|.*\\.input)|page\\.back)$"));
        static const QRegularExpression onPhoto(
            QStringLiteral("^(photo\\.(draw|remove)|page\\.back)$"));
        static const QRegularExpression onDrawing(
            QStringLiteral("^draw\\.(picture|tool\\.[01]|undo|done)$"));
        static const QRegularExpression onCheck(QStringLiteral(
            "^(item\\.LJ\\d+\\..*(plus|minus|toggle|ok|row|answer.*|camera|more|fewer)"
            "|item\\.(again|side\\.photo)\\.\\d+|finding\\.(\\d+|place\\.input|note\\.input)"
            "|checklist\\.(next|undo|restOk|finish|section\\.\\d)|camera\\.(take|done))$"));
        const QStringList names = m_seen.keys();
        if (isOnFinish()) return names.filter(onFinish);
        if (m_seen.contains(QStringLiteral("draw.done"))) return names.filter(onDrawing);
        if (m_seen.contains(QStringLiteral("photo.draw"))) return names.filter(onPhoto);
        if (m_seen.contains(sheet)) return {sheet};
        if (m_seen.contains(firstVillage)) return {firstVillage};
        return names.filter(onCheck);
    }

    void tapSomething()
    {
        const QStringList names = worthTapping();
        if (names.isEmpty()) return;
        const QString name =
            names[static_cast<int>(m_random() % static_cast<unsigned>(names.size()))];
        static const QRegularExpression takesAway(
            QStringLiteral("(undo|minus|toggle|ok|answer.*|restOk|fewer|remove)$"));
        static const QRegularExpression isDrawnOn(
            QStringLiteral("^(finish\\.(inspector|village)|draw\\.picture)$"));
        if (name.contains(takesAway)) say("taking-away");
        const QPoint at = m_seen[name];
        if (name.contains(isDrawnOn)) return stroke(at);
        QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier, at);
        if (name.endsWith(QStringLiteral(".input"))) write();
    }
    void stroke(QPoint from)
    {
        const auto at = [&](int dx, int dy) {
            return QPoint(std::min(from.x() + dx, m_window.width() - 1),
                          std::min(from.y() + dy, m_window.height() - 1));
        };
        QTest::mousePress(&m_window, Qt::LeftButton, Qt::NoModifier, from);
        for (int i = 1; i < 5; ++i) QTest::mouseMove(&m_window, at(9 * i, i % 2 * 20));
        QTest::mouseRelease(&m_window, Qt::LeftButton, Qt::NoModifier, at(36, 0));
    }
    /// Some letters, and now and then a pause long enough to be one.
    void write()
    {
        for (int i = static_cast<int>(m_random() % 5); i > 0; --i)
            QTest::keyClick(&m_window, static_cast<char>('a' + static_cast<int>(m_random() % 26)));
        if (m_random() % 3 == 0) QTest::qWait(600);
    }

    QQuickWindow& m_window;
    std::mt19937 m_random;
    OpenInspection& m_open;
    ChecklistModel& m_checklist;
    QMap<QString, QPoint> m_seen;
    bool m_opened = false;
};

}  // namespace

int main(int argc, char* argv[])
{
    if (argc != 4) return 2;
    app::prepareStyle();
    const QGuiApplication application(argc, argv);
    app::Options options;
    options.dataFolder = QString::fromLocal8Bit(argv[1]);
    options.photosFolder = QString::fromLocal8Bit(argv[2]);
    options.position = QStringLiteral("none");
    options.size = QSize(1280, 800);
    const auto window = app::Window::make(options);
    if (!window || !(*window)->composition()) return 2;
    (*window)->composition()->start();
    Hand(**window, static_cast<unsigned>(std::atoi(argv[3]))).tapForEver();
}
