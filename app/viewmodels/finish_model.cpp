#include "app/viewmodels/finish_model.h"

#include <algorithm>
#include <utility>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/problem_words.h"
#include "core/actions/draft.h"
#include "core/actions/submit.h"
#include "core/evidence/sign_off.h"

namespace viewmodels {

namespace {

constexpr char inspectorRole[] = "inspector";
constexpr char villageRole[] = "village";

constexpr Column<MissingRow> columns[] = {
    {"problem", [](const MissingRow& row) -> QVariant { return text(row.text); }},
    {"itemCode", [](const MissingRow& row) -> QVariant { return text(row.itemCode); }},
    {"blocks", [](const MissingRow& row) -> QVariant { return row.blocks; }},
};

}  // namespace

MissingListModel::MissingListModel(QObject* parent) : RowsModel(columns, parent) {}

FinishModel::FinishModel(OpenInspection& open, QObject* parent)
    : QObject(parent), m_open(open), m_average(open.around().position)
{
    connect(&m_average, &PositionAverage::finished, this, &FinishModel::takeAverage);
    connect(&m_open, &OpenInspection::closed, &m_average, &PositionAverage::cancel);
    connect(&m_open, &OpenInspection::opened, this, [this] {
        m_submitting = false;
        m_average.cancel();
        m_error.clear();
        m_typedName.clear();
        refresh();
    });
    connect(&m_open, &OpenInspection::changed, this, &FinishModel::refresh);
}

void FinishModel::refresh()
{
    if (!m_open.isOpen()) return;
    std::vector<MissingRow> rows;
    for (const scoring::EvidenceProblem& problem : m_open.problems())
        rows.push_back({ProblemWords::of(problem).toStdString(), problem.itemCode,
                        scoring::blocksSubmit(problem.problem)});
    std::stable_partition(rows.begin(), rows.end(),
                          [](const MissingRow& row) { return row.blocks; });
    m_blocking = static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const MissingRow& row) { return row.blocks; }));
    m_missing.show(std::move(rows));
    m_blocking += positionReasonWanted() && positionReason().isEmpty() ? 1 : 0;
    m_blocking += inspectorSigned() ? 0 : 1;
    m_blocking += villageSignature() == Village::Missing ? 1 : 0;
    Q_EMIT changed();
    const QStringList texts = {positionReason(), remark(), villageName(), villageReason()};
    if (std::exchange(m_texts, texts) != texts) Q_EMIT textsChanged();
}

template <class Action>
void FinishModel::save(Action action)
{
    if (!m_open.isOpen() || m_open.facts().readOnly) return;
    const auto work = [action = std::move(action), &around = m_open.around(),
                       draft = m_open.inspection().id](SQLite::Database& db) {
        actions::Context context{db, around.clock, around.ids};
        return action(context, draft);
    };
    Q_EMIT m_open.saving();
    app::whenDone(
        m_open.core().run(work), this,
        [this](const base::Result<void>& saved) {
            if (!saved) return fail(saved.error());
            m_error.clear();
            m_open.tellSaved();
            m_open.reload();
        },
        [this](const std::exception& broken) { fail(OpenInspection::brokenStore(broken)); });
}

void FinishModel::sign(domain::Signature signature)
{
    save([signature = std::move(signature)](actions::Context& context,
                                            const domain::InspectionId& draft) {
        if (signature.kind == domain::SignatureKind::signedByHand && signature.strokesSvg.empty())
            return actions::clearSignature(context, draft, signature.role);
        return actions::setSignature(context, draft, signature);
    });
}

void FinishModel::signInspector(const QString& strokesSvg)
{
    domain::Signature signature;
    signature.role = inspectorRole;
    signature.strokesSvg = strokesSvg.toStdString();
    sign(std::move(signature));
}

void FinishModel::signVillage(const QString& strokesSvg, const QString& name)
{
    m_typedName = name.trimmed();
    if (strokesSvg.isEmpty() && villageSignature() == Village::Missing) return;
    domain::Signature signature;
    signature.role = villageRole;
    signature.name = m_typedName.toStdString();
    signature.strokesSvg = strokesSvg.toStdString();
    sign(std::move(signature));
}

void FinishModel::villageRefused(const QString& reason)
{
    domain::Signature signature;
    signature.role = villageRole;
    signature.kind = domain::SignatureKind::refused;
    signature.reason = reason.trimmed().toStdString();
    sign(std::move(signature));
}

