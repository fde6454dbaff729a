package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.FakeMember;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Invented people, the same for the same seed: everybody is an active member with a name in two words. One in fifty shares the address of the one before; one in so many was
 * registered by hand before, and so were some who are no members.
 */
final class People {
    private static final List<String> FIRST = List.of(
            "Ada",
            "Grace",
            "Alan",
            "Edsger",
            "Barbara",
            "Donald",
            "Hedy",
            "Linus",
            "Margaret",
            "Niklaus",
            "Radia",
            "Tim");
    private static final List<String> LAST = List.of(
            "Archer", "Baker", "Carter", "Dyer", "Fisher", "Glover", "Hunter", "Mason", "Porter", "Ryder", "Smith",
            "Taylor");
    private static final int FAMILY = 50;
    private static final int GUEST = 40;

    private final List<FakeMember> members;
    private final SplittableRandom random;
    private final int byHand;
    private int names;

    private People(List<FakeMember> members, SplittableRandom random, int byHand) {
        this.members = members;
        this.random = random;
        this.byHand = byHand;
    }

    /** @param byHand one in so many was registered by hand; 0 for nobody */
    static People of(long seed, int count, int byHand) {
        People people = new People(new ArrayList<>(), new SplittableRandom(seed), byHand);
        for (int i = 0; i < count; i++) {
            FakeMember member = people.another();
            boolean family = i % FAMILY == FAMILY - 1;
            people.members.add(
                    family ? member.withEmail(people.members.get(i - 1).email()) : member);
        }
        return people;
    }

    /** Somebody who is not a member yet. */
    FakeMember another() {
        String userId = String.format("m%06d", names + 1);
        return FakeMember.of(userId, "person" + (names + 1) + "@example.org", name());
    }

    /** A name that nobody else has. */
    String name() {
        int number = names++;
        return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size())) + "-"
                + letters(number);
    }

    private static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (int rest = number; rest > 0 || text.length() == 0; rest /= 26) {
            text.append((char) ((text.length() == 0 ? 'A' : 'a') + rest % 26));
        }
        return text.toString();
    }

    /** The members at the beginning, in list order. */
    List<FakeMember> members() {
        return members;
    }

    /** Members who were registered by hand: with an address of their own. */
    List<FakeMember> registered() {
        List<FakeMember> some = new ArrayList<>();
        for (int i = byHand / 2; byHand > 0 && i < members.size(); i += byHand) {
            boolean shares = i % FAMILY >= FAMILY - 2;
            if (!shares) {
                some.add(members.get(i));
            }
        }
        return some;
    }

    /** People at the event who are no members. */
    List<FakeMember> guests() {
        List<FakeMember> some = new ArrayList<>();
        for (int i = 0; byHand > 0 && i < members.size() / GUEST; i++) {
            some.add(FakeMember.of("guest" + i, "guest" + i + "@example.net", "Guest Number-" + letters(i)));
        }
        return some;
    }
}
