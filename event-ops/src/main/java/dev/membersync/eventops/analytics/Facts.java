package dev.membersync.eventops.analytics;

import dev.membersync.eventops.analytics.RegistrationFact.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dataset as formulas look at it: test mode left out, who was valid, who came, who was a member. Made once a report. */
final class Facts {
    private final Dataset data;
    private final List<RegistrationFact> live;
    private final List<RegistrationFact> valid;
    private final Map<String, RegistrationFact> byId;
    private final Map<String, MemberFact> members;
    private final Set<String> eligible;
    private final List<ScanFact> scans;
    private final Map<String, Instant> admissions;
    private final Set<String> provisional = new HashSet<>();
    private final List<RegistrationFact> checkedIn;

    private Facts(Dataset data) {
        this.data = data;
        this.live = data.registrations().stream().filter(RegistrationFact::live).toList();
        this.valid = live.stream().filter(RegistrationFact::admits).toList();
        this.byId = valid.stream().collect(Collectors.toMap(RegistrationFact::id, Function.identity()));
        this.members = data.members().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(MemberFact::person, Function.identity()));
        this.eligible = members.values().stream()
                .filter(this::isCurrent)
                .map(MemberFact::person)
                .collect(Collectors.toSet());
        this.scans = Scans.withoutRereads(data.scans().orElse(List.of()), byId.keySet());
        this.admissions = firstAdmissions();
        this.checkedIn = valid.stream()
                .filter(one ->
                        admissions.containsKey(one.id()) || one.checkedIn().orElse(false))
                .toList();
    }

    static Facts of(Dataset data) {
        return new Facts(data);
    }

    private boolean isCurrent(MemberFact member) {
        Optional<LocalDate> start = data.event().starts().map(this::day);
        return member.current()
                && (start.isEmpty()
                        || member.joined().isEmpty()
                        || !member.joined().get().isAfter(start.get()));
    }

    private Map<String, Instant> firstAdmissions() {
        Map<String, Instant> firsts = new HashMap<>();
        scans.stream()
                .filter(scan -> scan.outcome() == ScanFact.Outcome.ADMITTED)
                .forEach(scan -> {
                    if (firsts.putIfAbsent(scan.registration(), scan.at()) == null && scan.offline()) {
                        provisional.add(scan.registration());
                    }
                });
        return firsts;
    }

    Dataset data() {
        return data;
    }

    OwnFacts own() {
        return data.own();
    }

    /** All registrations but those of test mode. */
    List<RegistrationFact> live() {
        return live;
    }

    /** Those whose access was not removed. */
    List<RegistrationFact> valid() {
        return valid;
    }

    /** Those of the valid ones that came. */
    List<RegistrationFact> checkedIn() {
        return checkedIn;
    }

    Map<String, MemberFact> members() {
        return members;
    }

    /** Members current as of event start. */
    Set<String> eligible() {
        return eligible;
    }

    boolean isEligible(RegistrationFact one) {
        return one.link() == Link.MEMBER && eligible.contains(one.holder());
    }

    /** The scans of valid tickets by time, re-reads left out. */
    List<ScanFact> scans() {
        return scans;
    }

    /** When each registration came in first. */
    Map<String, Instant> admissions() {
        return admissions;
    }

    /** Those whose first admission was decided without the server. */
    Set<String> provisional() {
        return provisional;
    }

    Optional<Edition> previous() {
        return data.editions().stream().flatMap(List::stream).max(Comparator.comparing(Edition::starts));
    }

    boolean isOver() {
        return data.event().ends().filter(end -> !data.asOf().isBefore(end)).isPresent();
    }

    boolean hasAllStandardPrices() {
        return memberTickets().allMatch(one -> standardPrice(one).isPresent());
    }

    /** Sold under a member price; complimentary ones are not among them. */
    Stream<RegistrationFact> memberTickets() {
        return live.stream().filter(one -> one.memberPrice() && one.status() != PaymentStatus.COMPLIMENTARY);
    }

    /** What it would have cost without a membership when it was bought. */
    Optional<OwnFacts.StandardPrice> standardPrice(RegistrationFact one) {
        return own().prices().stream()
                .flatMap(List::stream)
                .filter(price -> price.ticketClass().equals(one.ticketClass())
                        && one.amounts()
                                .map(Amounts::currency)
                                .filter(price.currency()::equals)
                                .isPresent()
                        && one.created()
                                .filter(at -> !at.isBefore(price.from()))
                                .isPresent())
                .max(Comparator.comparing(OwnFacts.StandardPrice::from));
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, data.event().zone());
    }

    /** What has to be said of membership that was looked at after event start. */
    String membershipNote() {
        Optional<Instant> late = data.event()
                .starts()
                .flatMap(start -> members.values().stream()
                        .map(MemberFact::statusAsOf)
                        .filter(start::isBefore)
                        .max(Comparator.naturalOrder()));
        return late.map(at -> "membership as of " + at + ", not of event start").orElse("");
    }

    static Set<String> holders(Collection<RegistrationFact> some) {
        return some.stream().map(RegistrationFact::holder).collect(Collectors.toSet());
    }

    Set<String> eligibleAmong(List<RegistrationFact> some) {
        return some.stream()
                .filter(this::isEligible)
                .map(RegistrationFact::holder)
                .collect(Collectors.toSet());
    }

    Crowd liveCrowd() {
        return new Crowd(live.size(), (long) live.size() - valid.size());
    }

    Crowd validCrowd() {
        return new Crowd(valid.size(), (long) valid.size() - checkedIn.size());
    }

    Crowd checkedInCrowd() {
        return Crowd.of(checkedIn.size());
    }

    Crowd attendees() {
        return Crowd.of(holders(checkedIn).size());
    }

    Crowd eligibleCrowd() {
        return new Crowd(
                eligible.size(), (long) eligible.size() - eligibleAmong(valid).size());
    }
}
