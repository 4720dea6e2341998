#include "app/viewmodels/read_village.h"

#include <algorithm>

#include "app/viewmodels/check_subjects.h"
#include "core/scoring/score.h"
#include "core/store/identity.h"
#include "core/store/lists.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {

/// One village's sheet being put together.
class VillageReader {
public:
    VillageReader(SQLite::Database& db, domain::RegionCode village)
        : m_db(db),
          m_reference(db),
          m_village(std::move(village)),
          m_page(store::villagePage(db, m_village))
    {
        if (const auto enrolment = store::Identity(db).enrolment()) m_user = enrolment->user.id;
    }

    VillageSheet read()
    {
        VillageSheet sheet;
        if (const auto region = m_reference.region(m_village))
            sheet.village = *region;
        else
            sheet.village.code = m_village;
        sheet.town = m_reference.regionName(domain::townOf(m_village));
        for (const domain::Campaign& campaign : m_reference.campaigns()) {
            if (campaign.state != domain::CampaignState::published) continue;
            addChecks(campaign, sheet.checks);
            if (sheet.checks.empty()) continue;
            sheet.campaign = campaign.id;
            break;
        }
        for (const store::InspectionHead& head : m_page.inspections)
            sheet.visits.push_back(visitOf(head));
        return sheet;
    }

private:
    void addChecks(const domain::Campaign& campaign, std::vector<CheckRow>& rows)
    {
        const CheckSubjects subjects(m_reference, campaign);
        for (const domain::WeightedChecklist& weighted : campaign.checklists) {
            const auto sheet =
                m_reference.checklist(weighted.checklist.kind, weighted.checklist.version);
            if (!sheet || !m_reference.isAssigned(m_user, campaign.id, m_village, sheet->kind))
                continue;
            for (const domain::Region& subject : subjects.of(m_village, sheet->kind))
                rows.push_back(checkOf(campaign, *sheet, weighted.checklist, subject));
        }
    }

    CheckRow checkOf(const domain::Campaign& campaign, const domain::Checklist& sheet,
                     const domain::ChecklistRef& ref, const domain::Region& subject)
    {
        CheckRow row;
        row.kind = sheet.kind;
        row.title = sheet.title;
        row.sample = sheet.sample;
        row.subject = subject.name;
        row.subjectCode = subject.code;
        row.maximum = base::toText(domain::maximumOf(sheet));
        row.sheet = ref;
        for (const store::RectificationTask& task :
             store::Rectifications(m_db).openOf(subject.code, sheet.kind))
            row.openTasks.push_back(
                {text(task.finding.value),
                 text(task.notice.itemCode + " " +
                      (task.notice.place.empty() ? task.notice.itemTitle : task.notice.place))});
        for (const domain::Profile& profile : sheet.profiles) {
            row.profileCodes.push_back(profile.code);
            row.profileTitles.push_back(profile.title);
        }
        const auto fits = [&](const auto& head) {
            return head.campaign == campaign.id && head.kind == sheet.kind &&
                   head.subject == subject.code;
        };
        const auto draft = std::find_if(m_page.drafts.begin(), m_page.drafts.end(), fits);
        // A 回头看 takes the check's place while there is something to do about it.
        const auto isShown = [&](const store::InspectionHead& one) {
            return fits(one) && one.inspector == m_user &&
                   (one.parent.empty() || one.state == domain::InspectionState::sentBack);
        };
        const auto head =
            std::find_if(m_page.inspections.begin(), m_page.inspections.end(), isShown);
        if (head != m_page.inspections.end()) fillFrom(*head, row);
        if (draft != m_page.drafts.end()) fillFrom(*draft, sheet, row);
        if (row.state == check::State::Submitted || row.state == check::State::Approved)
            row.lookBackAt = lookBackAt(sheet.kind, subject.code);
        return row;
    }

    /// The newest approved inspection; none while a 回头看 waits for its review.
    domain::InspectionId lookBackAt(const std::string& kind,
                                    const domain::RegionCode& subject) const
    {
        for (const store::InspectionHead& head : m_page.inspections) {
            if (head.kind != kind || head.subject != subject) continue;
            if (head.state == domain::InspectionState::approved) return head.id;
            if (!head.parent.empty() && head.state == domain::InspectionState::submitted) return {};
        }
        return {};
    }

    void fillFrom(const store::DraftHead& draft, const domain::Checklist& sheet,
                  CheckRow& row) const
    {
        row.state = check::State::Draft;
        row.refused = false;
        row.inspection = draft.id;
        row.revision = draft.revision;
        if (const auto inspection = store::Drafts(m_db).find(draft.id)) {
            row.lookBack = !inspection->parent.empty();
            const scoring::Score score =
                scoring::scoreOf(sheet, inspection->profile, inspection->answers);
            row.points = base::toText(score.total());
            row.answered = score.itemsAnswered;
            row.items = score.itemsToAnswer;
        }
    }

    void fillFrom(const store::InspectionHead& head, CheckRow& row) const
    {
        row.state = stateOf(head.state);
        row.refused = head.refused;
        row.inspection = head.id;
        row.revision = head.revision;
        row.lookBack = !head.parent.empty();
        if (const auto points = pointsOf(head)) row.points = base::toText(*points);
        if (head.state != domain::InspectionState::sentBack) return;
        const auto history = store::Records(m_db).history(head.id);
        if (!history) return;
        for (const store::ReviewRow& review : history->reviews) {
            if (review.refused || review.review.decision != domain::Decision::sendBack) continue;
            row.comment = review.review.comment;
            row.itemComments.clear();
            for (const domain::ItemComment& comment : review.review.items)
                row.itemComments.push_back(comment.itemCode + " " + comment.text);
        }
    }

    std::optional<base::Points> pointsOf(const store::InspectionHead& head) const
    {
        if (head.score) return head.score;
        const auto inspection = store::Records(m_db).newest(head.id);
        const auto sheet = m_reference.checklist(head.kind, head.version);
        if (!inspection || !sheet) return std::nullopt;
        return scoring::scoreOf(*sheet, inspection->profile, inspection->answers).total();
    }

    VisitRow visitOf(const store::InspectionHead& head) const
    {
        VisitRow row;
        row.inspection = head.id;
        const auto sheet = m_reference.checklist(head.kind, head.version);
        row.title = sheet ? sheet->title : head.kind;
        row.inspector = m_reference.personName(head.inspector);
        row.submittedAtMs = head.submittedAtMs;
        row.state = stateOf(head.state);
        row.refused = head.refused;
        if (const auto points = pointsOf(head)) row.points = base::toText(*points);
        row.findings = head.findings;
        row.lookBack = !head.parent.empty();
        return row;
    }

    SQLite::Database& m_db;
    store::Reference m_reference;
    domain::RegionCode m_village;
    store::VillagePage m_page;
    domain::UserId m_user;
};

}  // namespace

VillageSheet readVillage(SQLite::Database& db, const domain::RegionCode& village)
{
    return VillageReader(db, village).read();
}

}  // namespace viewmodels
