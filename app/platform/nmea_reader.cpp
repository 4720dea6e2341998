#include "app/platform/nmea_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace platform {

/// One checked sentence: its type without the talker ("GGA") and its fields, field 0 being the
/// first after it.
class NmeaFields {
public:
    /// Empty when the line is no sentence or its checksum is missing or wrong.
    static std::optional<NmeaFields> parse(std::string_view line);

    std::string_view type() const { return m_type; }
    std::string_view text(std::size_t i) const
    {
        return i < m_count ? m_fields[i] : std::string_view{};
    }
    std::optional<double> number(std::size_t i) const;
    /// hhmmss.ss as seconds of the day.
    std::optional<double> second(std::size_t i) const;
    /// ddmm.mmmm in field i with its hemisphere in i + 1, as degrees.
    std::optional<double> degrees(std::size_t i) const;

private:
    static constexpr std::size_t most = 40;
    std::string_view m_type;
    std::array<std::string_view, most> m_fields;
    std::size_t m_count = 0;
};

namespace {

constexpr double metresPerHdop = 5.0;  // one unit of HDOP of an open single-frequency receiver
constexpr double metresPerHdopDifferential = 2.5;  // the same with SBAS or DGPS corrections
constexpr double fewestSatellites = 3;
constexpr double leastAccuracyM = 0.5;
constexpr std::size_t longestLine = 160;  // the standard says 82; RTK receivers send more digits
constexpr std::int64_t dayMs = 86'400'000;

bool checksumHolds(std::string_view line, std::size_t star)
{
    if (star + 3 > line.size()) {
        return false;
    }
    unsigned said = 0;
    const auto* first = line.data() + star + 1;
    if (auto [end, bad] = std::from_chars(first, first + 2, said, 16);
        bad != std::errc{} || end != first + 2) {
        return false;
    }
    unsigned sum = 0;
    for (const char c : line.substr(1, star - 1)) {
        sum ^= static_cast<unsigned char>(c);
    }
    return sum == said;
}

/// Days from 1970-01-01 of a date of the Gregorian calendar.
std::int64_t daysFrom1970(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return std::int64_t{era} * 146'097 + dayOfEra - 719'468;
}

std::optional<std::int64_t> midnightMs(int year, int month, int day)
{
    if (year < 2000 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    return daysFrom1970(year, month, day) * dayMs;
}

}  // namespace

std::optional<NmeaFields> NmeaFields::parse(std::string_view line)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n' || line.back() == ' ')) {
        line.remove_suffix(1);
    }
    const std::size_t star = line.rfind('*');
    if (line.size() < 10 || line.size() > longestLine || line[0] != '$' ||
        star == std::string_view::npos || !checksumHolds(line, star)) {
        return std::nullopt;
    }
    std::string_view rest = line.substr(1, star - 1);
    const std::size_t comma = rest.find(',');
    if (comma == std::string_view::npos || comma != 5 || rest[0] == 'P') {
        return std::nullopt;  // a maker's own sentence, or no sentence
    }
    NmeaFields fields;
    fields.m_type = rest.substr(2, 3);
    rest.remove_prefix(comma + 1);
    while (fields.m_count < most) {
        const std::size_t next = rest.find(',');
        fields.m_fields[fields.m_count++] = rest.substr(0, next);
        if (next == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(next + 1);
    }
    return fields;
}

