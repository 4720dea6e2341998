#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "app/platform/photo_processor.h"
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
    Q_PROPERTY(QString currentId READ currentId NOTIFY changed)
    Q_PROPERTY(bool watermark READ watermark WRITE setWatermark NOTIFY changed)
    Q_PROPERTY(QString exportedTo READ exportedTo NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(viewmodels::PhotoListModel* photos READ photos CONSTANT)

public:
    /// `exportFolder` is where pictures go that are to leave the tablet.
    PhotoViewModel(OpenInspection& open, platform::PhotoProcessor& processor, QString exportFolder,
                   QObject* parent = nullptr);

    /// The photos of the open item, on this one.
    Q_INVOKABLE void openNow(int index);
    /// The same item's photos of last time; to look at only.
    Q_INVOKABLE void openLastTime(int index);
    /// The page is gone.
    Q_INVOKABLE void close();
    /// Takes the current photo out of the draft.
    Q_INVOKABLE void remove();
    /// Writes the current photo with its drawing, and its watermark when it is shown, as a picture
    /// of its own; `exportedTo` or `error` tells. The photo itself stays as it is.
    Q_INVOKABLE void exportCurrent();

    int current() const { return m_current; }
    void setCurrent(int current);
    bool removable() const;
    QString itemCode() const;
    QString itemTitle() const;
    QString currentId() const;
    bool watermark() const { return m_watermark; }
    void setWatermark(bool watermark);
    /// The file of the last export on this page; empty before.
    QString exportedTo() const { return m_exportedTo; }
    QString error() const { return m_error; }
    PhotoListModel* photos() { return &m_photos; }

Q_SIGNALS:
    void changed();
    /// The last photo was taken out: nothing is left to look at.
    void emptied();

private:
    void refresh();
    const PhotoRow* currentRow() const;
    void fail(const base::Error& error);

    OpenInspection& m_open;
    platform::PhotoProcessor& m_processor;
    QString m_exportFolder;
    bool m_watermark = false;
    QString m_exportedTo;
    bool m_viewing = false;
    bool m_lastTime = false;
    int m_current = 0;
    QString m_error;
    PhotoListModel m_photos{this};
};

}  // namespace viewmodels
