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

FinishModel::Village villageOf(domain::SignatureKind kind)
{
    switch (kind) {
        case domain::SignatureKind::signedByHand:
            return FinishModel::Village::Signed;
        case domain::SignatureKind::refused:
            return FinishModel::Village::Refused;
        case domain::SignatureKind::nobodyThere:
            return FinishModel::Village::NobodyThere;
    }
    return FinishModel::Village::Signed;
}

}  // namespace

FinishModel::FinishModel(OpenInspection& open, QObject* parent)
    : QObject(parent), m_open(open), m_average(open.around().position)
{
    connect(&m_average, &PositionAverage::finished, this, &FinishModel::takeAverage);
    connect(&m_open, &OpenInspection::closed, &m_average, &PositionAverage::cancel);
    connect(&m_open, &OpenInspection::opened, this, [this] {
        m_submitting = false;
        m_average.cancel();
        m_error.clear();
        m_village.begin(signature(villageRole));
        refresh();
    });
    connect(&m_open, &OpenInspection::changed, this, &FinishModel::refresh);
}

void FinishModel::refresh()
{
    if (!m_open.isOpen()) return;
    std::vector<MissingRow> rows = missingRows();
    std::stable_partition(rows.begin(), rows.end(),
                          [](const MissingRow& row) { return row.blocks; });
    m_blocking = static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const MissingRow& row) { return row.blocks; }));
    m_missing.show(std::move(rows));
    Q_EMIT changed();
    const QStringList texts = {positionReason(), remark(), villageName(), villageReason()};
    if (std::exchange(m_texts, texts) != texts) Q_EMIT textsChanged();
}

std::vector<MissingRow> FinishModel::missingRows() const
{
    using missing::Place;
    std::vector<MissingRow> rows;
    std::vector<int> times;
    for (const scoring::EvidenceProblem& problem : m_open.problems()) {
        MissingRow row{ProblemWords::of(problem).toStdString(), problem.itemCode,
                       scoring::blocksSubmit(problem.problem)};
        // Twelve findings without a photo are one line.
        const auto same = std::find(rows.begin(), rows.end(), row);
        if (same != rows.end()) {
            ++times[static_cast<std::size_t>(same - rows.begin())];
            continue;
        }
        rows.push_back(std::move(row));
        times.push_back(1);
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (times[i] > 1) rows[i].text += tr("（%1 处）").arg(times[i]).toStdString();
    const auto lacks = [&rows](const QString& what, Place place) {
        rows.push_back({what.toStdString(), {}, true, place});
    };
    if (positionReasonWanted() && positionReason().isEmpty())
        lacks(tr("没有说明为什么定位缺失或误差大"), Place::PositionReason);
    if (!inspectorSigned()) lacks(tr("检查人还没有签名"), Place::InspectorSignature);
    if (villageSignature() == Village::Missing) {
        switch (m_village.way()) {
            case domain::SignatureKind::signedByHand:
                lacks(tr("村干部还没有签名"), Place::VillageSignature);
                break;
            case domain::SignatureKind::refused:
                lacks(tr("没有写拒签的原因"), Place::VillageSignature);
                break;
            case domain::SignatureKind::nobodyThere:
                lacks(tr("没有写为什么没有人在场"), Place::VillageSignature);
                break;
        }
    }
    return rows;
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

void FinishModel::sign(const char* role, std::optional<domain::Signature> signature)
{
    if (signature) signature->role = role;
    save([role, signature = std::move(signature)](actions::Context& context,
                                                  const domain::InspectionId& draft) {
        return signature ? actions::setSignature(context, draft, *signature)
                         : actions::clearSignature(context, draft, role);
    });
}

void FinishModel::signInspector(const QString& strokesSvg)
{
    domain::Signature signature;
    signature.strokesSvg = strokesSvg.toStdString();
    sign(inspectorRole, strokesSvg.isEmpty() ? std::nullopt : std::optional(signature));
}

void FinishModel::chooseVillage(Village way)
{
    for (const auto kind : {domain::SignatureKind::signedByHand, domain::SignatureKind::refused,
                            domain::SignatureKind::nobodyThere})
        if (villageOf(kind) == way && kind != m_village.way() && m_open.isOpen() &&
            !m_open.facts().readOnly) {
            m_village.choose(kind);
            sign(villageRole, m_village.whole());
            refresh();
            return;
        }
}

void FinishModel::signVillage(const QString& strokesSvg)
{
    if (m_village.way() != domain::SignatureKind::signedByHand) return;
    m_village.given().strokesSvg = strokesSvg.toStdString();
    sign(villageRole, m_village.whole());
}

void FinishModel::nameVillage(const QString& name)
{
    if (m_village.way() != domain::SignatureKind::signedByHand) return;
    m_village.given().name = name.trimmed().toStdString();
    if (const auto named = m_village.whole()) sign(villageRole, named);
}

void FinishModel::explainVillage(const QString& reason)
{
    if (m_village.way() == domain::SignatureKind::signedByHand) return;
    m_village.given().reason = reason.trimmed().toStdString();
    sign(villageRole, m_village.whole());
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

FinishModel::Village FinishModel::villageWay() const
{
    return villageOf(m_village.way());
}

FinishModel::Village FinishModel::villageSignature() const
{
    const domain::Signature* saved = signature(villageRole);
    return saved && saved->kind == m_village.way() ? villageOf(saved->kind) : Village::Missing;
}

QString FinishModel::villageStrokes() const
{
    const domain::Signature* saved = signature(villageRole);
    return saved ? text(saved->strokesSvg) : QString();
}

QString FinishModel::villageName() const
{
    return text(m_village.given().name);
}

QString FinishModel::villageReason() const
{
    return text(m_village.given().reason);
}

void FinishModel::fail(const base::Error& error)
{
    m_error = ErrorWords::of(error);
    Q_EMIT changed();
    m_open.tellNotSaved(error);
}

}  // namespace viewmodels
