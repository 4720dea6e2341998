#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QTimer>

#include "app/core_thread.h"
#include "app/viewmodels/around.h"
#include "core/actions/pin.h"

namespace viewmodels {

/// The lock before the pages: a PIN is asked at the start and after a time without a touch, and
/// chosen after enrolment. What is open below stays as it is.
class PinModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(bool locked READ locked NOTIFY changed)
    Q_PROPERTY(bool changing READ changing NOTIFY changed)
    Q_PROPERTY(bool set READ isSet NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed)
    Q_PROPERTY(int waitS READ waitS NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    /// Unknown until the store was read. Ask: a PIN is wanted. Choose: a new one is wanted.
    /// Enrol: the PIN is forgotten or somebody else takes the tablet over; enrolling takes the PIN
    /// away.
    enum class Stage { Unknown, Open, Ask, Choose, Enrol };
    Q_ENUM(Stage)

    PinModel(app::CoreThread& core, Around around, int lockAfterMs = 600'000,
             QObject* parent = nullptr);

    /// Reads whether a PIN is set, and asks for it.
    void start();
    /// The tablet was enrolled by hand: an old PIN is gone, a new one may be chosen.
    void enrolled();

    Q_INVOKABLE void enter(const QString& pin);
    /// The PIN from now on; both have to be the same.
    Q_INVOKABLE void choose(const QString& pin, const QString& again);
    /// Goes on without choosing; after a start with a PIN set it does nothing.
    Q_INVOKABLE void later();
    /// The old one is asked first, then a new one is chosen.
    Q_INVOKABLE void change();
    Q_INVOKABLE void forgot();
    /// Somebody else is to enrol.
    void handOver();
    /// From enrolling to where one came from, and from the old PIN that is asked before a new one.
    Q_INVOKABLE void back();

    Stage stage() const { return m_stage; }
    /// Nothing of the pages may be seen or touched.
    bool locked() const { return m_stage != Stage::Open; }
    /// The PIN is asked because somebody wants another one, not because the tablet is locked.
    bool changing() const { return m_stage == Stage::Ask && m_changing; }
    bool isSet() const { return m_set; }
    bool busy() const { return m_busy; }
    bool wrong() const { return m_wrong; }
    int waitS() const { return m_waitS; }
    QString error() const { return m_error; }

    /// Sees the touches of the whole app, to know for how long there was none.
    bool eventFilter(QObject* object, QEvent* event) override;

Q_SIGNALS:
    void changed();

private:
    void to(Stage stage);
    void lock();
    void takeTry(const base::Result<actions::PinTry>& tried);
    void savePin(const std::string& pin, Stage then);
    void fail(const QString& error);
    void waitFor(std::int64_t ms);

    app::CoreThread& m_core;
    Around m_around;
    Stage m_stage = Stage::Unknown;
    Stage m_beforeEnrolling = Stage::Ask;
    bool m_set = false;
    bool m_changing = false;  ///< after the old PIN a new one is chosen
    bool m_busy = false;
    bool m_wrong = false;
    int m_waitS = 0;
    QString m_error;
    QTimer m_idle;
    QTimer m_second;
};

}  // namespace viewmodels
