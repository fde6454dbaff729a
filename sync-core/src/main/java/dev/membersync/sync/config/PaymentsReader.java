package dev.membersync.sync.config;

import dev.membersync.sync.adapter.RecordOn;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.MoneyException;
import dev.membersync.sync.workflow.PaymentWorkflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of {@code payments}, and of the way to the Memberships side under a name of its own. */
final class PaymentsReader {
    /** What the doctor looks at is the list of orders, with the event. */
    static final List<Template<PaymentsConfig>> TEMPLATES =
            List.of(template(PaymentWorkflow.BOTH), template(PaymentWorkflow.TO_MEMBERSHIP));

    private static final String RECORD_ON = "recordOn";

    private PaymentsReader() {}

    private static Template<PaymentsConfig> template(String id) {
        return new Template<>(id, PaymentsConfig.class, PaymentsReader::read, (config, look) -> {});
    }

    private static PaymentsConfig read(Section section, WorkflowHead head) {
        Values.of(section).word("direction", Map.of("toMemberships", true), true);
        return new PaymentsConfig(head.id(), head.event(), head.occurrence(), recordOn(section));
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

    /** Whether the profile needs a paper, and the money a currency, is known only when both sections are read. */
    static void check(Section root, MembershipsConfig memberships) {
        List<String> ids = TEMPLATES.stream().map(Template::id).toList();
        boolean own = memberships.profile().has("payments.record");
        List<Section> ours = root.sections("workflows").stream()
                .filter(section -> section.scalar("template")
                        .map(Scalar::value)
                        .filter(ids::contains)
                        .isPresent())
                .toList();
        if (!ours.isEmpty()) {
            currency(root.section("memberships"), memberships.currency());
        }
        ours.stream()
                .filter(section -> section.has(RECORD_ON) == own)
                .forEach(section -> section.mistake(
                        own ? RECORD_ON : "template",
                        own
                                ? "the profile standard has payments of its own; take this key out"
                                : "this profile records a payment on a paper of the contact; write recordOn: {invoice:"
                                        + " \"its title\"}"));
    }

    private static void currency(Section memberships, String currency) {
        try {
            Money.zero(currency);
        } catch (MoneyException unknown) {
            memberships.mistake("currency", String.valueOf(unknown.getMessage()));
        }
    }
}
