package dev.redraft.cost;

import dev.redraft.scale.Year;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Measures the screens of a Redraft that is a year old, with 200 configurations, 5,000 versions and 20,000
/// drafts, beside one with a tenth of that, in turn, and prints medians and 95th percentiles and how those of
/// the two compare:
///
/// `java -cp 'target/quarkus-app/lib/main/*' src/test/java/dev/redraft/cost/MeasureScreens.java FOLDER`
///
/// after `./mvnw -B -DskipTests package`. It starts both with data folders of their own in this folder, fills
/// them the first time, and stops them.
public final class MeasureScreens {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 60;

    /// Somebody who made up years have: an administrator with many drafts.
    private static final String WHO = "person-01";

    private MeasureScreens() {}

    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Say in which folder both may keep their data.");
        }
        var folder = Path.of(arguments[0]).toAbsolutePath();
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        try (var full = Packaged.startedIn(folder.resolve("full"));
                var tenth = Packaged.startedIn(folder.resolve("tenth"))) {
            full.fill(Year.whole(today));
            tenth.fill(Year.tenth(today));
            for (var screen :
                    screens(LocalDate.ofInstant(today, ZoneOffset.UTC)).entrySet()) {
                measure(screen.getKey(), screen.getValue(), full.running(WHO), tenth.running(WHO));
            }
        }
    }

    private static SequencedMap<String, String> screens(LocalDate today) {
        var year = "from=" + today.minusDays(365) + "&to=" + today;
        var screens = new LinkedHashMap<String, String>();
        screens.put("configurations", "/");
        screens.put("history", "/configurations/app-001/test/history");
        screens.put("compare near", "/configurations/app-001/test/history/compare?from=120&to=121");
        screens.put("compare far", "/configurations/app-001/test/history/compare?from=1&to=121");
        screens.put("my drafts", "/drafts");
        screens.put("everybody's drafts", "/api/drafts");
        screens.put("abandoned drafts", "/api/drafts?state=ABANDONED");
        screens.put("statistics, 30 days", "/statistics");
        screens.put("statistics, a year", "/statistics?" + year);
        screens.put("behind a number", "/statistics/drafts?what=abandoned&" + year);
        screens.put("audit", "/audit");
        return screens;
    }

    private static void measure(String name, String path, Running full, Running tenth)
            throws IOException, InterruptedException {
        try {
            full.millis(path);
        } catch (IOException refused) {
            System.out.printf("%-20s is not there%n", name);
            return;
        }
        var of = new ArrayList<Double>();
        var ofTenth = new ArrayList<Double>();
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            var one = full.millis(path);
            var other = tenth.millis(path);
            if (round >= 0) {
                of.add(one);
                ofTenth.add(other);
            }
        }
        System.out.printf(
                "%-20s median %6.1f ms, a tenth %6.1f: ratio %.2f   95 %% below %6.1f ms, a tenth %6.1f: ratio %.2f%n",
                name,
                at(0.5, of),
                at(0.5, ofTenth),
                at(0.5, of) / at(0.5, ofTenth),
                at(0.95, of),
                at(0.95, ofTenth),
                at(0.95, of) / at(0.95, ofTenth));
    }

    private static double at(double part, List<Double> times) {
        return times.stream().sorted().toList().get((int) (part * (times.size() - 1)));
    }
}
