package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.accelevents.ticket.TicketTypeDocument;
import dev.membersync.eventops.pricing.Terms;
import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rows of the organiser's document of ticket types (fields DOC, write OLD; accelevents-api.md 4.5). */
record TypeRows(TicketTypeDocument document, ZoneId zone, String currency) {
    static String id(Map<String, @Nullable Object> row) {
        return String.valueOf(row.get("typeId")).strip();
    }

    Optional<Money> price(Map<String, @Nullable Object> row) {
        return number(row, "price").map(amount -> Money.of(amount, currency));
    }

    static OptionalLong places(Map<String, @Nullable Object> row) {
        return number(row, "numberOfTicket")
                .map(value -> OptionalLong.of(value.longValueExact()))
                .orElse(OptionalLong.empty());
    }

    static Optional<Boolean> hidden(Map<String, @Nullable Object> row) {
        return Optional.ofNullable(row.get("hidden")).map(value -> Boolean.valueOf(String.valueOf(value)));
    }

    Optional<Instant> ends(Map<String, @Nullable Object> row) {
        return moment(row.get("endDate"));
    }

    Optional<Instant> eventStart() {
        return moment(document.fields().get("eventStartDate"));
    }

    private Optional<Instant> moment(@Nullable Object value) {
        return value == null
                ? Optional.empty()
                : WireTime.read(String.valueOf(value), WireTime.EVENT).at(zone);
    }

    private static Optional<BigDecimal> number(Map<String, @Nullable Object> row, String field) {
        return Optional.ofNullable(row.get(field))
                .map(value -> new BigDecimal(String.valueOf(value).strip()));
    }

    /** What the document says of all its types; hidden is false where it says nothing. */
    Terms terms() {
        Terms terms = Terms.none();
        for (Map<String, @Nullable Object> row : document.rows()) {
            String id = id(row) + ".";
            terms = terms.with(id + "hidden", hidden(row).orElse(false));
            Optional<Money> price = price(row);
            terms = price.isPresent() ? terms.with(id + "price", price.get()) : terms;
            OptionalLong places = places(row);
            terms = places.isPresent() ? terms.with(id + "places", places.getAsLong()) : terms;
            Optional<Instant> ends = ends(row);
            terms = ends.isPresent() ? terms.with(id + "ends", ends.get()) : terms;
        }
        return terms;
    }

    /** The document with these terms. */
    TicketTypeDocument with(Terms terms) {
        TicketTypeDocument next = document;
        for (String name : terms.values().keySet()) {
            int point = name.indexOf('.');
            TicketTypeId id = new TicketTypeId(Long.parseLong(name.substring(0, point)));
            next = switch (name.substring(point + 1)) {
                case "price" ->
                    next.with(id, "price", terms.money(name).orElseThrow().decimal());
                case "places" -> next.with(id, "numberOfTicket", terms.whole(name));
                case "hidden" ->
                    next.with(id, "hidden", terms.text(name).orElse("").equals("true"));
                default -> next.with(id, "endDate", written(terms.text(name).orElseThrow()));
            };
        }
        return next;
    }

    private String written(String instant) {
        return WireTime.EVENT.format(LocalDateTime.ofInstant(Instant.parse(instant), zone));
    }
}
