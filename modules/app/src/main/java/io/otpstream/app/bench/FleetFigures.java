package io.otpstream.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one fleet has used its budget.
 *
 * @param minutes requests in each full minute without a change of members
 * @param membershipMinutes requests in each minute from a kill until a minute after its replacement was ready
 * @param largestSlidingMinute the most requests in any minute since the start
 * @param api429 answers with status 429
 * @param smallestBacklog the fewest requests that have waited at any moment
 * @param deaths instances that ended by themselves
 */
record FleetFigures(
        List<Integer> minutes,
        List<Integer> membershipMinutes,
        int largestSlidingMinute,
        long api429,
        int smallestBacklog,
        long deaths) {

    FleetFigures {
        minutes = List.copyOf(minutes);
        membershipMinutes = List.copyOf(membershipMinutes);
    }

    /** Of what the token allows, on average. */
    double usedShare() {
        return minutes.stream().mapToInt(Integer::intValue).average().orElse(0) / FleetSettings.LIMIT;
    }

    /** Of what the token allows, in the worst minute. */
    double minMinuteShare() {
        return (double) minutes.stream().mapToInt(Integer::intValue).min().orElse(0) / FleetSettings.LIMIT;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("used_share", rounded(usedShare()));
        json.put("min_minute_share", rounded(minMinuteShare()));
        json.put("minutes", minutes);
        json.put("membership_minutes", membershipMinutes);
        json.put("max_sliding_minute", largestSlidingMinute);
        json.put("api_429", api429);
        json.put("smallest_backlog", smallestBacklog);
        json.put("deaths", deaths);
        return json;
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
