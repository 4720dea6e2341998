#include "tests/hub/records/everybody.h"

#include <catch2/catch.hpp>

#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "sync/hub/store/reference.h"

namespace hubtest {

using domain::RectificationAction;
using domain::Role;

Everybody::Everybody()
{
    add("inspectorHere", Role::inspector, {});
    add("inspectorElsewhere", Role::inspector, {});
    add("supervisorHere", Role::supervisor, {{town1}});
    add("adjusterHere", Role::supervisor, {{town1}}, true);
    add("supervisorElsewhere", Role::supervisor, {{town2}});
    add("chiefOfAll", Role::chief, {});
    add("administrator", Role::administrator, {});
    add("contactHere", Role::villageContact, {{village11}});
    add("contactElsewhere", Role::villageContact, {{village21}});
    county.hub().services().committer.run([&](hub::Connection& db) {
        hub::putAssignment(db, {county.campaign.id, {"inspectorHere"}, {{town1}}, {}});
        hub::putAssignment(db, {county.campaign.id, {"inspectorElsewhere"}, {{village21}}, {}});
    });
}

void Everybody::add(const std::string& id, Role role, std::vector<domain::RegionCode> scope,
                    bool mayAdjust)
{
    county.hub().services().committer.run([&](hub::Connection& db) {
        hub::putUser(db, {{id}, id, role, std::move(scope), true, mayAdjust});
    });
    who.emplace(id, county.tabletOf(id));
}

domain::Inspection Work::inspection()
{
    County& county = m_all.county;
    domain::Inspection made = county.inspection(m_all.at("inspectorHere"), village11);
    domain::Answer& answer = made.answers.front();
    domain::Finding found;
    found.id = {county.ids.next()};
    for (const domain::Checklist& sheet : checklists::samples())
        if (const auto* item = domain::findItem(sheet, answer.itemCode))
            found.ruleCode = item->rules.front().code;
    answer.state = domain::AnswerState::found;
    answer.findings = {found};
    domain::PhotoEntry photo = county.photo("photo of " + made.id.value);
    photo.itemCode = answer.itemCode;
    photo.finding = found.id;
    made.photos = {photo};
    return made;
}

domain::Inspection Work::submitted()
{
    domain::Inspection made = inspection();
    done("inspectorHere", "inspection", domain::canonicalJson(made));
    m_all.county.storeBlob(made.photos[0]);
    return made;
}

domain::Inspection Work::approved()
{
    const domain::Inspection made = submitted();
    done("chiefOfAll", "review", review(made, "chiefOfAll"));
    return made;
}

domain::Inspection Work::issued()
{
    const domain::Inspection made = approved();
    last = done("chiefOfAll", "rectification", issue(made, "chiefOfAll"));
    return made;
}

domain::Inspection Work::checked()
{
    const domain::Inspection made = reported();
    last =
        done("chiefOfAll", "rectification", step(made, "chiefOfAll", RectificationAction::accept));
    return made;
}

domain::Inspection Work::reported()
{
    const domain::Inspection made = issued();
    last = done("contactHere", "rectification",
                step(made, "contactHere", RectificationAction::report));
    m_all.county.storeBlob(m_all.county.photo("after " + made.id.value));
    return made;
}

std::string Work::review(const domain::Inspection& made, const std::string& by,
                         domain::Decision decision)
{
    domain::Review review;
    review.inspection = made.id;
    review.reviewer = {by};
    review.decision = decision;
    if (decision != domain::Decision::approve) review.comment = "看过";
    if (decision == domain::Decision::adjust)
        review.adjustments = {{made.answers.front().itemCode, {}, "多处"}};
    return domain::canonicalJson(review);
}

domain::Inspection Work::vetoed()
{
    domain::Inspection made = inspection();
    for (const domain::Checklist& sheet : checklists::samples()) {
        if (sheet.kind != made.checklist.kind) continue;
        for (const domain::Section& section : sheet.sections)
            for (const domain::Item& item : section.items)
                if (item.rules.front().method == domain::RuleMethod::veto) addVeto(made, item);
    }
    done("inspectorHere", "inspection", domain::canonicalJson(made));
    return made;
}

std::string Work::answer(const domain::Inspection& made, const std::string& by,
                         domain::Decision decision)
{
    domain::Review review;
    review.inspection = made.id;
    review.reviewer = {by};
    review.comment = "核实过";
    review.decision = decision;
    if (decision == domain::Decision::adjust)
        review.adjustments = {{made.answers.front().itemCode, base::Points::whole(1), "属实"}};
    review.appeal = done("contactHere", "appeal", appeal(made, "contactHere"));
    return domain::canonicalJson(review);
}

std::string Work::issue(const domain::Inspection& made, const std::string& by)
{
    domain::RectificationStep step;
    step.inspection = made.id;
    step.finding = made.answers.front().findings.front().id;
    step.by = {by};
    for (const domain::Checklist& sheet : checklists::samples())
        if (sheet.kind == made.checklist.kind)
            step.notice = domain::rectificationNeeds(sheet, made, {}).at(0).notice;
    step.notice->dueAtMs = domain::dueAtMs({}, step.notice->severity, m_all.county.clock.nowMs);
    return domain::canonicalJson(step);
}

std::string Work::step(const domain::Inspection& made, const std::string& by,
                       RectificationAction action)
{
    domain::RectificationStep step;
    step.inspection = made.id;
    step.finding = made.answers.front().findings.front().id;
    step.action = action;
    step.after = last;
    step.by = {by};
    if (action == RectificationAction::report)
        step.photos = {m_all.county.photo("after " + made.id.value)};
    if (action == RectificationAction::sendBack || action == RectificationAction::cancel)
        step.comment = "看不清";
    return domain::canonicalJson(step);
}

std::string Work::appeal(const domain::Inspection& made, const std::string& by)
{
    domain::Appeal appeal;
    appeal.inspection = made.id;
    appeal.itemCode = made.answers.front().itemCode;
    appeal.reason = "不属实";
    appeal.by = {by};
    return domain::canonicalJson(appeal);
}

domain::RecordId Work::done(const std::string& by, const std::string& kind, const std::string& body)
{
    const domain::Record record = m_all.county.record(m_all.at(by), kind, body);
    const protocol::PushResult result = m_all.county.pushOne(m_all.at(by), record);
    INFO(kind << " by " << by << ": " << result.code << " " << result.message);
    REQUIRE(textOf(result.outcome) == "applied");
    return record.id;
}

void Work::addVeto(domain::Inspection& made, const domain::Item& item)
{
    domain::Finding veto;
    veto.id = {m_all.county.ids.next()};
    veto.ruleCode = item.rules.front().code;
    made.answers.push_back({item.code, domain::AnswerState::found, {veto}, {}, 0, {}});
    domain::PhotoEntry proof = m_all.county.photo("veto of " + veto.id.value);
    proof.itemCode = item.code;
    proof.finding = veto.id;
    made.photos.push_back(proof);
}

}  // namespace hubtest
