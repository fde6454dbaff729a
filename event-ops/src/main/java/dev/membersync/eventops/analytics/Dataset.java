package dev.membersync.eventops.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is known about one event at one moment. Immutable. What is not given is empty, and figures that need it are not
 * available; nothing is estimated. Persons are keyed pseudonyms, the same in all lists: a dataset holds no name and no
 * address.
 *
 * @param event the event
 * @param asOf the moment
 * @param read when each source was last read to its end
 * @param registrations every registration, cancelled ones included
 * @param members the members in scope
 * @param scans the scans at the door
 * @param editions earlier editions
 * @param ledger what the ledger says
 * @param lags how long each change took from its source to the other side
 * @param own what only the organiser has
 */
public record Dataset(
        EventFact event,
        Instant asOf,
        Map<Source, Instant> read,
        List<RegistrationFact> registrations,
        Optional<List<MemberFact>> members,
        Optional<List<ScanFact>> scans,
        Optional<List<Edition>> editions,
        Optional<LedgerFacts> ledger,
        Optional<List<Duration>> lags,
        OwnFacts own) {
    /** Copies the lists; refuses two registrations of one id, or two members of one person. */
    public Dataset {
        Map<Source, Instant> times = new EnumMap<>(Source.class);
        times.putAll(read);
        read = Collections.unmodifiableMap(times);
        registrations = List.copyOf(registrations);
        members = members.map(List::copyOf);
        scans = scans.map(List::copyOf);
        editions = editions.map(List::copyOf);
        lags = lags.map(List::copyOf);
        Set<String> ids = new HashSet<>();
        registrations.forEach(one -> unique(ids.add(one.id()), "registration " + one.id()));
        Set<String> people = new HashSet<>();
        members.stream().flatMap(List::stream).forEach(one -> unique(people.add(one.person()), one.person()));
    }

    private static void unique(boolean isNew, String what) {
        if (!isNew) {
            throw new IllegalArgumentException("the dataset has " + what + " twice; give each once");
        }
    }

    /** A dataset of registrations alone. */
    public static Dataset of(EventFact event, Instant asOf, List<RegistrationFact> registrations, Instant readAt) {
        return new Dataset(
                event,
                asOf,
                Map.of(Source.REGISTRATIONS, readAt),
                registrations,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OwnFacts.none());
    }

    /** The same, whose source was last read to its end at this time. */
    public Dataset withRead(Source source, Instant at) {
        Map<Source, Instant> times = new EnumMap<>(Source.class);
        times.putAll(read);
        times.put(source, at);
        return new Dataset(event, asOf, times, registrations, members, scans, editions, ledger, lags, own);
    }

    /** The same with the members in scope. */
    public Dataset withMembers(List<MemberFact> facts, Instant readAt) {
        return new Dataset(event, asOf, read, registrations, Optional.of(facts), scans, editions, ledger, lags, own)
                .withRead(Source.MEMBERS, readAt);
    }

    /** The same with all scans up to this time. */
    public Dataset withScans(List<ScanFact> facts, Instant readAt) {
        return new Dataset(event, asOf, read, registrations, members, Optional.of(facts), editions, ledger, lags, own)
                .withRead(Source.SCANS, readAt);
    }

    /** The same with all earlier editions. */
    public Dataset withEditions(List<Edition> facts, Instant readAt) {
        return new Dataset(event, asOf, read, registrations, members, scans, Optional.of(facts), ledger, lags, own)
                .withRead(Source.EDITIONS, readAt);
    }

    /** The same with what the ledger says. */
    public Dataset withLedger(LedgerFacts facts, Instant readAt) {
        return new Dataset(event, asOf, read, registrations, members, scans, editions, Optional.of(facts), lags, own)
                .withRead(Source.LEDGER, readAt);
    }

    /** The same with how long each change took from its source to the other side. */
    public Dataset withLags(List<Duration> facts, Instant readAt) {
        return new Dataset(event, asOf, read, registrations, members, scans, editions, ledger, Optional.of(facts), own)
                .withRead(Source.JOURNAL, readAt);
    }

    /** The same with the organiser's own facts. */
    public Dataset withOwn(OwnFacts facts, Instant readAt) {
        return new Dataset(event, asOf, read, registrations, members, scans, editions, ledger, lags, facts)
                .withRead(Source.OWN, readAt);
    }
}
