package dev.membersync.sync.store;

import java.util.List;

/** The audit in memory. */
final class MemoryAudit implements Audit {
    private final MemoryRows rows;

    MemoryAudit(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void append(AuditRow row) {
        AuditRow kept = new AuditRow(
                Micros.kept(row.at()),
                row.userId(),
                row.ticket(),
                row.situation(),
                row.operation(),
                row.fields(),
                row.outcome());
        rows.audit.put(rows.audit.lastKey().orElse(0L) + 1, kept);
    }

    @Override
    public List<AuditRow> newest(int limit) {
        return rows.audit.newestFirst().limit(limit).toList();
    }

    @Override
    public List<Entry> page(long after, int limit) {
        return rows.audit
                .keysAfter(after)
                .limit(limit)
                .map(seq -> new Entry(seq, rows.audit.find(seq).orElseThrow()))
                .toList();
    }

    @Override
    public long count() {
        return rows.audit.size();
    }
}
