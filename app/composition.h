#pragma once

#include <QObject>
#include <QVariantMap>
#include <functional>
#include <memory>

#include "app/machine.h"

namespace viewmodels {
class OpenInspection;
}

namespace app {

struct Models;
class Upkeep;

/// The running app without its window: the machine, one view-model a page, and who hears whom.
class Composition : public QObject {
    Q_OBJECT

public:
    /// Requires a machine whose database was opened.
    explicit Composition(std::unique_ptr<Machine> machine);
    ~Composition() override;

    /// What Main.qml requires, by name.
    QVariantMap properties() const;
    /// The inspection that is open, for who watches from outside.
    viewmodels::OpenInspection& openInspection();
    /// Reads who is enrolled and what is to be done, starts position and sync.
    void start();
    /// Reads what the pages show once more: words in them are in another language now.
    void readAgain();

Q_SIGNALS:
    /// The first page has the rows that it shows, or knows that there are none.
    void firstData();

private:
    void connectStatus();
    void connectSync();
    void connectPages();
    void connectReview();
    void connectPublishing();
    void connectRectification();
    void connectAppeals();
    void obeyOptions();
    void readEnrolment(const std::function<void()>& then);
    void readUser();
    void readPages();
    void scoreAndRead();
    void wishForPhotos(const domain::InspectionId& inspection);
    void wishForTask(const domain::FindingId& finding);

    std::unique_ptr<Machine> m_machine;
    std::unique_ptr<Models> m_models;
    std::unique_ptr<Upkeep> m_upkeep;
    bool m_wantsEnrolment = true;  ///< the one-time code of the options was not used yet
};

}  // namespace app
