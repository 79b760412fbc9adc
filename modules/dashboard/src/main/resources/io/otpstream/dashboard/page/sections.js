// What each part of the page shows of a snapshot. Texts are set as text: nothing of what is shown is taken for HTML.

import * as format from "/format.js";

const element = id => document.getElementById(id);

export function setText(id, text) {
  const target = element(id);
  if (target.textContent !== text) target.textContent = text;
}

function make(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== null) made.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

const shown = new Map();

/** Only when it differs from last time: a reader, or the focus, may be in it. */
function replace(id, key, make) {
  const now = JSON.stringify(key);
  if (shown.get(id) === now) return;
  shown.set(id, now);
  element(id).replaceChildren(...make());
}

function table(id, headings, rows) {
  replace(id, rows, () => {
    const head = make("thead", null);
    const top = make("tr", null);
    headings.forEach(heading => top.append(make("th", heading, { scope: "col" })));
    head.append(top);
    const body = make("tbody", null);
    rows.forEach(row => {
      const line = make("tr", null);
      row.forEach((cell, index) => line.append(index === 0 ? make("th", cell, { scope: "row" }) : make("td", cell)));
      body.append(line);
    });
    return rows.length === 0 ? [] : [head, body];
  });
}

const sum = (rows, field) => rows.reduce((total, row) => total + (row[field] ?? 0), 0);
const orders = row => Object.values(row.orders ?? {}).reduce((total, count) => total + count, 0);
const count = (number, one, many) => `${format.whole(number)} ${number === 1 ? one : many}`;

/** The most used first. */
export const byUse = rates => [...rates].sort((a, b) => orders(b) - orders(a) || a.country_id - b.country_id);

const label = row => {
  const code = row.country_code ?? String(row.country_id);
  return row.flag ? `${row.flag}\n${code}` : code;
};

function big(id, figure, unit) {
  replace(id, [figure, unit], () => unit ? [make("span", figure), " ", make("small", unit)] : [make("span", figure)]);
}

export function tiles({ rates, orders: all, budget, money, speed }) {
  const weights = rates.filter(row => row.success_rate !== undefined && orders(row) > 0);
  const ended = weights.reduce((total, row) => total + orders(row), 0);
  const success = weights.reduce((total, row) => total + row.success_rate * orders(row), 0) / ended;
  big("tile-success", format.percent(success));
  setText("note-success", ended > 0 ? `${count(ended, "order", "orders")}, ${count(weights.length, "country", "countries")}` : "");

  const hour = all.hour;
  const newest = all.minutes.filter(minute => minute.minutes_ago === 1).at(0);
  big("tile-codes", format.whole(hour.codes));
  setText("note-codes", `${format.whole(newest?.codes ?? 0)} in the last full minute`);
  big("tile-time", format.seconds(hour.p50_seconds_to_code));
  setText("note-time", hour.p95_seconds_to_code === undefined ? "median of the last hour"
    : `median; 95 % within ${format.seconds(hour.p95_seconds_to_code)}`);
  big("tile-age", format.seconds(codeAge(budget)));
  setText("note-age", codeAge(budget) === undefined ? "no code is awaited" : "mean, as the looks are planned");

  big("tile-open", format.whole(all.open));
  setText("note-open", all.waiting === undefined ? "" : waiting(all, budget));

  const sent = budget?.sent_last_minute?.total;
  big("tile-budget", format.whole(sent), budget ? `of ${format.whole(budget.limit_per_minute)}` : "");
  setText("note-budget", budget ? share(sent, budget.limit_per_minute) : "");
  const meter = element("meter-budget");
  meter.max = budget?.limit_per_minute ?? 300;
  meter.value = sent ?? 0;

  big("tile-cost", format.whole(money.codes > 0 ? money.spend_idr / money.codes : undefined), money.codes > 0 ? "IDR" : "");
  setText("note-cost", `${format.rupiah(money.spend_idr)} for ${count(money.codes, "code", "codes")}`);
  big("tile-balance", format.whole(money.balance_idr), money.balance_idr === undefined ? "" : "IDR");
  setText("note-balance", money.balance_at ? `at ${format.moment(money.balance_at)}` : "not read yet");

  element("speed").hidden = speed === 1;
  setText("speed", `simulated, ${format.whole(speed)}× speed`);
}

/** Of all instances that know theirs, by the orders that they watch. */
function codeAge(budget) {
  const watching = (budget?.processes ?? []).filter(each => each.code_age_seconds !== undefined);
  const open = sum(watching, "open_orders");
  return open === 0 ? watching.at(0)?.code_age_seconds
    : watching.reduce((total, each) => total + each.code_age_seconds * each.open_orders, 0) / open;
}

const share = (sent, limit) => sent === 0 ? "none: nothing to do" : `${Math.round(100 * sent / limit)} % of the limit`;

function waiting(all, budget) {
  if (all.waiting === 0) return "no request waits";
  const clear = (budget?.clear_seconds ?? 0) < 1 ? "" : `, served in ${format.length(budget.clear_seconds)}`;
  return `${count(all.waiting, "request waits", "requests wait")}${clear}`;
}

