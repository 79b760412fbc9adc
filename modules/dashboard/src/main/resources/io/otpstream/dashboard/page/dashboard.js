// The page: what it shows follows from the latest snapshot alone.

import { follow } from "/feed.js";
import { codesPlot, costPlot, ratePlot, timePlot } from "/plots.js";
import * as sections from "/sections.js";

const plots = { rates: ratePlot(), cost: costPlot(), codes: codesPlot(), time: timePlot() };
let latest;

function show(snapshot) {
  latest = snapshot;
  health(snapshot.readiness);
  sections.alerts(snapshot.alerts);
  sections.tiles(snapshot);
  sections.rateTables(snapshot.rates);
  sections.minuteTables(snapshot.orders.minutes);
  sections.money(snapshot.money);
  sections.fleet(snapshot.budget);
  draw();
  sections.setText("updated", `Last change ${new Date().toLocaleTimeString("en-GB")}`);
}

function draw() {
  if (!latest) return;
  sections.plotRates(plots.rates, latest.rates);
  sections.plotCost(plots.cost, latest.rates);
  sections.plotMinutes(plots.codes, plots.time, latest.orders.minutes);
}

function health({ ready, pipeline, tables }) {
  const pill = document.getElementById("health");
  pill.dataset.state = ready ? "live" : "waiting";
  sections.setText("health", ready ? "Live" : !tables ? "Kafka doesn't answer" : !pipeline ? "Pipeline not ready" : "Not ready");
}

function lost() {
  document.getElementById("health").dataset.state = "lost";
  sections.setText("health", "Reconnecting");
}

// Another width has room for another number of countries.
addEventListener("resize", draw);
follow("/api/events", show, lost);
