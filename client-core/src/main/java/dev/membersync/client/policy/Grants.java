package dev.membersync.client.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The permits that were given to all processes: an exact log of batches. A batch may be used until its end, which is the
 * end of its hold until its holder tells when it used the last one. Not thread-safe.
 */
final class Grants {
    /** A window is remembered in at most about so many batches of each party. */
    private static final int GRAINS = 512;

    private final List<Batch> batches = new ArrayList<>();
    private long lastId;

    private record Batch(long id, long party, long at, long end, int permits) {}

    /** Gives one permit more to the batch of this number, which may be new. */
    void add(long id, long party, long at, long end) {
        int last = batches.size() - 1;
        if (last >= 0 && batches.get(last).id() == id) {
            batches.set(last, new Batch(id, party, at, end, batches.get(last).permits() + 1));
        } else {
            batches.add(new Batch(id, party, at, end, 1));
        }
    }

    /** A number for a batch that was not given before; never 0. */
    long nextId() {
        return ++lastId;
    }

    /**
     * A holder tells what became of its batch.
     *
     * @param usedFor how long after the giving the last permit was used
     * @return how many permits came back
     */
    int settle(long id, long usedFor, int unused, long window) {
        for (int i = batches.size() - 1; i >= 0; i--) {
            Batch batch = batches.get(i);
            if (batch.id() == id) {
                int back = Math.min(unused, batch.permits());
                batches.remove(i);
                keep(
                        i,
                        new Batch(
                                0,
                                batch.party(),
                                batch.at(),
                                Math.min(batch.end(), batch.at() + usedFor),
                                batch.permits() - back),
                        window / GRAINS);
                return back;
            }
        }
        return 0;
    }

    private void keep(int index, Batch used, long grain) {
        if (used.permits() == 0) {
            return;
        }
        for (int i = index - 1; i >= 0 && used.end() - batches.get(i).at() <= grain; i--) {
            Batch near = batches.get(i);
            if (near.id() == 0 && near.party() == used.party()) {
                long end = Math.max(near.end(), used.end());
                batches.set(i, new Batch(0, near.party(), near.at(), end, near.permits() + used.permits()));
                return;
            }
        }
        batches.add(index, used);
    }

    /** How many permits may have been used after a time. */
    int usedAfter(long time) {
        int permits = 0;
        for (Batch batch : batches) {
            permits += batch.end() - time > 0 ? batch.permits() : 0;
        }
        return permits;
    }

    /** How many of them by one party. */
    int usedAfter(long time, long party) {
        int permits = 0;
        for (Batch batch : batches) {
            permits += batch.party() == party && batch.end() - time > 0 ? batch.permits() : 0;
        }
        return permits;
    }

    /** How many permits were given after a time. */
    int givenAfter(long time) {
        int permits = 0;
        for (Batch batch : batches) {
            permits += batch.at() - time > 0 ? batch.permits() : 0;
        }
        return permits;
    }

    /** The first end after a time; that time itself when there is none. */
    long nextEnd(long time) {
        long next = Long.MAX_VALUE;
        for (Batch batch : batches) {
            next = batch.end() - time > 0 ? Math.min(next, batch.end()) : next;
        }
        return next == Long.MAX_VALUE ? time : next;
    }

    void forgetUntil(long time) {
        batches.removeIf(batch -> batch.end() - time <= 0);
    }

    void write(PageWriter page, long now) {
        List<Long> parties = batches.stream().map(Batch::party).distinct().toList();
        page.put(parties.size());
        parties.forEach(page::put);
        page.put(lastId);
        page.put(batches.size());
        for (Batch batch : batches) {
            page.put(batch.id() == 0 ? 0 : lastId - batch.id() + 1);
            page.put(parties.indexOf(batch.party()));
            page.put(now - batch.at());
            page.put(batch.end() - batch.at());
            page.put(batch.permits());
        }
    }

    void read(PageReader page, long written) {
        long[] parties = new long[page.count()];
        Arrays.setAll(parties, i -> page.number());
        lastId = page.number();
        for (int left = page.count(); left > 0; left--) {
            long age = page.number();
            long party = parties[page.small()];
            long at = written - page.number();
            batches.add(new Batch(age == 0 ? 0 : lastId - age + 1, party, at, at + page.number(), page.small()));
        }
    }
}