std::optional<double> NmeaFields::number(std::size_t i) const
{
    const std::string_view field = text(i);
    double value = 0;
    const auto [end, bad] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (field.empty() || bad != std::errc{} || end != field.data() + field.size() ||
        !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::optional<double> NmeaFields::second(std::size_t i) const
{
    const auto value = number(i);
    if (!value || *value < 0 || *value >= 240'000) {
        return std::nullopt;
    }
    const int whole = static_cast<int>(*value);
    return whole / 10'000 * 3600 + whole / 100 % 100 * 60 + whole % 100 + (*value - whole);
}

std::optional<double> NmeaFields::degrees(std::size_t i) const
{
    const auto value = number(i);
    const std::string_view half = text(i + 1);
    if (!value || *value < 0 || half.size() != 1) {
        return std::nullopt;
    }
    const double whole = std::floor(*value / 100);
    const double degrees = whole + (*value - whole * 100) / 60;
    const double limit = half == "N" || half == "S" ? 90 : 180;
    if (degrees > limit || std::string_view("NSEW").find(half[0]) == std::string_view::npos) {
        return std::nullopt;
    }
    return half == "S" || half == "W" ? -degrees : degrees;
}

NmeaReader::Event NmeaReader::read(std::string_view line)
{
    const auto fields = NmeaFields::parse(line);
    if (!fields) {
        ++m_badLines;
        return Event::nothing;
    }
    if (fields->type() == "GGA") {
        return readGga(*fields);
    }
    if (fields->type() == "GST") {
        return readGst(*fields);
    }
    if (fields->type() == "RMC") {
        readRmc(*fields);
    } else if (fields->type() == "ZDA") {
        readZda(*fields);
    }
    return Event::nothing;
}

NmeaReader::Event NmeaReader::readGga(const NmeaFields& fields)
{
    const auto second = fields.second(0);
    const auto latitude = fields.degrees(1);
    const auto longitude = fields.degrees(3);
    const int quality = static_cast<int>(fields.number(5).value_or(0));
    const bool usable =
        quality == 7 || quality == 8 || (quality >= 1 && quality <= 5);  // 6 is dead reckoning
    if (second) {
        m_second = second;
    }
    if (second && *second == m_ggaSecond) {
        return Event::nothing;  // another system's copy of the same second
    }
    const auto satellites = fields.number(6);
    const bool held =
        satellites && *satellites < fewestSatellites;  // the last one goes on without the sky
    if (!second || !latitude || !longitude || !usable || held) {
        m_pending = false;
        return Event::noFix;
    }
    m_ggaSecond = *second;
    m_fix = {};
    m_fix.point = {*latitude, *longitude};
    m_fix.source = base::PositionSource::receiver;
    m_fix.mock = quality >= 7;  // entered by hand, or a simulator
    if (satellites) {
        m_fix.satellites = static_cast<int>(*satellites);
    }
    if (m_midnightMs) {
        const bool pastMidnight =
            m_dateSecond - *second > 43'200;  // the date sentence of the new day is still to come
        m_fix.gnssTimeMs = *m_midnightMs + static_cast<std::int64_t>(std::llround(*second * 1000)) +
                           (pastMidnight ? dayMs : 0);
    }
    const double hdop = fields.number(7).value_or(0);
    const double perHdop = quality >= 2 && quality <= 5 ? metresPerHdopDifferential : metresPerHdop;
    m_fix.accuracyM = std::max((hdop > 0 ? hdop : 10) * perHdop, leastAccuracyM);
    if (m_sendsGst) {
        m_sendsGst = !m_pending;  // the last one came without its errors: do not wait again
        m_pending = m_sendsGst;
    }
    return m_pending ? Event::nothing : Event::fix;
}

NmeaReader::Event NmeaReader::readGst(const NmeaFields& fields)
{
    const auto north = fields.number(5);
    const auto east = fields.number(6);
    if (!north || !east) {
        return Event::nothing;
    }
    m_sendsGst = true;
    if (!m_pending || fields.second(0) != m_ggaSecond) {
        return Event::nothing;
    }
    m_pending = false;
    m_fix.accuracyM = std::max(std::hypot(*north, *east), leastAccuracyM);
    return Event::fix;
}

void NmeaReader::readRmc(const NmeaFields& fields)
{
    const std::string_view date = fields.text(8);  // ddmmyy
    const auto number = fields.number(8);
    const auto second = fields.second(0);
    if (date.size() != 6 || !number || !second) {
        return;
    }
    const int ddmmyy = static_cast<int>(*number);
    setDate(midnightMs(2000 + ddmmyy % 100, ddmmyy / 100 % 100, ddmmyy / 10'000), *second);
}

void NmeaReader::readZda(const NmeaFields& fields)
{
    const auto second = fields.second(0);
    const auto day = fields.number(1);
    const auto month = fields.number(2);
    const auto year = fields.number(3);
    if (second && day && month && year && *year < 3000) {
        setDate(
            midnightMs(static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day)),
            *second);
    }
}

void NmeaReader::setDate(std::optional<std::int64_t> midnightMs, double second)
{
    m_second = second;
    if (midnightMs) {
        m_midnightMs = midnightMs;
        m_dateSecond = second;
    }
}

}  // namespace platform
