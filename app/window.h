#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>
#include <QVariantMap>
#include <memory>

#include "app/composition.h"
#include "app/options.h"

namespace app {

/// Has freed pictures go back to the system at once; first of all, before any other thread.
void prepareMemory();
/// Style and font of every window; before the first QGuiApplication and right after it.
void prepareStyle();
void prepareFont();

/// The app on the screen: the composed app in Main.qml, or the page that says why it cannot be
/// opened.
class Window {
public:
    /// Waits for the database. Fails when options name what is not there or the window cannot be
    /// made.
    static base::Result<std::unique_ptr<Window>> make(const Options& options);
    ~Window();

    QQuickWindow& window() { return *m_window; }
    /// Null when the store was refused and the window says why.
    Composition* composition() { return m_composition.get(); }

private:
    Window() = default;
    /// Follows what is set in the app, else the option, else the tablet.
    void speakAsSet(const Options& options);
    void speak(bool english);
    /// What can be made again is let go while another app is in front; work is on the disk already.
    void rest();
    bool load(const QString& file, const QVariantMap& properties, const Options& options);

    QTranslator m_translator;
    bool m_english = false;
    std::unique_ptr<Composition> m_composition;
    QQmlApplicationEngine m_engine;  // after the view-models: gone before them
    QQuickWindow* m_window = nullptr;
};

}  // namespace app
