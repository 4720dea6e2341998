#include <QGuiApplication>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>
#include <cstdio>
#include <random>

#include "app/viewmodels/checklist_model.h"
#include "app/viewmodels/status_model.h"
#include "app/window.h"

// The real app with a hand on it that taps what its pages show and turns the tablet without end,
// until it is killed. Arguments: data folder, folder of photos, seed.
//
// It tells "opened ITEM PHOTOS ANSWERS" once a page of the check is on the screen again, "shown …"
// with each change on the screen, "taking-away" before a tap that may take photos out, and "saved"
// when the bar says so.

namespace {

using viewmodels::ChecklistModel;
using viewmodels::StatusModel;

const QString firstVillage = QStringLiteral("today.village.330799001201");
const QString sheet = QStringLiteral("village.check.LJ");

char letterOf(viewmodels::answer::State state)
{
    switch (state) {
        case viewmodels::answer::State::Unanswered:
            return 'u';
        case viewmodels::answer::State::Ok:
            return 'o';
        case viewmodels::answer::State::Found:
            return 'f';
        case viewmodels::answer::State::NotApplicable:
            return 'n';
    }
    return '?';
}

/// Item, number of photos, and of each item its state and number of findings.
QByteArray toldOf(ChecklistModel& checklist)
{
    int photos = 0;
    QByteArray answers;
    for (const viewmodels::ItemRow& row : checklist.items()->rows()) {
        photos += row.photos;
        answers += QByteArray::fromStdString(row.code) + letterOf(row.state) +
                   QByteArray::number(row.findings) + ',';
    }
    return checklist.currentItem().toUtf8() + ' ' + QByteArray::number(photos) + ' ' + answers;
}

class Hand {
public:
    Hand(app::Window& window, unsigned seed)
        : m_window(window.window()),
          m_random(seed),
          m_checklist(*window.composition()
                           ->properties()[QStringLiteral("checklist")]
                           .value<ChecklistModel*>()),
          m_status(
              *window.composition()->properties()[QStringLiteral("status")].value<StatusModel*>())
    {
        QObject::connect(&m_checklist, &ChecklistModel::changed, [this] { tell("shown"); });
        QObject::connect(&m_checklist, &ChecklistModel::currentChanged, [this] { tell("shown"); });
        QObject::connect(&m_status, &StatusModel::savedChanged, [this] {
            if (m_status.saved() == StatusModel::Saved::Yes) say("saved");
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
                tell("opened");
            }
            tapSomething();
            m_seen.clear();
        }
    }

private:
    static void say(const QByteArray& line)
    {
        std::printf("%s\n", line.constData());
        std::fflush(stdout);
    }
    void tell(const char* what)
    {
        if (m_opened && m_checklist.loaded()) say(what + QByteArray(" ") + toldOf(m_checklist));
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

    void tapSomething()
    {
        static const QRegularExpression worth(QStringLiteral(
            "^(item\\.LJ\\d+\\..*(plus|minus|toggle|ok|row|answer.*|camera|more|fewer)|item\\.again"
            "|checklist\\.(next|undo|restOk|finish|section\\.\\d)|camera\\.(take|done))$"));
        QStringList names = QStringList(m_seen.keys()).filter(worth);
        if (isOnFinish())
            names = QStringList{QStringLiteral("page.back")};
        else if (m_seen.contains(sheet))
            names = QStringList{sheet};
        else if (m_seen.contains(firstVillage))
            names = QStringList{firstVillage};
        if (names.isEmpty()) return;
        const QString name =
            names[static_cast<int>(m_random() % static_cast<unsigned>(names.size()))];
        if (!m_seen.contains(name)) return;
        static const QRegularExpression takesAway(
            QStringLiteral("(undo|minus|toggle|ok|answer.*|restOk|fewer)$"));
        if (name.contains(takesAway)) say("taking-away");
        QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier, m_seen[name]);
    }

    QQuickWindow& m_window;
    std::mt19937 m_random;
    ChecklistModel& m_checklist;
    StatusModel& m_status;
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
