package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.time.Time;
import dev.membersync.examples.guide.HookReceiver;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The Java of docs/webhooks.md. */
class WebhooksTest {
    private static final String FILE = """
            live: {hooks: {secret: "${HOOK_SECRET}"}}
            workflows: [{template: members-to-attendees}]
            """;

    @Test
    void aDeliveryIsTakenAndAForgedOneIsNot() throws IOException, InterruptedException, GeneralSecurityException {
        try (Stage stage = Stage.standard(3)) {
            stage.write("membersync.yaml", FILE);
            int port = 0;
            // snippet: live
            try (Tenant tenant = Tenant.open(TenantConfig.read(Path.of("membersync.yaml")));
                    LiveSync live = tenant.live();
                    HookReceiver receiver = HookReceiver.start(tenant.hooks(live), port)) {
                live.start(); // reads everything once, then follows hooks, polls and full lists
                untilStopped(receiver);
            }
            // end
        }
    }

    private static void untilStopped(HookReceiver receiver)
            throws IOException, InterruptedException, GeneralSecurityException {
        String body = "{\"system\":\"memberships\",\"id\":\"m00001\",\"timestamp\":\""
                + Time.system().instant() + "\"}";

        assertThat(post(receiver, body, "sha256=" + mac(body))).isEqualTo(200);
        assertThat(post(receiver, body, "sha256=" + mac("forged"))).isEqualTo(401);
    }

    private static int post(HookReceiver receiver, String body, String signature)
            throws IOException, InterruptedException {
        URI hook = URI.create("http://127.0.0.1:" + receiver.port() + "/hooks/generic");
        HttpRequest request = HttpRequest.newBuilder(hook)
                .header("X-Membersync-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String mac(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("HOOK_SECRET").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
