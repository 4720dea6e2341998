#include <cstdlib>

#include "tests/hub/admin/desk.h"
#include "tests/paths.h"
#include "tests/support/file_text.h"

// 污水运维: a sheet that is used on each facility of a village, and on fewer items on a village
// that is on the town's network.

using namespace hubtest;

namespace {

class Sewage {
public:
    Sewage()
    {
        m_office.run({"import-samples"});
        m_office.run({"import-facilities", m_office.file("f.csv",
                                                         "代码,名称\n330799001201-WS1,村口终端\n"
                                                         "330799001201-WS2,溪边终端\n")});
        m_office.run({"add-campaign", "污水", "WS=100", "--from", "2026-11-01", "--to",
                      "2026-11-30", "--places", "甲镇", "--publish", "--id", "ws"});
        m_office.run({"assign", "污水", "张三", "甲镇"});
    }

    Desk& office() { return m_office; }

    /// An approved inspection with so many findings by a rule of an item.
    void approve(const std::string& subject, const std::string& profile, const std::string& item,
                 const std::string& rule, int findings)
    {
        const domain::Inspection made = inspect(subject, profile, item, rule, findings);
        CHECK(
            textOf(
                m_county.pushOne(m_wang, m_county.reviewed(m_wang, made, domain::Decision::approve))
                    .outcome) == "applied");
    }

    domain::Inspection inspect(const std::string& subject, const std::string& profile,
                               const std::string& item, const std::string& rule, int findings)
    {
        domain::Inspection made = m_county.inspection(m_zhang, subject.substr(0, 12), "WS");
        made.campaign = {"ws"};
        made.subject = {subject};
        made.profile = profile;
        if (profile == "networked")
            std::erase_if(made.answers,
                          [](const domain::Answer& answer) { return answer.itemCode > "WS06"; });
        for (domain::Answer& answer : made.answers)
            for (int i = 0; answer.itemCode == item && i < findings; ++i) {
                domain::Finding finding;
                finding.id = {m_county.ids.next()};
                finding.ruleCode = rule;
                domain::PhotoEntry photo = m_county.photo(subject + std::to_string(i));
                photo.itemCode = item;
                photo.finding = finding.id;
                m_county.storeBlob(photo);
                answer.state = domain::AnswerState::found;
                answer.findings.push_back(finding);
                made.photos.push_back(photo);
            }
        const auto pushed = m_county.pushOne(m_zhang, m_county.submitted(m_zhang, made));
        INFO(pushed.code << pushed.message);
        CHECK(textOf(pushed.outcome) == "applied");
        return made;
    }

private:
    County m_county;
    Desk m_office{m_county};
    Tablet m_zhang = m_county.tabletOf("zhang");
    Tablet m_wang = m_county.tabletOf("wang");
};

bool recomputedInPython(const std::string& package)
{
    return std::system(("python3 " XUNCUN_SOURCE_DIR "/tests/core/report/recompute.py '" + package +
                        "' > /dev/null")
                           .c_str()) == 0;
}

}  // namespace

TEST_CASE("A village of plants has their mean, one on the town's network its household and pipes")
{
    Sewage sewage;
    Desk& office = sewage.office();
    sewage.approve("330799001201-WS1", "terminal", "WS03", "b", 1);  // 99
    sewage.approve("330799001201-WS2", "terminal", "WS10", "a", 1);  // 96
    sewage.approve("330799001202", "networked", "WS03", "a", 1);     // 30 of 34
    const std::string mean = office.run({"explain", "污水", "上村"});
    CHECK(has(mean, "第 1 名，共 2 村，97.5 分"));
    CHECK(has(mean, "97.5 分（2 个设施平均）"));
    CHECK(has(mean, "设施 村口终端，检查"));
    CHECK(has(mean, "设施 溪边终端，检查"));
    const std::string networked = office.run({"explain", "污水", "下村"});
    CHECK(has(networked, "第 2 名，共 2 村，88.24 分"));
    CHECK(has(networked, "适用部分共 34 分，折算到 100 分"));
    office.run({"freeze", "污水", office.path("p.txt")});
    CHECK(has(office.run({"verify", office.path("p.txt")}), "核对无误"));
    CHECK(office.run({"explain", "污水", "下村"}) == networked);
    CHECK(recomputedInPython(office.path("p.txt")));
}

