package io.otpstream.dashboard.api;

import io.javalin.config.RoutesConfig;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Costs;
import io.otpstream.dashboard.costs.CostRecords;
import io.otpstream.dashboard.costs.CostsHandler;
import io.otpstream.dashboard.http.Routes;
import io.otpstream.dashboard.tables.Tables;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Supplier;

/** Where the money went. */
public final class CostRoutes implements Routes {

    private final CostsHandler handler;

    /** @param tables asked for with every request */
    public CostRoutes(Supplier<Tables> tables, InstantSource clock) {
        this.handler = new CostsHandler(new Records(tables), clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/costs", handler);
    }

    private record Records(Supplier<Tables> tables) implements CostRecords {

        @Override
        public Collection<Costs> costs() {
            return tables.get().costs();
        }

        @Override
        public Collection<BalanceStatement> balanceStatements() {
            return tables.get().statements();
        }
    }
}
