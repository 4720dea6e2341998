#include "tests/gallery/nasty_check.h"

namespace gallery {

namespace {

using base::Points;

constexpr char longTitle[] =
    "公共厕所、垃圾收集点、污水管网及检查井等设施的日常管护情况，台账是否齐全、标识是否完好";

domain::Item itemOf(int number)
{
    domain::Item item;
    item.code = "XX" + std::to_string(100 + number).substr(1);
    item.title = number % 3 == 0 ? "台账" : longTitle;
    item.max = Points::whole(number < 10 ? 5 : 1);
    item.basis = "《农村生活垃圾分类管理规范》第 4.2.3 条及县考核办法附件二";
    domain::Rule rule;
    rule.code = "a";
    rule.text = "每发现一处脏、乱、差或管护不到位的扣 2.5，情节严重的加倍，扣完为止";
    rule.price = Points{250};
    rule.evidence.photo = domain::PhotoNeed::perFinding;
    rule.evidence.wideAndClose = true;
    if (number == 2) {
        rule.method = domain::RuleMethod::perHousehold;
        rule.text = "每户不合格扣 0.5";
        rule.price = Points{50};
        item.sampleHouseholds = 10;
    }
    if (number == 3) {
        rule.method = domain::RuleMethod::tier;
        rule.tiers = {{"轻微：个别点位有散落垃圾，当场能清理的", Points::whole(1)},
                      {"一般：三处以上，或当场不能清理的", Points::whole(2)},
                      {"严重：成片堆放，群众反映强烈或被媒体曝光的", Points::whole(5)}};
    }
    if (number == 4) {
        rule.method = domain::RuleMethod::overMagnitude;
        rule.text = "积存垃圾、渣土或漂浮物，面积大于 0.5 平方米的每处扣 0.5";
        rule.price = Points{50};
        rule.magnitudeOverThousandths = 500;
    }
    if (number == 6) {
        rule.method = domain::RuleMethod::perMissing;
        rule.text = "制度、名单、台账、公示牌，每少一种扣 1，由检查员点数";
        rule.price = Points::whole(1);
    }
    item.rules = {rule};
    if (number == 5) {
        item.rules.front().method = domain::RuleMethod::subPoint;
        item.rules.front().text = "有专职保洁员并与在册名单、工资发放表一致，得 2.5 分";
        domain::Rule second = item.rules.front();
        second.code = "b";
        second.text = "日产日清，有清运记录和分类去向台账的，得 2.5 分";
        item.rules.push_back(second);
    }
    return item;
}

domain::Checklist sheetOf(int items)
{
    domain::Checklist sheet;
    sheet.kind = "XX";
    sheet.title = "农村人居环境长效管护综合检查评分表（试行）";
    sheet.sample = true;
    for (int number = 1; number <= items; ++number) {
        if (number % 10 == 1) {
            domain::Section section;
            section.code = "s" + std::to_string(number);
            section.title = number == 1 ? "宣传" : "设施建设与运行维护管理";
            sheet.sections.push_back(section);
        }
        sheet.sections.back().items.push_back(itemOf(number));
    }
    return sheet;
}

domain::Finding findingOf(const domain::Item& item, int number)
{
    domain::Finding finding;
    finding.id = {item.code + "-" + std::to_string(number)};
    finding.ruleCode = item.rules.front().code;
    finding.foundAtMs = 1'794'000'000'000;
    if (item.sampleHouseholds > 0) finding.household = number;
    if (!item.rules.front().tiers.empty()) finding.tier = 2;
    if (number % 2 == 1) finding.place = "文化礼堂东侧第三个垃圾投放点往北五十米的水沟边";
    if (number % 3 == 1) finding.note = "上次也是这里，村里说是外来车辆夜间倾倒，没有监控";
    finding.repeat = number % 4 == 1;
    return finding;
}

domain::Answer answerOf(const domain::Item& item, bool all)
{
    domain::Answer answer;
    answer.itemCode = item.code;
    const int number = std::stoi(item.code.substr(2));
    if (number % 10 == 9 && !all) return answer;
    const bool ok = number % 10 == 8 && !all;
    answer.state = ok ? domain::AnswerState::ok : domain::AnswerState::found;
    const bool points = item.rules.front().method == domain::RuleMethod::subPoint;
    const int findings = ok || points ? 0 : number == 1 ? 12 : number == 2 ? 4 : 1;
    for (int i = 1; i <= findings; ++i) answer.findings.push_back(findingOf(item, i));
    if (item.sampleHouseholds > 0) answer.householdsVisited = 10;
    return answer;
}

std::vector<domain::Answer> answersTo(const domain::Checklist& sheet, bool all)
{
    std::vector<domain::Answer> answers;
    for (const domain::Section& section : sheet.sections)
        for (const domain::Item& item : section.items) answers.push_back(answerOf(item, all));
    return answers;
}

viewmodels::OpenedInspection openedOf(domain::Checklist sheet, bool all)
{
    viewmodels::OpenedInspection opened;
    opened.inspection.id = {"nasty"};
    opened.inspection.answers = answersTo(sheet, all);
    opened.sheet = std::make_shared<const domain::Checklist>(std::move(sheet));
    opened.village = longestName;
    opened.town = "横店影视文化产业实验区街道办事处";
    opened.subject = "石洞坑樟树下大溪口联合新型社区一号终端";
    return opened;
}

}  // namespace

viewmodels::OpenedInspection nastyCheck(bool all)
{
    viewmodels::OpenedInspection opened = openedOf(sheetOf(60), all);
    const domain::Item& first = opened.sheet->sections.front().items.front();
    opened.currentItem = first.code;
    for (int i = 0; i < 40; ++i) {
        domain::PhotoEntry photo;
        photo.id = {"p" + std::to_string(i)};
        photo.sha256 = {std::string(64, static_cast<char>('a' + i % 6))};
        photo.itemCode = first.code;
        opened.inspection.photos.push_back(photo);
    }
    auto last = std::make_shared<viewmodels::LastTime>();
    last->inspection = opened.inspection;
    last->inspection.submittedAtMs = 1'791'000'000'000;
    last->sheet = opened.sheet;
    last->lost[first.code] = Points::whole(5);
    last->mended = {{first.code + "-2"}, {first.code + "-3"}};
    opened.lastTime = last;
    return opened;
}

viewmodels::OpenedInspection emptyCheck()
{
    return openedOf(sheetOf(0), false);
}

}  // namespace gallery
