#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/position.h"

namespace platform {

class NmeaFields;

/// Reads what a GNSS receiver sends (NMEA 0183) and gives fixes with a real accuracy. No Qt, no
/// clock, no I/O.
///
/// A fix is one GGA with its accuracy: from GST of the same second where the receiver sends it,
/// otherwise from HDOP and what one unit of it is worth with this kind of fix. Lines without a
/// right checksum, other talkers' copies of one second, headers and noise are passed over. The date
/// for the GNSS time comes from RMC or ZDA.
class NmeaReader {
public:
    /// What one line told.
    enum class Event { nothing, fix, noFix };

    /// Takes one line, with or without its line end. After Event::fix the new one is in fix().
    Event read(std::string_view line);
    /// The accuracy is never under half a metre, whatever a receiver claims. ageMs is 0: the caller
    /// knows better.
    const base::Fix& fix() const { return m_fix; }
    /// Seconds of the day of the last sentence that had a time; for playing back a log.
    std::optional<double> secondOfDay() const { return m_second; }
    std::int64_t badLines() const { return m_badLines; }

private:
    Event readGga(const NmeaFields& fields);
    Event readGst(const NmeaFields& fields);
    void readRmc(const NmeaFields& fields);
    void readZda(const NmeaFields& fields);
    void setDate(std::optional<std::int64_t> midnightMs, double second);

    base::Fix m_fix;
    double m_ggaSecond = -1;  ///< of the GGA that m_fix holds
    bool m_sendsGst = false;  ///< this receiver tells its errors: a GGA waits for them
    bool m_pending = false;   ///< m_fix is still without them
    std::optional<double> m_second;
    std::optional<std::int64_t> m_midnightMs;  ///< UTC, of the receiver's date
    double m_dateSecond = 0;                   ///< of the sentence that gave the date
    std::int64_t m_badLines = 0;
};

}  // namespace platform
