package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Operation.Kind;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.store.Scope;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what a run would do. Its digest says the same for the same operations, whatever their order. */
public final class Rehearsal extends PassingJournal {
    /** The most operations that are kept to be listed; all of them are counted and part of the digest. */
    public static final int MOST_LISTED = 20_000;

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final List<Operation> operations = new ArrayList<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<String, Long> parked = new TreeMap<>();
    private String changedLast = "";
    private long changed;
    private BigInteger digest;

    /** A rehearsal of a run in this scope that passes everything on. */
    public Rehearsal(Journal next, Scope scope) {
        super(next);
        this.digest = new BigInteger(1, sha256(scope.toString()));
    }

    /** The name of a scope in a plan: 64 hexadecimal digits, which is the digest of a plan of nothing. */
    public static String name(Scope scope) {
        return new Rehearsal(new Journal() {}, scope).digest();
    }

    /** The operations in the order in which they were planned, the first {@link #MOST_LISTED} of them. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** How many operations of this kind were planned. */
    public long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** How many members will not fit, by ticket type id. */
    public Map<String, Long> parked() {
        return Map.copyOf(parked);
    }

    /** What the guards look at. */
    public GuardPolicy.Totals totals(long links) {
        return new GuardPolicy.Totals(
                links, count(Kind.CREATE) + count(Kind.CREATE_MEMBER), changed, count(Kind.REMOVE), count(Kind.ENROL));
    }

    /** The name of exactly these operations in this scope: 64 hexadecimal digits. */
    public String digest() {
        return String.format("%064x", digest);
    }

    @Override
    public void planned(Operation operation) {
        if (operations.size() < MOST_LISTED) {
            operations.add(operation);
        }
        counts.merge(operation.kind(), 1L, Long::sum);
        boolean updates = operation.kind() == Kind.UPDATE || operation.kind() == Kind.UPDATE_MEMBER;
        if (operation.kind() == Kind.EXCHANGE || (updates && isLinked(operation))) {
            changed += operation.userId().equals(changedLast) ? 0 : 1; // the operations of a member follow each other
            changedLast = operation.userId();
        }
        digest = digest.add(new BigInteger(1, sha256(operation.line()))).mod(MODULUS);
        super.planned(operation);
    }

    @Override
    public void parked(String userId, String ticketTypeId) {
        parked.merge(ticketTypeId, 1L, Long::sum);
        super.parked(userId, ticketTypeId);
    }

    /** What is written to a ticket that is only now being linked is no change of an existing link. */
    private static boolean isLinked(Operation operation) {
        return operation.situation() != Situation.MATCHED;
    }

    private static byte[] sha256(String line) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
