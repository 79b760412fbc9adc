package io.otpstream.streams.calls;

import io.otpstream.domain.plan.Lane;
import io.otpstream.streams.calls.ApiCalls.Admission;
import java.util.Collection;
import java.util.Optional;

/** One who asks the dispatcher; there are as many as steps of tasks, and none is equal to another. */
final class TaskAsker implements ApiCalls.Asker {

    private final Dispatcher dispatcher;

    TaskAsker(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public Admission ask(Bid bid) {
        return dispatcher.ask(this, bid);
    }

    @Override
    public boolean isAhead(Bid bid, Bid other) {
        return dispatcher.isAhead(bid, other);
    }

    @Override
    public void rest() {
        dispatcher.rest(this);
    }

    @Override
    public Optional<Lane> nextOf(Collection<Lane> waiting) {
        return dispatcher.nextOf(waiting);
    }

    @Override
    public boolean joins(Lane lane) {
        return dispatcher.joins(lane);
    }

    @Override
    public void notPlaced(int orders) {
        dispatcher.notPlaced(orders);
    }

    @Override
    public void report(Workload workload) {
        dispatcher.report(this, workload);
    }

    @Override
    public void close() {
        dispatcher.leave(this);
    }
}
