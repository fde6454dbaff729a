package dev.membersync.testkit;

/** Ends the handling of a request before it changed anything, with the reply to send. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FakeReply reply;

    Refusal(FakeReply reply) {
        super("refused with " + reply.status(), null, false, false);
        this.reply = reply;
    }

    FakeReply reply() {
        return reply;
    }
}
