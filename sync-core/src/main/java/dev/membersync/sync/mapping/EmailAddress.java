package dev.membersync.sync.mapping;

import dev.membersync.sync.text.Unicode;
import dev.membersync.sync.text.WhiteSpace;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as people wrote it, and the form in which two spellings of it are the same.
 *
 * <p>Written form: normal form C without white space, U+200B and U+FEFF at its ends; case stays. Compared form: that in
 * lower case of no locale. The domain is compared as written, so that an international domain and its punycode form are
 * two domains: {@code java.net.IDN} would make {@code straße} and {@code strasse} one. Who wants more plugs in a form of
 * domains, such as UTS 46. Two addresses are equal when their compared forms are.
 */
public final class EmailAddress {
    private final String written;
    private final String local;
    private final String domain;

    private EmailAddress(String written, String local, String domain) {
        this.written = written;
        this.local = local;
        this.domain = domain;
    }

    /** The address in this text, whether or not it is one: {@link #matchKey()} tells. */
    public static EmailAddress of(String text) {
        return of(text, UnaryOperator.identity());
    }

    /**
     * The address in this text.
     *
     * @param domains brings a domain, in normal form C and lower case, into the form to compare; its own forms must stay
     *     as they are, and it must not throw
     */
    public static EmailAddress of(String text, UnaryOperator<String> domains) {
        String written = WhiteSpace.trimmedOfInvisible(Unicode.nfc(text));
        String lower = Unicode.lowerCase(written);
        int at = lower.lastIndexOf('@');
        String domain = lower.substring(at + 1);
        return new EmailAddress(
                written,
                lower.substring(0, Math.max(at, 0)),
                at < 0 || domain.isEmpty() ? domain : domains.apply(domain));
    }

    /** The address as it is written to a service: trimmed, with its case. */
    public String written() {
        return written;
    }

    /** The compared form of whatever the text is, an address or not. */
    public String compared() {
        return written.indexOf('@') < 0 ? domain : local + "@" + domain;
    }

    /**
     * The compared form when it may match people; empty when the text has no local part or no domain, holds white space
     * or a second {@code @} outside a quoted local part, or is broken text.
     */
    public Optional<String> matchKey() {
        boolean address = isLocalPart(local) && !domain.isEmpty() && !hasWhiteSpace(domain) && !isBroken();
        return address ? Optional.of(compared()) : Optional.empty();
    }

    /** True when the text has a control character other than white space, or half a surrogate pair. */
    boolean isBroken() {
        return Unicode.isBroken(written);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress that && compared().equals(that.compared());
    }

    @Override
    public int hashCode() {
        return Objects.hash(compared());
    }

    /** Shows nothing of the address. */
    @Override
    public String toString() {
        return "EmailAddress[***]";
    }

    private static boolean isLocalPart(String local) {
        boolean quoted = local.startsWith("\"") && local.endsWith("\"");
        return quoted || (!local.isEmpty() && local.indexOf('@') < 0 && !hasWhiteSpace(local));
    }

    private static boolean hasWhiteSpace(String text) {
        return text.chars().anyMatch(WhiteSpace::is);
    }
}
