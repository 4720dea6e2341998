#include "app/viewmodels/appeal_model.h"

#include <algorithm>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/words.h"

namespace viewmodels {

namespace {
using Line = AppealLine;

constexpr Column<Line> appealColumns[] = {
    {"appealId", [](const Line& row) -> QVariant { return text(row.record); }},
    {"item", [](const Line& row) -> QVariant { return text(row.item); }},
    {"reason", [](const Line& row) -> QVariant { return text(row.reason); }},
    {"who", [](const Line& row) -> QVariant { return text(row.who); }},
    {"atMs", [](const Line& row) -> QVariant { return static_cast<double>(row.atMs); }},
    {"outcome", [](const Line& row) -> QVariant { return static_cast<int>(row.outcome); }},
    {"points", [](const Line& row) -> QVariant { return text(row.points); }},
    {"answer", [](const Line& row) -> QVariant { return text(row.answer); }},
    {"answeredBy", [](const Line& row) -> QVariant { return text(row.answeredBy); }},
    {"answeredAtMs",
     [](const Line& row) -> QVariant { return static_cast<double>(row.answeredAtMs); }},
};

bool supervises(const std::optional<domain::User>& user)
{
    return user && (user->role == domain::Role::supervisor || user->role == domain::Role::chief);
}
}  // namespace

AppealListModel::AppealListModel(QObject* parent) : RowsModel(appealColumns, parent) {}

AppealModel::AppealModel(app::CoreThread& core, Around around, Raise raise, Answer answer,
                         QObject* parent)
    : QObject(parent),
      m_core(core),
      m_around(std::move(around)),
      m_raise(std::move(raise)),
      m_answer(std::move(answer))
{
}

void AppealModel::showUser(std::optional<domain::User> user)
{
    m_user = std::move(user);
    Q_EMIT changed();
}

void AppealModel::openTask(const QString& findingId)
{
    const domain::FindingId finding{findingId.toStdString()};
    if (finding != m_finding) display(std::nullopt);
    m_finding = finding;
    refresh();
}

void AppealModel::openInspection(const QString& inspectionId)
{
    const domain::InspectionId inspection{inspectionId.toStdString()};
    if (inspection != m_inspection) display(std::nullopt);
    m_inspection = inspection;
    refresh();
}

void AppealModel::showItem(const QString& itemCode, bool deducted)
{
    m_item = itemCode.toStdString();
    m_deducted = deducted;
    Q_EMIT changed();
}

void AppealModel::refresh()
{
    if (m_finding.empty() && m_inspection.empty()) return;
    app::whenDone(
        m_core.run([around = m_around, finding = m_finding,
                    inspection = m_inspection](SQLite::Database& db) {
            actions::Context context{db, around.clock, around.ids};
            return finding.empty() ? readAppealsOf(context, inspection)
                                   : readAppealsOf(context, finding);
        }),
        this,
        [this, finding = m_finding, inspection = m_inspection](std::optional<AppealSheet> sheet) {
            if (finding == m_finding && inspection == m_inspection) display(std::move(sheet));
        },
        [this](const std::exception&) { fail(tr("读取申诉失败，请返回再打开")); });
}

void AppealModel::display(std::optional<AppealSheet> sheet)
{
    m_sheet = std::move(sheet);
    m_error.clear();
    m_appeals.show(m_sheet ? m_sheet->lines : std::vector<AppealLine>());
    Q_EMIT changed();
}

const std::string& AppealModel::itemCode() const
{
    return m_sheet && !m_sheet->itemCode.empty() ? m_sheet->itemCode : m_item;
}

bool AppealModel::mayRaise() const
{
    if (!m_sheet || m_busy || itemCode().empty()) return false;
    if (!supervises(m_user) && !(m_user && m_user->role == domain::Role::villageContact))
        return false;
    if (m_sheet->itemCode.empty() && !m_deducted) return false;
    if (m_sheet->untilMs < m_around.clock.wallMs()) return false;
    for (const AppealLine& line : m_sheet->lines)
        if (line.itemCode == itemCode() && line.outcome == AppealLine::Outcome::Waiting)
            return false;
    return m_sheet->state == domain::InspectionState::approved;
}

bool AppealModel::mayAnswer() const
{
    return m_sheet && !m_busy && supervises(m_user);
}

bool AppealModel::mayGrant() const
{
    return mayAnswer() && domain::adjustsPoints(*m_user);
}

bool AppealModel::waits() const
{
    return m_sheet && std::ranges::any_of(m_sheet->lines, [](const AppealLine& line) {
               return line.outcome == AppealLine::Outcome::Waiting;
           });
}

QString AppealModel::mostOf(const QString& record) const
{
    for (const AppealLine& line : m_appeals.rows())
        if (line.record == record.toStdString()) return text(line.most);
    return {};
}

double AppealModel::untilMs() const
{
    return m_sheet ? static_cast<double>(m_sheet->untilMs) : 0;
}

void AppealModel::raise(const QString& reason)
{
    if (!mayRaise()) return;
    domain::Appeal appeal;
    appeal.inspection = m_sheet->inspection;
    appeal.revision = m_sheet->revision;
    appeal.itemCode = itemCode();
    appeal.finding = m_sheet->finding;
    appeal.reason = reason.trimmed().toStdString();
    follow(m_raise(std::move(appeal)));
}

void AppealModel::grant(const QString& record, const QString& points, const QString& reason)
{
    if (!mayGrant()) return;
    const auto line = std::ranges::find(m_sheet->lines, record.toStdString(), &AppealLine::record);
    if (line == m_sheet->lines.end()) return;
    const auto wanted = base::pointsFromText(points.trimmed().toStdString());
    if (!wanted || wanted->hundredths < 0 || *wanted > line->most)
        return fail(tr("分数应在 0 到 %1 之间").arg(text(line->most)));
    follow(m_answer({record.toStdString()}, *wanted, reason.trimmed().toStdString()));
}

void AppealModel::uphold(const QString& record, const QString& reason)
{
    if (!mayAnswer()) return;
    follow(m_answer({record.toStdString()}, std::nullopt, reason.trimmed().toStdString()));
}

void AppealModel::follow(const QFuture<base::Result<void>>& work)
{
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    app::whenDone(
        work, this,
        [this](const base::Result<void>& result) {
            m_busy = false;
            if (!result) return fail(ErrorWords::of(result.error()));
            refresh();
            Q_EMIT changed();
            Q_EMIT done();
        },
        [this](const std::exception&) {
            m_busy = false;
            fail(tr("没有保存，请再试一次"));
        });
}

void AppealModel::fail(const QString& error)
{
    m_error = error;
    Q_EMIT changed();
}

}  // namespace viewmodels
