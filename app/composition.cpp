#include "app/composition.h"

#include <QCoreApplication>

#include "app/models.h"
#include "app/upkeep.h"
#include "core/actions/rectification.h"
#include "core/actions/submit.h"
#include "core/store/identity.h"
#include "core/store/wanted_media.h"

namespace app {

using viewmodels::StatusModel;

namespace {

constexpr std::size_t scoredAtOnce = 50;

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
    : m_machine(std::move(machine)),
      m_models(std::make_unique<Models>(*m_machine)),
      m_upkeep(std::make_unique<Upkeep>(*m_machine, m_models->shots))
{
    connect(m_upkeep.get(), &Upkeep::photosChanged, &m_models->open, [this] {
        m_models->open.reload();
        m_models->outbox.refresh();
    });
    connect(m_upkeep.get(), &Upkeep::recovered, &m_models->outbox,
            &viewmodels::OutboxModel::showRecovered);
    // What a sync fetches are files without a row for a moment.
    connect(m_upkeep.get(), &Upkeep::swept, this, [this] { m_machine->sync.start(); });
    connectStatus();
    connectSync();
    connectPages();
    connectReview();
    connectPublishing();
    connectRectification();
    connectAppeals();
    obeyOptions();
}

Composition::~Composition() = default;

QVariantMap Composition::properties() const
{
    return {{QStringLiteral("session"), QVariant::fromValue(&m_models->session)},
            {QStringLiteral("status"), QVariant::fromValue(&m_models->status)},
            {QStringLiteral("enrol"), QVariant::fromValue(&m_models->enrol)},
            {QStringLiteral("scan"), QVariant::fromValue(&m_models->scan)},
            {QStringLiteral("pin"), QVariant::fromValue(&m_models->pin)},
            {QStringLiteral("place"), QVariant::fromValue(&m_models->place)},
            {QStringLiteral("today"), QVariant::fromValue(&m_models->today)},
            {QStringLiteral("village"), QVariant::fromValue(&m_models->village)},
            {QStringLiteral("checklist"), QVariant::fromValue(&m_models->checklist)},
            {QStringLiteral("capture"), QVariant::fromValue(&m_models->capture)},
            {QStringLiteral("photo"), QVariant::fromValue(&m_models->photo)},
            {QStringLiteral("drawing"), QVariant::fromValue(&m_models->drawing)},
            {QStringLiteral("reviewQueue"), QVariant::fromValue(&m_models->reviewQueue)},
            {QStringLiteral("review"), QVariant::fromValue(&m_models->review)},
            {QStringLiteral("ranking"), QVariant::fromValue(&m_models->ranking)},
            {QStringLiteral("publishing"), QVariant::fromValue(&m_models->publishing)},
            {QStringLiteral("overview"), QVariant::fromValue(&m_models->overview)},
            {QStringLiteral("rectifications"), QVariant::fromValue(&m_models->rectifications)},
            {QStringLiteral("rectification"), QVariant::fromValue(&m_models->rectification)},
            {QStringLiteral("appeal"), QVariant::fromValue(&m_models->appeal)},
            {QStringLiteral("taskAppeal"), QVariant::fromValue(&m_models->taskAppeal)},
            {QStringLiteral("finish"), QVariant::fromValue(&m_models->finish)},
            {QStringLiteral("outbox"), QVariant::fromValue(&m_models->outbox)},
            {QStringLiteral("settings"), QVariant::fromValue(&m_models->settings)}};
}

viewmodels::OpenInspection& Composition::openInspection()
{
    return m_models->open;
}

void Composition::start()
{
    m_upkeep->start();
    m_models->pin.start();
    QCoreApplication::instance()->installEventFilter(&m_models->pin);
    // The outbox behind what the first page waits for.
    readEnrolment([this] { m_models->outbox.refresh(); });
    m_models->settings.refresh();
    m_machine->position.start();
}

void Composition::connectStatus()
{
    Models& models = *m_models;
    connect(&m_machine->position, &platform::PositionSource::fixChanged, this,
            [&models](const base::Fix& fix) {
                models.status.showFix(fix);
                models.today.showFix(fix);
                models.village.showFix(fix);
                models.rectification.showFix(fix);
            });
    connect(&m_machine->position, &platform::PositionSource::lost, this,
            [this] { m_models->status.showFix(m_machine->position.latest()); });
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
    connect(&sync, &SyncLoop::progressChanged, this, [this, &models](const SyncProgress& progress) {
        models.outbox.showProgress(progress);
        models.status.showSync(
            shownPhase(progress),
            progress.problem ? QString::fromStdString(progress.problem->message) : QString());
        if (progress.phase != SyncProgress::Phase::running) {
            models.outbox.refresh();
        }
        if (progress.phase == SyncProgress::Phase::idle) {
            m_upkeep->makeRoom();
        }
    });
    connect(&sync, &SyncLoop::pulled, this, &Composition::readUser);
    connect(&sync, &SyncLoop::pulled, this, &Composition::scoreAndRead);
    connect(&models.outbox, &viewmodels::OutboxModel::syncWanted, &sync, &SyncLoop::syncNow);
    connect(&models.outbox, &viewmodels::OutboxModel::changed, &models.status, [&models] {
        models.status.showUnsent(models.outbox.records(), models.outbox.photos(),
                                 static_cast<qint64>(models.outbox.bytes()));
    });
}

void Composition::connectPages()
{
    Models& models = *m_models;
    connect(&models.settings, &viewmodels::SettingsModel::pinChangeWanted, &models.pin,
            &viewmodels::PinModel::change);
    connect(&models.settings, &viewmodels::SettingsModel::handOverWanted, &models.pin,
            &viewmodels::PinModel::handOver);
    connect(&models.enrol, &viewmodels::EnrolModel::enrolled, this, [this] {
        if (m_machine->options.enrolCode.isEmpty()) {
            m_models->pin.enrolled();  // somebody is there to choose one
        }
        readEnrolment([this] { m_models->settings.refresh(); });
        m_machine->sync.syncNow();
    });
    connect(&models.finish, &viewmodels::FinishModel::submitted, this, [this] {
        m_models->outbox.refresh();
        m_models->today.refresh();
        m_models->village.refresh();
        m_machine->sync.nudge();
    });
    connect(&models.village, &viewmodels::VillageModel::checkDiscarded, this, [this] {
        m_models->today.refresh();
        m_models->outbox.refresh();
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
    connect(&models.settings, &viewmodels::SettingsModel::changed, this, [this] {
        if (m_machine->options.position.isEmpty())
            m_machine->position.choose(m_models->settings.position());
    });
    connect(&models.settings, &viewmodels::SettingsModel::syncChoiceSaved, &m_machine->sync,
            &SyncLoop::syncNow);
}

void Composition::connectReview()
{
    Models& models = *m_models;
    connect(&models.session, &viewmodels::SessionModel::changed, &models.review,
            [&models] { models.review.showReviewer(models.session.user()); });
    connect(&models.reviewQueue, &viewmodels::ReviewQueueModel::loadedChanged, this,
            &Composition::firstData);
    connect(&models.reviewQueue, &viewmodels::ReviewQueueModel::approvedMany, this, [this] {
        m_models->outbox.refresh();
        m_machine->sync.nudge();
        scoreAndRead();
    });
    connect(&models.review, &viewmodels::ReviewModel::decided, this, [this] {
        m_models->reviewQueue.refresh();
        m_models->outbox.refresh();
        m_machine->sync.nudge();
    });
    connect(&models.review, &viewmodels::ReviewModel::changed, this,
            [this] { wishForPhotos({m_models->review.inspectionId().toStdString()}); });
}

void Composition::obeyOptions()
{
    using Look = viewmodels::SettingsModel::Look;
    const QString& theme = m_machine->options.theme;
    if (!theme.isEmpty()) {
        m_models->settings.setLook(theme == u"dark"       ? Look::Dark
                                   : theme == u"sunlight" ? Look::Sunlight
                                                          : Look::Light);
    }
}

void Composition::readEnrolment(const std::function<void()>& then)
{
    whenDone(
        m_machine->core.run([](SQLite::Database& db) { return store::Identity(db).enrolment(); }),
        this,
        [this, then](const std::optional<store::Enrolment>& enrolment) {
            m_models->session.show(enrolment ? std::optional(enrolment->user) : std::nullopt);
            if (enrolment) {
                readPages();
                then();
                return;
            }
            then();
            if (const Options& options = m_machine->options;
                !options.enrolCode.isEmpty() && m_wantsEnrolment) {
                m_wantsEnrolment = false;
                m_models->enrol.enrol(options.hubUrl, options.enrolCode);
            }
            Q_EMIT firstData();
        },
        [this](const std::exception&) { m_models->session.show(std::nullopt); });
}

/// What came down may say another role, other towns or rights of who this tablet belongs to.
void Composition::readUser()
{
    whenDone(
        m_machine->core.run([](SQLite::Database& db) { return store::Identity(db).enrolment(); }),
        this,
        [this](const std::optional<store::Enrolment>& enrolment) {
            if (!enrolment || m_models->session.user() == enrolment->user) {
                return;
            }
            m_models->session.show(enrolment->user);
            readPages();
        },
        [](const std::exception& broken) { qWarning("own user: %s", broken.what()); });
}

void Composition::readPages()
{
    using Role = viewmodels::SessionModel::Role;
    switch (m_models->session.role()) {
        case Role::Inspector:
            m_models->today.refresh();
            m_models->village.refresh();
            m_models->rectifications.refresh();
            m_models->rectification.refresh();
            break;
        case Role::Supervisor:
        case Role::Chief:
            m_models->reviewQueue.refresh();
            m_models->review.refresh();
            m_models->ranking.refresh();
            m_models->rectifications.refresh();
            m_models->rectification.refresh();
            break;
        case Role::VillageContact:
            m_models->rectifications.refresh();
            m_models->rectification.refresh();
            break;
        case Role::Unknown:
        case Role::Nobody:
        case Role::Administrator:
            break;
    }
}

void Composition::readAgain()
{
    readPages();
    m_models->outbox.refresh();
}

void Composition::scoreAndRead()
{
    readPages();
    whenDone(
        m_machine->core.run([machine = m_machine.get()](SQLite::Database& db) {
            actions::Context context{db, machine->clock, machine->ids};
            return actions::scorePulled(context, scoredAtOnce).value_or(0) +
                   actions::lookForRectifications(context, scoredAtOnce).value_or(0);
        }),
        this,
        [this](int scored) {
            if (scored > 0) {
                scoreAndRead();  // the rest, a batch at a time, so that taps get in between
            }
        },
        [](const std::exception& broken) { qWarning("scoring: %s", broken.what()); });
}

void Composition::wishForPhotos(const domain::InspectionId& inspection)
{
    if (inspection.empty()) {
        return;
    }
    const auto missing = [inspection](SQLite::Database& db) {
        return store::WantedMedia(db).shownWith(inspection);
    };
    whenDone(
        m_machine->core.run(missing), this,
        [this](const std::vector<domain::Sha256>& hashes) {
            for (auto hash = hashes.rbegin(); hash != hashes.rend(); ++hash) {
                m_machine->wishes.wish(*hash);  // the last wish is the first to be fulfilled
            }
            if (!hashes.empty()) {
                m_machine->sync.nudge();
            }
        },
        [](const std::exception&) {});
}

}  // namespace app
