package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.web.TextDifference.Block;
import dev.redraft.web.TextDifference.Line;
import dev.redraft.web.TextDifference.Row;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextDifferenceTest {
    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gives_back_either_text_with_every_line_in_its_place(long seed) {
        var random = new Random(seed);
        var before = text(random);
        var after = random.nextBoolean() ? text(random) : before.replace("b", "c\nd");
        var difference = between(before, after);
        assertThat(side(difference, Row::before)).isEqualTo(before);
        assertThat(side(difference, Row::after)).isEqualTo(after);
        rows(difference).forEach(row -> assertThat(isOther(row.before())).isEqualTo(isOther(row.after())));
    }

    private static String text(Random random) {
        return IntStream.range(0, 2 + random.nextInt(40))
                .mapToObj(_ -> List.of("a", "b", "a b", "", "  c").get(random.nextInt(5)))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isOther(@Nullable Line line) {
        return line == null || line.isOther();
    }

    private static String side(TextDifference difference, Function<Row, @Nullable Line> side) {
        var lines = rows(difference)
                .map(row -> Stream.ofNullable(side.apply(row)).toList())
                .flatMap(List::stream)
                .toList();
        assertThat(lines.stream().map(Line::number))
                .isEqualTo(IntStream.rangeClosed(1, lines.size()).boxed().toList());
        return lines.stream().map(TextDifferenceTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Line line) {
        return line.parts().stream().map(TextPart::text).collect(Collectors.joining());
    }

    private static Stream<Row> rows(TextDifference difference) {
        return difference.blocks().stream().map(Block::rows).flatMap(List::stream);
    }

    private static TextDifference between(String before, String after) {
        var difference = TextDifference.between(before, after);
        assertThat(difference).isNotNull();
        return java.util.Objects.requireNonNull(difference);
    }

    @Test
    void marks_the_words_that_differ() {
        var row = rows(between("max: ten connections\n", "max: twenty connections\n"))
                .toList()
                .getFirst();
        assertThat(row.before())
                .isEqualTo(new Line(
                        1,
                        true,
                        List.of(TextPart.same("max: "), new TextPart("ten", true), TextPart.same(" connections"))));
    }

    @Test
    void marks_a_line_as_a_whole_where_hardly_a_word_stayed() {
        var row = rows(between("abc def ghi, x\n", "1, 2 and 3\n")).toList().getFirst();
        assertThat(row.before()).isEqualTo(new Line(1, true, List.of(new TextPart("abc def ghi, x", true))));
    }

    @Test
    void folds_what_is_far_from_every_difference() {
        var lines = IntStream.rangeClosed(1, 50).mapToObj("l%d"::formatted).collect(Collectors.joining("\n"));
        var folded = between(lines, lines.replace("l25", "x")).blocks().stream()
                .map(Block::folded)
                .toList();
        assertThat(folded).containsExactly(21, 0, 0, 0, 22);
    }

    @Test
    void leaves_out_short_texts_and_such_that_are_too_much() {
        assertThat(TextDifference.between("a", "b")).isNull();
        var many = IntStream.range(0, 3_000).mapToObj("l%d"::formatted).collect(Collectors.joining("\n"));
        assertThat(TextDifference.between(many, many.replace('l', 'm'))).isNull();
    }

    @Test
    void sends_nothing_of_a_very_long_part_that_is_the_same() {
        var many = IntStream.range(0, 3_000).mapToObj("l%d"::formatted).collect(Collectors.joining("\n"));
        var block = between(many, many + "\nmore").blocks().getFirst();
        assertThat(block).isEqualTo(new Block(2_997, List.of()));
    }
}
