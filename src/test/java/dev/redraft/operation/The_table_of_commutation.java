package dev.redraft.operation;

import static dev.redraft.operation.Quoted.object;
import static dev.redraft.operation.Quoted.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A document, two operations that follow each other, and the same two in the other order.
class The_table_of_commutation {
    private static void assertSwapped(String document, String one, String other, String swapped) {
        var earlier = Told.operation(one);
        var later = Told.operation(other);
        var first = Commutation.of(earlier, later);
        assertThat(shown(first)).isEqualTo(swapped);
        var expected = after(document, List.of(earlier, later));
        if (first != null) {
            assertThat(after(document, List.of(first.first(), first.second()))).isEqualTo(expected);
        }
    }

    /// And back again, to the very same operations.
    private static void assertSwappedBack(String one, String other) {
        var there = Commutation.of(Told.operation(one), Told.operation(other));
        if (there != null) {
            assertThat(shown(Commutation.of(there.first(), there.second()))).isEqualTo(one + " ; " + other);
        }
    }

    private static String shown(@Nullable Commutation swapped) {
        return swapped == null ? "depends" : Told.of(swapped.first()) + " ; " + Told.of(swapped.second());
    }

    private static String after(String document, List<Operation> operations) {
        var copy = Document.of(object(document));
        operations.forEach(copy::apply);
        return text(copy.toObject());
    }

