#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "core/fairness/fairness_codec.h"
#include "core/ranking/explain.h"
#include "tests/hub/admin/desk.h"

// A published ranking stays explained as it was published.

using namespace hubtest;
using domain::Decision;

namespace {

/// One finding in 上村 that was approved; an appeal against it may be granted.
class Office : public CountyDesk {
public:
    Office()
    {
        m_made = m_county.inspection(m_zhang, village11);
        domain::Finding found;
        found.id = {"f1"};
        found.ruleCode = m_sheet.sections[0].items[0].rules[0].code;
        m_made.answers[0].state = domain::AnswerState::found;
        m_made.answers[0].findings = {found};
        domain::PhotoEntry photo = m_county.photo("litter");
        photo.itemCode = m_made.answers[0].itemCode;
        photo.finding = found.id;
        m_made.photos = {photo};
        push(m_zhang, "inspection", domain::canonicalJson(m_made));
        m_county.storeBlob(photo);
        push(m_wang, "review", review(Decision::approve, {}));
    }

    void grantAppeal()
    {
        domain::Appeal appeal;
        appeal.inspection = m_made.id;
        appeal.itemCode = m_made.answers[0].itemCode;
        appeal.reason = "邻村的垃圾";
        appeal.by = m_wang.user.id;
        const domain::RecordId raised = push(m_wang, "appeal", domain::canonicalJson(appeal));
        push(m_wang, "review", review(Decision::adjust, raised));
    }

    /// What a supervisor's tablet says of the village, with all decisions known to it.
    std::string onTablet(const std::string& village)
    {
        const auto line =
            fairness::rankingLineFromJson(m_county.reference(m_wang, "rankings").at(0)).value();
        domain::Review adjusted;
        adjusted.adjustments = m_adjustments;
        const auto facts = ranking::factsFrom(m_sheet, m_made, "张三", {{adjusted, ""}});
        return ranking::toText(
            ranking::Explainer(line.ranking, line.adjusted)
                .explain({village}, [&](const auto&, int) { return std::optional(facts); })
                .value());
    }

private:
    domain::RecordId push(Tablet& tablet, const std::string& kind, const std::string& body)
    {
        const domain::Record record = m_county.record(tablet, kind, body);
        const protocol::PushResult result = m_county.pushOne(tablet, record);
        INFO(kind << ": " << result.code << " " << result.message);
        REQUIRE(textOf(result.outcome) == "applied");
        m_county.clock.nowMs += 60'000;
        return record.id;
    }
    std::string review(Decision decision, const domain::RecordId& appeal)
    {
        domain::Review review;
        review.inspection = m_made.id;
        review.decision = decision;
        review.reviewer = {"wang"};
        review.appeal = appeal;
        review.comment = "核实过";
        if (decision == Decision::adjust) {
            m_adjustments = {
                {m_made.answers[0].itemCode, m_sheet.sections[0].items[0].max, "属邻村"}};
            review.adjustments = m_adjustments;
        }
        return domain::canonicalJson(review);
    }

    domain::Checklist m_sheet = checklists::samples().front();
    domain::Inspection m_made;
    std::vector<domain::Adjustment> m_adjustments;
    Tablet m_zhang = m_county.tabletOf("zhang");
    Tablet m_wang = m_county.tabletOf("wang");
};

}  // namespace

TEST_CASE("After an appeal is granted, a published ranking is explained as it was until corrected")
{
    Office office;
    office.run({"freeze", office.campaign(), office.path("1.txt")});
    const std::vector<std::string> explain = {"explain", office.campaign(), "上村"};
    const std::string published = office.run(explain);
    CHECK(has(published, "检查人 张三"));
    office.grantAppeal();
    CHECK(office.run(explain) == published);
    CHECK_FALSE(has(office.onTablet(village11), "审核调整"));
    CHECK(has(office.run({"explain", office.campaign(), "上村", "--now"}), "理由：属邻村"));
    office.run({"freeze", office.campaign(), office.path("2.txt"), "--reason", "申诉成立"});
    const std::string corrected = office.run(explain);
    CHECK(has(corrected, "理由：属邻村"));
    CHECK(has(corrected, "第 1 版：100 / 100 分"));
    CHECK(has(office.onTablet(village11), "理由：属邻村"));
}
