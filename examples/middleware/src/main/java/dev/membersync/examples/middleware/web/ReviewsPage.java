package dev.membersync.examples.middleware.web;

import dev.membersync.sync.Queues;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a person: the list without values, one question with what both sides show now, and the answer. */
@Controller
@RequestMapping("/reviews")
final class ReviewsPage {
    private static final int MOST = 100;

    private final Tenant tenant;

    ReviewsPage(Tenant tenant) {
        this.tenant = tenant;
    }

    @GetMapping
    String list(Model page) {
        page.addAttribute("reviews", queues().reviews(MOST));
        return "reviews";
    }

    // snippet: reviews
    /** Reads both sides for this page alone, a few calls; the live run goes on meanwhile. */
    @GetMapping("/one")
    String one(@RequestParam String id, Model page) {
        page.addAttribute("asked", queues().liveReview(id));
        return "review";
    }

    /** The answer holds for what was shown; where that has changed since, the question is asked again. */
    @PostMapping("/one")
    String decide(
            @RequestParam String id,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String value,
            @RequestParam String seen,
            RedirectAttributes next) {
        try {
            queues().decide(id, Answer.parse(answer.equals("value") ? "value=" + value : answer), seen);
        } catch (AnswerException | IllegalArgumentException e) {
            next.addFlashAttribute("problem", String.valueOf(e.getMessage()));
            return "redirect:/reviews";
        }
        next.addFlashAttribute("done", "Answered: the live run acts upon it");
        return "redirect:/reviews";
    }
    // end

    private Queues queues() {
        return tenant.engine().queues();
    }
}
