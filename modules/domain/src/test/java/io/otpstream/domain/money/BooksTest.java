package io.otpstream.domain.money;

import static io.otpstream.domain.money.AccountWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** However calls, answers, events and readings interleave. */
class BooksTest {

    private static final long PRICE = 3_500;
    private static final Duration BUSY = Duration.ofMinutes(70);
    private static final Duration READ_FOR = Duration.ofMinutes(130);

    @Property(tries = 300)
    void anHonestWorldHasNothingUnexplained(@ForAll long seed) {
        Random random = new Random(seed);
        AccountWorld world = new AccountWorld(random);
        randomOrders(world, random);
        for (int i = random.nextInt(4); i > 0; i--) {
            world.deposit(in(random, BUSY), 1 + random.nextInt(200_000));
        }
        world.readings(READ_FOR);

        List<Page> pages = world.run();

        assertThat(pages).isNotEmpty().allSatisfy(page -> {
            assertThat(page.unexplainedIdr()).isZero();
            assertThat(page.depositsIdr()).isNotNegative();
            addsUp(page);
        });
        assertThat(world.books().outsideIdr()).as("in quiet times all is known").isEqualTo(world.outsideIdr());
        assertThat(world.books().past()).extracting(Totals::lockedIdr).isEqualTo(0L);
    }

    @Property(tries = 200)
    void whatIsStolenIsFoundToTheRupiahOnceItIsQuiet(@ForAll long seed) {
        Random random = new Random(seed);
        AccountWorld world = new AccountWorld(random);
        randomOrders(world, random);
        long stolen = 0;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            world.theft(in(random, BUSY), PRICE);
            stolen += PRICE;
        }
        world.readings(READ_FOR);

        List<Page> pages = world.run();

        assertThat(world.books().goneIdr()).isEqualTo(stolen);
        assertThat(pages).allSatisfy(BooksTest::addsUp);
    }

    @Property(tries = 200)
    void theftOfOneOrdersPriceIsFoundWithinThreeReadings(@ForAll long seed) {
        Random random = new Random(seed);
        AccountWorld world = new AccountWorld(random);
        IntStream.range(0, 10)
                .forEach(minute -> world.order(
                        START.plusSeconds(60L * minute + 20 + random.nextInt(15)),
                        PRICE,
                        false,
                        Duration.ofSeconds(5)));
        int minute = 3 + random.nextInt(4);
        world.theft(START.plusSeconds(60L * minute + 5), PRICE);
        world.readings(Duration.ofMinutes(minute + 4));

        List<Page> pages = world.run();

        // The reading of the next minute shows it, and the second one after that settles it.
        assertThat(pages).hasSize(minute + 2);
        assertThat(pages.get(minute).unexplainedIdr()).isZero();
        assertThat(pages.getLast().unexplainedIdr()).isEqualTo(-PRICE);
    }

    @Test
    void anOrderThatIsHeardOfTooLateMakesUpForWhatItLeftUnexplained() {
        Books books = Books.begun(reading(0, 10_000), List.of()).settle(reading(60, 6_500), List.of());
        assertThat(books.page().unexplainedIdr()).isEqualTo(-PRICE);
        Move late = new Move(START.plusSeconds(30), START.plusSeconds(200), PRICE, 0, PRICE, 0);

        books = books.heard(late).settle(reading(300, 6_500), List.of(late));

        // While the order is open it may have been given back already; its end tells.
        Move end = new Move(START.plusSeconds(30), START.plusSeconds(320), 0, 0, -PRICE, 0);
        assertThat(books.goneIdr()).isEqualTo(PRICE);
        books = books.heard(end).settle(reading(400, 6_500), List.of(late, end));
        assertThat(books.page().unexplainedIdr()).isZero();
        assertThat(books.page().depositsIdr()).isZero();
        assertThat(books.goneIdr()).isZero();
    }

    @Test
    void aDearerOrderThanTheCatalogueSaidIsUnexplained() {
        Books books = Books.begun(reading(0, 10_000), List.of());
        Move placed = new Move(START.plusSeconds(20), START.plusSeconds(21), PRICE, 0, PRICE, 0);
        Move code = new Move(START.plusSeconds(20), START.plusSeconds(40), 0, 0, -PRICE, 0);

        books = books.settle(reading(60, 10_000 - PRICE - 200), List.of(placed, code));

        assertThat(books.page().unexplainedIdr()).isEqualTo(-200);
        assertThat(books.page().chargesIdr()).isEqualTo(PRICE);
    }

    @Test
    void anHourBeginsWithWhatTheLastOneEndedWith() {
        Books books = Books.begun(reading(3_000, 10_000), List.of())
                .settle(reading(3_500, 12_000), List.of())
                .settle(reading(3_700, 12_500), List.of());

        Page page = books.page();
        assertThat(page.hour()).isEqualTo(START.plusSeconds(3_600));
        assertThat(page.opening().balanceIdr()).isEqualTo(12_000);
        assertThat(page.opening().at()).isEqualTo(START.plusSeconds(3_500));
        assertThat(page.depositsIdr()).isEqualTo(500);
    }

    private static void randomOrders(AccountWorld world, Random random) {
        for (int i = random.nextInt(80); i > 0; i--) {
            Duration lasts = Duration.ofMillis(random.nextInt(200_000));
            world.order(in(random, BUSY), PRICE + 500L * random.nextInt(3), random.nextBoolean(), lasts);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            world.orderInDoubt(in(random, BUSY), PRICE, random.nextBoolean());
        }
    }

    private static Instant in(Random random, Duration howLong) {
        // After the first reading: what was gone before, nobody has ever seen.
        return START.plusSeconds(10).plusMillis(random.nextInt((int) howLong.toMillis()));
    }

    private static Reading reading(long second, long balanceIdr) {
        return new Reading(START.plusSeconds(second), START.plusSeconds(second), balanceIdr);
    }

    private static void addsUp(Page page) {
        assertThat(page.opening().balanceIdr()
                        + page.depositsIdr()
                        - page.chargesIdr()
                        + page.refundsIdr()
                        + page.unexplainedIdr())
                .isEqualTo(page.closing().balanceIdr());
    }
}
