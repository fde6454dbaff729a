package dev.membersync.sync.config;

import dev.membersync.sync.policy.AccessPolicy;
import dev.membersync.sync.workflow.PaymentWorkflow;
import java.util.Map;

/** Reads the keys of {@code refunds-and-cancellations}. */
final class RefundsReader {
    static final Template<RefundsConfig> TEMPLATE =
            new Template<>(PaymentWorkflow.ACCESS, RefundsConfig.class, RefundsReader::read, (config, look) -> {});

    private RefundsReader() {}

    private static RefundsConfig read(Section section, WorkflowHead head) {
        Values values = Values.of(section);
        AccessPolicy standard = AccessPolicy.standard();
        return new RefundsConfig(
                head.id(),
                head.event(),
                head.occurrence(),
                new AccessPolicy(
                        values.word("onRefund", Map.of("keepAccess", false, "ask", true), standard.asksRefunded()),
                        values.word("onCancel", Map.of("report", false, "ask", true), standard.asksCanceled())));
    }
}
