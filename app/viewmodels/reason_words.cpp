#include "app/viewmodels/reason_words.h"

#include <QCoreApplication>

#include "app/viewmodels/rule_words.h"

namespace viewmodels {

std::span<const char* const> ReasonWords::phrases()
{
    static constexpr const char* all[] = {
        QT_TRANSLATE_NOOP("ReasonWords", "加分合计 {}，本表封顶 {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "适用部分共 {} 分，折算到 {} 分：{} × {} ÷ {} = {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "全表最多扣 {}：应扣 {}，按 {} 计"),
        QT_TRANSLATE_NOOP("ReasonWords", "一票否决：{} {}{}"),
        QT_TRANSLATE_NOOP("ReasonWords", "；{}，本次按 {} 计"),
        QT_TRANSLATE_NOOP("ReasonWords", "所在大项“{}”计零分"),
        QT_TRANSLATE_NOOP("ReasonWords", "全表计零分"),
        QT_TRANSLATE_NOOP("ReasonWords", "{}：{} / {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "{}：不适用，{} 分由其余部分分摊"),
        QT_TRANSLATE_NOOP("ReasonWords", "，因一票否决计零分"),
        QT_TRANSLATE_NOOP("ReasonWords", "不适用项的 {} 分由本部分其余项分摊：{} × {} ÷ {} = {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "本部分最多扣 {}：应扣 {}，实扣 {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "：不适用"),
        QT_TRANSLATE_NOOP("ReasonWords", "：不适用，按满分 {} 计"),
        QT_TRANSLATE_NOOP("ReasonWords", "：不适用，{} 分由全表其余项分摊"),
        QT_TRANSLATE_NOOP("ReasonWords", "：不适用，{} 分由本部分其余项分摊"),
        QT_TRANSLATE_NOOP("ReasonWords", "：{} / {}，扣 {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "扣完为止：应扣 {}，本项最多扣 {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "审核调整：{} → {}，理由：{}"),
        QT_TRANSLATE_NOOP("ReasonWords", "问题"),
        QT_TRANSLATE_NOOP("ReasonWords", "：{}"),
        QT_TRANSLATE_NOOP("ReasonWords", "：第 {} 户"),
        QT_TRANSLATE_NOOP("ReasonWords", "，实测 {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "，{}"),
        QT_TRANSLATE_NOOP("ReasonWords", "（上期未整改）"),
        QT_TRANSLATE_NOOP("ReasonWords", "本项照片 {}"),
        QT_TRANSLATE_NOOP("ReasonWords", "照片 {}"),
    };
    return all;
}

ranking::InspectionWords ReasonWords::ofInspection()
{
    return {[](const char* chinese) {
                return QCoreApplication::translate("ReasonWords", chinese).toStdString();
            },
            [](const scoring::RuleLine& line, const domain::Item& item) {
                return RuleWords::of(line, item).toStdString();
            }};
}

}  // namespace viewmodels
