#include "sync/hub/admin/audit_trail.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "core/documents/figures.h"
#include "core/domain/codec.h"
#include "core/scoring/score.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/hub_records.h"
#include "sync/hub/store/log.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {
using documents::ColumnKind;
using domain::Decision;
using domain::RectificationAction;
using domain::RectificationState;

std::string timeOf(std::int64_t ms)
{
    const std::int64_t seconds = (ms + 8 * 3'600'000) / 1000 % 86'400;
    return fmt::format("{} {:02}:{:02}:{:02}", documents::dayOf(ms), seconds / 3600,
                       seconds / 60 % 60, seconds % 60);
}

std::string personOf(Connection& db, const std::string& id)
{
    if (id == hubAuthor) return "服务器";
    const auto who = findUser(db, id);
    return who ? who->name : id;
}

std::string regionOf(Connection& db, const std::string& code)
{
    const auto region = findRegion(db, {code});
    return region ? region->name : code;
}

const char* wordsOf(Decision decision)
{
    constexpr const char* words[] = {"通过", "退回", "作废", "调整", "确认否决"};
    return words[static_cast<int>(decision)];
}

const char* stateAfter(Decision decision)
{
    constexpr const char* words[] = {"已通过", "已退回", "已作废", "待审", "待审（否决已确认）"};
    return words[static_cast<int>(decision)];
}

const char* wordsOf(RectificationAction action)
{
    constexpr const char* words[] = {"下发",     "开始整改", "反馈", "退回",
                                     "复查通过", "销号",     "撤销"};
    return words[static_cast<int>(action)];
}

const char* wordsOf(RectificationState state)
{
    constexpr const char* words[] = {"待下发", "已下发", "整改中", "已反馈",
                                     "退回",   "已复查", "已销号", "已撤销"};
    return words[static_cast<int>(state)];
}

/// What a decision changed, beside the line's own record.
struct Change {
    std::string object;
    std::string what;
    std::string before;
    std::string after;
    std::string words;
};

class AuditTrail {
public:
    AuditTrail(Connection& db, std::int64_t fromMs) : m_db(db), m_fromMs(fromMs)
    {
        m_table.name = "决定";
        m_table.title = "检查、审核、整改、申诉的全部决定";
        m_table.landscape = true;
        m_table.columns = {
            {"日志号", 8, ColumnKind::count},     {"收到时间", 18, ColumnKind::centre},
            {"设备时间", 18, ColumnKind::centre}, {"谁", 10, ColumnKind::centre},
            {"设备", 16, ColumnKind::text},       {"镇街", 12, ColumnKind::centre},
            {"村", 14, ColumnKind::centre},       {"对象", 24, ColumnKind::text},
            {"做了什么", 12, ColumnKind::centre}, {"之前", 12, ColumnKind::centre},
            {"之后", 12, ColumnKind::centre},     {"说明", 30, ColumnKind::text},
            {"SHA-256", 22, ColumnKind::text}};
    }

    void see(const Logged& logged)
    {
        const domain::Record record = stored(domain::recordFromJson(logged.bytes));
        switch (domain::kindOf(record.kind)) {
            case domain::RecordKind::inspection:
                return see(logged, record, stored(domain::inspectionFromJson(record.body)));
            case domain::RecordKind::review:
                return see(logged, record, stored(domain::reviewFromJson(record.body)));
            case domain::RecordKind::rectification:
                return see(logged, record, stored(domain::rectificationStepFromJson(record.body)));
            case domain::RecordKind::appeal: {
                const auto appeal = stored(domain::appealFromJson(record.body));
                m_states[logged.record] = "待答复";
                return put(logged, record,
                           {"检查 " + appeal.inspection.value, "申诉 " + appeal.itemCode, "—",
                            "待答复", appeal.reason});
            }
            case domain::RecordKind::publication:
            case domain::RecordKind::redaction:
            case domain::RecordKind::photoReceived:
            case domain::RecordKind::photoRejected:
            case domain::RecordKind::scope:
            case domain::RecordKind::unknown:
                return;
        }
    }

    documents::Table take() { return std::move(m_table); }

private:
    void see(const Logged& logged, const domain::Record& record,
             const domain::Inspection& inspection)
    {
        m_adjusted.erase(inspection.id);
        move(logged, record, "检查 " + inspection.id.value, inspection.id.value,
             fmt::format("提交第 {} 版", inspection.revision), "待审", inspection.remark);
    }

    void see(const Logged& logged, const domain::Record& record, const domain::Review& review)
    {
        const std::string object = "检查 " + review.inspection.value;
        std::string words = review.comment;
        for (const domain::ItemComment& item : review.items)
            words += fmt::format("{}{}：{}", words.empty() ? "" : "；", item.itemCode, item.text);
        if (!review.appeal.empty()) {
            const bool granted = review.decision == Decision::adjust;
            move(logged, record, object, review.appeal.value, "答复申诉", granted ? "成立" : "维持",
                 words);
        } else {
            move(logged, record, object, review.inspection.value, wordsOf(review.decision),
                 stateAfter(review.decision), words);
        }
        for (const domain::Adjustment& one : review.adjustments) {
            const auto before = pointsBefore(review, one.itemCode);
            put(logged, record,
                {object, "改分 " + one.itemCode,
                 before ? base::toText(*before) + " 分" : std::string("—"),
                 base::toText(one.points) + " 分", one.reason});
            m_adjusted[review.inspection][one.itemCode] = one.points;
        }
    }

