package dev.membersync.sync.engine;

import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.TransportException;
import dev.membersync.sync.adapter.MemberCreation;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.mapping.EmailAddress;
import dev.membersync.sync.mapping.PersonName;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member that the holder of one ticket becomes. Whoever has the address is the holder, however old the record is:
 * nobody had it when the create was decided, and a second record is the one thing that must not be.
 */
final class RegistrantTarget implements CreateTarget {
    private static final String NO_LAST_NAME = "-";

    private final MemberDirectory members;
    private final @Nullable Registration holder;
    private final long matchKey;
    private final List<String> known;
    private final Set<String> outsiders = new HashSet<>();
    private @Nullable RuntimeException nothingWasMade;

    private RegistrantTarget(
            MemberDirectory members, @Nullable Registration holder, long matchKey, List<String> known) {
        this.members = members;
        this.holder = holder;
        this.matchKey = matchKey;
        this.known = List.copyOf(known);
    }

    /**
     * The member that this holder becomes.
     *
     * @param matchKey the key of the holder's address
     * @param known who is remembered with it: they are read by their ids, which no search lags behind
     */
    static RegistrantTarget of(MemberDirectory members, Registration holder, long matchKey, List<String> known) {
        return new RegistrantTarget(members, holder, matchKey, known);
    }

    /** Of a holder whose address nobody knows any more: nothing is found, so that its create ends with its horizon. */
    static RegistrantTarget lost(MemberDirectory members) {
        return new RegistrantTarget(members, null, 0, List.of());
    }

    @Override
    public SendAnswer send() {
        Registration person = Objects.requireNonNull(holder, "nobody is known who could be made a member");
        String first = PersonName.canonical(person.firstName().text().orElse(""));
        String last = PersonName.canonical(person.lastName().text().orElse(""));
        try {
            return answer(members.create(first, last.equals(NO_LAST_NAME) ? "" : last, address(person)));
        } catch (AuthException | ThrottledException failure) {
            nothingWasMade = failure;
            return SendAnswer.notSent();
        } catch (TransportException failure) {
            if (failure.outcome() != TransportException.Outcome.NOT_SENT) {
                throw failure;
            }
            nothingWasMade = failure;
            return SendAnswer.notSent();
        }
    }

    private static SendAnswer answer(MemberCreation creation) {
        if (creation instanceof MemberCreation.Made made) {
            return new SendAnswer.Applied(made.userId());
        }
        if (creation instanceof MemberCreation.Refused refused) {
            return new SendAnswer.Refused(refused.why());
        }
        return creation instanceof MemberCreation.Unknown unknown
                ? new SendAnswer.Unknown(unknown.why())
                : new SendAnswer.Exists();
    }

    @Override
    public List<Found> find(long key) {
        Registration person = holder;
        return person == null || key != matchKey
                ? List.of()
                : withAddress(person).stream()
                        .map(member -> new Found(member.userId(), Instant.MAX, false))
                        .toList();
    }

    /** Who was remembered with the address when this began. */
    List<String> known() {
        return known;
    }

    /** Everybody with the holder's address, members or not. */
    List<Member> there() {
        return holder == null ? List.of() : withAddress(holder);
    }

    /** True when this record was not found to be no member. */
    boolean isMember(String userId) {
        return !outsiders.contains(userId);
    }

    /** The refusal of the last send that is about the service and not about this holder. */
    Optional<RuntimeException> nothingWasMade() {
        return Optional.ofNullable(nothingWasMade);
    }

    private List<Member> withAddress(Registration person) {
        String address = address(person);
        List<Member> found = new ArrayList<>(members.withEmail(address));
        known.stream()
                .filter(userId ->
                        found.stream().noneMatch(member -> member.userId().equals(userId)))
                .flatMap(userId -> members.find(userId).stream())
                .filter(member -> address.equals(address(member.email())))
                .forEach(found::add);
        found.forEach(member -> {
            boolean outside =
                    member.status().text().filter(Statuses.OUTSIDE::equals).isPresent();
            if (outside) {
                outsiders.add(member.userId());
            } else {
                outsiders.remove(member.userId());
            }
        });
        return List.copyOf(found);
    }

    /** In the form that is compared, so that a search for it finds what was made with it. */
    private static String address(Registration person) {
        return address(person.email());
    }

    private static String address(Value email) {
        return EmailAddress.of(email.text().orElse("")).compared();
    }
}
