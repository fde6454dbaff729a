package dev.membersync.examples.camelpeer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ticket of a member among those with his address: the one whose Member ID is his, else the only one without any.
 * For a load the tickets are listed once, when one is first needed; for a hook they are searched. Thread-safe.
 */
final class Holders {
    static final String SHEET = "sheet";
    static final String BARCODE = "barcode";
    static final String NEXT = "ticketId";

    private static final String CANDIDATES = "candidates";
    private static final String BLANK = "blankOnes";

    /** A ticket whose holder is nobody's yet. */
    private record Found(String barcode, HolderSheet sheet) {}

    private final Map<String, List<OrderPage.Ticket>> listed = new HashMap<>();
    private boolean complete;

    /** Lists all tickets, unless that was done. */
    synchronized void list(Runnable pages) {
        if (!complete) {
            pages.run();
            complete = true;
        }
    }

    /** Takes a page of the list. */
    synchronized void take(OrderPage page) {
        page.tickets()
                .forEach(ticket -> listed.computeIfAbsent(key(ticket.address()), email -> new ArrayList<>(1))
                        .add(ticket));
    }

    synchronized void ofList(Exchange exchange) {
        String email = key(MemberRoutes.member(exchange).address());
        candidates(exchange, email.isEmpty() ? List.of() : listed.getOrDefault(email, List.of()));
    }

    /** A search finds parts of words too. */
    void ofSearch(Exchange exchange) {
        String email = key(MemberRoutes.member(exchange).address());
        candidates(
                exchange,
                Carried.body(exchange, OrderPage.class).tickets().stream()
                        .filter(ticket ->
                                !email.isEmpty() && key(ticket.address()).equals(email))
                        .toList());
    }

    private static void candidates(Exchange exchange, List<OrderPage.Ticket> tickets) {
        exchange.setProperty(CANDIDATES, new ArrayDeque<>(tickets));
        exchange.setProperty(BLANK, new ArrayList<Found>());
        next(exchange);
    }

    /** Looks at what the current candidate's holder answered, and turns to the next when it is not the member's. */
    void compare(Exchange exchange) {
        HolderSheet sheet = Carried.body(exchange, HolderSheet.class);
        String barcode = Carried.property(exchange, BARCODE, String.class);
        String memberId = sheet.memberId();
        if (memberId.equals(MemberRoutes.member(exchange).userId())) {
            found(exchange, new Found(barcode, sheet));
            return;
        }
        if (memberId.isEmpty()) {
            blanks(exchange).add(new Found(barcode, sheet));
        }
        next(exchange);
    }

    private static void next(Exchange exchange) {
        OrderPage.@Nullable Ticket ticket = queue(exchange).poll();
        if (ticket != null) {
            exchange.setProperty(NEXT, ticket.eventTicketingId());
            exchange.setProperty(BARCODE, ticket.barcode());
        } else if (blanks(exchange).size() == 1) {
            found(exchange, blanks(exchange).get(0));
        } else {
            exchange.removeProperty(NEXT);
        }
    }

    private static void found(Exchange exchange, Found found) {
        exchange.setProperty(SHEET, found.sheet());
        exchange.setProperty(BARCODE, found.barcode());
        exchange.removeProperty(NEXT);
    }

    @SuppressWarnings("unchecked")
    private static Deque<OrderPage.Ticket> queue(Exchange exchange) {
        return Carried.property(exchange, CANDIDATES, Deque.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Found> blanks(Exchange exchange) {
        return Carried.property(exchange, BLANK, List.class);
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
