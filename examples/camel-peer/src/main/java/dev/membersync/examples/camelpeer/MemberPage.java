package dev.membersync.examples.camelpeer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A page of the list of members. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MemberPage(List<Member> users) {}
