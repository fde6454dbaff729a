/** Pictures and answer files that records name once they are uploaded. */
@NullMarked
package dev.membersync.accelevents.upload;

import org.jspecify.annotations.NullMarked;
