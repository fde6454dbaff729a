package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.FakePayment;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.WriteLog;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Tickets that cost something are paid whole or in part and refunded whole or in part; webhooks about it come up to three seconds late, so that some refunds are told before
 * their payment, and one in three comes twice. In the end each member's payments have to be what is left of them.
 */
record Money() implements Workload.Course {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LATE_MILLIS = 3_000;
    private static final BigDecimal PRICE = new BigDecimal("49.00");
    private static final BigDecimal PART = new BigDecimal("20.00");

    @Override
    public Figures run(Round round) throws IOException, InterruptedException {
        round.prepare();
        Stage stage = round.stage();
        Running process = round.start(World.Mode.LIVE);
        URI receiver = process.awaitReady(PATIENCE);
        new Settling(stage).await(Duration.ofSeconds(30), false);
        stage.conditions(round.options().latency(), round.options().limit());
        LoadOptions options = round.options();
        int count = (int) Math.round(options.edits() * options.length().toSeconds());
        Instant last;
        try (Timetable timer = new Timetable()) {
            plan(stage, new Hooks(List.of(receiver), timer), timer, options, count);
            TimeUnit.NANOSECONDS.sleep((long) (count / options.edits() * 1e9));
            last = Instant.now();
            Settling.until(PATIENCE, () -> wrong(stage) == 0);
            timer.check();
        }
        Instant written = stage.members().writes().entries("payment-record").stream()
                .map(WriteLog.Entry::at)
                .max(Instant::compareTo)
                .orElse(last);
        Figures figures =
                round.figures(Math.max(0, Duration.between(last, written).toNanos() / 1e9), count);
        process.stop(PATIENCE);
        return figures.put(Metric.WRONG, wrong(stage)).put(Metric.DUPLICATES, duplicates(stage));
    }

    private static void plan(Stage stage, Hooks hooks, Timetable timer, LoadOptions options, int count) {
        List<Long> tickets = stage.event().attendees().stream()
                .filter(ticket -> !ticket.answer("Member ID").isEmpty())
                .map(FakeTicket::id)
                .toList();
        SplittableRandom random = new SplittableRandom(options.seed());
        for (int i = 0; i < count; i++) {
            long ticketId = tickets.get(random.nextInt(tickets.size()));
            boolean part = random.nextBoolean();
            int late = random.nextInt(LATE_MILLIS);
            int again = random.nextInt(3) == 0 ? random.nextInt(LATE_MILLIS) : 0;
            timer.after((long) (i * 1e9 / options.edits()), () -> {
                FakeTicket ticket = move(stage, ticketId, part);
                String order = String.valueOf(ticket.orderId());
                timer.afterMillis(late, () -> hooks.send("accelevents", order));
                if (again > 0) {
                    timer.afterMillis(again, () -> hooks.send("accelevents", order));
                }
            });
        }
    }

    /** What is not paid in full is paid, else something goes back. */
    private static FakeTicket move(Stage stage, long ticketId, boolean part) {
        FakeTicket ticket = stage.event().ticket(ticketId).orElseThrow();
        BigDecimal due = PRICE.subtract(ticket.paid());
        BigDecimal left = ticket.paid().subtract(ticket.refunded());
        if (due.signum() > 0) {
            stage.event().pay(ticketId, part ? due.min(PART) : due);
        } else if (left.signum() > 0) {
            stage.event().refund(ticketId, part ? left.min(PART) : left);
        }
        return ticket;
    }

    /** Members whose payments do not come to what is left of them at the event. */
    private static int wrong(Stage stage) {
        Map<String, BigDecimal> left = new HashMap<>();
        for (FakeTicket ticket : stage.event().attendees()) {
            if (ticket.paid().signum() > 0) {
                left.merge(ticket.answer("Member ID"), ticket.paid().subtract(ticket.refunded()), BigDecimal::add);
            }
        }
        left.remove("");
        Map<String, BigDecimal> told = new HashMap<>();
        for (FakePayment payment : stage.members().payments()) {
            told.merge(payment.userId(), payment.amount(), BigDecimal::add);
        }
        int wrong = 0;
        for (Map.Entry<String, BigDecimal> member : left.entrySet()) {
            BigDecimal amount = told.remove(member.getKey());
            wrong += amount != null && amount.compareTo(member.getValue()) == 0 ? 0 : 1;
        }
        return wrong + told.size();
    }

    private static int duplicates(Stage stage) {
        List<String> payers = new ArrayList<>();
        stage.members().payments().forEach(payment -> payers.add(payment.userId()));
        return payers.size() - (int) payers.stream().distinct().count();
    }
}
