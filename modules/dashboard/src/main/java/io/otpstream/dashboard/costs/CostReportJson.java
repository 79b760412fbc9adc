package io.otpstream.dashboard.costs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A {@link CostReport} as one JSON object on one line. */
public final class CostReportJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private CostReportJson() {}

    /** The line, without its end. */
    public static String write(CostReport report) {
        CostQuery query = report.query();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("by", query.by().word());
        json.put("from", query.hours().from().toString());
        json.put("to", query.hours().to().toString());
        json.put("rounded_to_hours", query.rounded());
        json.put("currency", Money.IDR);
        json.put("note", query.by().note());
        ArrayNode lines = json.putArray("groups");
        report.lines().forEach(line -> write(line, query.by(), lines.addObject()));
        write(report.total(), json.putObject("total"));
        write(report.balance(), json.putObject("balance"));
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a tree can be written", impossible);
        }
    }

    private static void write(CostLine line, Dimension by, ObjectNode json) {
        String group = line.group();
        if (group != null && by.isId()) {
            json.put(by.field(), Integer.parseInt(group));
        } else {
            json.put(by.field(), group);
        }
        if (by == Dimension.COUNTRY) {
            json.put("country_code", line.countryCode());
        }
        write(line.amounts(), json);
    }

    private static void write(Amounts amounts, ObjectNode json) {
        for (Figure figure : Figure.values()) {
            json.put(figure.word(), figure.of(amounts));
        }
        json.put("amounts_from", word(amounts.amountsFrom()));
    }

    private static void write(BalanceOverview balance, ObjectNode json) {
        balance.sum().ifPresentOrElse(sum -> write(sum, json.putObject("statement")), () -> json.putNull("statement"));
        ArrayNode missing = json.putArray("missing");
        balance.missing().forEach(hours -> missing.addObject()
                .put("from", hours.from().toString())
                .put("to", hours.to().toString()));
        json.put("missing_hours", balance.missingHours());
    }

    private static void write(BalanceSum sum, ObjectNode json) {
        json.put("from", sum.from().toString());
        json.put("to", sum.to().toString());
        json.put("opening_idr", sum.openingIdr());
        json.put("deposits_idr", sum.depositsIdr());
        json.put("charges_idr", sum.chargesIdr());
        json.put("refunds_idr", sum.refundsIdr());
        json.put("unexplained_idr", sum.unexplainedIdr());
        json.put("unstated_idr", sum.unstatedIdr());
        json.put("closing_idr", sum.closingIdr());
        json.put("locked_idr", sum.lockedIdr());
        json.put("amounts_from", word(sum.amountsFrom()));
    }

    private static @Nullable String word(@Nullable PriceSource source) {
        return source == null ? null : source.word();
    }
}