void FinishModel::nobodyThere(const QString& reason)
{
    domain::Signature signature;
    signature.role = villageRole;
    signature.kind = domain::SignatureKind::nobodyThere;
    signature.reason = reason.trimmed().toStdString();
    sign(std::move(signature));
}

void FinishModel::setPositionReason(const QString& reason)
{
    if (!m_open.isOpen()) return;
    save([fix = m_open.inspection().startFix, reason = reason.trimmed().toStdString()](
             actions::Context& context, const domain::InspectionId& draft) {
        return actions::setStartFix(context, draft, fix, reason);
    });
}

void FinishModel::setRemark(const QString& remark)
{
    save([remark = remark.trimmed().toStdString()](actions::Context& context,
                                                   const domain::InspectionId& draft) {
        return actions::setRemark(context, draft, remark);
    });
}

void FinishModel::submit()
{
    if (!canSubmit() || m_open.facts().readOnly) return;
    m_submitting = true;
    m_error.clear();
    Q_EMIT changed();
    const auto work = [&around = m_open.around(),
                       draft = m_open.inspection().id](SQLite::Database& db) {
        actions::Context context{db, around.clock, around.ids};
        return actions::submit(context, draft);
    };
    app::whenDone(
        m_open.core().run(work), this,
        [this](const base::Result<domain::RecordId>& record) {
            m_submitting = false;
            if (!record) return fail(record.error());
            m_open.tellSaved();
            Q_EMIT changed();
            Q_EMIT submitted();
        },
        [this](const std::exception& broken) {
            m_submitting = false;
            fail(OpenInspection::brokenStore(broken));
        });
}

QString FinishModel::total() const
{
    return text(m_open.score().total());
}

QString FinishModel::maximum() const
{
    return text(m_open.score().maximum);
}

int FinishModel::findings() const
{
    return m_open.score().findings;
}

bool FinishModel::positionReasonWanted() const
{
    if (!m_open.isOpen()) return false;
    return evidence::wantsPositionReason(m_open.inspection(), accuracyLimitM());
}

double FinishModel::accuracyLimitM() const
{
    return m_open.facts().capture.accuracyLimitM;
}

void FinishModel::takeAverage(const std::optional<base::Fix>& average)
{
    if (!m_open.isOpen()) return;
    if (!average)
        return fail(
            {"position.none", tr("这段时间没有收到定位，请到空旷处再试").toStdString(), {}});
    save([average, reason = m_open.inspection().noFixReason](actions::Context& context,
                                                             const domain::InspectionId& draft) {
        return actions::setStartFix(context, draft, average, reason);
    });
}

QString FinishModel::positionReason() const
{
    return m_open.isOpen() ? text(m_open.inspection().noFixReason) : QString();
}

QString FinishModel::remark() const
{
    return m_open.isOpen() ? text(m_open.inspection().remark) : QString();
}

const domain::Signature* FinishModel::signature(const char* role) const
{
    if (!m_open.isOpen()) return nullptr;
    const auto& all = m_open.inspection().signatures;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.role == role; });
    return found == all.end() ? nullptr : &*found;
}

bool FinishModel::inspectorSigned() const
{
    return signature(inspectorRole) != nullptr;
}

QString FinishModel::inspectorStrokes() const
{
    const domain::Signature* own = signature(inspectorRole);
    return own ? text(own->strokesSvg) : QString();
}

FinishModel::Village FinishModel::villageSignature() const
{
    const domain::Signature* village = signature(villageRole);
    if (!village) return Village::Missing;
    switch (village->kind) {
        case domain::SignatureKind::signedByHand:
            return Village::Signed;
        case domain::SignatureKind::refused:
            return Village::Refused;
        case domain::SignatureKind::nobodyThere:
            return Village::NobodyThere;
    }
    return Village::Missing;
}

QString FinishModel::villageStrokes() const
{
    const domain::Signature* village = signature(villageRole);
    return village ? text(village->strokesSvg) : QString();
}

QString FinishModel::villageName() const
{
    const domain::Signature* village = signature(villageRole);
    return village ? text(village->name) : m_typedName;
}

QString FinishModel::villageReason() const
{
    const domain::Signature* village = signature(villageRole);
    return village ? text(village->reason) : QString();
}

void FinishModel::fail(const base::Error& error)
{
    m_error = ErrorWords::of(error);
    Q_EMIT changed();
    m_open.tellNotSaved(error);
}

}  // namespace viewmodels
