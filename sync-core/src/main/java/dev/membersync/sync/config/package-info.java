/** One YAML file as one tenant: the same objects as the builders make. */
@NullMarked
package dev.membersync.sync.config;

import org.jspecify.annotations.NullMarked;