    void see(const Logged& logged, const domain::Record& record,
             const domain::RectificationStep& step)
    {
        RectificationState& state = m_tasks[step.finding];
        const RectificationState before = state;
        state = domain::after(state, step.action).value_or(state);
        put(logged, record,
            {"整改 " + step.finding.value, wordsOf(step.action), wordsOf(before), wordsOf(state),
             step.notice ? step.notice->number : step.comment});
    }

    /// What the item had when this decision was made: by the last adjustment, else as inspected.
    std::optional<base::Points> pointsBefore(const domain::Review& review,
                                             const std::string& itemCode)
    {
        const auto adjusted = m_adjusted[review.inspection].find(itemCode);
        if (adjusted != m_adjusted[review.inspection].end()) return adjusted->second;
        const auto bytes =
            recordBytes(m_db, revisionRecord(m_db, review.inspection, review.revision));
        if (!bytes) return {};
        const auto inspection =
            stored(domain::inspectionFromJson(stored(domain::recordFromJson(*bytes)).body));
        const auto sheet =
            findChecklist(m_db, inspection.checklist.kind, inspection.checklist.version);
        if (!sheet) return {};
        const scoring::Score score =
            scoring::scoreOf(*sheet, inspection.profile, inspection.answers);
        for (const scoring::SectionScore& section : score.sections)
            for (const scoring::ItemScore& item : section.items)
                if (item.code == itemCode) return item.points;
        return {};
    }

    /// A change from the state that `key` was left in.
    void move(const Logged& logged, const domain::Record& record, const std::string& object,
              const std::string& key, const std::string& what, const std::string& after,
              const std::string& words)
    {
        std::string& state = m_states[key];
        put(logged, record, {object, what, state.empty() ? "—" : state, after, words});
        state = after;
    }

    void put(const Logged& logged, const domain::Record& record, const Change& change)
    {
        if (logged.receivedMs < m_fromMs) return;
        m_table.rows.push_back({std::to_string(logged.seq), timeOf(logged.receivedMs),
                                timeOf(record.createdAtMs), personOf(m_db, record.author.value),
                                record.device.value, regionOf(m_db, logged.concerns.town),
                                regionOf(m_db, logged.concerns.village), change.object, change.what,
                                change.before, change.after, change.words, logged.sha256});
    }

    Connection& m_db;
    std::int64_t m_fromMs;
    std::map<std::string, std::string> m_states;  ///< of inspections and appeals, in words
    std::map<domain::FindingId, RectificationState> m_tasks;
    std::map<domain::InspectionId, std::map<std::string, base::Points>> m_adjusted;
    documents::Table m_table;
};

documents::Table withoutEffect(Connection& db, std::int64_t fromMs)
{
    documents::Table table;
    table.name = "未生效";
    table.title = "没有生效的记录：冲突的和被隔离的";
    table.landscape = true;
    table.columns = {{"收到时间", 18, ColumnKind::centre}, {"谁", 10, ColumnKind::centre},
                     {"设备", 24, ColumnKind::text},       {"记录", 24, ColumnKind::text},
                     {"结果", 8, ColumnKind::centre},      {"代码", 22, ColumnKind::text},
                     {"原因", 36, ColumnKind::text},       {"先到的记录", 24, ColumnKind::text}};
    readSetAside(db, fromMs, [&](const SetAside& line) {
        table.rows.push_back({timeOf(line.receivedMs), personOf(db, line.author), line.device,
                              line.record, line.outcome == "conflict" ? "冲突" : "隔离", line.code,
                              line.message, line.other.empty() ? "—" : line.other});
    });
    return table;
}

documents::Table doneToTheHub(Connection& db, std::int64_t fromMs)
{
    documents::Table table;
    table.name = "后台操作";
    table.title = "对服务器做过的操作：人员、设备、批次、发布";
    table.landscape = true;
    table.columns = {{"序号", 8, ColumnKind::count}, {"时间", 18, ColumnKind::centre},
                     {"谁", 14, ColumnKind::centre}, {"做了什么", 20, ColumnKind::text},
                     {"对象", 38, ColumnKind::text}, {"说明", 40, ColumnKind::text}};
    readAudit(db, 0, [&](const AuditLine& line) {
        if (line.atMs < fromMs) return;
        table.rows.push_back({std::to_string(line.id), timeOf(line.atMs), personOf(db, line.who),
                              line.action, line.object, line.detail});
    });
    return table;
}
}  // namespace

std::vector<documents::Table> auditTables(Connection& db, std::int64_t fromMs)
{
    AuditTrail trail(db, fromMs);
    readLog(db, 0, [&](const Logged& logged) {
        trail.see(logged);
        return true;
    });
    return {trail.take(), withoutEffect(db, fromMs), doneToTheHub(db, fromMs)};
}

}  // namespace hub
