#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "app/core_thread.h"

namespace viewmodels {

/// Where in the app the inspector is, kept on the disk, so that the app opens there again after it
/// was killed.
class PlaceModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(Page page READ page NOTIFY changed)
    Q_PROPERTY(QString village READ village NOTIFY changed)
    Q_PROPERTY(QString inspection READ inspection NOTIFY changed)
    Q_PROPERTY(QString finding READ finding NOTIFY changed)

public:
    enum class Page { Home, Village, Checklist, Camera, Finish };
    Q_ENUM(Page)

    explicit PlaceModel(app::CoreThread& core, QObject* parent = nullptr);

    /// Reads where it was; restored() follows, once, and after it the properties say where.
    Q_INVOKABLE void restore();
    Q_INVOKABLE void atHome();
    Q_INVOKABLE void atVillage(const QString& villageCode);
    Q_INVOKABLE void atChecklist(const QString& inspectionId);
    /// `findingId`: what the camera is aimed at; empty for the item.
    Q_INVOKABLE void atCamera(const QString& findingId);
    Q_INVOKABLE void atFinish();

    Page page() const { return m_page; }
    QString village() const { return m_village; }
    QString inspection() const { return m_inspection; }
    QString finding() const { return m_finding; }

Q_SIGNALS:
    void changed();
    void restored();

private:
    void take(const QString& kept);
    void keep(Page page, const QString& village, const QString& inspection,
              const QString& finding = {});

    app::CoreThread& m_core;
    Page m_page = Page::Home;
    QString m_village;
    QString m_inspection;
    QString m_finding;
};

}  // namespace viewmodels