export function rateTables(rates) {
  const rows = byUse(rates);
  table("table-rates", ["Country", "Success", "95 % interval", "Recent", "Orders", "Codes", "No stock", "Median time", "95 % within"],
    rows.map(row => [format.country(row), format.percent(row.success_rate),
      format.interval(row.success_rate_low, row.success_rate_high), format.percent(row.recent_success_rate),
      format.whole(orders(row)), format.whole(row.codes), format.percent(row.no_stock_rate),
      format.seconds(row.p50_seconds_to_code), format.seconds(row.p95_seconds_to_code)]));
  table("table-cost", ["Country", "Per code", "Spent", "Refunded", "Codes"],
    rows.map(row => [format.country(row), format.rupiah(row.cost_per_code_idr), format.rupiah(row.spend_idr),
      format.rupiah(row.refunds_idr), format.whole(row.codes)]));
}

export function minuteTables(minutes) {
  const newestFirst = [...minutes].reverse();
  const ago = minute => minute.minutes_ago === 0 ? "now" : `${minute.minutes_ago} min ago`;
  table("table-codes", ["Minute", "Codes", "Without code", "Numbers rented", "Refused"],
    newestFirst.map(row => [ago(row), format.whole(row.codes), format.whole(row.without_code), format.whole(row.placed),
      format.whole(row.refused)]));
  table("table-time", ["Minute", "Median", "95 % within", "Codes"],
    newestFirst.map(row => [ago(row), format.seconds(row.p50_seconds_to_code), format.seconds(row.p95_seconds_to_code),
      format.whole(row.codes)]));
}

/** As many as there is room for. */
export function plotRates(plot, rates) {
  const rows = byUse(rates).filter(row => row.success_rate !== undefined).slice(0, plot.fits());
  plot.show(rows.map(label), [
    rows.map(row => row.success_rate),
    rows.map(row => row.success_rate_low ?? null),
    rows.map(row => row.success_rate_high ?? null),
  ]);
}

export function plotCost(plot, rates) {
  const rows = byUse(rates).filter(row => row.cost_per_code_idr !== undefined).slice(0, plot.fits());
  plot.show(rows.map(label), [rows.map(row => row.cost_per_code_idr / 1000)]);
}

export function plotMinutes(codes, time, minutes) {
  const busy = minutes.filter(row => row.codes + row.without_code > 0);
  codes.show(busy.map(row => -row.minutes_ago), [busy.map(row => row.codes + row.without_code), busy.map(row => row.codes)]);
  const coded = minutes.filter(row => row.p50_seconds_to_code !== undefined);
  time.show(coded.map(row => -row.minutes_ago), [coded.map(row => row.p95_seconds_to_code), coded.map(row => row.p50_seconds_to_code)]);
}

export function money(money) {
  const pairs = [
    ["Balance", format.rupiah(money.balance_idr)],
    ["Held by open orders", format.rupiah(money.locked_idr)],
    ["Spent, last 24 hours", format.rupiah(money.spend_day_idr)],
    ["Spent in all", format.rupiah(money.spend_idr)],
    ["Refunded in all", format.rupiah(money.refunds_idr)],
    ["Unexplained, last 24 hours", format.rupiah(money.unexplained_idr)],
  ];
  replace("money", pairs, () => pairs.map(([name, value], index) => {
    const pair = make("div", null);
    const bad = index === 5 && money.unexplained_idr < 0;
    pair.append(make("dt", name), make("dd", value, bad ? { class: "bad" } : {}));
    return pair;
  }));
}

export function fleet(budget) {
  const processes = budget?.processes ?? [];
  const sent = budget?.sent_last_minute ?? {};
  setText("hint-fleet", processes.length === 0 ? "Nobody asks for requests at the moment"
    : `Last minute: ${format.whole(sent.create)} to order, ${format.whole(sent.look)} to look for codes, `
      + `${format.whole(sent.cancel)} to cancel, ${format.whole(sent.control)} else`);
  table("table-fleet", ["Instance", "Requests", "Open", "Waiting", "Code age", "429"],
    processes.map(each => [each.name, format.whole(each.sent_last_minute), format.whole(each.open_orders),
      format.whole(each.waiting), format.seconds(each.code_age_seconds), format.whole(each.rate_limited)]));
}

const MOST_SHOWN = 5;

export function alerts({ active, recent }) {
  element("alerts").hidden = active.length === 0;
  replace("alerts", active, () => {
    const more = active.length - MOST_SHOWN;
    const cards = active.slice(0, MOST_SHOWN).map(alertCard);
    return more > 0 ? [...cards, make("p", `and ${count(more, "other alert", "other alerts")}`, { class: "hint" })] : cards;
  });
  setText("hint-recent", recent.length === 0
    ? "None in the last week" : "What is over, newest first");
  replace("recent", recent, () => recent.slice(0, 20).map(alert => {
    const item = make("li", null);
    item.append(make("span", format.moment(alert.at), { class: "when" }), ` ${alert.message}`);
    return item;
  }));
}

function alertCard(alert) {
  const severity = alert.severity ?? "info";
  const card = make("div", null, { class: "alert", "data-severity": severity, "data-kind": alert.kind });
  const what = make("p", null, { class: "what" });
  what.append(make("span", severity, { class: "badge" }), alert.message);
  card.append(what);
  if (alert.action) card.append(make("p", alert.action, { class: "do" }));
  card.append(make("p", `since ${format.moment(alert.at)}`, { class: "when" }));
  return card;
}
