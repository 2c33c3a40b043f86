package dev.redraft.statistics;

import java.util.ArrayList;
import java.util.List;

/// Numbers by hour and weekday, the larger the darker.
public record Heat(String caption, List<Day> days) {
    private static final int LEVELS = 5;

    /// The hours of a weekday.
    public record Day(String name, List<Hour> hours) {}

    /// An hour of a weekday.
    ///
    /// @param level from 0, where nothing was, to 5
    /// @param href where the drafts behind it are listed; empty if there are none
    public record Hour(String number, int level, String href, String title) {}

    /// @param numbers of each hour of the week
    static Heat of(String caption, List<Integer> numbers, Behind behind) {
        var most = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
        var days = new ArrayList<Day>();
        for (var day = 0; day < 7; day++) {
            var hours = new ArrayList<Hour>();
            for (var hour = day * 24; hour < (day + 1) * 24; hour++) {
                hours.add(hour(numbers.get(hour), most, behind.at(hour)));
            }
            days.add(new Day(Behind.day(day).substring(0, 3), hours));
        }
        return new Heat(caption, days);
    }

    private static Hour hour(int number, int most, Behind behind) {
        if (number == 0) {
            return new Hour("", 0, "", "");
        }
        var level = (int) Math.ceil((double) LEVELS * number / most);
        return new Hour(Told.number(number), level, behind.address(), behind.words() + ": " + number);
    }

    public boolean isEmpty() {
        return days.stream().flatMap(day -> day.hours.stream()).allMatch(hour -> hour.level == 0);
    }
}
