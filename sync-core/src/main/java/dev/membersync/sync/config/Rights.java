package dev.membersync.sync.config;

import dev.membersync.client.Operation;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.sync.adapter.RecordOn;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Mapping;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the scopes that were granted at the Memberships side with those that the workflows of a file need. */
final class Rights {
    private static final String FIELDS = "customFields.list";

    private final MembershipsClient client;
    private final boolean contacts;
    private final Set<String> operations = new TreeSet<>();

    private Rights(MembershipsClient client) {
        this.client = client;
        this.contacts = client.profile().members() == MemberSource.CONTACTS;
        this.operations.addAll(client.members().operations());
    }

    /** What members and payments of this file need; {@link #need} adds what mappings write. */
    static Rights of(MembershipsClient client, TenantConfig config) {
        Rights rights = new Rights(client);
        config.workflows(PaymentsConfig.class).forEach(rights::need);
        return rights;
    }

    private void need(PaymentsConfig payments) {
        if (payments.toMemberships()) {
            operations.addAll(payments.recordOn().map(Rights::papers).orElseGet(() -> List.of("payments.record")));
        }
        if (payments.fields().isPresent()) {
            operations.add("transactions.list");
        }
    }

    private static List<String> papers(RecordOn paper) {
        return paper.kind() == RecordOn.Kind.INVOICE
                ? List.of("invoices.list", "invoices.recordPayment", "transactions.list")
                : List.of("orders.list", "orders.recordPayment", "transactions.list");
    }

    /** Adds what this mapping writes to members. */
    void need(Mapping mapping) {
        if (mapping.fields().stream()
                .anyMatch(field -> field.direction() != Direction.LEFT_TO_RIGHT
                        && !field.leftWrites().isEmpty())) {
            operations.add(contacts ? "contacts.update" : "users.update");
        }
    }

    /**
     * What is to be said of them.
     *
     * @throws dev.membersync.client.error.AuthException when one is missing
     */
    Finding finding() {
        Set<String> needed = scopes(operations);
        if (!client.checkScopes(operations)) {
            return Finding.good(
                    "memberships",
                    "the rights of a key cannot be read; the workflows need " + String.join(", ", needed)
                            + (unnamed().isEmpty() ? "" : ", the right to " + String.join(", ", unnamed()))
                            + " and nothing else");
        }
        Set<String> more = new TreeSet<>(client.grantedScopes());
        more.removeAll(needed);
        more.removeAll(scopes(contacts ? List.of(FIELDS) : List.of()));
        more.removeIf(scope -> unnamed().stream().anyMatch(id -> isOfOneKind(id, scope)));
        return more.isEmpty()
                ? Finding.good("memberships", "what the workflows need is granted: " + String.join(", ", needed))
                : Finding.warning(
                        "memberships",
                        "granted and needed by no workflow: " + String.join(", ", more)
                                + "; take them off the app and have the account connected again");
    }

    /** The operations whose scope no page of the vendor names. */
    private List<String> unnamed() {
        return client.operations().stream()
                .filter(operation -> operation.scope().isEmpty() && operations.contains(operation.id()))
                .map(Operation::id)
                .toList();
    }

    private static boolean isOfOneKind(String id, String scope) {
        return scope.startsWith(id.substring(0, id.indexOf('.') + 1));
    }

    private Set<String> scopes(Collection<String> ids) {
        return client.operations().stream()
                .filter(operation -> ids.contains(operation.id()))
                .map(Operation::scope)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
