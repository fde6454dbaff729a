package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares members and attendees without knowing how anybody brought them in step. An attendee is the member's whose id the answer Member ID holds; without an answer that of
 * the only member with the address, and among several with the address that of the one with the name.
 */
final class Judge {
    private static final String MEMBER_ID = "Member ID";

    private final Map<String, FakeMember> members = new HashMap<>();
    private final Map<String, List<FakeMember>> byAddress = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int duplicates;
    private int wrong;
    private int wrongLinks;
    private int strays;

    private Judge(Collection<FakeMember> all) {
        for (FakeMember member : all) {
            members.put(member.userId(), member);
            byAddress
                    .computeIfAbsent(folded(member.email()), address -> new ArrayList<>())
                    .add(member);
        }
    }

    /**
     * Judges.
     *
     * @param members everybody who has to have exactly one attendee
     * @param attendees the live tickets
     * @param guests who is no member and must stay as he was, by ticket id
     */
    static Verdict of(Collection<FakeMember> members, Collection<FakeTicket> attendees, Map<Long, FakeTicket> guests) {
        Judge judge = new Judge(members);
        attendees.stream().filter(ticket -> !guests.containsKey(ticket.id())).forEach(judge::look);
        Map<Long, FakeTicket> now = new HashMap<>();
        attendees.forEach(ticket -> now.put(ticket.id(), ticket));
        long touched = guests.values().stream()
                .filter(before -> !before.equals(now.get(before.id())))
                .count();
        return new Verdict(
                judge.duplicates,
                judge.members.size() - judge.seen.size(),
                judge.wrong,
                judge.wrongLinks,
                judge.strays + (int) touched);
    }

    private void look(FakeTicket ticket) {
        Optional<FakeMember> owner = owner(ticket);
        if (owner.isEmpty()) {
            strays++;
            return;
        }
        FakeMember member = owner.get();
        if (!seen.add(member.userId())) {
            duplicates++;
        }
        if (!same(ticket, member)) {
            if (candidates(ticket).stream().anyMatch(other -> same(ticket, other))) {
                wrongLinks++;
            } else {
                wrong++;
            }
        }
    }

    private Optional<FakeMember> owner(FakeTicket ticket) {
        String userId = ticket.answer(MEMBER_ID);
        if (!userId.isEmpty()) {
            return Optional.ofNullable(members.get(userId));
        }
        List<FakeMember> some = candidates(ticket);
        return some.size() == 1
                ? Optional.of(some.get(0))
                : some.stream().filter(member -> same(ticket, member)).findFirst();
    }

    private List<FakeMember> candidates(FakeTicket ticket) {
        return byAddress.getOrDefault(folded(ticket.email()), List.of());
    }

    private static boolean same(FakeTicket ticket, FakeMember member) {
        return folded(ticket.email()).equals(folded(member.email()))
                && (ticket.firstName() + " " + ticket.lastName()).equals(member.fullName());
    }

    private static String folded(@Nullable String address) {
        return address == null ? "" : address.toLowerCase(Locale.ROOT);
    }
}
