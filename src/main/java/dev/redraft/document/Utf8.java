package dev.redraft.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/// The text of a body: UTF-8 without exception, and without the byte order mark some editors put in front.
final class Utf8 {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    static String decode(byte[] utf8, Limits limits) {
        if (utf8.length > limits.bodyBytes()) {
            throw Unreadable.limit(
                    "The document is larger than %d bytes. Split it.".formatted(limits.bodyBytes()), null);
        }
        var text = new String(utf8, UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            requireWellFormed(utf8);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /// The replacement character may have been sent, or may stand for bytes that are no UTF-8.
    private static void requireWellFormed(byte[] utf8) {
        var bytes = ByteBuffer.wrap(utf8);
        var text = CharBuffer.allocate(utf8.length);
        if (UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            var before = text.flip().toString();
            var offset = before.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
            throw Unreadable.syntax(
                    "The byte 0x%02X is not UTF-8 here. Save the file in UTF-8.".formatted(utf8[bytes.position()]),
                    Place.at(before.substring(offset), before.length() - offset));
        }
    }
}
