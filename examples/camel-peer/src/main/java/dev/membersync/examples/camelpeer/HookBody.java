package dev.membersync.examples.camelpeer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** What a hook says. */
@JsonIgnoreProperties(ignoreUnknown = true)
record HookBody(
        @Nullable String system,
        @Nullable String id,
        @Nullable String timestamp) {}
