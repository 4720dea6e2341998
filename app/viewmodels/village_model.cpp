#include "app/viewmodels/village_model.h"

#include <QDateTime>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/read_village.h"
#include "app/viewmodels/today_list.h"
#include "core/actions/draft.h"

namespace viewmodels {

VillageModel::VillageModel(app::CoreThread& core, Around around, QObject* parent)
    : QObject(parent), m_core(core), m_around(std::move(around))
{
}

void VillageModel::open(const QString& villageCode)
{
    if (this->villageCode() != villageCode) {
        m_loaded = false;
        m_sheet = {};
        m_sheet.village.code = {villageCode.toStdString()};
        m_checks.show({});
        m_visits.show({});
        setError({});
        Q_EMIT changed();
    }
    refresh();
}

void VillageModel::refresh()
{
    const domain::RegionCode code = m_sheet.village.code;
    if (code.empty()) return;
    app::whenDone(
        m_core.run([code](SQLite::Database& db) { return readVillage(db, code); }), this,
        [this, code](const VillageSheet& sheet) {
            if (code == m_sheet.village.code) display(sheet);
        },
        [this](const std::exception&) {
            setError(tr("本机数据读不出来，请重新打开应用；仍不行请联系管理员"));
        });
}

void VillageModel::display(VillageSheet sheet)
{
    for (std::size_t i = 0; i < sheet.checks.size() && i < m_sheet.checks.size(); ++i)
        if (sheet.checks[i].sameAs(m_sheet.checks[i]))
            sheet.checks[i].profile = m_sheet.checks[i].profile;
    m_sheet = std::move(sheet);
    m_loaded = true;
    m_checks.show(m_sheet.checks);
    m_visits.show(m_sheet.visits);
    Q_EMIT changed();
}

void VillageModel::chooseProfile(int row, int profile)
{
    if (row < 0 || row >= static_cast<int>(m_sheet.checks.size())) return;
    CheckRow& check = m_sheet.checks[static_cast<std::size_t>(row)];
    if (profile < 0 || profile >= static_cast<int>(check.profileCodes.size())) return;
    check.profile = profile;
    m_checks.change(row, check);
}

void VillageModel::openCheck(int row)
{
    if (row < 0 || row >= static_cast<int>(m_sheet.checks.size())) return;
    const CheckRow& check = m_sheet.checks[static_cast<std::size_t>(row)];
    setError({});
    switch (check.state) {
        case check::State::NotStarted:
        case check::State::Voided:
            start(check, {});
            break;
        case check::State::SentBack:
            correct(check);
            break;
        case check::State::Draft:
        case check::State::Submitted:
        case check::State::Approved:
            Q_EMIT checkOpened(text(check.inspection.value));
            break;
    }
}

void VillageModel::lookBack(int row)
{
    if (row < 0 || row >= static_cast<int>(m_sheet.checks.size())) return;
    const CheckRow& check = m_sheet.checks[static_cast<std::size_t>(row)];
    setError({});
    if (!check.lookBackAt.empty()) start(check, check.lookBackAt);
}

void VillageModel::discard(int row)
{
    if (row < 0 || row >= static_cast<int>(m_sheet.checks.size())) return;
    const CheckRow& check = m_sheet.checks[static_cast<std::size_t>(row)];
    if (check.state != check::State::Draft) return;
    setError({});
    const auto work = [id = check.inspection, &around = m_around](SQLite::Database& db) {
        actions::Context context{db, around.clock, around.ids};
        return actions::discardDraft(context, id);
    };
    app::whenDone(
        m_core.run(work), this,
        [this](const base::Result<void>& gone) {
            if (!gone) return setError(ErrorWords::of(gone.error()));
            refresh();
            Q_EMIT checkDiscarded();
        },
        [this](const std::exception&) {
            setError(tr("没有保存：本机数据读写出错，请重新打开应用"));
        });
}

void VillageModel::start(const CheckRow& check, const domain::InspectionId& parent)
{
    actions::StartRequest request;
    request.campaign = m_sheet.campaign;
    request.village = m_sheet.village.code;
    request.subject = check.subjectCode;
    request.kind = check.kind;
    request.parent = parent;
    if (!check.profileCodes.empty() && parent.empty())
        request.profile = check.profileCodes[static_cast<std::size_t>(check.profile)];
    request.zoneOffsetMinutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
    request.fix = m_around.position ? m_around.position() : std::nullopt;
    run([request](actions::Context& context) {
        return actions::startInspection(context, request);
    });
}

void VillageModel::correct(const CheckRow& check)
{
    run([id = check.inspection](actions::Context& context) {
        return actions::startRevision(context, id);
    });
}

template <class Action>
void VillageModel::run(Action action)
{
    const auto work = [action = std::move(action), &around = m_around](SQLite::Database& db) {
        actions::Context context{db, around.clock, around.ids};
        return action(context);
    };
    app::whenDone(
        m_core.run(work), this,
        [this](const base::Result<domain::InspectionId>& id) {
            if (id)
                Q_EMIT checkOpened(text(id->value));
            else
                setError(ErrorWords::of(id.error()));
        },
        [this](const std::exception&) {
            setError(tr("没有保存：本机数据读写出错，请重新打开应用"));
        });
}

void VillageModel::showFix(std::optional<base::Fix> fix)
{
    m_fix = std::move(fix);
    Q_EMIT distanceChanged();
}

QString VillageModel::villageCode() const
{
    return text(m_sheet.village.code.value);
}

QString VillageModel::name() const
{
    return text(m_sheet.village.name);
}

QString VillageModel::town() const
{
    return text(m_sheet.town);
}

QString VillageModel::aliases() const
{
    QStringList aliases;
    for (const std::string& alias : m_sheet.village.aliases) aliases.append(text(alias));
    return aliases.join(QStringLiteral("、"));
}

double VillageModel::distanceM() const
{
    return m_fix && m_sheet.village.position
               ? viewmodels::distanceM(m_fix->point, *m_sheet.village.position)
               : -1;
}

void VillageModel::setError(const QString& error)
{
    if (m_error == error) return;
    m_error = error;
    Q_EMIT errorChanged();
}

}  // namespace viewmodels
