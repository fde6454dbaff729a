package dev.membersync.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members, list rows and payments. Guarded by the switchboard. */
final class MembershipsState implements MemberShelf {
    private final Map<String, FakeMember> members = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();
    private final Map<String, FakePayment> payments = new LinkedHashMap<>();
    private final MembershipsSwitches switches;
    private final WriteSink writes;

    MembershipsState(MembershipsSwitches switches, WriteSink writes) {
        this.switches = switches;
        this.writes = writes;
    }

    MembershipsSwitches switches() {
        return switches;
    }

    @Override
    public List<FakeMember> all() {
        return List.copyOf(members.values());
    }

    @Override
    public Optional<FakeMember> find(String userId) {
        return Optional.ofNullable(members.get(userId));
    }

    @Override
    public void put(FakeMember member) {
        if (members.put(member.userId(), member) == null) {
            rows.add(member.userId());
        }
    }

    @Override
    public void remove(String userId) {
        members.remove(userId);
        rows.removeIf(userId::equals);
    }

    @Override
    public void repeat(String userId, int place) {
        rows.add(place < 0 ? rows.size() : place, userId);
    }

    @Override
    public List<FakeMember> listed() {
        List<FakeMember> listed = new ArrayList<>(rows.size());
        for (String id : rows) {
            Optional.ofNullable(members.get(id)).ifPresent(listed::add);
        }
        return listed;
    }

    /** One page of that list; it costs what its rows cost, however long the list is. */
    List<FakeMember> listed(long first, long size) {
        int from = (int) Math.min(first, rows.size());
        List<FakeMember> page = new ArrayList<>();
        for (String id : rows.subList(from, (int) Math.min(from + size, rows.size()))) {
            Optional.ofNullable(members.get(id)).ifPresent(page::add);
        }
        return page;
    }

    /** How many rows the list has. */
    int rows() {
        return rows.size();
    }

    FakeMember member(String userId) {
        FakeMember member = members.get(userId);
        if (member == null) {
            throw MembershipsDialect.noSuchUser(userId);
        }
        return member;
    }

    void update(FakeMember member, Instant now) {
        members.put(member.userId(), member);
        writes.add(now, "user-update", Map.of("userId", member.userId()));
    }

    Map<String, FakePayment> payments() {
        return payments;
    }

    void record(FakePayment payment) {
        payments.put(payment.paymentId(), payment);
        writes.add(
                payment.recordedAt(),
                "payment-record",
                Map.of("paymentId", payment.paymentId(), "userId", payment.userId()));
    }
}
