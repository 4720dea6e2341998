#include "tests/bench/ui/field_day.h"

#include <fmt/format.h>

#include <QBuffer>
#include <QImage>
#include <algorithm>
#include <random>
#include <stdexcept>

#include "core/checklists/samples.h"
#include "core/store/reference.h"
#include "tests/bench/province.h"
#include "tests/support/attach_photo.h"

namespace bench {

namespace {

bool isOrdinary(const domain::Item& item)
{
    return item.max > base::Points{};
}

bool isCounted(const domain::Item& item)
{
    return item.rules.front().method == domain::RuleMethod::perFinding;
}

/// The items of the samples over and over, in six sections of ten.
domain::Checklist longSheet()
{
    domain::Checklist sheet = checklists::samples().front();
    std::vector<domain::Item> items;
    for (const domain::Checklist& sample : checklists::samples())
        for (const domain::Section& section : sample.sections)
            std::copy_if(section.items.begin(), section.items.end(), std::back_inserter(items),
                         &isOrdinary);
    sheet.kind = "LJ";
    sheet.version = 9;
    sheet.title = "六十项检查评分表（示例）";
    sheet.sections.clear();
    sheet.profiles.clear();
    for (int i = 0; i < itemsOfSheet; ++i) {
        if (i % 10 == 0) {
            domain::Section& section = sheet.sections.emplace_back();
            section.code = fmt::format("s{}", i / 10 + 1);
            section.title = fmt::format("第{}部分", i / 10 + 1);
        }
        domain::Item item = items[static_cast<std::size_t>(i) % items.size()];
        item.code = fmt::format("LJ{:02}", i + 1);
        sheet.sections.back().items.push_back(std::move(item));
    }
    return sheet;
}

/// Some 300 KB, each of its own.
std::string picture(unsigned number, QSize size)
{
    QImage image(size / 2, QImage::Format_RGB32);
    std::mt19937 random(number);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grain = static_cast<int>(random() % 48);
            line[x] = qRgb(90 + grain + x * 60 / image.width(), 120 + grain, 80 + grain);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.scaled(size).save(&buffer, "JPG", 80);
    return bytes.toStdString();
}

void take(support::Tablet& tablet, const domain::InspectionId& check, const domain::Item& item,
          unsigned number)
{
    domain::Finding finding;
    finding.ruleCode = item.rules.front().code;
    finding.place = "文化礼堂东侧投放点";
    const auto answer = support::addFinding(tablet.context(), check, item.code, finding);
    if (!answer) throw std::runtime_error(answer.error().code);
    support::CapturedPhoto photo;
    photo.jpeg = picture(number, {1600, 1200});
    photo.thumbnail = picture(number, {320, 240});
    photo.widthPx = 1600;
    photo.heightPx = 1200;
    photo.itemCode = item.code;
    photo.finding = answer->findings.back().id;
    photo.clocks.wallMs = tablet.clock().wallMs();
    const auto entered = support::attachPhoto(tablet.context(), tablet.mediaFolder(), check, photo);
    if (!entered) throw std::runtime_error(entered.error().code);
}

}  // namespace

FieldDay::FieldDay(int villages, int begun)
{
    fillProvince(tablet, villages);
    const domain::Checklist sheet = longSheet();
    useSheet(tablet, sheet);
    unsigned number = 0;
    for (int i = 0; i < begun; ++i) {
        const domain::InspectionId check = checks.emplace_back(tablet.start("LJ", villageOf(i)));
        int taken = 0;
        for (const domain::Section& section : sheet.sections)
            for (const domain::Item& item : section.items)
                if (isCounted(item) && taken < photosOfInspection) {
                    take(tablet, check, item, ++number);
                    ++taken;
                }
    }
}

}  // namespace bench
