package dev.membersync.examples.middleware;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the application adds to Spring's own settings.
 *
 * @param config where the file of membersync is
 */
@ConfigurationProperties("membersync")
public record MiddlewareSettings(String config) {}
