package dev.membersync.examples.middleware.web;

import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

// snippet: hooks
/** Hands each delivery to the library as it came: the bytes, the headers and the path, nothing decoded. */
@RestController
final class HookController {
    private final HookHandler hooks;

    HookController(HookHandler hooks) {
        this.hooks = hooks;
    }

    /** All methods: what is no POST is counted and answered by the library, too. */
    @RequestMapping("/hooks/**")
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(HookHandler.LARGEST_BODY + 1);
        Delivery delivery = Delivery.of(headers(request), body)
                .from(request.getRemoteAddr())
                .at(target(request));
        HookAnswer answer = hooks.handle(request.getMethod(), delivery);
        return ResponseEntity.status(answer.status())
                .headers(headers -> answer.headers().forEach(headers::set))
                .build();
    }

    private static Headers headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return Headers.of(headers);
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
// end
