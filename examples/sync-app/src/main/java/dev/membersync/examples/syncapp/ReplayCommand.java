package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.Queues;
import dev.membersync.sync.config.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ReplayCommand implements Command {
    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "have members that were given up tried again by the next sync";
    }

    @Override
    public String arguments() {
        return "[USER]";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.KIND, Option.ALL);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        List<String> users = args.arguments();
        int ways = users.size() + (args.has(Option.KIND) ? 1 : 0) + (args.has(Option.ALL) ? 1 : 0);
        if (ways != 1) {
            throw AppException.usage("write replay USER, replay --kind K or replay --all");
        }
        return Session.run(args, console, surroundings, tenant -> replay(tenant, users, args, console));
    }

    private static Outcome replay(Tenant tenant, List<String> users, Args args, Console console) {
        Queues queues = tenant.engine().queues();
        Optional<String> kind = args.text(Option.KIND);
        if (!users.isEmpty() && !queues.replay(users.get(0))) {
            throw DeadLettersCommand.nobody(tenant, users.get(0));
        }
        long number = users.isEmpty() ? kind.map(queues::replayAll).orElseGet(queues::replayAll) : 1;
        console.figure(number, "{member is|members are} tried again by the next sync");
        return new Outcome(Exit.DONE, Counts.NONE, tenant.calls(), Facts.map("replayed", number));
    }
}
