package dev.membersync.examples.middleware.web;

import dev.membersync.sync.LiveSync;
import dev.membersync.sync.config.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How things stand, and the button that lets a paused workflow go on. */
@Controller
final class OverviewPage {
    private static final int MOST = 1_000;

    private final Tenant tenant;
    private final LiveSync live;

    OverviewPage(Tenant tenant, LiveSync live) {
        this.tenant = tenant;
        this.live = live;
    }

    @GetMapping("/")
    String show(Model page) {
        page.addAttribute("status", live.status());
        page.addAttribute("reviews", tenant.engine().queues().reviews(MOST).size());
        page.addAttribute("limits", tenant.limits());
        return "overview";
    }

    /** The number is the one that was shown, so that nobody approves more than was seen. */
    @PostMapping("/resume")
    String resume(@RequestParam String workflow, @RequestParam long number, RedirectAttributes next) {
        boolean resumed = live.resume(workflow, number);
        next.addFlashAttribute(
                resumed ? "done" : "problem",
                resumed ? "The workflow goes on" : "It waits with another number now; look again");
        return "redirect:/";
    }
}
