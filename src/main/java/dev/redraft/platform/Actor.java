package dev.redraft.platform;

/// Who asks: the name that history, drafts and audit records carry, and what this person may do.
public record Actor(String name, Role role) {
    public boolean isAdministrator() {
        return role.includes(Role.ADMINISTRATOR);
    }

    public boolean isEditor() {
        return role.includes(Role.EDITOR);
    }
}
