#include "app/viewmodels/review_item_model.h"

#include <algorithm>

#include "app/viewmodels/problem_words.h"
#include "app/viewmodels/rule_words.h"
#include "core/scoring/adjustments.h"

namespace viewmodels {

namespace {

const scoring::ItemScore* scoreOfItem(const ReviewSheet& sheet, const std::string& code)
{
    for (const scoring::SectionScore& section : sheet.score.sections)
        for (const scoring::ItemScore& item : section.items)
            if (item.code == code) return &item;
    return nullptr;
}

const domain::Answer* answerTo(const domain::Inspection& inspection, const std::string& code)
{
    const auto answer = std::ranges::find(inspection.answers, code, &domain::Answer::itemCode);
    return answer == inspection.answers.end() ? nullptr : &*answer;
}

std::vector<domain::PhotoEntry> photosOfItem(const domain::Inspection& inspection,
                                             const std::string& code)
{
    std::vector<domain::PhotoEntry> photos;
    std::ranges::copy_if(inspection.photos, std::back_inserter(photos),
                         [&](const domain::PhotoEntry& photo) { return photo.itemCode == code; });
    return photos;
}

/// What is missing of the item's proof; the findings without a photo are counted.
QStringList evidenceProblemsOf(const ReviewSheet& sheet, const std::string& code)
{
    QStringList words;
    int bare = 0;
    for (const scoring::EvidenceProblem& problem : sheet.problems) {
        if (problem.itemCode != code) continue;
        if (problem.problem == scoring::Problem::photoMissing && !problem.finding.empty())
            ++bare;
        else
            words.append(ProblemWords::of(problem));
    }
    words.removeDuplicates();  // findings that lack the same say the same
    if (bare > 0)
        words.prepend(ProblemWords::bareFindings(
            bare, static_cast<int>(photosOfItem(sheet.inspection(), code).size())));
    return words;
}

}  // namespace

ReviewItemModel::ReviewItemModel(QString mediaFolder, QObject* parent)
    : QObject(parent), m_mediaFolder(std::move(mediaFolder))
{
}

void ReviewItemModel::show(const ReviewSheet* sheet, const std::string& itemCode)
{
    const scoring::ItemScore* score = sheet ? scoreOfItem(*sheet, itemCode) : nullptr;
    m_score = score ? *score : scoring::ItemScore{};
    m_note.clear();
    m_reasons.clear();
    m_evidenceProblems.clear();
    m_chainFaults.clear();
    m_lastAtMs = 0;
    m_lastFindings = 0;
    m_places.display(score ? sheet : nullptr, itemCode);
    if (!score) {
        m_photos.show({});
        m_lastPhotos.show({});
        m_findings.show({});
        Q_EMIT changed();
        return;
    }
    const domain::Inspection& inspection = sheet->inspection();
    for (const evidence::ChainFault& fault : sheet->chainFaults)
        m_chainFaults.append(FaultWords::of(fault));
    m_evidenceProblems = evidenceProblemsOf(*sheet, itemCode);
    const domain::Answer* answer = answerTo(inspection, itemCode);
    const domain::Item* item = domain::findItem(sheet->sheet, itemCode);
    m_most = item ? scoring::mostPoints(sheet->sheet, *item) : base::Points();
    if (answer) m_note = text(answer->note);
    if (item) m_reasons = RuleWords::all(m_score, *item);
    std::vector<FindingRow> findings;
    if (answer && item) findings = findingsOf(*item, *answer, photosOfItem(inspection, itemCode));
    std::reverse(findings.begin(), findings.end());  // read in the order in which they were found
    m_findings.show(std::move(findings));
    m_photos.show(reviewPhotos(inspection, sheet->files, itemCode, sheet->village, m_mediaFolder,
                               &sheet->watermark));
    showLastTime(*sheet);
    Q_EMIT changed();
}

void ReviewItemModel::showLastTime(const ReviewSheet& sheet)
{
    if (!sheet.lastTime) return m_lastPhotos.show({});
    m_lastAtMs = sheet.lastTime->submittedAtMs;
    if (const domain::Answer* answer = answerTo(*sheet.lastTime, m_score.code))
        m_lastFindings = static_cast<int>(answer->findings.size());
    m_lastPhotos.show(
        reviewPhotos(*sheet.lastTime, sheet.lastFiles, m_score.code, sheet.village, m_mediaFolder));
}

QString ReviewItemModel::points() const
{
    if (m_score.max > base::Points{}) return text(m_score.points);
    return text(m_score.adjustment ? m_score.adjustment->points : m_score.pointsBeforeAdjustment);
}

QString ReviewItemModel::lost() const
{
    const base::Points lost = m_score.max - m_score.points;
    return lost.hundredths > 0 ? text(lost) : QString();
}

QString ReviewItemModel::adjustReason() const
{
    return m_score.adjustment ? text(m_score.adjustment->reason) : QString();
}

}  // namespace viewmodels
