package dev.membersync.examples.middleware.web;

import dev.membersync.client.error.ApiException;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.store.StoreException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What people read when something cannot be done now. Messages of the library hold no secret and nobody's data. */
@ControllerAdvice
final class Troubles {
    private final Tenant tenant;

    Troubles(Tenant tenant) {
        this.tenant = tenant;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_GATEWAY)
    String service(ApiException failure, Model page) {
        return told(tenant.explain(failure), page);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String store(StoreException failure, Model page) {
        return told(String.valueOf(failure.getMessage()), page);
    }

    /** Somebody else has answered meanwhile, or the question has gone. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String question(AnswerException failure, Model page) {
        return told(String.valueOf(failure.getMessage()), page);
    }

    private static String told(String message, Model page) {
        page.addAttribute("told", message);
        return "error";
    }
}
