#include "app/viewmodels/place_model.h"

#include <QMetaEnum>
#include <QStringList>

#include "app/viewmodels/words.h"
#include "core/store/ui_state.h"

namespace viewmodels {

namespace {

constexpr char key[] = "place";
constexpr QLatin1Char parting('\n');

}  // namespace

PlaceModel::PlaceModel(app::CoreThread& core, QObject* parent) : QObject(parent), m_core(core) {}

void PlaceModel::restore()
{
    app::whenDone(
        m_core.run([](SQLite::Database& db) { return store::UiState(db).get(key); }), this,
        [this](const std::optional<std::string>& kept) { take(text(kept.value_or(""))); },
        [this](const std::exception&) { Q_EMIT restored(); });
}

void PlaceModel::take(const QString& kept)
{
    const QStringList parts = kept.split(parting);
    bool known = false;
    const int page =
        QMetaEnum::fromType<Page>().keyToValue(parts.first().toLatin1().constData(), &known);
    if (known && parts.size() >= 3) {
        m_page = static_cast<Page>(page);
        m_village = parts[1];
        m_inspection = parts[2];
        m_finding = parts.value(3);
        Q_EMIT changed();
    }
    Q_EMIT restored();
}

void PlaceModel::atHome()
{
    keep(Page::Home, {}, {});
}

void PlaceModel::atVillage(const QString& villageCode)
{
    keep(Page::Village, villageCode, {});
}

void PlaceModel::atChecklist(const QString& inspectionId)
{
    keep(Page::Checklist, m_village, inspectionId);
}

void PlaceModel::atCamera(const QString& findingId)
{
    keep(Page::Camera, m_village, m_inspection, findingId);
}

void PlaceModel::atFinish()
{
    keep(Page::Finish, m_village, m_inspection);
}

void PlaceModel::keep(Page page, const QString& village, const QString& inspection,
                      const QString& finding)
{
    if (page == m_page && village == m_village && inspection == m_inspection &&
        finding == m_finding)
        return;
    m_page = page;
    m_village = village;
    m_inspection = inspection;
    m_finding = finding;
    Q_EMIT changed();
    const QStringList parts = {
        QLatin1String(QMetaEnum::fromType<Page>().valueToKey(static_cast<int>(page))), village,
        inspection, finding};
    // Not kept is no loss of work: the app then opens on the page before.
    m_core.run([value = parts.join(parting).toStdString()](SQLite::Database& db) {
        store::UiState(db).put(key, value);
    });
}

}  // namespace viewmodels
