package dev.membersync.memberships;

import dev.membersync.client.Operation;
import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** The rights of the credentials, where they are known. */
final class Access {

    private final TokenProvider tokens;

    Access(TokenProvider tokens) {
        this.tokens = tokens;
    }

    /** What was granted; empty when that is not known. */
    Set<String> granted() {
        return token().scopes();
    }

    /** Whether the rights are known; then all that these operations need are there. */
    boolean check(Collection<Operation> operations) {
        Set<String> granted = granted();
        if (granted.isEmpty()) {
            return false;
        }
        Map<String, String> missing = operations.stream()
                .filter(operation -> operation.scope().isPresent()
                        && !granted.contains(operation.scope().get()))
                .collect(Collectors.groupingBy(
                        operation -> operation.scope().orElseThrow(),
                        TreeMap::new,
                        Collectors.mapping(Operation::id, Collectors.joining(" and "))));
        if (!missing.isEmpty()) {
            String told = missing.entrySet().stream()
                    .map(entry -> entry.getKey() + " missing for " + entry.getValue())
                    .collect(Collectors.joining(", "));
            Problem problem = Problem.of(
                    "the access that was granted is not enough: " + told,
                    "add the scope to the app and have the account connected again");
            throw new AuthException(problem, Reason.SCOPE_MISSING, null).at("access check", 0);
        }
        return true;
    }

    private AccessToken token() {
        try {
            return tokens.token(Optional.empty()).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ApiException known) {
                throw known.at("access check", 0);
            }
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
