#include "app/window.h"

#include <QQuickItem>
#include <QTest>
#include <catch2/catch.hpp>
#include <utility>

#include "app/viewmodels/checklist_model.h"
#include "app/viewmodels/enrol_model.h"
#include "app/viewmodels/pin_model.h"
#include "app/viewmodels/place_model.h"
#include "app/viewmodels/settings_model.h"
#include "core/store/drafts.h"
#include "core/store/ui_state.h"
#include "tests/app/qr_picture.h"
#include "tests/app/qt_application.h"
#include "tests/support/tablet.h"

namespace {

using support::Tablet;
using viewmodels::ChecklistModel;
using viewmodels::SettingsModel;

std::unique_ptr<app::Window> windowOver(const support::TemporaryFolder& folder,
                                        std::optional<QSize> size, const QString& photos = {})
{
    static const bool prepared = (app::prepareStyle(), true);
    REQUIRE(prepared);
    support::qtApplication();
    app::Options options;
    options.dataFolder = QString::fromStdString(folder.path());
    options.photosFolder = photos;
    options.position = QStringLiteral("none");
    options.language = QStringLiteral("zh");
    options.size = size;
    auto window = app::Window::make(options);
    REQUIRE(window);
    REQUIRE((*window)->composition() != nullptr);
    (*window)->composition()->start();
    return std::move(*window);
}

/// The whole app over a tablet's own folder, as at its next start.
std::unique_ptr<app::Window> windowOver(const Tablet& tablet,
                                        std::optional<QSize> size = QSize(1280, 800))
{
    return windowOver(tablet.folder(), size);
}

template <class Model>
Model& model(app::Window& window, const char* name)
{
    return *window.composition()->properties()[QLatin1String(name)].value<Model*>();
}

/// The app as it opens again on the checklist of this draft.
std::unique_ptr<app::Window> checklistOver(Tablet& tablet, const domain::InspectionId& draft,
                                           QSize size)
{
    store::UiState(tablet.db())
        .put("place", "Checklist\n" + support::county::village1.value + "\n" + draft.value);
    auto window = windowOver(tablet, size);
    auto& checklist = model<ChecklistModel>(*window, "checklist");
    REQUIRE(support::eventually(
        [&] { return checklist.inspectionId() == QString::fromStdString(draft.value); }));
    return window;
}

QQuickItem* found(QQuickItem* item, const QString& objectName)
{
    if (item->objectName() == objectName && item->isVisible()) return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* inside = found(child, objectName)) return inside;
    return nullptr;
}

/// What a named item shows, once it is there.
QString shown(app::Window& window, const char* objectName, const char* property = "text")
{
    QQuickItem* item = nullptr;
    REQUIRE(support::eventually([&] {
        item = found(window.window().contentItem(), QLatin1String(objectName));
        return item != nullptr;
    }));
    return item->property(property).toString();
}

void tapAt(app::Window& window, const QQuickItem& item)
{
    QTest::mouseClick(&window.window(), Qt::LeftButton, Qt::NoModifier,
                      item.mapToScene({item.width() / 2, item.height() / 2}).toPoint());
}

/// A tap on a named item, once it stands still.
void tap(app::Window& window, const QString& objectName)
{
    QRectF before;
    REQUIRE(support::eventually([&] {
        const QQuickItem* item = found(window.window().contentItem(), objectName);
        const QRectF now =
            item ? item->mapRectToScene(QRectF(0, 0, item->width(), item->height())) : QRectF();
        QTest::qWait(50);
        return !now.isEmpty() && std::exchange(before, now) == now;
    }));
    tapAt(window, *found(window.window().contentItem(), objectName));
}

}  // namespace

TEST_CASE("Another language is on all pages at once, and there again after the next start",
          "[window]")
{
    Tablet tablet;
    {
        const auto window = windowOver(tablet);
        CHECK(shown(*window, "nav.settings") == QStringLiteral("设置"));
        auto& settings = model<SettingsModel>(*window, "settings");
        settings.setLanguage(SettingsModel::Language::English);
        CHECK(shown(*window, "nav.settings") == QStringLiteral("Settings"));
        CHECK(shown(*window, "today.progress").startsWith(QStringLiteral("0 of ")));
        // Also what view-models say.
        settings.exportLog();
        CHECK(support::eventually(
            [&] { return settings.error().startsWith(QStringLiteral("Log not exported")); }));
        settings.setLanguage(SettingsModel::Language::Chinese);
        CHECK(shown(*window, "nav.settings") == QStringLiteral("设置"));
        settings.setLanguage(SettingsModel::Language::English);
    }
    {
        const auto window = windowOver(tablet);
        REQUIRE(support::eventually(
            [&] { return shown(*window, "nav.settings") == QStringLiteral("Settings"); }));
        auto& settings = model<SettingsModel>(*window, "settings");
        settings.setLanguage(SettingsModel::Language::AsTablet);
        CHECK(shown(*window, "nav.settings") == QStringLiteral("设置"));
    }
}

