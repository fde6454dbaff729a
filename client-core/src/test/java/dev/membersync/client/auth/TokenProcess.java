package dev.membersync.client.auth;

import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.http.JdkTransport;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.Json;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.policy.Safety;
import dev.membersync.client.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A second process: each line it reads is a token that was rejected, or empty; each line it prints is the token it got. */
final class TokenProcess implements AutoCloseable {
    private static final Operation TOKEN =
            Operation.of("oauth.token", "POST", "/oauth/token", Safety.ONCE_ONLY, Confidence.SPEC, "test");

    private final Process process;
    private final BufferedReader out;

    private TokenProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.US_ASCII);
    }

    static TokenProcess start(Path folder, String url) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        List<String> command = List.of(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-cp",
                System.getProperty("java.class.path"),
                TokenProcess.class.getName(),
                folder.toString(),
                url);
        return new TokenProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void ask(String rejected) throws IOException {
        process.getOutputStream().write((rejected + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    String answer() throws IOException {
        return String.valueOf(out.readLine());
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        RenewingTokens tokens = tokens(Path.of(args[0]), args[1]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(token(tokens, line));
        }
    }

    static String token(RenewingTokens tokens, String rejected) {
        Optional<AccessToken> refused = Optional.of(rejected)
                .filter(text -> !text.isEmpty())
                .map(Secret::of)
                .map(AccessToken::of);
        try {
            return tokens.token(refused).join().value().reveal();
        } catch (CompletionException e) {
            return e.getCause() instanceof AuthException refusal
                    ? refusal.reason() + " " + refusal.getMessage()
                    : String.valueOf(e.getCause());
        }
    }

    /** Over the real transport and the real clock. */
    static RenewingTokens tokens(Path folder, String url) {
        ApiClient client = ApiClient.builder(URI.create(url), JdkTransport.create(), Time.system())
                .retry(RetryPolicy.none())
                .build();
        return RenewingTokens.builder(FileTokenStore.open(folder), "loc-1", current -> renew(client, current))
                .build();
    }

    private static CompletableFuture<Grant> renew(ApiClient client, Optional<Grant> current) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", current.flatMap(Grant::refreshToken).orElseThrow());
        return client.call(TOKEN)
                .form(form)
                .reader(body -> Json.object(
                        body,
                        fields -> Grant.of(Secret.of(fields.text("access_token").orElseThrow()))
                                .refreshToken(
                                        Secret.of(fields.text("refresh_token").orElseThrow()))))
                .executeAsync();
    }
}
