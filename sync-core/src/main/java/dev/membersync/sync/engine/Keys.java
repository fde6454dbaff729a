package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.mapping.PersonName;
import dev.membersync.sync.mapping.Projection;
import dev.membersync.sync.mapping.Visibility;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.TicketSighting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns records into rows without personal data: marks of mapped fields, and keyed hashes of address and name. */
final class Keys {
    private final Mapping mapping;
    private final Marker marker;
    private final PersonKeys people;

    Keys(Mapping mapping, Marker marker) {
        this.mapping = mapping;
        this.marker = marker;
        this.people = new PersonKeys(marker);
    }

    Map<String, Mark> marks(Projection projection) {
        return mapping.marks(projection.values(), marker);
    }

    Map<String, Mark> marks(Registration registration) {
        return mapping.marks(mapping.right(registration), marker);
    }

    /** The mark of one value of a field. */
    Mark mark(String field, Value value) {
        return mapping.marks(Map.of(field, value), marker).getOrDefault(field, Mark.UNSEEN);
    }

    OptionalLong email(Value address) {
        return address.text().map(people::email).orElse(OptionalLong.empty());
    }

    OptionalLong name(Member member) {
        return name(member.fullName().text());
    }

    MemberRow row(Member member, Map<String, Mark> marks, long generation) {
        return new MemberRow(member.userId(), marks, email(member.email()), generation, false);
    }

    TicketSighting sighting(DeskRow row, long generation) {
        Registration seen = row.registration();
        return new TicketSighting(
                seen.ticket(),
                Optional.of(seen.access()),
                marks(seen),
                email(seen.email()),
                name(seen.lastName().text().map(last -> joined(seen, last))),
                seen.ticketTypeId().text(),
                row.tag(),
                row.age(),
                generation);
    }

    /** A sighting of the ticket's names and our note, and of what orders alone show. */
    TicketSighting names(DeskRow row) {
        Map<String, Mark> shown = new HashMap<>(marks(row.registration()));
        shown.keySet()
                .removeIf(name -> mapping.field(name)
                        .filter(field -> field.visibility() == Visibility.ORDER)
                        .isEmpty());
        return new TicketSighting(
                row.registration().ticket(),
                Optional.empty(),
                shown,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                row.tag(),
                row.age(),
                0);
    }

    /** Sixteen hexadecimal digits over what a person is asked about: these fields on both sides, and the member's status. */
    String seen(List<String> fields, Job job) {
        Map<String, Mark> right = job.ticket == null ? Map.of() : job.ticket.marks();
        Member member = job.member;
        StringBuilder text =
                new StringBuilder(shown(marker.mark("status", member == null ? Value.unseen() : member.status())));
        fields.stream()
                .sorted()
                .forEach(field -> text.append('\n')
                        .append(field)
                        .append(shown(job.leftMarks.getOrDefault(field, Mark.UNSEEN)))
                        .append(shown(right.getOrDefault(field, Mark.UNSEEN))));
        return String.format("%016x", marker.hash("seen", text.toString()));
    }

    private static String shown(Mark mark) {
        return mark.isBlank() ? " -" : " " + mark.kind() + Long.toHexString(mark.hash());
    }

    private static String joined(Registration seen, String last) {
        return PersonName.join(seen.firstName().text().orElse(""), last);
    }

    private OptionalLong name(Optional<String> fullName) {
        return fullName.map(name -> OptionalLong.of(people.name(name))).orElse(OptionalLong.empty());
    }
}
