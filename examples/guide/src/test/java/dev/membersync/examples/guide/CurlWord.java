package dev.membersync.examples.guide;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Sends a request to a server of the page. An answer that is an error has to be said: {@code # HTTP 409}. */
final class CurlWord implements ShellWord {
    private static final int FIRST_ERROR = 400;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public void run(CommandLine line, Walk walk) {
        String method = "GET";
        String body = "";
        HttpRequest.Builder request = HttpRequest.newBuilder();
        List<String> words = line.after(1);
        for (int at = 0; at < words.size(); at++) {
            switch (words.get(at)) {
                case "-X" -> method = words.get(++at);
                case "-d" -> body = words.get(++at);
                case "-H" -> at++;
                case "-s" -> {}
                default -> request.uri(URI.create(walk.ports().bound(words.get(at))));
            }
        }
        headers(words, request);
        send(request.method(method, BodyPublishers.ofString(body)).build(), line, walk);
    }

    private static void headers(List<String> words, HttpRequest.Builder request) {
        for (int at = 0; at < words.size() - 1; at++) {
            if (words.get(at).equals("-H")) {
                String[] header = words.get(at + 1).split(": ", 2);
                request.header(header[0], header[1]);
            }
        }
    }

    private void send(HttpRequest request, CommandLine line, Walk walk) {
        try {
            HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
            walk.printed(new Printed(0, reply.body(), reply.body()));
            boolean said = line.comment().equals("HTTP " + reply.statusCode());
            if (reply.statusCode() >= FIRST_ERROR && !said) {
                throw new Mistake(request.uri() + " answered " + reply.statusCode() + " " + reply.body());
            }
        } catch (IOException e) {
            throw new Mistake("nobody listens at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
