package dev.membersync.examples.middleware.web;

import dev.membersync.client.time.Time;
import dev.membersync.eventops.checkin.ScanRequest;
import dev.membersync.examples.middleware.Doors;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page for hand scanners and keyboards. A result is shown after a redirect, so that loading it again scans nothing. */
@Controller
@RequestMapping("/check-in")
@SessionAttributes("scanner")
final class CheckInPage {
    private static final int SHOWN = 3;

    private final Doors doors;
    private final Time time;
    private final boolean demo;

    CheckInPage(Doors doors, Time time, Environment environment) {
        this.doors = doors;
        this.time = time;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute("scanner")
    Scanner scanner() {
        return Scanner.fresh();
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "main") String gate, Model page) {
        page.addAttribute("gate", gate);
        page.addAttribute("config", doors.config());
        if (demo) {
            page.addAttribute("codes", doors.codes(SHOWN));
        }
        return "check-in";
    }

    // snippet: scan
    @PostMapping
    String scan(
            @RequestParam String code,
            @RequestParam String gate,
            @ModelAttribute(name = "scanner", binding = false) Scanner scanner,
            RedirectAttributes next) {
        next.addAttribute("gate", gate);
        ScanRequest request = ScanRequest.entry(scanner.next(), code, gate, time.instant(), time.nanos());
        try {
            next.addFlashAttribute("result", doors.scan(request).map(Shown::of).orElseGet(Shown::closed));
        } catch (IllegalArgumentException noSuchGate) {
            next.addFlashAttribute("result", Shown.ask("This device", String.valueOf(noSuchGate.getMessage())));
        }
        return "redirect:/check-in";
    }
    // end
}
