package dev.membersync.testkit;

import java.util.List;

/** A fake whose faults and limits are set, and whose logs are read, from outside. */
public interface Fake extends FakeService {
    /** What it can be asked; fault plans name these ids. */
    List<Operation> operations();

    /** Sets the faults from the next request on; the call counters start again. */
    void faults(FaultPlan plan);

    /** Sets the rate limit; its window starts empty. */
    void rate(RateRule rule);

    /** Every request. */
    RequestLog requests();

    /** Every change that a request caused. */
    WriteLog writes();
}
