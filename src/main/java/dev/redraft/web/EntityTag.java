package dev.redraft.web;

/// A validator as RFC 9110 has it (section 8.8.3): which state of a resource somebody saw.
///
/// @param opaque the text between the quotes
/// @param weak whether it only promises that the states mean the same
public record EntityTag(String opaque, boolean weak) {
    public static EntityTag strong(String opaque) {
        return new EntityTag(opaque, false);
    }

    public static EntityTag strong(long stamp) {
        return strong(Long.toString(stamp));
    }

    /// For writes: whether both name the same state, whichever of its representations they were given with. That
    /// is what stands before the first dot. A weak tag equals nothing, not even itself (section 8.8.3.2).
    public boolean equalsStrongly(EntityTag other) {
        return !weak && !other.weak && state().equals(other.state());
    }

    private String state() {
        var dot = opaque.indexOf('.');
        return dot < 0 ? opaque : opaque.substring(0, dot);
    }

    /// For reads from a cache.
    public boolean equalsWeakly(EntityTag other) {
        return opaque.equals(other.opaque);
    }

    /// As it stands in a header.
    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + opaque + '"';
    }
}
