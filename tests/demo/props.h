#pragma once

#include <QString>

namespace demo {

/// Paints a few photos of a village street as a camera would store them; nobody's real place is in
/// them.
void paintPhotos(const QString& folder, int count);

/// Writes what a receiver would have said in ten minutes at a place (degrees), some metres to and
/// fro.
void writeReceiverLog(const QString& file, double latitude, double longitude);

}  // namespace demo
