package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One in five people is renamed, half of them on one side and half on the other, and one in twenty of these on both sides at once; then everything is brought in step. An
 * edit of one side has to be on both; of two that contradict each other none may be lost.
 */
record BothWays() implements Workload.Course {
    private static final double SHARE = 0.2;
    private static final double CONFLICTS = 0.05;

    /** A name that was given on one side; the other's is empty where nobody touched it. */
    private record Edit(String userId, long ticketId, String left, String right) {
        boolean contradicted() {
            return !left.isEmpty() && !right.isEmpty();
        }
    }

    @Override
    public Figures run(Round round) throws IOException, InterruptedException {
        round.prepare();
        round.prepare(); // what was created is seen once before anybody edits it
        List<Edit> edits = edit(round.stage(), round.options().seed());
        long began = System.nanoTime();
        round.once();
        Figures figures = round.figures((System.nanoTime() - began) / 1e9, edits.size());
        return judged(round.stage(), edits, figures);
    }

    private static List<Edit> edit(Stage stage, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, FakeTicket> tickets = new HashMap<>();
        stage.event().attendees().forEach(ticket -> tickets.put(ticket.answer("Member ID"), ticket));
        List<Edit> edits = new ArrayList<>();
        for (FakeMember member : stage.people().members()) {
            FakeTicket ticket = tickets.get(member.userId());
            if (ticket == null || random.nextDouble() >= SHARE) {
                continue;
            }
            boolean both = random.nextDouble() < CONFLICTS;
            boolean left = both || random.nextBoolean();
            Edit edit = new Edit(
                    member.userId(),
                    ticket.id(),
                    left ? ticket.firstName() + " Left" + edits.size() : "",
                    both || !left ? ticket.firstName() + " Right" + edits.size() : "");
            if (left) {
                stage.members().members().rename(edit.userId(), edit.left());
            }
            if (!edit.right().isEmpty()) {
                stage.event().answer(edit.ticketId(), "Last Name", "Right" + edits.size());
            }
            edits.add(edit);
        }
        return edits;
    }

    /** What contradicts itself is not wrong: a person has to say who is right. */
    private static Figures judged(Stage stage, List<Edit> edits, Figures figures) {
        int wrong = 0;
        int lost = 0;
        for (Edit edit : edits) {
            String left = stage.members()
                    .members()
                    .find(edit.userId())
                    .map(FakeMember::fullName)
                    .orElse("");
            String right = stage.event()
                    .ticket(edit.ticketId())
                    .map(ticket -> ticket.firstName() + " " + ticket.lastName())
                    .orElse("");
            if (edit.contradicted()) {
                lost += edit.left().equals(left) && edit.right().equals(right) ? 0 : 1;
            } else {
                String name = edit.left() + edit.right();
                wrong += left.equals(right) ? 0 : 1;
                lost += left.equals(name) || right.equals(name) ? 0 : 1;
            }
        }
        return figures.put(Metric.WRONG, wrong).put(Metric.LOST, lost);
    }
}
