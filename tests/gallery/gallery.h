#pragma once

#include <QQuickView>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace gallery {

/// One way of showing a scene; its name is part of the picture's file name.
struct Look {
    QString name;
    int mode = 0;  ///< Theme.Mode
    QSize size;
    double textScale = 1.0;
    bool english = false;
};

/// Shows the scenes of Xuncun.Gallery one after the other in every look and saves what the screen
/// shows.
class Gallery {
public:
    explicit Gallery(const QString& folder);
    /// Returns how many pictures were saved; empty filters let all through. Prints what could not
    /// be shown.
    int saveAll(const QString& sceneFilter, const QString& lookFilter);
    /// Looks at the controls of the scenes instead; returns how many are wrong and prints each.
    int checkAll(const QString& sceneFilter);

private:
    void apply(const Look& look);
    bool show(const QString& scene, const Look& look);
    bool save(const QString& scene, const Look& look);

    QString m_folder;
    QQuickView m_view;
    QTranslator m_english;
};

/// All combinations of theme, orientation, language and text size.
QList<Look> looks();
QStringList scenes();

}  // namespace gallery
