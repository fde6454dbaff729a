package dev.membersync.examples.camelpeer;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is sent to Accelevents, as its guide spells it. Zero-price types, so the fee step is not needed. */
final class Bodies {
    static final String MEMBER_ID = "Member ID";

    private static final DateTimeFormatter CLIENT_DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final String CASH = "CASH";

    private final InstantSource clock;

    Bodies(InstantSource clock) {
        this.clock = clock;
    }

    Map<String, Object> order(TicketType type) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("numberOfTicket", 1);
        line.put("ticketTypeId", type.typeId());
        line.put("price", type.price());
        line.put("seatNumbers", List.of());
        line.put("seatNumbersDisplay", List.of());
        line.put("tableNumber", List.of());
        return Map.of("clientDate", now(), "paymentType", CASH, "ticketings", List.of(line), "note", "");
    }

    Map<String, Object> payment(Member member, TicketType type) {
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put("tickettypeid", type.typeId());
        holder.put("tableid", 0);
        holder.put("attributes", pairs(attributes(member)));
        holder.put("questions", pairs(questions(member)));
        return Map.of(
                "clientDate", now(),
                "hasholderattributes", true,
                "purchaser", Map.of("attributes", pairs(person(member)), "questions", List.of()),
                "addOnAttributes", List.of(),
                "paymenttype", CASH,
                "holder", List.of(holder));
    }

    private static Map<String, String> person(Member member) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("First Name", member.firstName());
        answers.put("Last Name", member.lastName());
        answers.put("Email", member.address());
        return answers;
    }

    static Map<String, String> attributes(Member member) {
        Map<String, String> answers = person(member);
        answers.put(MEMBER_ID, member.userId());
        return answers;
    }

    static Map<String, String> questions(Member member) {
        String status = member.status();
        return status == null ? Map.of() : Map.of("Membership Status", status);
    }

    static List<Map<String, String>> pairs(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(answer -> Map.of("key", answer.getKey(), "value", answer.getValue()))
                .toList();
    }

    private String now() {
        return CLIENT_DATE.format(clock.instant().atZone(ZoneOffset.UTC));
    }
}
