#include "app/composition.h"

#include "app/models.h"
#include "core/store/identity.h"

namespace app {

using viewmodels::StatusModel;

namespace {

StatusModel::Sync shownPhase(const SyncProgress& progress)
{
    switch (progress.phase) {
        case SyncProgress::Phase::running:
            return StatusModel::Sync::Running;
        case SyncProgress::Phase::waiting:
            return StatusModel::Sync::Waiting;
        case SyncProgress::Phase::notEnrolled:
        case SyncProgress::Phase::idle:
            return StatusModel::Sync::Idle;
    }
    return StatusModel::Sync::Idle;
}

}  // namespace

Composition::Composition(std::unique_ptr<Machine> machine)
    : m_machine(std::move(machine)), m_models(std::make_unique<Models>(*m_machine))
{
    connectStatus();
    connectSync();
    connectPages();
}

Composition::~Composition() = default;

QVariantMap Composition::properties() const
{
    return {{QStringLiteral("session"), QVariant::fromValue(&m_models->session)},
            {QStringLiteral("status"), QVariant::fromValue(&m_models->status)},
            {QStringLiteral("enrol"), QVariant::fromValue(&m_models->enrol)},
            {QStringLiteral("place"), QVariant::fromValue(&m_models->place)},
            {QStringLiteral("today"), QVariant::fromValue(&m_models->today)},
            {QStringLiteral("village"), QVariant::fromValue(&m_models->village)},
            {QStringLiteral("checklist"), QVariant::fromValue(&m_models->checklist)},
            {QStringLiteral("capture"), QVariant::fromValue(&m_models->capture)},
            {QStringLiteral("finish"), QVariant::fromValue(&m_models->finish)},
            {QStringLiteral("photo"), QVariant::fromValue(&m_models->photo)},
            {QStringLiteral("outbox"), QVariant::fromValue(&m_models->outbox)},
            {QStringLiteral("settings"), QVariant::fromValue(&m_models->settings)}};
}

void Composition::start()
{
    readEnrolment();
    m_models->settings.refresh();
    m_models->outbox.refresh();
    m_machine->position->start();
    m_machine->sync.start();
}

void Composition::connectStatus()
{
    Models& models = *m_models;
    connect(m_machine->position.get(), &platform::PositionSource::fixChanged, this,
            [&models](const base::Fix& fix) {
                models.status.showFix(fix);
                models.today.showFix(fix);
                models.village.showFix(fix);
            });
    connect(m_machine->position.get(), &platform::PositionSource::lost, this,
            [this] { m_models->status.showFix(m_machine->position->latest()); });
    connect(&models.open, &viewmodels::OpenInspection::saving, &models.status,
            &StatusModel::showSaving);
    connect(&models.open, &viewmodels::OpenInspection::saved, &models.status,
            &StatusModel::showSaved);
    connect(&models.open, &viewmodels::OpenInspection::notSaved, &models.status,
            &StatusModel::showNotSaved);
    const auto showTotal = [&models] {
        models.status.showTotal(models.open.isOpen() ? std::optional(models.open.score().total())
                                                     : std::nullopt);
    };
    connect(&models.open, &viewmodels::OpenInspection::opened, this, showTotal);
    connect(&models.open, &viewmodels::OpenInspection::changed, this, showTotal);
    connect(&models.open, &viewmodels::OpenInspection::closed, this, showTotal);
}

void Composition::connectSync()
{
    Models& models = *m_models;
    SyncLoop& sync = m_machine->sync;
    connect(&sync, &SyncLoop::progressChanged, this, [&models](const SyncProgress& progress) {
        models.outbox.showProgress(progress);
        models.status.showSync(
            shownPhase(progress),
            progress.problem ? QString::fromStdString(progress.problem->message) : QString());
        if (progress.phase != SyncProgress::Phase::running) {
            models.outbox.refresh();
        }
    });
    connect(&sync, &SyncLoop::pulled, &models.today, &viewmodels::TodayModel::refresh);
    connect(&sync, &SyncLoop::pulled, &models.village, &viewmodels::VillageModel::refresh);
    connect(&models.outbox, &viewmodels::OutboxModel::syncWanted, &sync, &SyncLoop::syncNow);
    connect(&models.outbox, &viewmodels::OutboxModel::changed, &models.status, [&models] {
        models.status.showUnsent(models.outbox.records(), models.outbox.photos(),
                                 static_cast<qint64>(models.outbox.bytes()));
    });
}

void Composition::connectPages()
{
    Models& models = *m_models;
    connect(&models.enrol, &viewmodels::EnrolModel::enrolled, this, [this] {
        readEnrolment();
        m_models->settings.refresh();
        m_machine->sync.syncNow();
    });
    connect(&models.finish, &viewmodels::FinishModel::submitted, this, [this] {
        m_models->outbox.refresh();
        m_models->today.refresh();
        m_models->village.refresh();
        m_machine->sync.nudge();
    });
    connect(&models.today, &viewmodels::TodayModel::loadedChanged, this, &Composition::firstData);
    connect(&models.place, &viewmodels::PlaceModel::changed, this, [&models] {
        if (models.place.page() == viewmodels::PlaceModel::Page::Home) {
            models.today.refresh();
        }
        if (models.place.page() <= viewmodels::PlaceModel::Page::Village) {
            models.open.close();
        }
    });
    connect(&models.capture, &viewmodels::CaptureModel::waitingChanged, this, [&models] {
        if (models.capture.waiting() == 0) {
            models.outbox.refresh();
        }
    });
    connect(&models.settings, &viewmodels::SettingsModel::changed, this,
            [this] { m_machine->photosOnMetered = m_models->settings.photosOnMetered(); });
}

void Composition::readEnrolment()
{
    whenDone(
        m_machine->core.run([](SQLite::Database& db) { return store::Identity(db).enrolment(); }),
        this,
        [this](const std::optional<store::Enrolment>& enrolment) {
            m_models->session.show(enrolment ? std::optional(enrolment->user) : std::nullopt);
            if (enrolment) {
                m_models->today.refresh();
            } else {
                enrolFromOptions();
                Q_EMIT firstData();
            }
        },
        [this](const std::exception&) { m_models->session.show(std::nullopt); });
}

void Composition::enrolFromOptions()
{
    const Options& options = m_machine->options;
    if (!options.enrolCode.isEmpty() && !m_models->enrol.busy() && !m_models->enrol.done()) {
        m_models->enrol.enrol(options.hubUrl, options.enrolCode);
    }
}

}  // namespace app
