#include "core/scoring/photo_lack.h"

#include <algorithm>

namespace scoring {

using domain::PhotoNeed;

void PhotoCount::add(std::optional<domain::PhotoView> view)
{
    if (!view)
        ++unmarked;
    else if (*view == domain::PhotoView::wide)
        ++wide;
    else
        ++close;
}

PhotoLack lackOf(const domain::EvidenceRule& evidence, const PhotoCount& count)
{
    PhotoLack lack;
    if (evidence.photo == PhotoNeed::ledger) {
        lack.photos = count.all() > 0 ? 0 : 1;
        return lack;
    }
    if (evidence.photo != PhotoNeed::perFinding && evidence.photo != PhotoNeed::perItem)
        return lack;
    lack.photos = std::max(1, evidence.photosAtLeast) - count.all();
    if (evidence.wideAndClose) {
        const int views = (count.wide > 0 ? 0 : 1) + (count.close > 0 ? 0 : 1) - count.unmarked;
        lack.photos = std::max(lack.photos, views);
        lack.wide = views > 0 && count.wide == 0;
        lack.close = views > 0 && count.close == 0;
    }
    lack.photos = std::max(0, lack.photos);
    return lack;
}

}  // namespace scoring