TEST_CASE("A village with one plant approved of two is not approved yet")
{
    Sewage sewage;
    Desk& office = sewage.office();
    sewage.approve("330799001201-WS1", "terminal", "WS03", "b", 1);
    CHECK(has(office.run({"rank", "污水"}), "全部检查：已审 0 / 2，待审 0，退回 0，未查 2"));
    sewage.inspect("330799001201-WS2", "terminal", "WS03", "b", 1);
    CHECK(has(office.run({"rank", "污水"}), "全部检查：已审 0 / 2，待审 1，退回 0，未查 1"));
    sewage.approve("330799001202", "networked", "WS03", "b", 1);
    CHECK(has(office.run({"rank", "污水"}), "全部检查：已审 1 / 2，待审 1，退回 0，未查 0"));
    const std::string waits = "设施 溪边终端：尚无审核通过的检查，未计入平均";
    CHECK(has(office.run({"explain", "污水", "上村"}), waits));
    office.run({"freeze", "污水", office.path("p.txt")});
    CHECK(has(office.run({"explain", "污水", "上村"}), waits));
    CHECK(recomputedInPython(office.path("p.txt")));
}

TEST_CASE("A toilet is no plant: each sheet is used on the facilities of its kind")
{
    Sewage sewage;
    Desk& office = sewage.office();
    office.run(
        {"import-facilities", office.file("t.csv", "代码,名称\n330799001201-GC1,广场公厕\n")});
    office.run(
        {"import-checklist", office.file("gc.csv",
                                         "公厕检查表\n检查类型,GC\n检查对象,设施\n"
                                         "类别,检查内容,满分,扣分规则\n环境,有污物,10,每处 1\n")});
    office.run({"add-campaign", "两样", "WS=50", "GC=50", "--from", "2026-11-01", "--to",
                "2026-11-30", "--places", "上村", "--publish", "--id", "two"});
    office.run({"freeze", "两样", office.path("two.txt")});
    const std::string package = support::fileText(office.path("two.txt"));
    CHECK(has(package, R"({"code":"330799001201-GC1","kinds":["GC"],"name":"广场公厕")"));
    CHECK(has(package, R"({"code":"330799001201-WS1","kinds":["WS"],"name":"村口终端")"));
}

TEST_CASE("A tie that the rules leave is decided by hand with a reason, also in a frozen campaign")
{
    Sewage sewage;
    Desk& office = sewage.office();
    for (const char* plant : {"330799001201-WS1", "330799001201-WS2"})
        sewage.approve(plant, "terminal", "", "", 0);
    sewage.approve("330799001202", "networked", "", "", 0);
    const auto decide = [&](const std::vector<std::string>& villages, const std::string& reason,
                            int wanted) {
        std::vector<std::string> arguments = {"decide-tie", "污水", "--reason", reason};
        arguments.insert(arguments.begin() + 2, villages.begin(), villages.end());
        return office.run(arguments, wanted);
    };
    CHECK(has(office.run({"explain", "污水", "下村"}), "第 1 名（并列）"));
    CHECK(has(decide({"下村", "上村"}, " ", 1), "campaign.rules"));
    CHECK(has(decide({"下村"}, "会议", 1), "campaign.rules"));
    CHECK(has(decide({"下村", "溪村"}, "会议", 1), "campaign.rules"));
    office.run({"freeze", "污水", office.path("1.txt")});
    CHECK(has(decide({"下村", "上村"}, "领导小组 11 月 20 日会议", 0), "第 1 名 下村"));
    CHECK(has(decide({"上村", "下村"}, "反悔", 1), "tie.not_there"));
    office.run({"freeze", "污水", office.path("2.txt"), "--reason", "人工决定并列"});
    CHECK(has(office.run({"verify", office.path("2.txt"), "--corrects", office.path("1.txt")}),
              "改动的部分 input"));
    const std::string second = office.run({"explain", "污水", "上村"});
    CHECK(has(second, "第 2 名"));
    CHECK(has(second, "人工决定（领导小组 11 月 20 日会议）"));
    CHECK(has(office.run({"list", "audit"}), "tie.decide"));
}
