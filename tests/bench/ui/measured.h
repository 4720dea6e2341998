#pragma once

#include <QString>
#include <QStringList>

// What is measured in a process of its own, over the data folder of a FieldDay. Each prints lines
// "figure value".
namespace bench {

/// Taps on items of an open check, until the new score is in the scene.
void measureTaps(const QString& data, const QString& check);
/// Flicks and keystrokes on the list of villages, flicks on the sheet.
void measureLists(const QString& data, const QString& check);
/// Memory with nothing but a window, and after 40 checks were opened with their photos.
void measureEmptyWindow();
void measureMemory(const QString& data, const QStringList& checks);

}  // namespace bench
