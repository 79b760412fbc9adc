package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FleetReportTest {

    private static final FleetSettings SETTINGS = new FleetSettings(2, 7, List.of(1, 2));
    private static final FleetFigures GOOD = new FleetFigures(List.of(297, 295), List.of(), 300, 0, 12, 0);
    private static final FleetFigures CHANGED = new FleetFigures(List.of(297, 294), List.of(150, 280), 299, 0, 8, 0);
    private static final FleetFigures BASELINE = new FleetFigures(List.of(180, 174), List.of(), 190, 0, 40, 0);

    @Test
    void whatReachesTheTargetsIsRight() {
        assertThat(report(Map.of(1, GOOD, 2, CHANGED)).violations()).isEmpty();
    }

    @Test
    void everyTargetThatIsMissedIsNamed() {
        FleetFigures bad = new FleetFigures(List.of(290, 284), List.of(), 301, 2, 0, 1);

        assertThat(report(Map.of(1, bad)).violations())
                .containsExactly(
                        "1 instance: used 95.7 % of the budget, less than 97.0 %",
                        "1 instance: used 94.7 % in its worst minute, less than 95.0 %",
                        "1 instance: 301 requests in a sliding minute, more than 300",
                        "1 instance: 2 answers with status 429",
                        "1 instance: the backlog was empty",
                        "1 instance: 1 instances ended by themselves");
    }

    @Test
    void theBaselineMayUseLittleButMustHaveHadWorkToDo() {
        FleetFigures idle = new FleetFigures(List.of(10), List.of(), 10, 0, 0, 1);

        assertThat(new FleetReport(SETTINGS, sorted(Map.of(2, GOOD)), sorted(Map.of(2, idle))).violations())
                .containsExactly(
                        "2 instances: static split: 1 instances ended by themselves",
                        "2 instances: static split: the backlog was empty");
    }

    @Test
    void aTableShowsTheBaselineBeside() {
        assertThat(report(Map.of(1, GOOD, 2, CHANGED)).text().lines())
                .containsExactly(
                        "fleet: requests per minute of 300, 90.0 % of the work on one partition",
                        "INSTANCES  SPLIT     USED  WORST MINUTE  LARGEST SLIDING MINUTE  429  WHILE MEMBERS CHANGE",
                        "        1  demand  98.7 %        98.3 %                     300    0",
                        "        2  demand  98.5 %        98.0 %                     299    0  150 280",
                        "        2  static  59.0 %        58.0 %                     190    0");
    }

    @Test
    void programsReadTheSame() {
        assertThat(report(Map.of(1, GOOD, 2, CHANGED)).json())
                .isEqualTo(("{'seed':7,'minutes':2,'limit_per_minute':300,'sizes':{"
                                + "'1':{'used_share':0.9867,'min_minute_share':0.9833,'minutes':[297,295],"
                                + "'membership_minutes':[],'max_sliding_minute':300,'api_429':0,"
                                + "'smallest_backlog':12,'deaths':0},"
                                + "'2':{'used_share':0.985,'min_minute_share':0.98,'minutes':[297,294],"
                                + "'membership_minutes':[150,280],'max_sliding_minute':299,'api_429':0,"
                                + "'smallest_backlog':8,'deaths':0,"
                                + "'static':{'used_share':0.59,'min_minute_share':0.58,'minutes':[180,174],"
                                + "'membership_minutes':[],'max_sliding_minute':190,'api_429':0,"
                                + "'smallest_backlog':40,'deaths':0}}}}")
                        .replace('\'', '"'));
    }

    private static FleetReport report(Map<Integer, FleetFigures> byDemand) {
        return new FleetReport(
                SETTINGS, sorted(byDemand), sorted(byDemand.containsKey(2) ? Map.of(2, BASELINE) : Map.of()));
    }

    private static SortedMap<Integer, FleetFigures> sorted(Map<Integer, FleetFigures> figures) {
        return new TreeMap<>(figures);
    }
}
