package dev.membersync.sync.config;

import dev.membersync.sync.adapter.RecordOn;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.MoneyException;
import dev.membersync.sync.workflow.PaymentWorkflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of {@code payments}, and of each way of it under a name of its own. */
final class PaymentsReader {
    /** What the doctor looks at is the list of orders, with the event. */
    static final List<Template<PaymentsConfig>> TEMPLATES = List.of(
            template(PaymentWorkflow.BOTH, Way.TO_MEMBERSHIPS),
            template(PaymentWorkflow.TO_MEMBERSHIP, Way.TO_MEMBERSHIPS),
            template(PaymentWorkflow.TO_EVENT, Way.TO_ACCELEVENTS));

    private static final String RECORD_ON = "recordOn";
    private static final String FIELDS = "fields";
    private static final String DIRECTION = "direction";
    private static final String TEMPLATE = "template";

    private enum Way {
        TO_MEMBERSHIPS,
        TO_ACCELEVENTS,
        BOTH
    }

    private PaymentsReader() {}

    private static Template<PaymentsConfig> template(String id, Way way) {
        return new Template<>(
                id, PaymentsConfig.class, (section, head) -> read(section, head, way), (config, look) -> {});
    }

    private static PaymentsConfig read(Section section, WorkflowHead head, Way standard) {
        Map<String, Way> words = section.scalar(TEMPLATE)
                        .map(Scalar::value)
                        .filter(PaymentWorkflow.BOTH::equals)
                        .isPresent()
                ? Map.of("toMemberships", Way.TO_MEMBERSHIPS, "toAccelevents", Way.TO_ACCELEVENTS, "both", Way.BOTH)
                : standard == Way.TO_MEMBERSHIPS
                        ? Map.of("toMemberships", Way.TO_MEMBERSHIPS)
                        : Map.of("toAccelevents", Way.TO_ACCELEVENTS);
        Way way = Values.of(section).word(DIRECTION, words, standard);
        boolean fieldsAreNeeded = way != Way.TO_MEMBERSHIPS;
        if (section.has(FIELDS) != fieldsAreNeeded) {
            section.mistake(
                    fieldsAreNeeded ? TEMPLATE : FIELDS,
                    fieldsAreNeeded
                            ? "write fields: {paymentStatus: \"...\", paymentId: \"...\"}, two fields of the registration form"
                            : "payments that the Memberships side is told of need no fields; take this key out");
        }
        return new PaymentsConfig(
                head.id(),
                head.event(),
                head.occurrence(),
                way != Way.TO_ACCELEVENTS,
                recordOn(section),
                fieldsAreNeeded ? fields(section.section(FIELDS)) : Optional.empty());
    }

    private static Optional<PaymentFields> fields(Section table) {
        String remedy = "write the label of a field of the registration form";
        Optional<String> status = table.required("paymentStatus", remedy).map(Scalar::value);
        Optional<String> id = table.required("paymentId", remedy).map(Scalar::value);
        table.end();
        return Optional.of(new PaymentFields(status.orElse(""), id.orElse("")));
    }

    private static Optional<RecordOn> recordOn(Section section) {
        if (!section.has(RECORD_ON)) {
            return Optional.empty();
        }
        Section table = section.section(RECORD_ON);
        Optional<RecordOn> invoice =
                Values.of(table).text("invoice").map(name -> new RecordOn(RecordOn.Kind.INVOICE, name));
        Optional<RecordOn> order = Values.of(table).text("order").map(name -> new RecordOn(RecordOn.Kind.ORDER, name));
        if (invoice.isPresent() == order.isPresent()) {
            section.mistake(RECORD_ON, "write either {invoice: \"its title\"} or {order: \"the name of its source\"}");
        }
        table.end();
        return invoice.or(() -> order);
    }

    /** What depends on the profile and the currency is known only when both sections are read. */
    static void check(Section root, List<WorkflowConfig> workflows, MembershipsConfig memberships) {
        List<Section> sections = root.sections("workflows");
        boolean own = memberships.profile().has("payments.record");
        boolean any = false;
        for (int i = 0; i < workflows.size() && workflows.size() == sections.size(); i++) {
            if (workflows.get(i) instanceof PaymentsConfig config) {
                any = true;
                check(sections.get(i), config, own);
            }
        }
        if (any) {
            currency(root.section("memberships"), memberships.currency());
        }
    }

    private static void check(Section section, PaymentsConfig config, boolean own) {
        if (own && section.has(RECORD_ON)) {
            section.mistake(RECORD_ON, "the profile standard has payments of its own; take this key out");
        }
        if (own && config.fields().isPresent()) {
            section.mistake(
                    section.has(DIRECTION) ? DIRECTION : TEMPLATE,
                    "the profile standard cannot list the payments of members; only the way to the Memberships side works");
        }
        if (!own && config.toMemberships() && !section.has(RECORD_ON)) {
            section.mistake(
                    TEMPLATE,
                    "this profile records a payment on a paper of the contact; write recordOn: {invoice: \"its title\"}");
        }
    }

    private static void currency(Section memberships, String currency) {
        try {
            Money.zero(currency);
        } catch (MoneyException unknown) {
            memberships.mistake("currency", String.valueOf(unknown.getMessage()));
        }
    }
}
