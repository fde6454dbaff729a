package dev.membersync.examples.syncapp;

/** What can follow a command. */
enum Option {
    CONFIG("--config", "FILE", "the configuration; default membersync.yaml"),
    JSON("--json", "", "one JSON object on standard output"),
    DEBUG("--debug", "", "stack traces of failures"),
    CANARY("--canary", "N", "work on at most N members"),
    APPROVE("--approve", "DIGEST", "let exactly the plan with this digest pass"),
    REJECT("--reject", "DIGEST", "withdraw the plan of prices that waits with this digest"),
    SETTLE("--settle", "ID", "end the incident of prices with this id, which a person has put right by hand"),
    DEEP("--deep", "", "read every linked ticket and compare answers too"),
    QUICK("--quick", "", "skip the plan that counts the mails"),
    LIMIT("--limit", "N", "list at most N of each workflow; default 100"),
    VALUES("--values", "", "read and show what both sides have now; personal data"),
    SEEN("--seen", "HASH", "answer what was shown under this name, not what is there now"),
    PLAN("--plan", "FILE", "make the operations of this plan and no others; plan --json writes one"),
    EVIDENCE("--evidence", "DIR", "the folder of sealed files of results; ids, no personal values"),
    CSV("--csv", "FILE", "write the registrations to be made for an import by hand; personal data"),
    KIND("--kind", "K", "everybody who was given up for this kind of reason"),
    ALL("--all", "", "everybody who was given up"),
    REASON("--reason", "TEXT", "why it is dropped; no personal data"),
    OUT("--out", "FILE", "write the page to this file; default standard output"),
    CHECK("--check", "FILE", "compare the page in this file with what runs, and end with 1 when they differ"),
    FIGURES("--figures", "DIR", "read both services and write each event's figures: HTML, JSON, CSV, OpenMetrics"),
    SHARED("--shared", "", "hide figures about fewer than five people"),
    WORKFLOW("--workflow", "ID", "work on this workflow alone"),
    ROTATE("--rotate", "", "sign with a new key from now on; tickets that were handed out stay good"),
    REVOKE_KEY("--revoke-key", "N", "a key that others may hold counts no more; its tickets are issued again"),
    KIT("--kit", "FILE", "write what a door without a network needs; for that device alone"),
    OFFLINE("--offline", "KIT", "serve the page from a kit alone: no configuration, no store, no network"),
    MERGE("--merge", "FILE", "take the scans that a door without a network left"),
    DRY_RUN("--dry-run", "", "say what would be done; reads only"),
    CANCEL("--cancel", "", "take an erasure back whose grace is not over"),
    EXPORT("--export", "DIR", "write what is held of the person into this folder; personal data"),
    RETIRE("--retire", "", "delete what is remembered of events that are long over"),
    PORT("--port", "N", "port of the page; 0 takes a free one"),
    MEMBERSHIPS_PORT("--memberships-port", "N", "loopback port; 0 takes a free one"),
    ACCELEVENTS_PORT("--accelevents-port", "N", "loopback port; 0 takes a free one"),
    PROFILE("--profile", "standard|highlevel", "what the Memberships fake speaks; default standard"),
    SEED("--seed", "S", "seed of the sample data; default 1"),
    MEMBERS("--members", "N", "number of sample members; default 120"),
    RATE("--rate", "CALLS/SECONDS", "rate limit of both fakes, such as 100/10; default none"),
    SCRIPT("--script", "FILE", "admin requests to apply at start, one JSON object a line");

    private final String flag;
    private final String value;
    private final String help;

    Option(String flag, String value, String help) {
        this.flag = flag;
        this.value = value;
        this.help = help;
    }

    String flag() {
        return flag;
    }

    boolean takesValue() {
        return !value.isEmpty();
    }

    /** The option with its value, as the help shows it. */
    String form() {
        return takesValue() ? flag + " " + value : flag;
    }

    String help() {
        return help;
    }
}
