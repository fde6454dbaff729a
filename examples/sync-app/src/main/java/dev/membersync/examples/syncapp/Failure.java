package dev.membersync.examples.syncapp;

import dev.membersync.client.auth.TokenStoreException;
import dev.membersync.client.error.ApiException;
import dev.membersync.memberships.UnknownCustomFieldException;
import dev.membersync.sync.SyncException;
import dev.membersync.sync.config.ConfigException;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.workflow.RunHaltedException;
import java.io.UncheckedIOException;

/**
 * How a failure ends the application.
 *
 * @param exit the status
 * @param message one message for people
 */
record Failure(Exit exit, String message) {
    static Failure of(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof AppException known) {
            return new Failure(known.exit(), message);
        }
        if (isSetUp(failure)) {
            return new Failure(Exit.USAGE, message);
        }
        if (failure.getCause() instanceof ApiException refusal) {
            return new Failure(Exit.SERVICE, message + ": " + refusal.getMessage());
        }
        if (failure instanceof ApiException || failure instanceof RunHaltedException) {
            return new Failure(Exit.SERVICE, message);
        }
        // Its text may hold anything, so only its kind is shown.
        return new Failure(
                Exit.SERVICE,
                "an unexpected " + failure.getClass().getSimpleName() + " ended the command; --debug shows where");
    }

    private static boolean isSetUp(RuntimeException failure) {
        return failure instanceof ConfigException
                || failure instanceof StoreException
                || failure instanceof MappingException
                || failure instanceof SyncException
                || failure instanceof AnswerException
                || failure instanceof TokenStoreException
                || failure instanceof UnknownCustomFieldException
                || failure instanceof UncheckedIOException;
    }
}
