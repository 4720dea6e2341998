#include "app/viewmodels/pin_model.h"

#include <QEvent>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/open_inspection.h"
#include "app/viewmodels/words.h"

namespace viewmodels {

PinModel::PinModel(app::CoreThread& core, Around around, int lockAfterMs, QObject* parent)
    : QObject(parent), m_core(core), m_around(std::move(around))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(lockAfterMs);
    connect(&m_idle, &QTimer::timeout, this, &PinModel::lock);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_waitS = std::max(0, m_waitS - 1);
        if (m_waitS == 0) m_second.stop();
        Q_EMIT changed();
    });
}

void PinModel::start()
{
    app::whenDone(
        m_core.run([&around = m_around](SQLite::Database& db) {
            actions::Context context{db, around.clock, around.ids};
            return actions::hasPin(context);
        }),
        this,
        [this](const base::Result<bool>& has) {
            m_set = has.value_or(false);
            to(m_set ? Stage::Ask : Stage::Open);
        },
        [this](const std::exception&) { to(Stage::Open); });
}

void PinModel::enrolled()
{
    savePin({}, Stage::Choose);
}

void PinModel::enter(const QString& pin)
{
    if (m_stage != Stage::Ask || m_busy || m_waitS > 0) return;
    m_busy = true;
    m_wrong = false;
    Q_EMIT changed();
    app::whenDone(
        m_core.run([&around = m_around, pin = pin.toStdString()](SQLite::Database& db) {
            actions::Context context{db, around.clock, around.ids};
            return actions::enterPin(context, pin);
        }),
        this, [this](const base::Result<actions::PinTry>& tried) { takeTry(tried); },
        [this](const std::exception& broken) {
            fail(ErrorWords::of(OpenInspection::brokenStore(broken)));
        });
}

void PinModel::takeTry(const base::Result<actions::PinTry>& tried)
{
    m_busy = false;
    if (!tried) return fail(ErrorWords::of(tried.error()));
    m_wrong = !tried->right;
    waitFor(tried->waitMs);
    if (tried->right)
        to(m_changing ? Stage::Choose : Stage::Open);
    else
        Q_EMIT changed();
}

void PinModel::choose(const QString& pin, const QString& again)
{
    if (m_stage != Stage::Choose || m_busy) return;
    if (pin != again) return fail(tr("两次输入不一样，请再输一遍"));
    if (pin.isEmpty()) return fail(tr("密码须为 4 到 12 位数字"));
    savePin(pin.toStdString(), Stage::Open);
}

void PinModel::savePin(const std::string& pin, Stage then)
{
    m_busy = true;
    Q_EMIT changed();
    app::whenDone(
        m_core.run([&around = m_around, pin](SQLite::Database& db) {
            actions::Context context{db, around.clock, around.ids};
            return actions::setPin(context, pin);
        }),
        this,
        [this, then, set = !pin.empty()](const base::Result<void>& saved) {
            if (!saved) return fail(ErrorWords::of(saved.error()));
            m_set = set;
            to(then);
        },
        [this](const std::exception& broken) {
            fail(ErrorWords::of(OpenInspection::brokenStore(broken)));
        });
}

void PinModel::later()
{
    if (m_stage == Stage::Choose) to(Stage::Open);
}

void PinModel::change()
{
    if (m_stage != Stage::Open) return;
    m_changing = true;
    to(m_set ? Stage::Ask : Stage::Choose);
}

void PinModel::forgot()
{
    if (m_stage != Stage::Ask) return;
    m_beforeEnrolling = Stage::Ask;
    to(Stage::Enrol);
}

void PinModel::handOver()
{
    if (m_stage != Stage::Open) return;
    m_beforeEnrolling = Stage::Open;
    to(Stage::Enrol);
}

void PinModel::back()
{
    if (m_stage == Stage::Enrol)
        to(m_beforeEnrolling);
    else if (changing())
        to(Stage::Open);
}

void PinModel::lock()
{
    if (!m_set) return;
    m_beforeEnrolling = Stage::Ask;
    // Who left the question for the old PIN open finds the tablet locked.
    const bool open = m_stage == Stage::Open || changing();
    m_changing = false;
    if (open) to(Stage::Ask);
}

void PinModel::to(Stage stage)
{
    m_stage = stage;
    m_busy = false;
    m_wrong = false;
    m_error.clear();
    if (stage != Stage::Ask && stage != Stage::Enrol) m_changing = false;
    if (stage == Stage::Open) m_idle.start();
    Q_EMIT changed();
}

void PinModel::fail(const QString& error)
{
    m_busy = false;
    m_error = error;
    Q_EMIT changed();
}

void PinModel::waitFor(std::int64_t ms)
{
    m_waitS = static_cast<int>((ms + 999) / 1000);
    if (m_waitS > 0) m_second.start();
}

bool PinModel::eventFilter(QObject* object, QEvent* event)
{
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::TouchBegin:
        case QEvent::KeyPress:
            if (m_stage == Stage::Open) m_idle.start();
            break;
        default:
            break;
    }
    return QObject::eventFilter(object, event);
}

}  // namespace viewmodels