    @Nested
    class Of_two_values {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'a':1,'b':1}       | put /a 1 2             | put /b 1 2           | put /b 1 2 ; put /a 1 2
                {'a':{'x':1,'y':1}} | put /a/x 1 2           | put /a/y 1 none      | put /a/y 1 none ; put /a/x 1 2
                {'a':{'0':1}}       | put /a/0 1 2           | put /a/1 none 3      | put /a/1 none 3 ; put /a/0 1 2
                {'l':[1,1]}         | put /l/#0 1 2          | put /l/#1 1 3        | put /l/#1 1 3 ; put /l/#0 1 2
                {'a':1,'b':1}       | put /a 1 2             | raise /b 2 1 3       | raise /b 2 1 3 ; put /a 1 2
                {'a':1,'ab':1}      | put /a 1 none          | put /ab 1 none       | put /ab 1 none ; put /a 1 none
                {'a':1}             | raise /a 2 1 3         | raise /a 5 3 8       | raise /a 5 1 6 ; raise /a 2 6 8
                {'a':1}             | put /a 1 2             | put /a 2 3           | depends
                {'a':1}             | put /a 1 2             | raise /a 1 2 3       | depends
                {'a':1}             | raise /a 1 1 2         | put /a 2 none        | depends
                {}                  | put /a none {}         | put /a/x none 1      | depends
                {'a':{'x':1}}       | put /a/x 1 2           | put /a {'x':2} none  | depends
                {'a':{'x':1}}       | raise /a/x 1 1 2       | put /a {'x':2} 'no'  | depends
                """)
        void which_commute_unless_one_is_or_holds_the_place_of_the_other(
                String document, String one, String other, String swapped) {
            assertSwapped(document, one, other, swapped);
            assertSwappedBack(one, other);
        }
    }

    @Nested
    class Of_a_value_and_an_element {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'l':[1,1]}         | put /l/#0 1 2          | insert /l/#1 9       | insert /l/#1 9 ; put /l/#0 1 2
                {'l':[1,1]}         | put /l/#1 1 2          | insert /l/#1 9       | insert /l/#1 9 ; put /l/#2 1 2
                {'l':[1,1]}         | put /l/#1 1 2          | insert /l/#0 9       | insert /l/#0 9 ; put /l/#2 1 2
                {'l':[1,{'x':1}]}   | put /l/#1/x 1 2        | insert /l/#0 9       | insert /l/#0 9 ; put /l/#2/x 1 2
                {'l':[1,1]}         | raise /l/#1 1 1 2      | insert /l/#0 9       | insert /l/#0 9 ; raise /l/#2 1 1 2
                {'l':[1]}           | put /l [1] [2]         | insert /l/#0 9       | depends
                {'a':{'l':[]}}      | put /a {'l':[]} {'l':[1]} | insert /a/l/#0 9  | depends
                {'l':[1,5]}         | put /l/#0 1 2          | delete /l/#1 5       | delete /l/#1 5 ; put /l/#0 1 2
                {'l':[5,1]}         | put /l/#1 1 2          | delete /l/#0 5       | delete /l/#0 5 ; put /l/#0 1 2
                {'l':[5,{'x':1}]}   | raise /l/#1/x 1 1 2    | delete /l/#0 5       | delete /l/#0 5 ; raise /l/#0/x 1 1 2
                {'l':[1,5]}         | put /l/#0 1 2          | delete /l/#0 2       | depends
                {'l':[{'x':1}]}     | put /l/#0/x 1 2        | delete /l/#0 {'x':2} | depends
                {'a':[1],'l':[5]}   | put /a/#0 1 2          | delete /l/#0 5       | delete /l/#0 5 ; put /a/#0 1 2
                """)
        void where_the_value_comes_first(String document, String one, String other, String swapped) {
            assertSwapped(document, one, other, swapped);
            assertSwappedBack(one, other);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'l':[1,1]}         | insert /l/#1 9         | put /l/#0 1 2        | put /l/#0 1 2 ; insert /l/#1 9
                {'l':[1,1]}         | insert /l/#0 9         | put /l/#1 1 2        | put /l/#0 1 2 ; insert /l/#0 9
                {'l':[{'x':1}]}     | insert /l/#0 9         | raise /l/#1/x 1 1 2  | raise /l/#0/x 1 1 2 ; insert /l/#0 9
                {'l':[]}            | insert /l/#0 9         | put /l/#0 9 8        | depends
                {'l':[]}            | insert /l/#0 {'x':1}   | put /l/#0/x 1 none   | depends
                {'l':[]}            | insert /l/#0 9         | put /l [9] none      | depends
                {'l':[5,1]}         | delete /l/#0 5         | put /l/#0 1 2        | put /l/#1 1 2 ; delete /l/#0 5
                {'l':[5,1,1]}       | delete /l/#0 5         | put /l/#1 1 2        | put /l/#2 1 2 ; delete /l/#0 5
                {'l':[1,5]}         | delete /l/#1 5         | put /l/#0 1 2        | put /l/#0 1 2 ; delete /l/#1 5
                {'l':[5,{'x':1}]}   | delete /l/#0 5         | raise /l/#0/x 1 1 2  | raise /l/#1/x 1 1 2 ; delete /l/#0 5
                {'l':[5]}           | delete /l/#0 5         | put /l [] none       | depends
                """)
        void where_the_element_comes_first(String document, String one, String other, String swapped) {
            assertSwapped(document, one, other, swapped);
            assertSwappedBack(one, other);
        }
    }

    @Nested
    class Of_two_elements_of_an_array {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'l':[1,2]}   | insert /l/#1 8 | insert /l/#0 9 | insert /l/#0 9 ; insert /l/#2 8
                {'l':[1,2]}   | insert /l/#1 8 | insert /l/#1 9 | insert /l/#1 9 ; insert /l/#2 8
                {'l':[1,2]}   | insert /l/#1 8 | insert /l/#2 9 | insert /l/#1 9 ; insert /l/#1 8
                {'l':[1,2]}   | insert /l/#0 8 | insert /l/#3 9 | insert /l/#2 9 ; insert /l/#0 8
                {'l':[1,2]}   | insert /l/#0 8 | delete /l/#1 1 | delete /l/#0 1 ; insert /l/#0 8
                {'l':[1,2]}   | insert /l/#1 8 | delete /l/#0 1 | delete /l/#0 1 ; insert /l/#0 8
                {'l':[1,2]}   | insert /l/#1 8 | delete /l/#1 8 | depends
                {'l':[1,2]}   | delete /l/#1 2 | insert /l/#0 9 | insert /l/#0 9 ; delete /l/#2 2
                {'l':[1,2]}   | delete /l/#0 1 | insert /l/#0 9 | insert /l/#0 9 ; delete /l/#1 1
                {'l':[1,2]}   | delete /l/#0 1 | insert /l/#1 9 | insert /l/#2 9 ; delete /l/#0 1
                {'l':[1,2,3]} | delete /l/#0 1 | delete /l/#0 2 | delete /l/#1 2 ; delete /l/#0 1
                {'l':[1,2,3]} | delete /l/#0 1 | delete /l/#1 3 | delete /l/#2 3 ; delete /l/#0 1
                {'l':[1,2,3]} | delete /l/#2 3 | delete /l/#0 1 | delete /l/#0 1 ; delete /l/#1 3
                """)
        void which_commute_but_for_one_that_comes_and_goes(String document, String one, String other, String swapped) {
            assertSwapped(document, one, other, swapped);
        }
    }

    @Nested
    class Of_elements_of_nested_arrays {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'l':[[1],[2]]} | insert /l/#1/#0 8 | insert /l/#0 []     | insert /l/#0 [] ; insert /l/#2/#0 8
                {'l':[[1],[2]]} | insert /l/#1/#0 8 | delete /l/#0 [1]    | delete /l/#0 [1] ; insert /l/#0/#0 8
                {'l':[[1],[2]]} | delete /l/#0/#0 1 | insert /l/#1 []     | insert /l/#1 [] ; delete /l/#0/#0 1
                {'l':[[1],[2]]} | delete /l/#1/#0 2 | delete /l/#0 [1]    | delete /l/#0 [1] ; delete /l/#0/#0 2
                {'l':[[1],[2]]} | insert /l/#0 []   | insert /l/#2/#1 9   | insert /l/#1/#1 9 ; insert /l/#0 []
                {'l':[[1],[2]]} | delete /l/#0 [1]  | delete /l/#0/#0 2   | delete /l/#1/#0 2 ; delete /l/#0 [1]
                {'l':[[1],[2]]} | delete /l/#1 [2]  | insert /l/#0/#0 9   | insert /l/#0/#0 9 ; delete /l/#1 [2]
                {'l':[[1],[2]]} | insert /l/#1/#0 8 | delete /l/#1 [8,2]  | depends
                {'l':[[1],[2]]} | delete /l/#0/#0 1 | delete /l/#0 []     | depends
                {'l':[[1],[2]]} | insert /l/#0 []   | insert /l/#0/#0 9   | depends
                {'l':[[1]],'m':[1]} | insert /l/#0/#0 8 | delete /m/#0 1  | delete /m/#0 1 ; insert /l/#0/#0 8
                """)
        void which_commute_but_not_through_the_element_that_comes_or_goes(
                String document, String one, String other, String swapped) {
            assertSwapped(document, one, other, swapped);
            assertSwappedBack(one, other);
        }
    }

    @Test
    void a_move_is_taken_apart_first() {
        var move = new Operation.Move(Path.entry("a"), Path.entry("b"), null, null);
        var put = Told.operation("put /c none 1");
        assertThatThrownBy(() -> Commutation.of(move, put)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Commutation.of(put, move)).isInstanceOf(IllegalArgumentException.class);
        var taken = Primitives.of(List.of(move), Document.of(object("{'a':1}")), Rules.NONE);
        assertThat(taken).extracting(Told::of).containsExactly("put /a 1 none", "put /b none 1");
    }

    @Test
    void a_move_of_an_element_becomes_one_that_goes_and_one_that_comes() {
        var array = Path.entry("l");
        var move = new Operation.Move(array.element(0), array.element(1), null, null);
        var taken = Primitives.of(List.of(move), Document.of(object("{'l':[1,2]}")), Rules.NONE);
        assertThat(taken).extracting(Told::of).containsExactly("delete /l/#0 1", "insert /l/#1 1");
    }
}
