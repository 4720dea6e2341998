#include "app/viewmodels/problem_words.h"

#include "app/viewmodels/words.h"

namespace viewmodels {

using scoring::Problem;

QString ProblemWords::of(const scoring::EvidenceProblem& problem)
{
    const QString item = text(problem.itemCode);
    switch (problem.problem) {
        case Problem::unanswered:
            return tr("%1 还没有检查").arg(item);
        case Problem::itemUnknown:
            return tr("%1 不在这张检查表里").arg(item);
        case Problem::itemDoubled:
            return tr("%1 有两份答案，请只留一份").arg(item);
        case Problem::notApplicableForbidden:
            return tr("%1 不能选“不适用”").arg(item);
        case Problem::nothingApplies:
            return tr("没有适用的项目，请至少检查一项");
        case Problem::findingMissing:
            return tr("%1 标为有问题，但没有记下问题").arg(item);
        case Problem::findingNotApplicable:
            return tr("%1 选了“不适用”，却记有问题").arg(item);
        case Problem::kindMissing:
            return tr("%1 没有选缺的是哪一种").arg(item);
        case Problem::tierMissing:
            return tr("%1 没有选属于哪一档").arg(item);
        case Problem::householdMissing:
            return tr("%1 没有选是哪一户").arg(item);
        case Problem::valueMissing:
            return tr("%1 没有填实测值或大小").arg(item);
        case Problem::photoMissing:
            return problem.lack.wide ? tr("%1 缺照片，请拍远景、近景各一张").arg(item)
                                     : tr("%1 缺照片，请补拍").arg(item);
        case Problem::viewMissing:
            return (problem.lack.wide ? tr("%1 缺远景照片，请补拍") : tr("%1 缺近景照片，请补拍"))
                .arg(item);
        case Problem::ledgerPhotoMissing:
            return tr("%1 扣了分，请拍台账").arg(item);
        case Problem::ledgerPhotoAdvised:
            return tr("%1 建议拍一张台账").arg(item);
        case Problem::galleryForbidden:
            return tr("%1 只认现场拍摄的照片，相册里的不算").arg(item);
        case Problem::ruleUnknown:
            return tr("%1 没有扣分规则“%2”").arg(item, text(problem.ruleCode));
        case Problem::householdsTooMany:
            return tr("%1 有 %2 户不合格，却只走访了 %3 户")
                .arg(item)
                .arg(problem.have)
                .arg(problem.need);
        case Problem::photosTooFew:
            return (problem.lack.wide && problem.lack.close
                        ? tr("%1 需要 %2 张照片（远景、近景都要有），只有 %3 张，请补拍")
                    : problem.lack.wide ? tr("%1 需要 %2 张照片（还缺远景），只有 %3 张，请补拍")
                    : problem.lack.close ? tr("%1 需要 %2 张照片（还缺近景），只有 %3 张，请补拍")
                                         : tr("%1 需要 %2 张照片，只有 %3 张，请补拍"))
                .arg(item)
                .arg(problem.need)
                .arg(problem.have);
    }
    return {};
}

QString ProblemWords::bareFindings(int findings, int photosOfItem)
{
    return tr("%1 处没有照片（这一项共 %2 张）").arg(findings).arg(photosOfItem);
}

}  // namespace viewmodels
