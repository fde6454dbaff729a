package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.VerifyReport;
import dev.membersync.sync.config.Tenant;
import java.util.List;
import java.util.Set;

final class VerifyCommand implements Command {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "compare both sides as they are now; reads only";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.DEEP, Option.EVIDENCE);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        return Session.run(
                args,
                console,
                surroundings,
                tenant -> Evidence.of(args, tenant, surroundings)
                        .keep(Gate.VERIFY, () -> verify(tenant, args.has(Option.DEEP), console)));
    }

    static Outcome verify(Tenant tenant, boolean deep, Console console) {
        VerifyReport report = tell(tenant.engine().verify(deep), console);
        return new Outcome(
                report.isClean() ? Exit.DONE : Exit.OPEN, Counts.NONE, tenant.calls(), Facts.verification(report));
    }

    static VerifyReport tell(VerifyReport report, Console console) {
        console.figure(report.pairs(), "{member|members} with a ticket");
        console.figure(report.equal(), "of them {agrees|agree}");
        console.figure(report.aligned(), "of them {has|have} two records that name each other");
        tell(report.mismatches(), "differ", console);
        tell(report.missing(), "members should be registered and are not", console);
        tell(report.duplicates(), "tickets are second ones of a member, or have two members", console);
        tell(report.orphans(), "tickets carry our note and belong to no linked member", console);
        tell(report.payments(), "payments are not on record as they are", console);
        tell(report.access(), "tickets have access and money that do not go together", console);
        tell(report.unaligned(), "pairs do not name each other, although their records could", console);
        tell(
                report.sameHolders(),
                "other tickets have a member's name and address, which may be as it should be",
                console);
        return report;
    }

    private static void tell(List<String> found, String what, Console console) {
        if (!found.isEmpty()) {
            console.figure(found.size(), what);
            console.list(found);
        }
    }
}
