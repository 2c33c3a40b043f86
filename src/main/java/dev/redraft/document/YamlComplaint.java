package dev.redraft.document;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/// Says in our words what the YAML engine found wrong with a text. Its own words are about tokens and repeat the
/// input.
final class YamlComplaint {
    private YamlComplaint() {}

    /// @param last where the reader stood, for a complaint that names no place
    static Unreadable about(YamlEngineException e, Place last) {
        return switch (e) {
            case MarkedYamlEngineException marked ->
                Unreadable.syntax(reason(marked), place(marked).orElse(last));
            case YamlVersionException _ -> Unreadable.syntax("This is another version of YAML. Write YAML 1.2.", last);
            case YamlEngineException _ -> Unreadable.syntax("This is no YAML. Check the text around here.", last);
        };
    }

    /// A key without its colon is found on a later line, a quote that is not closed at the end: better where they
    /// start.
    private static Optional<Place> place(MarkedYamlEngineException e) {
        var startsEarlier = isUnfinished(problem(e)) && e.getContextMark().isPresent();
        return (startsEarlier ? e.getContextMark() : e.getProblemMark()).map(YamlReader::place);
    }

    private static boolean isUnfinished(String problem) {
        return problem.contains("could not find expected ':'") || problem.contains("unexpected end of stream");
    }

    private static String reason(MarkedYamlEngineException e) {
        var problem = problem(e);
        if (problem.contains("\\t(TAB)")) {
            return "A tab cannot indent YAML. Indent with spaces.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "This key has no colon after it. Add one, or put the text in quotes.";
        }
        if (problem.contains("unexpected end of stream")) {
            return "This quote is never closed. Close it.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "A colon cannot stand here. Put the text in quotes, or check the indentation.";
        }
        if (problem.contains("<block end>") || problem.contains("not allowed here")) {
            return "This does not belong here. Check the indentation and the quotes before it.";
        }
        if (problem.contains("escape") || problem.contains("hexadecimal")) {
            return "YAML does not know this escape. Write a backslash as two, or use single quotes.";
        }
        if (problem.contains("expected ',' or")) {
            return "A comma or a closing bracket is missing. Add it.";
        }
        if (problem.contains("cannot start any token")) {
            return "This character cannot start a text. Put the text in quotes.";
        }
        if (problem.contains("<document start>")) {
            return YamlReader.SECOND_DOCUMENT;
        }
        if (problem.contains("undefined tag handle")) {
            return "This tag is not declared. Remove it.";
        }
        return "This is no YAML (%s). Check the text around here.".formatted(Excerpt.bare(problem));
    }

    private static String problem(MarkedYamlEngineException e) {
        return e.getProblem() == null ? "" : e.getProblem();
    }
}
