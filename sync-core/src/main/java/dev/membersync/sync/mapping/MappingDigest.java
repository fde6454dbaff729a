package dev.membersync.sync.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The digest of a mapping: short, because every link keeps one. */
final class MappingDigest {
    private static final String ALGORITHM = "SHA-256";
    private static final int BYTES = 8;

    private MappingDigest() {}

    static String of(String id, Collection<FieldMapper> fields) {
        String text =
                fields.stream().map(MappingDigest::line).sorted().collect(Collectors.joining("\n", id + "\n", ""));
        try {
            byte[] hash = MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }

    private static String line(FieldMapper field) {
        return String.join(
                "\0",
                field.name(),
                Integer.toString(field.revision()),
                field.direction().name(),
                field.strength().name());
    }
}
