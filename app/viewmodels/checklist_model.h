#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "app/viewmodels/item_list_model.h"
#include "app/viewmodels/item_model.h"
#include "app/viewmodels/open_inspection.h"

namespace viewmodels {

/// The open inspection as the checklist page shows it: sections, items, the open item, the score so
/// far.
class ChecklistModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool loaded READ loaded NOTIFY opened)
    Q_PROPERTY(bool readOnly READ readOnly NOTIFY opened)
    Q_PROPERTY(QString inspectionId READ inspectionId NOTIFY opened)
    Q_PROPERTY(QString village READ village NOTIFY opened)
    Q_PROPERTY(QString town READ town NOTIFY opened)
    Q_PROPERTY(QString subject READ subject NOTIFY opened)
    Q_PROPERTY(QString sheetTitle READ sheetTitle NOTIFY opened)
    Q_PROPERTY(bool sampleSheet READ sampleSheet NOTIFY opened)
    Q_PROPERTY(QString sentBackBy READ sentBackBy NOTIFY opened)
    Q_PROPERTY(QString sentBackComment READ sentBackComment NOTIFY opened)
    Q_PROPERTY(int asked READ asked NOTIFY opened)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(QString maximum READ maximum NOTIFY changed)
    Q_PROPERTY(bool vetoed READ vetoed NOTIFY changed)
    Q_PROPERTY(int answered READ answered NOTIFY changed)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    Q_PROPERTY(int itemCount READ itemCount NOTIFY changed)
    Q_PROPERTY(int photosMissing READ photosMissing NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(QString currentItem READ currentItem NOTIFY currentChanged)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentChanged)
    Q_PROPERTY(int currentSection READ currentSection NOTIFY currentChanged)
    Q_PROPERTY(int restOfSection READ restOfSection NOTIFY changed)
    Q_PROPERTY(bool deductedOnly READ deductedOnly WRITE setDeductedOnly NOTIFY deductedOnlyChanged)
    Q_PROPERTY(viewmodels::SectionListModel* sections READ sections CONSTANT)
    Q_PROPERTY(viewmodels::ItemListModel* items READ items CONSTANT)
    Q_PROPERTY(viewmodels::ItemModel* item READ item CONSTANT)

public:
    explicit ChecklistModel(OpenInspection& open, QObject* parent = nullptr);

    /// Shows the inspection, on the item where it was left; opened() follows. A submitted one opens
    /// to read.
    Q_INVOKABLE void open(const QString& inspectionId);
    /// The item is in the list afterwards, whatever was filtered.
    Q_INVOKABLE void goTo(const QString& itemCode);
    /// A row of `sections`: its first unanswered item, or its first.
    Q_INVOKABLE void goToSection(int section);
    Q_INVOKABLE void nextUnanswered();
    /// The next item that the judge wants put right; after the last the first again.
    Q_INVOKABLE void nextAsked();
    /// One more of the item's first counted rule; the item becomes the open one.
    Q_INVOKABLE void addTo(const QString& itemCode);
    Q_INVOKABLE void setOk(const QString& itemCode);
    Q_INVOKABLE void setNotApplicable(const QString& itemCode);
    /// 合格 for every unanswered item of the current section, as one gesture.
    Q_INVOKABLE void restOfSectionOk();
    Q_INVOKABLE void undo();

    bool loaded() const { return m_open.isOpen(); }
    bool readOnly() const;
    QString inspectionId() const;
    QString village() const;
    QString town() const;
    QString subject() const;
    QString sheetTitle() const;
    bool sampleSheet() const;
    /// Who sent the revision before this one back; empty: nobody.
    QString sentBackBy() const;
    QString sentBackComment() const;
    /// How many items are to be put right.
    int asked() const;
    QString error() const { return m_error; }
    QString total() const;
    QString maximum() const;
    bool vetoed() const;
    int answered() const;
    /// The sheet has not one item: there is nothing to check, and nothing to finish.
    bool isEmpty() const { return m_sections.rowCount() == 0; }
    int itemCount() const;
    int photosMissing() const { return m_photosMissing; }
    bool canUndo() const;
    QString currentItem() const;
    int currentRow() const;
    int currentSection() const;
    /// How many items of the current section are unanswered.
    int restOfSection() const;
    bool deductedOnly() const { return m_deductedOnly; }
    void setDeductedOnly(bool only);
    SectionListModel* sections() { return &m_sections; }
    ItemListModel* items() { return &m_items; }
    ItemModel* item() { return &m_item; }

Q_SIGNALS:
    void opened();
    void errorChanged();
    void changed();
    void currentChanged();
    void deductedOnlyChanged();

private:
    void refresh();
    template <class Wanted>
    void goToNext(Wanted wanted);
    void keepDeducted(std::vector<ItemRow>& items);
    template <class Gesture>
    void say(const QString& itemCode, Gesture gesture);
    void setError(const QString& error);

    OpenInspection& m_open;
    QString m_error;
    bool m_deductedOnly = false;
    std::string m_stays;  ///< the open item, once filtered in: it stays when its last loss goes
    int m_photosMissing = 0;
    SectionListModel m_sections{this};
    ItemListModel m_items{this};
    ItemModel m_item{m_open, this};
};

}  // namespace viewmodels
