package dev.redraft.document;

import java.util.ArrayList;
import java.util.List;

/// One property or comment of a properties file as it is written, with the lines it is continued on.
///
/// @param text with its line ends; without the last one, a backslash before nothing would be a property
/// @param number of its first line in the file, counted from 1
record LogicalLine(String text, int number) {
    /// Every logical line but comments and blank lines.
    static List<LogicalLine> of(String file) {
        var lines = new ArrayList<LogicalLine>();
        var number = 1;
        var start = 0;
        while (start < file.length()) {
            var end = lineEnd(file, start);
            var first = number++;
            var comment = isCommentOrBlank(file.substring(start, end));
            while (!comment && isContinued(file, start, end) && after(file, end) < file.length()) {
                end = lineEnd(file, after(file, end));
                number++;
            }
            if (!comment) {
                lines.add(new LogicalLine(file.substring(start, after(file, end)), first));
            }
            start = after(file, end);
        }
        return lines;
    }

    private static int lineEnd(String file, int from) {
        var end = from;
        while (end < file.length() && file.charAt(end) != '\n' && file.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /// The offset of the line after the one that ends here.
    private static int after(String file, int end) {
        return file.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, file.length());
    }

    private static boolean isCommentOrBlank(String line) {
        var text = line.replaceFirst("^[ \t\f]+", "");
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    /// Whether an odd number of backslashes stands at the end.
    private static boolean isContinued(String file, int start, int end) {
        var backslashes = end;
        while (backslashes > start && file.charAt(backslashes - 1) == '\\') {
            backslashes--;
        }
        return (end - backslashes) % 2 == 1;
    }
}
