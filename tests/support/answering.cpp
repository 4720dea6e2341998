#include "tests/support/answering.h"

#include "core/actions/draft.h"
#include "core/actions/submit.h"
#include "core/store/drafts.h"

namespace support {

namespace {

domain::Answer savedAnswer(actions::Context& context, const domain::InspectionId& draft,
                           const std::string& item)
{
    domain::Answer none;
    none.itemCode = item;
    return store::Drafts(context.db).answer(draft, item).value_or(none);
}

}  // namespace

base::Result<domain::Answer> answering(actions::Context& context, const domain::InspectionId& draft,
                                       const std::string& item,
                                       const std::function<void(domain::Answer&)>& change)
{
    domain::Answer answer = savedAnswer(context, draft, item);
    change(answer);
    const auto changed = actions::putAnswers(context, draft, {answer});
    if (!changed) return tl::unexpected(changed.error());
    return answer;
}

base::Result<domain::Answer> addFinding(actions::Context& context,
                                        const domain::InspectionId& draft, const std::string& item,
                                        domain::Finding finding)
{
    return answering(context, draft, item, [&](domain::Answer& answer) {
        finding.id = {context.ids.next()};
        finding.foundAtMs = context.clock.wallMs();
        answer.state = domain::AnswerState::found;
        answer.findings.push_back(finding);
    });
}

base::Result<domain::Answer> setState(actions::Context& context, const domain::InspectionId& draft,
                                      const std::string& item, domain::AnswerState state)
{
    return answering(context, draft, item, [&](domain::Answer& answer) {
        answer.state = state;
        answer.findings.clear();
        answer.earned.clear();
    });
}

base::Result<actions::Changed> restOk(actions::Context& context, const domain::InspectionId& draft,
                                      const std::vector<std::string>& items)
{
    std::vector<domain::Answer> answers;
    for (const std::string& item : items) {
        domain::Answer answer = savedAnswer(context, draft, item);
        if (answer.state != domain::AnswerState::unanswered) continue;
        answer.state = domain::AnswerState::ok;
        answers.push_back(std::move(answer));
    }
    return actions::putAnswers(context, draft, answers);
}

base::Result<void> signOff(actions::Context& context, const domain::InspectionId& draft)
{
    domain::Signature inspector;
    inspector.role = "inspector";
    inspector.strokesSvg = "M0 0L500 500";
    domain::Signature village;
    village.role = "village";
    village.kind = domain::SignatureKind::nobodyThere;
    village.reason = "村里开会";
    const auto saved = store::Drafts(context.db).find(draft);
    auto done = actions::setSignature(context, draft, inspector);
    if (done) done = actions::setSignature(context, draft, village);
    if (done && saved && saved->noFixReason.empty())
        done = actions::setStartFix(context, draft, saved->startFix, "弄堂里收不到");
    return done;
}

}  // namespace support
