package dev.membersync.memberships.user;

import dev.membersync.client.auth.Secret;
import java.util.List;
import java.util.function.IntPredicate;

/** What the vendor asks of a password (SPEC, memberships-api.md 2.1). */
final class StaffPassword {

    private static final int SHORTEST = 12;
    private static final List<IntPredicate> KINDS = List.of(
            Character::isUpperCase, Character::isLowerCase, Character::isDigit, c -> !Character.isLetterOrDigit(c));

    private StaffPassword() {}

    /** Gives the password back; the message of a refusal never repeats it. */
    static Secret checked(Secret password) {
        String text = password.reveal();
        if (text.length() < SHORTEST
                || !KINDS.stream().allMatch(kind -> text.chars().anyMatch(kind))) {
            throw new IllegalArgumentException("a password needs at least 12 characters, among them an upper-case and a"
                    + " lower-case letter, a digit and a special character");
        }
        return password;
    }
}
