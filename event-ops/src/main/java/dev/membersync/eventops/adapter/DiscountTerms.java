package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.discount.DiscountCode;
import dev.membersync.accelevents.discount.DiscountType;
import dev.membersync.accelevents.discount.NewDiscountCode;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.eventops.pricing.Terms;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Discount codes as terms, and back. */
final class DiscountTerms {
    private DiscountTerms() {}

    static Terms of(DiscountCode code) {
        Terms terms = Terms.of("type", code.type().value().toUpperCase(Locale.ROOT))
                .with("amount", plain(code.amount()))
                .with("uses", code.maxUses())
                .with("perBuyer", code.maxUsesPerBuyer().orElse(0))
                .with("used", code.used())
                .with(
                        "classes",
                        code.ticketTypes().stream()
                                .map(TicketTypeId::toString)
                                .sorted()
                                .collect(Collectors.joining(",")));
        Terms begun = code.starts().local().map(at -> terms.with("starts", at)).orElse(terms);
        return code.ends().local().map(at -> begun.with("ends", at)).orElse(begun);
    }

    static NewDiscountCode created(String word, Terms terms) {
        return with(
                NewDiscountCode.of(
                        word,
                        new DiscountType(needed(terms, "type")),
                        new BigDecimal(needed(terms, "amount")),
                        LocalDateTime.parse(needed(terms, "starts")),
                        LocalDateTime.parse(needed(terms, "ends"))),
                terms);
    }

    /** The listed code with what the terms name changed. */
    static NewDiscountCode edited(DiscountCode code, Terms terms) {
        NewDiscountCode same = code.edit();
        LocalDateTime starts = terms.text("starts").map(LocalDateTime::parse).orElse(same.starts());
        LocalDateTime ends = terms.text("ends").map(LocalDateTime::parse).orElse(same.ends());
        DiscountType type = terms.text("type").map(DiscountType::new).orElse(same.type());
        BigDecimal amount = terms.text("amount").map(BigDecimal::new).orElse(same.amount());
        return with(same.withTimes(starts, ends).withAmount(type, amount), terms);
    }

    private static NewDiscountCode with(NewDiscountCode code, Terms terms) {
        NewDiscountCode next = code;
        if (terms.text("uses").isPresent()) {
            next = next.withUses(terms.whole("uses"));
        }
        if (terms.whole("perBuyer") > 0
                || (terms.text("perBuyer").isPresent() && code.usesPerBuyer().isPresent())) {
            next = next.withUsesPerBuyer(terms.whole("perBuyer"));
        }
        return terms.text("classes").isPresent() ? next.withTicketTypes(types(terms)) : next;
    }

    static List<TicketTypeId> types(Terms terms) {
        return Arrays.stream(terms.text("classes").orElse("").split(","))
                .filter(id -> !id.isEmpty())
                .map(id -> new TicketTypeId(Long.parseLong(id)))
                .toList();
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static String needed(Terms terms, String name) {
        return terms.text(name).orElseThrow(() -> new IllegalArgumentException("a discount code needs " + name));
    }
}
