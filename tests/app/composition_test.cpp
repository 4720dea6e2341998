#include "app/composition.h"

#include <catch2/catch.hpp>

#include "app/viewmodels/review_model.h"
#include "app/viewmodels/session_model.h"
#include "core/store/identity.h"
#include "tests/app/qt_application.h"
#include "tests/support/tablet.h"

namespace county = support::county;
using viewmodels::ReviewModel;
using viewmodels::SessionModel;

namespace {

/// The running app without a window over a tablet's own folder.
struct Running {
    explicit Running(const support::Tablet& tablet)
    {
        support::qtApplication();
        app::Options options;
        options.dataFolder = QString::fromStdString(tablet.folder().path());
        options.position = QStringLiteral("none");
        auto made = app::Machine::make(options);
        REQUIRE(made);
        machine = made->get();
        composition = std::make_unique<app::Composition>(std::move(*made));
        composition->start();
    }
    template <class Model>
    Model& model(const char* name)
    {
        return *composition->properties()[QLatin1String(name)].value<Model*>();
    }

    app::Machine* machine = nullptr;
    std::unique_ptr<app::Composition> composition;
};

}  // namespace

TEST_CASE("A role or a right that a sync brought is the app's at once", "[session]")
{
    support::Tablet tablet(1, county::supervisor());
    Running running(tablet);
    auto& session = running.model<SessionModel>("session");
    auto& review = running.model<ReviewModel>("review");
    REQUIRE(support::eventually([&] { return session.role() == SessionModel::Role::Supervisor; }));
    CHECK(review.adjustBlocked() != ReviewModel::Blocked::NoRight);

    // As client::readReference does when the user's own line has changed.
    const auto pull = [&](const domain::User& user) {
        auto enrolment = store::Identity(tablet.db()).enrolment();
        enrolment->user = user;
        store::Identity(tablet.db()).putEnrolment(*enrolment);
        Q_EMIT running.machine->sync.pulled();
    };
    domain::User user = county::supervisor();
    user.mayAdjust = false;
    pull(user);
    CHECK(support::eventually(
        [&] { return review.adjustBlocked() == ReviewModel::Blocked::NoRight; }));
    CHECK(session.role() == SessionModel::Role::Supervisor);
    user.scope = {county::town1};
    pull(user);
    CHECK(support::eventually([&] { return session.user()->scope == user.scope; }));
    user.role = domain::Role::villageContact;
    user.scope = {county::village1};
    pull(user);
    CHECK(
        support::eventually([&] { return session.role() == SessionModel::Role::VillageContact; }));
}

TEST_CASE("A sync that changes nothing about the own user leaves the session alone", "[session]")
{
    const support::Tablet tablet(1, county::supervisor());
    Running running(tablet);
    auto& session = running.model<SessionModel>("session");
    REQUIRE(support::eventually([&] { return session.role() == SessionModel::Role::Supervisor; }));
    int changed = 0;
    QObject::connect(&session, &SessionModel::changed, &session, [&] { ++changed; });
    Q_EMIT running.machine->sync.pulled();
    bool read = false;
    app::whenDone(
        running.machine->core.run([](SQLite::Database&) {}), &session, [&] { read = true; },
        [](const std::exception&) {});
    REQUIRE(support::eventually([&] { return read; }));
    CHECK(changed == 0);
}