TEST_CASE("A call that comes in, and low memory with it, leaves the inspector on the same item",
          "[window]")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto window = checklistOver(tablet, draft, {1280, 800});
    auto& checklist = model<ChecklistModel>(*window, "checklist");
    checklist.addTo(QStringLiteral("LJ07"));
    REQUIRE(shown(*window, "checklist.score", "points") == checklist.total());
    const QString total = checklist.total();

    window->window().hide();
    Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationSuspended);
    // Whoever is suspended may be ended without a word: it is on the disk by now.
    REQUIRE(support::eventually([&] {
        const auto saved = store::Drafts(tablet.db()).answer(draft, "LJ07");
        return saved && saved->findings.size() == 1;
    }));
    window->window().show();
    Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    CHECK(checklist.currentItem() == QStringLiteral("LJ07"));
    CHECK(shown(*window, "checklist.score", "points") == total);
    CHECK(shown(*window, "item.LJ07.plus", "enabled") == QStringLiteral("true"));
}

TEST_CASE("Without a size said, the app takes all of the screen that the system leaves it",
          "[window]")
{
    Tablet tablet;
    const auto window = windowOver(tablet, std::nullopt);
    CHECK(window->window().visibility() == QWindow::Maximized);
}

TEST_CASE("What was open when the tablet was put away is neither seen nor touched under the lock",
          "[window]")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto window = checklistOver(tablet, draft, {800, 1280});
    auto& checklist = model<ChecklistModel>(*window, "checklist");
    auto& pin = model<viewmodels::PinModel>(*window, "pin");
    pin.enrolled();
    REQUIRE(
        support::eventually([&] { return pin.stage() == viewmodels::PinModel::Stage::Choose; }));
    pin.choose(QStringLiteral("1357"), QStringLiteral("1357"));
    REQUIRE(support::eventually([&] { return !pin.locked(); }));
    tap(*window, QStringLiteral("item.%1.details").arg(checklist.currentItem()));
    const QString close = QStringLiteral("sheet.close");
    shown(*window, "sheet.close");
    QTest::qWait(300);  // until it stands

    pin.start();
    REQUIRE(support::eventually([&] { return pin.stage() == viewmodels::PinModel::Stage::Ask; }));
    shown(*window, "pin.submit");
    const QQuickItem* sheet = found(window->window().contentItem(), close);
    REQUIRE(sheet != nullptr);
    tapAt(*window, *sheet);
    QTest::keyClick(&window->window(), Qt::Key_Escape);
    QTest::qWait(200);
    CHECK(found(window->window().contentItem(), close) == sheet);  // open still, and not touched
    CHECK(pin.locked());
    pin.enter(QStringLiteral("1357"));
    REQUIRE(support::eventually([&] { return !pin.locked(); }));
    tap(*window, close);
    REQUIRE(support::eventually(
        [&] { return found(window->window().contentItem(), close) == nullptr; }));
}

TEST_CASE("Held upright, the details of an item make way for the camera that they lead to",
          "[window]")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto window = checklistOver(tablet, draft, {800, 1280});
    auto& checklist = model<ChecklistModel>(*window, "checklist");
    tap(*window, QStringLiteral("item.%1.details").arg(checklist.currentItem()));
    tap(*window, QStringLiteral("item.side.photo.add"));
    shown(*window, "camera.done");
    CHECK(support::eventually([&] {
        return found(window->window().contentItem(), QStringLiteral("sheet.close")) == nullptr;
    }));
}

TEST_CASE("A tablet enrols with what its camera reads off the office's screen", "[window]")
{
    const support::TemporaryFolder folder;
    const support::TemporaryFolder photos;
    const auto save = [&](const char* name, const char* text) {
        REQUIRE(support::qrPicture(text, 400).save(QString::fromStdString(photos / name)));
    };
    // The camera of the test sees one after the other.
    save("1.jpg", "https://elsewhere.example");
    save("2.jpg", "xuncun://enrol?hub=https%3A%2F%2F127.0.0.1%3A1&code=7KQM-2D8X-RWT4");
    const auto window = windowOver(folder, QSize(1280, 800), QString::fromStdString(photos.path()));
    tap(*window, QStringLiteral("enrol.scan"));
    CHECK(shown(*window, "scan.hint").startsWith(QStringLiteral("对准")));
    // It was asked at the address in the code, where nobody is.
    CHECK(support::eventually([&] {
        const auto& enrol = model<viewmodels::EnrolModel>(*window, "enrol");
        return enrol.hubAddress() == QStringLiteral("https://127.0.0.1:1") && !enrol.busy() &&
               !enrol.error().isEmpty();
    }));
    CHECK(found(window->window().contentItem(), QStringLiteral("scan.hint")) == nullptr);
}
