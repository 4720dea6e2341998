#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "app/viewmodels/open_inspection.h"
#include "app/viewmodels/photo_list_model.h"

namespace viewmodels {

/// One photo as large as it goes, among those of the item: of now, or of last time.
class PhotoViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY changed)
    Q_PROPERTY(bool removable READ removable NOTIFY changed)
    Q_PROPERTY(QString itemCode READ itemCode NOTIFY changed)
    Q_PROPERTY(QString itemTitle READ itemTitle NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(viewmodels::PhotoListModel* photos READ photos CONSTANT)

public:
    explicit PhotoViewModel(OpenInspection& open, QObject* parent = nullptr);

    /// The photos of the open item, on this one.
    Q_INVOKABLE void openNow(int index);
    /// The same item's photos of last time; to look at only.
    Q_INVOKABLE void openLastTime(int index);
    /// The page is gone.
    Q_INVOKABLE void close();
    /// Takes the current photo out of the draft.
    Q_INVOKABLE void remove();

    int current() const { return m_current; }
    void setCurrent(int current);
    bool removable() const;
    QString itemCode() const;
    QString itemTitle() const;
    QString error() const { return m_error; }
    PhotoListModel* photos() { return &m_photos; }

Q_SIGNALS:
    void changed();
    /// The last photo was taken out: nothing is left to look at.
    void emptied();

private:
    void refresh();
    void fail(const base::Error& error);

    OpenInspection& m_open;
    bool m_viewing = false;
    bool m_lastTime = false;
    int m_current = 0;
    QString m_error;
    PhotoListModel m_photos{this};
};

}  // namespace viewmodels
