package dev.membersync.accelevents.discount;

import dev.membersync.accelevents.id.DiscountCodeId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.UnreadableException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Discount codes on the wire: rows of the list and bodies of writes, which share neither names nor dates. */
final class CodeBodies {
    private static final String TYPES = "eventTicketTypeId";

    private CodeBodies() {}

    static DiscountCode read(Fields row) {
        return new DiscountCode(
                new DiscountCodeId(Ids.number(row, "id")),
                row.text("code", "couponCode").orElseThrow(() -> new UnreadableException("a row has no code")),
                new DiscountType(row.text("discountType").orElse("")),
                row.decimal("amount").orElse(BigDecimal.ZERO),
                new DiscountScope(row.text("applicableTo").orElse("")),
                row.number("couponUsed").orElse(0),
                row.number("maximumUseOfCoupon", "uses").orElse(0),
                row.number("maximumUseOfCouponPerUser"),
                WireTime.read(row.text("startDate").orElse(""), WireTime.CODE_LISTED),
                WireTime.read(row.text("endDate").orElse(""), WireTime.CODE_LISTED),
                ticketTypes(row),
                Ids.known(row, OccurrenceId::new, "recurringEventId"),
                row.rest());
    }

    /** One id, several joined with commas, or a list; zero stands for all. */
    private static List<TicketTypeId> ticketTypes(Fields row) {
        var joined = row.text(TYPES).orElseGet(() -> String.join(",", row.texts(TYPES)));
        return Stream.of(joined.split(","))
                .map(String::strip)
                .filter(id -> !id.matches("0*"))
                .map(CodeBodies::ticketType)
                .toList();
    }

    private static TicketTypeId ticketType(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new UnreadableException("field " + TYPES + " holds no ids");
        }
        return new TicketTypeId(Long.parseLong(id));
    }

    static Map<String, @Nullable Object> written(NewDiscountCode code) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("amount", code.amount().stripTrailingZeros());
        body.put("couponCode", code.code());
        body.put("couponStartDate", WireTime.CODE_WRITTEN.format(code.starts()));
        body.put("couponEndDate", WireTime.CODE_WRITTEN.format(code.ends()));
        body.put("discountType", code.type().value());
        body.put(
                TYPES,
                code.ticketTypes().isEmpty()
                        ? "0"
                        : code.ticketTypes().stream()
                                .map(TicketTypeId::toString)
                                .collect(Collectors.joining(",")));
        body.put("uses", code.uses());
        code.scope().ifPresent(scope -> body.put("applicableTo", scope.value()));
        code.usesPerBuyer().ifPresent(most -> body.put("maximumUseOfCouponPerUser", most));
        body.putAll(code.extra());
        return body;
    }
}
