package dev.membersync.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one event's money and forms need besides types, orders and tickets. Guarded by the switchboard. */
final class BoxOffice {
    private final Map<Long, FakeDiscount> discounts = new LinkedHashMap<>();
    private final Map<Long, FakeAccessCode> accessCodes = new LinkedHashMap<>();
    private final List<FakeRefund> refunds = new ArrayList<>();
    private final Map<String, FakeField> buyerQuestions = new LinkedHashMap<>();
    private final Map<Long, FakeNestedQuestion> nestedQuestions = new LinkedHashMap<>();
    private final Map<String, Object> document = new LinkedHashMap<>();
    private long ids = 9_001;

    long nextId() {
        return ids++;
    }

    Map<Long, FakeDiscount> discounts() {
        return discounts;
    }

    Map<Long, FakeAccessCode> accessCodes() {
        return accessCodes;
    }

    List<FakeRefund> refunds() {
        return refunds;
    }

    Map<String, FakeField> buyerQuestions() {
        return buyerQuestions;
    }

    Map<Long, FakeNestedQuestion> nestedQuestions() {
        return nestedQuestions;
    }

    /** What whole-document writes said about the event itself. */
    Map<String, Object> document() {
        return document;
    }

    Optional<FakeDiscount> discount(String code) {
        String wanted = code.toLowerCase(Locale.ROOT);
        return discounts.values().stream()
                .filter(discount -> discount.code().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    Optional<FakeAccessCode> accessCode(String code) {
        return accessCodes.values().stream()
                .filter(known -> known.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
