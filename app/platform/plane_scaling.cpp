#include "app/platform/plane_scaling.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace platform {
namespace {

/// Weights of one sample's sources add up to this, so that sums of 8 bits stay within 16.
constexpr int whole = 256;

/// Which sources make a sample, and how much of each.
struct Share {
    int first = 0;
    std::vector<std::uint16_t> weights;
};

/// Along one direction: sample i stands for [i, i + 1) * from / to of the sources.
std::vector<Share> shares(int from, int to)
{
    std::vector<Share> all(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i) {
        const std::int64_t begin = std::int64_t{i} * from;  // in parts of 1 / to of a source
        const std::int64_t end = begin + from;
        Share& share = all[static_cast<std::size_t>(i)];
        share.first = static_cast<int>(begin / to);
        std::int64_t given = 0;
        std::int64_t covered = 0;
        for (std::int64_t at = share.first; at * to < end; ++at) {
            covered += std::min(end, (at + 1) * to) - std::max(begin, at * to);
            // From the running sum, so that rounding never loses brightness.
            const std::int64_t sum = (covered * whole + from / 2) / from;
            share.weights.push_back(static_cast<std::uint16_t>(sum - given));
            given = sum;
        }
    }
    return all;
}

/// Rows put together to one: sums of 8 bits times `whole`.
void addRows(const QImage& plane, const Share& share, std::vector<std::uint16_t>& sums)
{
    const int width = plane.width();
    std::uint16_t* const to = sums.data();
    for (std::size_t k = 0; k < share.weights.size(); ++k) {
        const uchar* const row = plane.constScanLine(share.first + static_cast<int>(k));
        const std::uint16_t weight = share.weights[k];
        if (k == 0) {
            for (int x = 0; x < width; ++x) to[x] = static_cast<std::uint16_t>(row[x] * weight);
        } else {
            for (int x = 0; x < width; ++x)
                to[x] = static_cast<std::uint16_t>(to[x] + row[x] * weight);
        }
    }
}

/// The shares of a row side by side, all with as many weights.
struct Columns {
    explicit Columns(const std::vector<Share>& shares)
    {
        for (const Share& share : shares) taps = std::max(taps, share.weights.size());
        for (const Share& share : shares) {
            firsts.push_back(static_cast<std::uint32_t>(share.first));
            for (std::size_t k = 0; k < taps; ++k)
                weights.push_back(k < share.weights.size() ? share.weights[k] : 0);
        }
    }

    std::size_t taps = 0;
    std::vector<std::uint32_t> firsts;
    std::vector<std::uint32_t> weights;
};

constexpr std::uint32_t half = whole * whole / 2;

void narrow(const std::vector<std::uint16_t>& sums, const Columns& columns, uchar* to)
{
    const std::uint32_t* weight = columns.weights.data();
    for (std::size_t x = 0; x < columns.firsts.size(); ++x, weight += columns.taps) {
        const std::uint16_t* const from = sums.data() + columns.firsts[x];
        std::uint32_t sum = half;
        for (std::size_t k = 0; k < columns.taps; ++k) sum += weight[k] * from[k];
        to[x] = static_cast<uchar>(sum / (whole * whole));
    }
}

/// The common case, a picture brought to somewhat over half its size: three sources at most.
void narrowByThree(const std::vector<std::uint16_t>& sums, const Columns& columns, uchar* to)
{
    const std::uint32_t* weight = columns.weights.data();
    for (std::size_t x = 0; x < columns.firsts.size(); ++x, weight += 3) {
        const std::uint16_t* const from = sums.data() + columns.firsts[x];
        to[x] = static_cast<uchar>(
            (weight[0] * from[0] + weight[1] * from[1] + weight[2] * from[2] + half) /
            (whole * whole));
    }
}

}  // namespace

QImage scaledPlane(const QImage& plane, QSize size)
{
    if (plane.size() == size) return plane;
    QImage scaled(size, QImage::Format_Grayscale8);
    const std::vector<Share> rows = shares(plane.height(), size.height());
    const Columns columns(shares(plane.width(), size.width()));
    // Weights of 0 reach beyond the last source.
    std::vector<std::uint16_t> sums(static_cast<std::size_t>(plane.width()) + columns.taps);
    for (int y = 0; y < size.height(); ++y) {
        addRows(plane, rows[static_cast<std::size_t>(y)], sums);
        if (columns.taps == 3)
            narrowByThree(sums, columns, scaled.scanLine(y));
        else
            narrow(sums, columns, scaled.scanLine(y));
    }
    return scaled;
}

}  // namespace platform
