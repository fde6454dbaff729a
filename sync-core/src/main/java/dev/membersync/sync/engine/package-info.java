/** The pure decision and the pipeline around it. Not exported. */
@NullMarked
package dev.membersync.sync.engine;

import org.jspecify.annotations.NullMarked;
