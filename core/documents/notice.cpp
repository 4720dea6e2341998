#include "core/documents/notice.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/documents/notice_parts.h"
#include "core/domain/severity_text.h"

namespace documents {

namespace {

std::vector<Block> line(std::string text)
{
    std::vector<Block> blocks(1);
    blocks[0].text = std::move(text);
    return blocks;
}

std::string hoursInWords(int hours)
{
    return hours > 24 && hours % 24 == 0 ? fmt::format("{}日", hours / 24)
                                         : fmt::format("{}小时", hours);
}

/// Of a line in the title's size; a letter or digit takes half of what a Chinese character does.
constexpr std::size_t titleHalves = 36;

std::size_t halvesOf(std::string_view text)
{
    std::size_t halves = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        halves += byte < 0x80 ? 1U : byte >= 0xC0 ? 2U : 0U;
    }
    return halves;
}

/// A title too long for one line is broken between words, as near to its middle as may be, lest one
/// character stand alone below (GB/T 9704).
std::string inTwoLines(const std::string& title)
{
    const std::size_t whole = halvesOf(title);
    if (whole <= titleHalves || whole > 2 * titleHalves || title.find('\n') != std::string::npos)
        return title;
    std::size_t best = std::string::npos;
    std::size_t bestOff = whole;
    for (const char* word :
         {"情况", "结果", "通报", "评比", "考核", "检查", "农村", "环境", "关于"})
        for (std::size_t at = title.find(word); at != std::string::npos;
             at = title.find(word, at + 1)) {
            const std::size_t first = halvesOf(std::string_view(title).substr(0, at));
            const std::size_t longer = std::max(first, whole - first);
            if (longer > titleHalves || longer >= bestOff) continue;
            best = at;
            bestOff = longer;
        }
    return best == std::string::npos ? title : title.substr(0, best) + "\n" + title.substr(best);
}

std::string periodOf(const ranking::Ranking& ranking)
{
    if (ranking.firstDay.empty()) return {};
    return fmt::format("{}至{}，", dayInWords(ranking.firstDay), dayInWords(ranking.lastDay));
}

}  // namespace

Places noticePlaces(const report::VerifiedPackage& package, const NoticeOptions& options)
{
    const ranking::Ranking& ranking = package.ranking;
    const std::string& day = options.problems.day;
    const domain::RectificationSettings& settings = package.input.campaign.rectification;
    Places places;
    places["issuer"] = line(options.issuer);
    places["number"] = line(options.number.empty() ? fmt::format("〔{}〕　　号", day.substr(0, 4))
                                                   : options.number);
    places["title"] = line(
        inTwoLines(options.title.empty() ? "关于" + ranking.name + "情况的通报" : options.title));
    places["address"] =
        line((options.address.empty() ? "各镇乡人民政府、街道办事处" : options.address) + "：");
    places["lead"] = line(
        fmt::format("按照{}安排，{}对{}个村（社区）的农村环境进行了检查。现将有关情况通报如下：",
                    ranking.name, periodOf(ranking), package.input.campaign.participants.size()));
    places["situation"] = situationOf(package);
    places["distribution"] = distributionOf(package);
    places["lists"] = listsOf(package);
    places["problems"] = frequentBlocks(package, options);
    places["deadlines"] = line(fmt::format(
        "自本通报印发之日起，{}问题{}内、{}问题{}内、须{}整改的问题{}内整改到位。",
        domain::severityText(domain::Severity::ordinary), hoursInWords(settings.ordinaryHours),
        domain::severityText(domain::Severity::major), hoursInWords(settings.majorHours),
        domain::severityText(domain::Severity::urgent), hoursInWords(settings.urgentHours)));
    places["appeal"] = line(settings.appealUntil.empty()
                                ? fmt::format("在收到检查结果之日起{}日内", settings.appealDays)
                                : "在" + dayInWords(settings.appealUntil) + "前");
    places["annexes"] = annexNames(package);
    places["annex"] = annexesOf(package);
    places["signed"] = line(options.issuer);
    places["date"] = line(dayInWords(day));
    places["printed"] = line(dayInWords(day));
    places["copies"] =
        options.copies.empty() ? std::vector<Block>{} : line("抄送：" + options.copies + "。");
    places["hash"] = line(package.sha256);
    return places;
}

base::Result<std::string> noticeDocx(const report::VerifiedPackage& package,
                                     const NoticeOptions& options, const std::string& templateDocx)
{
    return fillDocx(templateDocx, noticePlaces(package, options));
}

}  // namespace documents
