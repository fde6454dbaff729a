package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.store.AuditRow;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Intents;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the workflows of an account share about the members they make: one open create for each address, whichever ticket
 * of whichever event it is for, and who was made, because a search may not show him yet. Each method is one transaction.
 */
public final class RegistrantBook {
    private static final String WORKFLOW = "registrants";
    private static final int PAGE = 500;
    private static final int MOST_KNOWN = 10;

    private final Parts parts;
    private final Scope shared;
    private final String prefix;

    /** The part of one workflow. */
    public RegistrantBook(Parts parts) {
        this.parts = parts;
        this.shared = new Scope(parts.scope().account(), "", "", WORKFLOW);
        this.prefix = parts.scope().event() + "/" + parts.scope().occurrence() + "/"
                + parts.scope().workflow() + "/";
    }

    /** The tickets of this workflow whose creates are open, by the names of the questions about them; the first ones. */
    public List<String> open(int limit) {
        return page(prefix + NoMember.TICKET, limit).stream().map(this::subject).toList();
    }

    /** Every open create of this workflow. */
    void open(Consumer<Intent> each) {
        List<Intent> page = page(prefix + NoMember.TICKET, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each);
            page = page(page.get(page.size() - 1).userId(), PAGE);
        }
    }

    private List<Intent> page(String after, int limit) {
        return in(tx -> tx.intents().page(after, limit)).stream()
                .filter(intent -> intent.userId().startsWith(prefix + NoMember.TICKET))
                .toList();
    }

    /** What a create is keyed by. */
    String source(String subject) {
        return prefix + subject;
    }

    String subject(Intent intent) {
        return intent.userId().substring(prefix.length());
    }

    /** Who was made with this address, whether or not he still is there and has it. */
    List<String> made(long emailKey) {
        return in(tx -> tx.members().withEmail(emailKey, MOST_KNOWN));
    }

    /**
     * Opens a create, unless one is open for this address.
     *
     * @param known who was made with the address and was found not to be there; anybody else made meanwhile is in the way
     */
    boolean opens(String subject, long emailKey, List<String> known) {
        return in(tx -> known.containsAll(tx.members().withEmail(emailKey, MOST_KNOWN))
                && tx.intents().open(IntentSteps.prepared(source(subject), emailKey)) == Intents.Opened.OK);
    }

    /** The creates of this target, which remember whom they made when they end. */
    OpenCreates creates(RegistrantTarget target, OptionalLong emailKey) {
        return new OpenCreates(parts.store(), shared, (tx, source, userId) -> {
            if (!target.isMember(userId)) {
                return false;
            }
            tx.members().save(List.of(new MemberRow(userId, Map.of(), emailKey, 0, false)));
            tx.audit()
                    .append(new AuditRow(
                            parts.time().instant(),
                            userId,
                            source.substring(prefix.length() + NoMember.TICKET.length()),
                            Situation.UNMATCHED.name(),
                            Operation.Kind.CREATE_MEMBER.name(),
                            NoMember.FIELDS,
                            "made"));
            return true;
        });
    }

    private <T> T in(Function<Tx, T> work) {
        return parts.store().inTransaction(shared, work);
    }
}
