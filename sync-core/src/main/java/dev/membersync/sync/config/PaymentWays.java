package dev.membersync.sync.config;

import dev.membersync.accelevents.EventScope;
import dev.membersync.sync.adapter.AcceleventsAccess;
import dev.membersync.sync.adapter.AcceleventsPayments;
import dev.membersync.sync.adapter.HighLevelPayments;
import dev.membersync.sync.adapter.HighLevelTransactions;
import dev.membersync.sync.adapter.PaymentSink;
import dev.membersync.sync.adapter.RegistrationPayments;
import dev.membersync.sync.adapter.StandardPayments;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.workflow.PaymentWorkflow;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ways that the payment workflows of a file go, each with its source and its sink. */
final class PaymentWays {
    private final TenantConfig config;
    private final Clients clients;
    private final Function<WorkflowConfig, EventScope> events;

    PaymentWays(TenantConfig config, Clients clients, Function<WorkflowConfig, EventScope> events) {
        this.config = config;
        this.clients = clients;
        this.events = events;
    }

    /** In the order of the file. */
    List<PaymentWorkflow> all() {
        return config.workflows().stream().flatMap(this::of).toList();
    }

    private Stream<PaymentWorkflow> of(WorkflowConfig workflow) {
        if (workflow instanceof RefundsConfig refunds) {
            return Stream.of(PaymentWorkflow.access(
                    refunds.id(), AcceleventsAccess.of(events.apply(refunds)), refunds.policy()));
        }
        return workflow instanceof PaymentsConfig payments ? of(payments) : Stream.empty();
    }

    private Stream<PaymentWorkflow> of(PaymentsConfig workflow) {
        Currency currency = Money.currency(config.memberships().currency());
        EventScope event = events.apply(workflow);
        List<PaymentWorkflow> ways = new ArrayList<>();
        if (workflow.toMemberships()) {
            PaymentSink sink = workflow.recordOn()
                    .<PaymentSink>map(paper -> HighLevelPayments.of(clients.memberships(), paper))
                    .orElseGet(() -> StandardPayments.of(clients.memberships()));
            ways.add(new PaymentWorkflow(workflow.id(), AcceleventsPayments.of(event), sink, currency));
        }
        String occurrence = workflow.occurrence() == 0 ? "" : String.valueOf(workflow.occurrence());
        workflow.fields()
                .ifPresent(fields -> ways.add(new PaymentWorkflow(
                        ways.isEmpty() ? workflow.id() : workflow.id() + "-to-event",
                        HighLevelTransactions.of(clients.memberships(), event.url(), occurrence),
                        RegistrationPayments.of(event, fields.status(), fields.id()),
                        currency)));
        return ways.stream();
    }
}
