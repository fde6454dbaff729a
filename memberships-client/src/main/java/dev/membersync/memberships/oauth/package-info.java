/** Access by OAuth 2.0: the consent of a person, tokens that renew themselves, and the tokens of a company's locations. */
@NullMarked
package dev.membersync.memberships.oauth;

import org.jspecify.annotations.NullMarked;
