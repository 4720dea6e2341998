#include "tests/gallery/made_up.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <algorithm>

#include "app/viewmodels/review_flags.h"
#include "core/checklists/samples.h"
#include "core/store/media.h"

namespace gallery {

namespace {

constexpr std::int64_t november = 1'795'400'000'000;  // 2026-11-22
constexpr std::int64_t minuteMs = 60'000;
const char* const villages[] = {"石洞坑村",   "燕山村",
                                "搭勾村",     "夏岩村",
                                "五星自然村", "东阳江镇新时代美丽乡村示范片区第一自然村"};
const char* const towns[] = {"六石街道", "虎鹿镇", "巍山镇", "东阳江镇", "千祥镇", "三单乡"};
const char* const inspectors[] = {"王检查", "李巡查", "欧阳建国"};

domain::Checklist sample(const std::string& kind)
{
    for (domain::Checklist& sheet : checklists::samples())
        if (sheet.kind == kind) return sheet;
    return {};
}

domain::Sha256 hashOf(int number)
{
    std::string hex(64, '0');
    for (std::size_t i = 64; number > 0; number /= 10)
        hex[--i] = static_cast<char>('0' + number % 10);
    return {hex};
}

/// A wall, the ground, a heap before it: enough of a picture to judge a page by.
void paintPhoto(const QString& file, int number, bool upright)
{
    const QSize size = upright ? QSize(900, 1200) : QSize(1200, 900);
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    const int hue = number * 47 % 360;
    painter.fillRect(image.rect(), QColor::fromHsv(hue, 40, 205));
    painter.fillRect(0, size.height() * 6 / 10, size.width(), size.height(), QColor(110, 104, 92));
    painter.setBrush(QColor::fromHsv((hue + 120) % 360, 130, 120));
    painter.drawEllipse(
        QRectF(size.width() * 0.3, size.height() * 0.45, size.width() * 0.4, size.height() * 0.35));
    painter.end();
    QDir().mkpath(QFileInfo(file).path());
    image.save(file, "JPG", 80);
}

domain::PhotoEntry photoOf(const QString& mediaFolder, int number, const std::string& item)
{
    domain::PhotoEntry photo;
    photo.id.value = "photo-" + std::to_string(number);
    photo.sha256 = hashOf(number);
    photo.thumbSha256 = hashOf(1000 + number);
    photo.itemCode = item;
    photo.clocks.wallMs = november - (40 - number) * minuteMs;
    photo.clocks.doubtful = number % 5 == 4;
    photo.source = number % 4 == 3 ? domain::PhotoSource::gallery : domain::PhotoSource::camera;
    if (number % 6 != 5)
        photo.fix =
            base::Fix{{29.2581 + number * 0.001, 120.2361}, 6.0 + number, {}, 2000, {}, 9, {}};
    for (const auto& [hash, kind] : {std::pair(photo.sha256, store::MediaKind::photo),
                                     std::pair(photo.thumbSha256, store::MediaKind::thumb)})
        paintPhoto(
            mediaFolder + QLatin1Char('/') + QString::fromStdString(store::mediaPath(hash, kind)),
            number, number % 3 == 0);
    return photo;
}

domain::Inspection answered(const domain::Checklist& sheet)
{
    domain::Inspection inspection;
    inspection.id.value = "inspection-0";
    inspection.checklist = {sheet.kind, sheet.version, {}};
    inspection.village.value = "330783007201";
    inspection.subject = inspection.village;
    inspection.inspector.value = "inspector";
    inspection.startedAtMs = november - 42 * minuteMs;
    inspection.submittedAtMs = november;
    for (const domain::Section& section : sheet.sections)
        for (const domain::Item& item : section.items)
            inspection.answers.push_back({item.code, domain::AnswerState::ok, {}, {}, 0, {}});
    return inspection;
}

void find(domain::Inspection& inspection, const domain::Checklist& sheet, const std::string& code,
          int count)
{
    const domain::Item* item = domain::findItem(sheet, code);
    for (domain::Answer& answer : inspection.answers) {
        if (answer.itemCode != code || !item) continue;
        answer.state = domain::AnswerState::found;
        for (int i = 0; i < count; ++i) {
            domain::Finding finding;
            finding.id.value = code + "-" + std::to_string(i);
            finding.ruleCode = item->rules.front().code;
            finding.place = i % 2 == 0 ? "村口公交站旁" : "文化礼堂后面";
            finding.note = i == 1 ? "两只桶满溢，垃圾落地约一平方米，三天没有清运" : "";
            finding.repeat = i == 0;
            finding.household = i + 1;
            answer.findings.push_back(std::move(finding));
        }
    }
}

}  // namespace

viewmodels::ReviewQueue madeUpQueue(int count)
{
    using State = domain::InspectionState;
    viewmodels::ReviewQueue queue;
    queue.campaigns = {{{"c11"}, "2026年11月 第三批"}, {{"c10"}, "2026年10月 第二批"}};
    const State states[] = {State::submitted, State::submitted, State::submitted,
                            State::approved,  State::sentBack,  State::voided};
    for (int i = 0; i < count; ++i) {
        viewmodels::ReviewRow row;
        row.facts.head.id.value = "inspection-" + std::to_string(i);
        row.facts.head.state = states[i % 6];
        row.facts.head.campaign.value = i % 7 == 6 ? "c10" : "c11";
        row.facts.head.submittedAtMs = november + i * 3 * minuteMs;
        row.facts.head.photos = i % 5 * 8;
        row.facts.head.photosOnHub = i % 5 * 8 - (i % 10 == 1 ? 2 : 0);
        row.facts.head.findings = i % 9;
        row.facts.head.village.value = "33078300" + std::to_string(i % 5 + 1) + "201";
        row.facts.head.inspector.value = "inspector-" + std::to_string(i % 3);
        row.facts.villageName = villages[i % 6];
        row.facts.townName = towns[i % 5];
        row.facts.inspectorName = inspectors[i % 3];
        row.facts.decidedHere = i == 2;
        row.sheetTitle = i % 2 == 0 ? "垃圾分类" : "美丽乡村";
        queue.rows.push_back(std::move(row));
    }
    return queue;
}

std::vector<viewmodels::LookedInto> madeUpFlags(const viewmodels::ReviewQueue& queue)
{
    using namespace viewmodels::review;
    const int flags[] = {MissingEvidence | Vetoed | ClockDoubtful | FromGallery | PoorAccuracy,
                         0,
                         NoPosition,
                         0,
                         MissingEvidence,
                         MockPosition | FromGallery};
    const base::Points scores[] = {{0}, {10000}, {8650}, {9925}, {7225}, {9100}};
    std::vector<viewmodels::LookedInto> found;
    for (std::size_t i = 0; i < queue.rows.size(); ++i)
        found.push_back({queue.rows[i].id(), 1, flags[i % 6], scores[i % 6]});
    return found;
}

viewmodels::ReviewSheet madeUpReview(const QString& mediaFolder)
{
    viewmodels::ReviewSheet read;
    read.sheet = sample("LJ");
    read.village.code.value = "330783007201";
    read.village.name = "东阳江镇新时代美丽乡村示范片区第一自然村";
    read.village.position = base::GeoPoint{29.2571, 120.2359};
    read.townName = "六石街道";
    read.inspectorName = "欧阳建国";

    domain::Inspection first = answered(read.sheet);
    find(first, read.sheet, "LJ07", 2);
    domain::Inspection second = answered(read.sheet);
    second.revision = 2;
    find(second, read.sheet, "LJ07", 4);
    find(second, read.sheet, "LJ11", 3);
    find(second, read.sheet, "LJ02", 1);
    find(second, read.sheet, read.sheet.sections.back().items.back().code, 1);
    for (int i = 0; i < 6; ++i) second.photos.push_back(photoOf(mediaFolder, i + 1, "LJ07"));
    second.photos.push_back(photoOf(mediaFolder, 7, "LJ11"));
    read.files.assign(second.photos.size(), {true, true});
    read.files.back() = {true, false};
    domain::Inspection last = first;
    constexpr std::int64_t monthMs = 30 * 24 * 60 * minuteMs;
    last.submittedAtMs -= monthMs;
    for (int i = 0; i < 2; ++i) {
        last.photos.push_back(photoOf(mediaFolder, i + 20, "LJ07"));
        last.photos.back().clocks.wallMs -= monthMs;
    }
    read.lastFiles.assign(2, {true, true});
    read.lastTime = last;

    read.score = scoring::scoreOf(read.sheet, {}, second.answers);
    read.problems = scoring::problemsOf(read.sheet, second);
    read.photosOnHub = 6;
    read.chainFaults = {{evidence::Fault::entryMissing, 3, second.photos[2].id}};
    read.history.head.id = second.id;
    read.history.head.revision = 2;
    first.submittedAtMs = november - 24 * 60 * minuteMs;
    read.history.revisions = {{{}, first, 1, {}, {}}, {{}, second, 2, {}, {}}};
    domain::Review back;
    back.decision = domain::Decision::sendBack;
    back.comment = "LJ07 只拍了远景，看不清是哪一个投放点，请补近景";
    read.history.reviews = {{{}, back, november - 20 * 60 * minuteMs, 3, false}};
    read.reviewerNames = {"陈主管"};
    return read;
}

domain::Campaign madeUpCampaign()
{
    domain::Campaign campaign;
    campaign.id.value = "c11";
    campaign.name = "2026年11月 第三批";
    campaign.rules.worstPerTown = 2;
    return campaign;
}

ranking::Ranking madeUpRanking(bool byClass)
{
    ranking::RankingInput input;
    input.campaign = madeUpCampaign();
    input.campaign.rules.byClass = byClass;
    input.previous = ranking::Previous{{"c10"}, "2026年10月 第二批", {}};
    for (const char* kind : {"MV", "LJ", "WS"}) {
        input.campaign.checklists.push_back({{kind, 1, {}}, base::Points::whole(1)});
        input.checks.push_back({kind, sample(kind).title, base::Points::whole(1)});
    }
    for (int town = 0; town < 6; ++town)
        input.towns.push_back({{"33078300" + std::to_string(town + 1) + "000"}, towns[town]});
    for (int i = 0; i < 43; ++i) {
        const domain::RegionCode code{"33078300" + std::to_string(i % 6 + 1) +
                                      std::to_string(201 + i)};
        const std::string name = i < 6 ? villages[i] : villages[i % 5] + std::to_string(i);
        ranking::Village village{code, name, domain::townOf(code), {}, {}, {}};
        if (i % 4 != 3) village.lastPlace = (i * 7) % 40 + 1;
        if (i > 5 && i % 11 == 0) village.lastPoints = base::Points{4000 + i * 10};
        village.villageClass = i % 3 == 0 ? "精品村" : i % 3 == 1 ? "达标村" : "";
        input.villages.push_back(std::move(village));
        input.campaign.participants.push_back(code);
        for (const char* kind : {"MV", "LJ", "WS"}) {
            if (i >= 40 || (i % 5 == 0 && *kind == 'W')) continue;
            ranking::ApprovedScore score;
            score.village = score.subject = code;
            score.checklistKind = kind;
            score.inspection.value = name + kind;
            score.points = base::Points{10000 - (i / 2) * 250 - (*kind == 'L' ? 125 : 0)};
            score.pointsIfVetoed = score.points;
            score.vetoes = i == 9 ? 1 : 0;
            input.scores.push_back(std::move(score));
        }
    }
    std::ranges::sort(input.campaign.participants);
    return ranking::rankOf(std::move(input));
}

viewmodels::FairnessRows madeUpFairness()
{
    using base::Points;
    using viewmodels::judged::List;
    viewmodels::FairnessRows rows;
    rows.hangsOn = {
        {"330783001201", villages[0], "欧阳检查员", true, 1, 14, List::Best, List::None},
        {"330783004231", villages[1], "", false, 31, 22, List::Worst, List::None},
        {"330783002202", villages[2], "张三", false, 2, 0, List::None, List::Worst}};
    for (const char* inspector : {"欧阳检查员", "张三"})
        for (const char* check : {"美丽乡村", "垃圾分类", "污水运维"})
            rows.inspectors.push_back(
                {inspector, check, 37, Points{8125}, Points{640}, 112, Points{8460}, Points{512}});
    rows.inspectors.push_back({"李四", "美丽乡村", 2, Points{9900}, Points{}, 0, {}, {}});
    rows.rules = {{"欧阳检查员",
                   "MV03 村口、文化礼堂、广场、停车场脏乱，设施损坏：每处扣 0.5",
                   37,
                   Points{8108},
                   {},
                   112,
                   Points{2143},
                   {}},
                  {"张三",
                   "LJ07 桶脏、破、满溢、垃圾落地：每处扣 0.5",
                   37,
                   Points{},
                   {},
                   112,
                   Points{4018},
                   {}}};
    return rows;
}

}  // namespace gallery
