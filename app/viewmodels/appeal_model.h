#pragma once

#include <QtQml/qqmlregistration.h>

#include <QFuture>
#include <QObject>
#include <functional>

#include "app/core_thread.h"
#include "app/viewmodels/appeal_reader.h"
#include "app/viewmodels/around.h"
#include "app/viewmodels/rows_model.h"
#include "core/domain/user.h"

namespace viewmodels {

/// The appeals against one inspection, newest first.
class AppealListModel : public RowsModel<AppealLine> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of AppealModel")

public:
    enum class Outcome { Waiting, Granted, Upheld };
    Q_ENUM(Outcome)

    explicit AppealListModel(QObject* parent);
};

/// 申诉: a village contests a named deduction until a date, a supervisor answers it with a reason.
/// Stands beside the page of a task (the village's) or of an inspection (the supervisor's).
class AppealModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(viewmodels::AppealListModel* appeals READ appeals CONSTANT)
    Q_PROPERTY(bool mayRaise READ mayRaise NOTIFY changed)
    Q_PROPERTY(bool mayAnswer READ mayAnswer NOTIFY changed)
    Q_PROPERTY(bool mayGrant READ mayGrant NOTIFY changed)
    Q_PROPERTY(bool waits READ waits NOTIFY changed)
    Q_PROPERTY(double untilMs READ untilMs NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    /// Both write off the UI thread (core/actions); refusals come back as the error.
    using Raise = std::function<QFuture<base::Result<void>>(domain::Appeal)>;
    using Answer = std::function<QFuture<base::Result<void>>(
        domain::RecordId, std::optional<base::Points>, std::string reason)>;

    AppealModel(app::CoreThread& core, Around around, Raise raise, Answer answer,
                QObject* parent = nullptr);

    void showUser(std::optional<domain::User> user);
    /// Shows what was read; the open functions end here.
    void display(std::optional<AppealSheet> sheet);

    void openTask(const QString& findingId);
    void openInspection(const QString& inspectionId);
    /// The item that raise() would contest, and whether anything was lost there.
    void showItem(const QString& itemCode, bool deducted);

    Q_INVOKABLE void raise(const QString& reason);
    /// 成立: the item has these points ("4.5") from now on.
    Q_INVOKABLE void grant(const QString& record, const QString& points, const QString& reason);
    /// The most that grant() takes; empty for an appeal that is not here.
    Q_INVOKABLE QString mostOf(const QString& record) const;
    /// 维持: the deduction stands.
    Q_INVOKABLE void uphold(const QString& record, const QString& reason);

    AppealListModel* appeals() { return &m_appeals; }
    bool mayRaise() const;
    bool mayAnswer() const;
    /// Answering that it is right changes points, which takes the right to that.
    bool mayGrant() const;
    /// One has no answer yet.
    bool waits() const;
    /// The last moment for an appeal; 0 while nothing may be contested.
    double untilMs() const;
    bool busy() const { return m_busy; }
    QString error() const { return m_error; }

Q_SIGNALS:
    void changed();
    /// An appeal was raised or answered.
    void done();

private:
    void refresh();
    void follow(const QFuture<base::Result<void>>& work);
    void fail(const QString& error);
    const std::string& itemCode() const;

    app::CoreThread& m_core;
    Around m_around;
    Raise m_raise;
    Answer m_answer;
    std::optional<domain::User> m_user;
    domain::InspectionId m_inspection;
    domain::FindingId m_finding;
    std::string m_item;
    bool m_deducted = false;
    std::optional<AppealSheet> m_sheet;
    QString m_error;
    bool m_busy = false;
    AppealListModel m_appeals{this};
};

}  // namespace viewmodels
