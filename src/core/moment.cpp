#include "core/moment.hpp"

#include <array>
#include <date/tz.h>

namespace heed {

using namespace std::chrono;

namespace {

const date::time_zone& london()
{
    static const date::time_zone* zone = date::locate_zone("Europe/London");
    return *zone;
}

struct ClockTime {
    Day day;
    int hours, minutes, seconds, milliseconds;
};

ClockTime split(sys_time<std::chrono::milliseconds> moment)
{
    const auto day = floor<days>(moment);
    const hh_mm_ss time{moment - day};
    return {day, static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count())};
}

ClockTime in_england(Moment moment)
{
    const auto local = london().to_local(moment);
    return split(Moment{local.time_since_epoch()});
}

std::string padded(int value, std::size_t width)
{
    std::string digits = std::to_string(value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

std::string iso_minutes(const ClockTime& time)
{
    return to_iso(time.day) + 'T' + padded(time.hours, 2) + ':' + padded(time.minutes, 2);
}

} // namespace

std::string to_iso(Moment moment)
{
    const ClockTime time = split(moment);
    return iso_minutes(time) + ':' + padded(time.seconds, 2) + '.' + padded(time.milliseconds, 3) +
           'Z';
}

std::string to_iso_seconds(Moment moment)
{
    const ClockTime time = split(moment);
    return iso_minutes(time) + ':' + padded(time.seconds, 2) + 'Z';
}

std::optional<Moment> moment_from_iso(std::string_view text)
{
    // 2026-11-22T03:10Z | 2026-11-22T03:10:07Z | 2026-11-22T03:10:07.123Z
    if (text.size() != 17 && text.size() != 20 && text.size() != 24) return std::nullopt;
    if (text.back() != 'Z' || text[10] != 'T') return std::nullopt;
    const auto day = day_from_iso(text.substr(0, 10));
    if (!day) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) -> int {
        int value = 0;
        for (std::size_t i = at; i < at + length; ++i) {
            if (text[i] < '0' || text[i] > '9') return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const bool with_seconds = text.size() >= 20, with_fraction = text.size() == 24;
    if (text[13] != ':' || (with_seconds && text[16] != ':') || (with_fraction && text[19] != '.'))
        return std::nullopt;
    const int h = number(11, 2), m = number(14, 2);
    const int s = with_seconds ? number(17, 2) : 0, fraction = with_fraction ? number(20, 3) : 0;
    if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 || fraction < 0) return std::nullopt;
    return Moment{*day} + hours{h} + minutes{m} + seconds{s} + milliseconds{fraction};
}

Day day_in_england(Moment moment) { return in_england(moment).day; }

std::string clock_in_england(Moment moment)
{
    const ClockTime time = in_england(moment);
    return padded(time.hours, 2) + ':' + padded(time.minutes, 2);
}

std::string in_words(Moment moment)
{
    const ClockTime time = in_england(moment);
    const int hour = time.hours % 12 == 0 ? 12 : time.hours % 12;
    return std::to_string(hour) + ':' + padded(time.minutes, 2) + (time.hours < 12 ? "am" : "pm") +
           " on " + in_words(time.day);
}

Moment start_of(Day day)
{
    const date::local_days local{day.time_since_epoch()};
    return time_point_cast<milliseconds>(london().to_sys(local, date::choose::earliest));
}

} // namespace heed
