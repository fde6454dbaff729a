package dev.membersync.client.policy;

import dev.membersync.client.time.Time;
import java.util.HashMap;
import java.util.Map;

final class MemoryLedger implements RateLedger {
    private final Time time;
    private final Map<String, byte[]> pages = new HashMap<>();

    MemoryLedger(Time time) {
        this.time = time;
    }

    @Override
    public synchronized void write(String credential, Entry entry) {
        byte[] page = pages.getOrDefault(credential, new byte[0]).clone();
        pages.put(credential, entry.write(page, time.nanos(), "").clone());
    }
}
