package io.otpstream.benchmarks.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuideWorkersTest {

    private static final int WORKERS = 25;

    private final ManualTimetable timetable = new ManualTimetable();
    private final Vendor vendor = new Vendor();
    private final List<Optional<String>> ends = new ArrayList<>();

    @Test
    void aCodeIsTakenAndTheNextNumberOrdered() {
        GuideWorkers.start(GuideVariant.UNPACED, vendor, timetable, ends::add);
        timetable.runUntil(12);
        vendor.texted = true;
        timetable.runUntil(15);

        assertThat(vendor.callsOfFirstOrder()).containsExactly("create 0", "look 5", "look 10", "look 15");
        assertThat(ends).hasSize(WORKERS).contains(Optional.of("o1"));
        assertThat(vendor.orders).isEqualTo(2 * WORKERS);
    }

    @Test
    void withoutACodeTheOrderIsCancelledAfter90Seconds() {
        GuideWorkers.start(GuideVariant.UNPACED, vendor, timetable, ends::add);
        timetable.runUntil(90);

        List<String> looks = Stream.iterate(5, at -> at <= 90, at -> at + 5)
                .map(at -> "look " + at)
                .toList();
        assertThat(vendor.callsOfFirstOrder())
                .startsWith("create 0")
                .containsAll(looks)
                .endsWith("cancel 90")
                .hasSize(looks.size() + 2);
        assertThat(ends).hasSize(WORKERS).containsOnly(Optional.empty());
    }

    /** Answers at once. */
    private final class Vendor implements GuideApi {

        private final List<String> calls = new ArrayList<>();
        private int orders;
        private boolean texted;

        List<String> callsOfFirstOrder() {
            return calls.stream()
                    .filter(call -> call.startsWith("o1 "))
                    .map(call -> call.substring(3))
                    .toList();
        }

        @Override
        public CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit) {
            return answer("o" + ++orders, "create", order("o" + orders, OrderStatus.WAITING));
        }

        @Override
        public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
            return answer(orderId, "look", order(orderId, texted ? OrderStatus.COMPLETED : OrderStatus.WAITING));
        }

        @Override
        public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
            return answer(orderId, "cancel", new CancelAccepted());
        }

        @Override
        public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
            throw new UnsupportedOperationException("the guide's worker has no need of it");
        }

        @Override
        public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
            throw new UnsupportedOperationException("the guide's worker has no need of it");
        }

        @Override
        public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
            throw new UnsupportedOperationException("the guide's worker has no need of it");
        }

        @Override
        public void close() {
            // Nothing is held.
        }

        private <T> CompletionStage<ApiResult<T>> answer(String orderId, String call, T value) {
            calls.add(orderId + " " + call + " "
                    + Duration.ofNanos(timetable.nanos()).toSeconds());
            return CompletableFuture.completedFuture(new ApiResult.Success<>(value));
        }

        private static Order order(String orderId, OrderStatus status) {
            return new Order(
                    orderId, null, status, status == OrderStatus.COMPLETED ? "123456" : null, null, null, null);
        }
    }
}
