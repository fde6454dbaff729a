package dev.membersync.memberships;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import dev.membersync.client.auth.Secret;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.MemberStatus;
import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What somebody writes who sees the client for the first time; over a real connection. */
@WireMockTest
class NewcomerTest {

    @Test
    void listsTheActiveMembersInTenLines(WireMockRuntimeInfo server) {
        server.getWireMock()
                .register(get(urlEqualTo("/users/?page=1&limit=100"))
                        .withHeader("Authorization", equalTo("Bearer key-1"))
                        .willReturn(okJson(
                                "{\"users\":[{\"userId\":\"u1\",\"fullName\":\"Ann\",\"status\":\"active\"}]}")));

        var names = new ArrayList<String>();
        try (var client = MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create(server.getHttpBaseUrl()))
                .apiKey(Secret.of("key-1"))
                .build()) {
            for (Member member : client.members().list()) {
                if (member.status().equals(java.util.Optional.of(MemberStatus.ACTIVE))) {
                    names.add(member.fullName().orElse("?"));
                }
            }
        }

        assertThat(names).containsExactly("Ann");
    }
}
