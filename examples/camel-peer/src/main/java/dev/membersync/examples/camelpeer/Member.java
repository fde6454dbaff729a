package dev.membersync.examples.camelpeer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A row of the Memberships API. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Member(
        String userId,
        @Nullable String email,
        @Nullable String fullName,
        @Nullable String status,
        @Nullable String planId) {

    boolean active() {
        return "active".equals(status);
    }

    /** Whether there is what a ticket needs. */
    boolean complete() {
        return email != null && !email.isBlank() && fullName != null && !fullName.isBlank();
    }

    String address() {
        return email == null ? "" : email.strip();
    }

    String firstName() {
        String name = name();
        int blank = name.lastIndexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    /** A hyphen for names of one word, because a ticket needs both parts. */
    String lastName() {
        String name = name();
        int blank = name.lastIndexOf(' ');
        return blank < 0 ? "-" : name.substring(blank + 1);
    }

    private String name() {
        return fullName == null ? "" : fullName.strip().replaceAll("\\s+", " ");
    }

    /** What changes when something changes that a ticket shows. */
    String fingerprint() {
        try {
            byte[] content =
                    String.join("\n", address(), name(), String.valueOf(status)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Member[" + userId + "]";
    }
}
