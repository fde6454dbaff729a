package dev.membersync.examples.middleware;

import dev.membersync.client.error.ApiException;
import dev.membersync.sync.config.ConfigException;
import dev.membersync.sync.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells why the application does not start in the words of the library, which say what to do, instead of a stack trace. */
final class StartFailure implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException || cause instanceof StoreException || cause instanceof ApiException) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
        }
        return null;
    }
}
