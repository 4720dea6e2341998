#include "core/documents/rectification_notice.h"

#include <fmt/format.h>

#include "core/documents/figures.h"
#include "core/documents/notice.h"
#include "core/documents/zip_file.h"
#include "core/domain/severity_text.h"

namespace documents {

namespace {

std::string minuteOf(std::int64_t wallMs)
{
    constexpr std::int64_t chinaMs = 8 * 3'600'000;
    const std::int64_t minutes = (wallMs + chinaMs) / 60'000 % (24 * 60);
    return fmt::format("{} {:02}:{:02}", dayOf(wallMs), minutes / 60, minutes % 60);
}

std::string photoNumbers(const std::vector<domain::PhotoEntry>& photos)
{
    std::string all;
    for (const domain::PhotoEntry& photo : photos)
        all += (all.empty() ? "" : "\n") + photoNumber(photo);
    return all.empty() ? "—" : all;
}

std::string paragraph(const char* style, const std::string& words)
{
    return fmt::format(
        "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t>"
        "</w:r></w:p>\n",
        style, words);
}

std::string bodyOfNotice()
{
    return paragraph("Issuer", "{{issuer}}") + paragraph("Number", "{{number}}") +
           paragraph("Title", "{{title}}") + paragraph("Address", "{{address}}") +
           paragraph("Body", "{{lead}}") + paragraph("Body", "{{demand}}") +
           paragraph("Signed", "{{signed}}") + paragraph("Date", "{{date}}") +
           paragraph("Body", "签发人：　　　　　　　　　签收人：") +
           paragraph("Body", "签收时间：") + paragraph("Annex", "{{annex}}");
}

base::Result<std::string> rectificationTemplate()
{
    auto whole = noticeTemplate();
    if (!whole) return whole;
    auto parts = readZip(*whole);
    if (!parts) return tl::unexpected(parts.error());
    for (auto& [name, content] : *parts) {
        if (name != "word/document.xml") continue;
        const auto begin = content.find("<w:body>");
        const auto end = content.find("<w:sectPr>");
        if (begin == std::string::npos || end == std::string::npos)
            return base::fail("docx.damaged", "内置模板不完整", name);
        content = content.substr(0, begin + 8) + bodyOfNotice() + content.substr(end);
    }
    return writeZip(*parts);
}

/// The inspector's words, else those of the rule.
std::string problemOf(const domain::RectificationNotice& notice)
{
    if (!notice.note.empty()) return notice.note;
    return notice.ruleText.empty() ? "—" : notice.ruleText;
}

std::vector<Block> line(std::string text)
{
    std::vector<Block> blocks(1);
    blocks[0].text = std::move(text);
    return blocks;
}

/// Each problem that has photos: its line of the list, and the photos.
void addPhotos(std::vector<Block>& annex, const RectificationNoticeFor& notice)
{
    bool first = true;
    int number = 0;
    for (const RectificationItem& item : notice.items) {
        ++number;
        if (item.photos.empty()) continue;
        Block title;
        title.text = "问题照片";
        title.newPage = true;
        if (first) annex.push_back(title);
        first = false;
        Block words;
        words.style = "XuncunTableText";
        words.keepNext = true;
        words.text = fmt::format("{}. {}　{} {}　{}", number, item.village, item.notice.itemCode,
                                 item.notice.itemTitle, problemOf(item.notice));
        if (!item.notice.place.empty()) words.text += "（" + item.notice.place + "）";
        Block photos;
        photos.pictures = item.photos;
        annex.push_back(std::move(words));
        annex.push_back(std::move(photos));
    }
}

}  // namespace

std::string photoNumber(const domain::PhotoEntry& photo)
{
    const std::string& id = photo.id.value;
    return id.size() > 8 ? id.substr(id.size() - 8) : id;
}

Table rectificationTable(const RectificationNoticeFor& notice)
{
    Table table;
    table.name = notice.town;
    table.title = notice.campaign + "整改清单（" + notice.town + "）";
    table.landscape = true;
    table.columns = {{"序号", 5, ColumnKind::count},       {"村", 12, ColumnKind::centre},
                     {"项目", 26, ColumnKind::text},       {"位置", 16, ColumnKind::text},
                     {"问题描述", 26, ColumnKind::text},   {"程度", 6, ColumnKind::centre},
                     {"整改期限", 16, ColumnKind::centre}, {"责任单位", 14, ColumnKind::text},
                     {"照片号", 10, ColumnKind::centre},   {"状态", 8, ColumnKind::centre}};
    int number = 0;
    for (const RectificationItem& item : notice.items)
        table.rows.push_back({std::to_string(++number), item.village,
                              item.notice.itemCode + " " + item.notice.itemTitle,
                              item.notice.place.empty() ? "—" : item.notice.place,
                              (item.notice.repeat ? "（上期未整改）" : "") + problemOf(item.notice),
                              domain::severityText(item.notice.severity),
                              item.notice.dueAtMs > 0 ? minuteOf(item.notice.dueAtMs) : "—",
                              item.notice.responsible, photoNumbers(item.notice.before),
                              item.state});
    return table;
}

base::Result<std::string> rectificationDocx(const RectificationNoticeFor& notice)
{
    auto form = rectificationTemplate();
    if (!form) return form;
    Places places;
    places["issuer"] = line(notice.issuer);
    places["number"] = line(notice.number);
    places["title"] = line("整改通知单");
    places["address"] = line(notice.town + "：");
    places["lead"] = line(fmt::format("{}中，发现你镇（街道）需整改的问题{}处，详见所附清单。",
                                      notice.campaign, notice.items.size()));
    places["demand"] = line(
        "请督促责任单位在清单所列期限内整改到位，并在同一位置拍摄整改后照片上报。经复查合格后销号；"
        "逾期未整改或者问题反弹的，在下次检查中重复扣分。对扣分有异议的，请在规定期限内提出申诉。");
    places["signed"] = line(notice.issuer);
    places["date"] = line(dayInWords(notice.day));
    Block annex;
    annex.table = rectificationTable(notice);
    annex.table.columns.pop_back();  // the state on the day is for the spreadsheet
    for (std::vector<std::string>& row : annex.table.rows) row.pop_back();
    Block head;
    head.text = annex.table.title;
    head.newPage = true;
    places["annex"] = {head, annex};
    addPhotos(places["annex"], notice);
    return fillDocx(*form, places);
}

}  // namespace documents
