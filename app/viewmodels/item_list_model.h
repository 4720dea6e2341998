#pragma once

#include <QtQml/qqmlregistration.h>

#include <string>

#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"

namespace viewmodels {

struct ItemRow {
    std::string code;
    std::string title;
    std::string section;  ///< code
    std::string sectionTitle;
    answer::State state = answer::State::Unanswered;
    std::string maximum;
    std::string points;  ///< now; empty for bonus and veto items without findings
    std::string lost;    ///< "1.5"; empty: nothing
    int findings = 0;
    int photos = 0;
    int photosMissing = 0;
    int sizesMissing = 0;  ///< findings that do not count before their size is given
    bool mayNotApply = false;
    bool counts = false;  ///< its first rule is counted with + and −
    bool extra = false;   ///< bonus or veto: nothing to answer when nothing was found
    std::string asked;    ///< what the judge wants put right here, of a revision that was sent back
    bool current = false;

    bool operator==(const ItemRow&) const = default;
    bool sameAs(const ItemRow& other) const { return code == other.code; }
};

class ItemListModel : public RowsModel<ItemRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ChecklistModel")
public:
    explicit ItemListModel(QObject* parent = nullptr);
};

struct SectionRow {
    std::string code;
    std::string title;
    std::string points;
    std::string maximum;  ///< empty: a section of bonus and veto items
    int unanswered = 0;
    int photosMissing = 0;
    int asked = 0;  ///< items that the judge wants put right
    bool current = false;

    bool operator==(const SectionRow&) const = default;
    bool sameAs(const SectionRow& other) const { return code == other.code; }
};

class SectionListModel : public RowsModel<SectionRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ChecklistModel")
public:
    explicit SectionListModel(QObject* parent = nullptr);
};

}  // namespace viewmodels
