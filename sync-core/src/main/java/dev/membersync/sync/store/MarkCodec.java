package dev.membersync.sync.store;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Base.Written;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Marks and bases as bytes, about 20 for a field.
 *
 * <p>Layout: one byte format (2); then for each field, in the order of the names: the name as {@code writeUTF} does
 * (two bytes length, then its text), one byte of kinds, and eight bytes for each hash. The low two bits of that byte
 * are the left or only kind, the next two the right kind, bit 4 says unconfirmed, bit 5 that the right hash equals the
 * left one and is not repeated, bit 6 that the unconfirmed write went to the left, bit 7 that strife follows the hashes:
 * a byte (bits 0 and 1 the side, the others the rewrites), and four with the second of the first one. Format 1 is the
 * same without bits 6 and 7. Only texts have hashes. Names stand in each row: a dictionary would save a third of the
 * bytes and cost a second source of truth.
 */
final class MarkCodec {
    private static final int FORMAT = 2;
    private static final int UNCONFIRMED = 1 << 4;
    private static final int SAME_HASH = 1 << 5;
    private static final int LEFT_AWAITED = 1 << 6;
    private static final int STRIFE = 1 << 7;
    private static final Written[] SIDES = {Written.NOBODY, Written.LEFT, Written.RIGHT};
    private static final Value.Kind[] KINDS = {Value.Kind.UNSEEN, Value.Kind.ABSENT, Value.Kind.EMPTY, Value.Kind.TEXT};

    private MarkCodec() {}

    private interface Body<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static byte[] marks(Map<String, Mark> marks) {
        return bytes(marks, (out, mark) -> {
            out.writeByte(code(mark));
            writeHash(out, mark);
        });
    }

    static Map<String, Mark> marks(byte[] bytes) {
        return map(bytes, in -> readMark(in, in.readUnsignedByte() & 3));
    }

    static byte[] bases(Map<String, Base> bases) {
        return bytes(bases, (out, base) -> {
            boolean same = base.left().equals(base.right());
            out.writeByte(code(base.left())
                    | code(base.right()) << 2
                    | (base.unconfirmed() ? UNCONFIRMED : 0)
                    | (base.awaited() == Written.LEFT ? LEFT_AWAITED : 0)
                    | (base.strife().equals(Strife.NONE) ? 0 : STRIFE)
                    | (same ? SAME_HASH : 0));
            writeHash(out, base.left());
            if (!same) {
                writeHash(out, base.right());
            }
            if (!base.strife().equals(Strife.NONE)) {
                out.writeByte(List.of(SIDES).indexOf(base.strife().last())
                        | base.strife().rewrites() << 2);
                out.writeInt((int) base.strife().since().getEpochSecond());
            }
        });
    }

    static Map<String, Base> bases(byte[] bytes) {
        return map(bytes, in -> {
            int flags = in.readUnsignedByte();
            Mark left = readMark(in, flags & 3);
            Mark right = (flags & SAME_HASH) != 0 ? left : readMark(in, flags >> 2 & 3);
            Written awaited = (flags & UNCONFIRMED) == 0
                    ? Written.NOBODY
                    : (flags & LEFT_AWAITED) != 0 ? Written.LEFT : Written.RIGHT;
            return new Base(left, right, awaited, (flags & STRIFE) != 0 ? readStrife(in) : Strife.NONE);
        });
    }

    private static Strife readStrife(DataInputStream in) throws IOException {
        int code = in.readUnsignedByte();
        long second = Integer.toUnsignedLong(in.readInt());
        if ((code & 3) >= SIDES.length) {
            throw new IOException("no side has the number 3");
        }
        return new Strife(SIDES[code & 3], code >> 2, Instant.ofEpochSecond(second));
    }

    private static int code(Mark mark) {
        return switch (mark.kind()) {
            case UNSEEN -> 0;
            case ABSENT -> 1;
            case EMPTY -> 2;
            case TEXT -> 3;
        };
    }

    private static void writeHash(DataOutputStream out, Mark mark) throws IOException {
        if (mark.kind() == Value.Kind.TEXT) {
            out.writeLong(mark.hash());
        }
    }

    private static Mark readMark(DataInputStream in, int code) throws IOException {
        return new Mark(KINDS[code], KINDS[code] == Value.Kind.TEXT ? in.readLong() : 0);
    }

    private static <T> byte[] bytes(Map<String, T> values, Body<T> body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 + 24 * values.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            for (Map.Entry<String, T> entry : new TreeMap<>(values).entrySet()) {
                out.writeUTF(entry.getKey());
                body.write(out, entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a field name is longer than 65535 bytes", e);
        }
        return bytes.toByteArray();
    }

    private static <T> Map<String, T> map(byte[] bytes, Reader<T> reader) {
        Map<String, T> values = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readUnsignedByte();
            if (format < 1 || format > FORMAT) {
                throw new StoreException("the store holds marks in an unknown format; a newer version wrote them");
            }
            while (in.available() > 0) {
                values.put(in.readUTF(), reader.read(in));
            }
        } catch (IOException e) {
            throw new StoreException("the store holds damaged marks; restore a backup or start with a new store", e);
        }
        return values;
    }
}
